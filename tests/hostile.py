"""Strings that would do harm if a view took them for markup, and a comparison that holds them in every place."""

from __future__ import annotations

from dataclasses import replace

from specimen import specimen

from stmtdiff.model import Comparison, Effect, Source
from stmtdiff.words import word_edits

STRINGS = (
    "<script>alert(1)</script>",
    "</script><script>alert(2)//",
    "</style><style>*{display:none}",
    '"><img src=x onerror=alert(3)>',
    "' onmouseover='alert(4)",
    "<svg/onload=alert(5)>",
    "<!--",
    "]]>",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(6)",
    "&lt;b&gt;",
    "\u202egnp.exe\u2066",
    "\x00\x07\x1b[31m",
)


def hostile() -> Comparison:
    """The specimen with hostile words in titles, places, sources, clauses, reasons and notes; links stay sound."""
    whole = " ".join(STRINGS)
    comparison = specimen()
    sides = [
        replace(
            side,
            title=f"{side.title} {whole}",
            place=whole,
            occasion=whole,
            source=Source(publisher=whole, url="javascript:alert(7)"),
            notes=(whole,),
            clauses=tuple(
                replace(clause, text=f"{clause.text} {whole}", number=clause.number and f'{clause.number}"<b>')
                for clause in side.clauses
            ),
        )
        for side in (comparison.old, comparison.new)
    ]
    texts = [{clause.id: clause.text for clause in side.clauses} for side in sides]
    links = tuple(
        replace(
            link,
            edits=word_edits(
                "\n".join(texts[0][each] for each in link.old), "\n".join(texts[1][each] for each in link.new)
            ),
            effects=tuple(_hostile(effect, whole) for effect in link.effects),
            lapsed=whole if link.lapsed else None,
        )
        for link in comparison.links
    )
    return replace(
        comparison,
        old=sides[0],
        new=sides[1],
        links=links,
        comparable=replace(comparison.comparable, notes=(whole,)),
    )


def _hostile(effect: Effect, whole: str) -> Effect:
    return replace(effect, why=f"{effect.why} {whole}", rule=f"{effect.rule}<b>")
