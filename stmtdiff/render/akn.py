"""The new statement as Akoma Ntoso 3.0 (OASIS LegalDocML), with what changed since the old one in its metadata.

What the standard has a word for is a modification (``textualMod``, ``meaningMod``, ``scopeMod``); every link and effect
stands in full in ``otherAnalysis``, in a namespace of our own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote

from stmtdiff.model import Aspect, Clause, ClauseKind, Comparison, Direction, Instrument, Relation, Statement
from stmtdiff.render.items import Item
from stmtdiff.render.presentation import present
from stmtdiff.render.template import fill

NAMESPACE: Final = "https://github.com/stmtdiff/stmtdiff/ns/1"
_TEXTUAL = {
    Relation.EDITED: "substitution",
    Relation.SPLIT: "split",
    Relation.MERGED: "join",
    Relation.ADDED: "insertion",
    Relation.REMOVED: "repeal",
}
_MEANING = {
    **dict.fromkeys((Aspect.FORCE, Aspect.OUTCOME, Aspect.POLARITY), ("meaningMod", "variation")),
    Aspect.TERM: ("meaningMod", "termModification"),
}
_SCOPE = {Direction.STRONGER: "extensionOfScope", Direction.WEAKER: "exceptionOfScope"}
_LANGUAGES = {"ar": "ara", "en": "eng", "es": "spa", "fa": "fas", "fr": "fra", "ru": "rus", "zh": "zho"}
_BEFORE_THE_BODY = frozenset({ClauseKind.PREAMBULAR, ClauseKind.PROCEDURAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Node:
    clause: Clause
    eid: str
    children: list[_Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    element: str
    type: str
    destinations: tuple[str, ...]
    olds: tuple[str, ...] = ()
    news: tuple[str, ...] = ()


def render(comparison: Comparison) -> str:
    """Return the document as XML; it is valid against the schema of the standard."""
    report = present(comparison)
    old, new = comparison.old, comparison.new
    resolution = new.instrument is Instrument.RESOLUTION
    preamble, body = _parts(new.clauses)
    items = [item for item in report.items if item.changed]
    root, subtype = ("statement", "deliberation") if resolution else ("doc", "communication")
    return fill(
        "statement.akn.j2",
        namespace=NAMESPACE,
        root=root,
        name="resolution" if resolution else "officialStatement",
        subtype=subtype,
        work=_work(new, root, subtype),
        expression=_expression(new, root, subtype),
        earlier=_expression(old, root, subtype),
        language=_language(new),
        forum=_slug(new.id.partition("/")[0]),
        parties=report.new.parties,
        old=old,
        new=new,
        items=items,
        changes=[change for item in items for change in _changes(item)],
        preamble=[_Node(clause=clause, eid=_eid(clause)) for clause in preamble],
        body=_tree(body),
    ).lstrip()


def _work(statement: Statement, root: str, subtype: str) -> str:
    forum, _, rest = statement.id.rpartition("/")
    return f"/akn/un/{root}/{subtype}/{_slug(forum or 'statements')}/{statement.date}/{_slug(rest)}"


def _expression(statement: Statement, root: str, subtype: str) -> str:
    return f"{_work(statement, root, subtype)}/{_language(statement)}@{statement.date}"


def _language(statement: Statement) -> str:
    return _LANGUAGES.get(statement.language.partition("-")[0], statement.language)


def _slug(text: str) -> str:
    return quote(text.replace("/", "-"), safe="-._~")


def _eid(clause: Clause) -> str:
    return f"para_{clause.id}"


def _parts(clauses: Sequence[Clause]) -> tuple[Sequence[Clause], Sequence[Clause]]:
    """Cut where the preamble ends; without recitals before the first act there is none."""
    end = next((at for at, clause in enumerate(clauses) if clause.kind not in _BEFORE_THE_BODY), len(clauses))
    recitals = [at for at, clause in enumerate(clauses[:end]) if clause.kind is ClauseKind.PREAMBULAR]
    end = recitals[-1] + 1 if recitals else 0
    return clauses[:end], clauses[end:]


def _tree(clauses: Sequence[Clause]) -> list[_Node]:
    """Put clauses under their parents where they follow them; the order of the text is kept in any case."""
    roots: list[_Node] = []
    path: list[_Node] = []
    for clause in clauses:
        node = _Node(clause=clause, eid=_eid(clause))
        while path and path[-1].clause.id != clause.parent:
            path.pop()
        (path[-1].children if path else roots).append(node)
        path.append(node)
    return roots


def _changes(item: Item) -> Iterator[_Change]:
    """Yield the modifications that the standard has words for."""
    news = tuple(f"para_{each}" for each in item.link.new)
    olds = tuple(f"v1__{each}" for each in item.link.old)
    kind = _TEXTUAL.get(item.link.relation)
    if kind:
        yield _Change(element="textualMod", type=kind, destinations=news or olds, olds=olds, news=news)
    for reason in item.reasons:
        aspect, direction = reason.effect.aspect, reason.effect.direction
        if aspect in _MEANING:
            element, name = _MEANING[aspect]
            yield _Change(element=element, type=name, destinations=news or olds)
        elif aspect in {Aspect.SCOPE, Aspect.ENTITY} and direction in _SCOPE:
            yield _Change(element="scopeMod", type=_SCOPE[direction], destinations=news or olds)
