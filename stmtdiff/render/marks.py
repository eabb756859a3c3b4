"""Words of a document as Markdown and CriticMarkup: nothing in them acts as markup."""

from __future__ import annotations

import re
from collections.abc import Iterable

from stmtdiff.model import Op
from stmtdiff.render.runs import Run, by_op

_SPECIAL = re.compile(r"[\\`*_\[\]~|]")
_TAGS = {ord("&"): "&amp;", ord("<"): "&lt;"}
# A mention, an issue number: a comment between mark and name keeps a forge from making a link of it.
_REFERENCE = re.compile(r"([@#])(?=\w)")
_OPENING = re.compile(r"(?P<number>\d{1,9})(?P<mark>[.)])|(?P<sign>[-+#=:>])")
# CriticMarkup has no escapes; the braces of a document become entities, which Markdown reads as braces.
_BRACES = {ord("{"): "&#123;", ord("}"): "&#125;"}
_TAG_OF = {Op.STRIKE: "del", Op.INSERT: "ins"}
_SIGN_OF = {Op.STRIKE: "--", Op.INSERT: "++"}
_FIRST_PIECES = 3


def markdown_text(text: str) -> str:
    """Write words so that Markdown shows them as they are, on one line."""
    escaped = _SPECIAL.sub(r"\\\g<0>", text.translate(_TAGS))
    return "<br>".join(" ".join(line.split()) for line in _REFERENCE.sub(r"\1<!-- -->", escaped).split("\n"))


def markdown_runs(runs: Iterable[Run], *, plain: bool = False) -> str:
    """Write runs with ``<del>``, ``<ins>`` and cues in ``<strong>``; ``plain`` leaves the tags away."""
    parts = []
    for op, some in by_op(runs):
        tag = None if plain else _TAG_OF.get(op)
        words = "".join(_markdown_run(run, strong=run.cue and not plain) for run in some)
        parts.append(f"<{tag}>{words}</{tag}>" if tag else words)
    return _tame_opening("".join(parts).strip())


def _markdown_run(run: Run, *, strong: bool) -> str:
    if run.breaks:
        return "<br>"
    words = _with_edges(run.text, markdown_text(run.text))
    return f"<strong>{words}</strong>" if strong else words


def critic_runs(runs: Iterable[Run]) -> str:
    """Write runs as ``{--struck--}`` and ``{++inserted++}``."""
    parts: list[str] = []
    for op, some in by_op(runs):
        text = "".join(run.text for run in some)
        words = _with_edges(text, markdown_text(text).translate(_BRACES))
        # Whatever is accepted or rejected, the line then begins with one of the first pieces.
        words = _tame_opening(words) if len(parts) < _FIRST_PIECES else words
        sign = _SIGN_OF.get(op, "")
        parts.append(f"{{{sign}{words}{sign}}}" if sign and words else words)
    return "".join(parts)


def critic_note(text: str) -> str:
    """Write words as the inside of a comment."""
    return markdown_text(text).translate(_BRACES)


def _with_edges(text: str, words: str) -> str:
    """Give back the spaces at both ends, which join a run to its neighbours."""
    before = " " if text[:1].isspace() and text[:1] != "\n" else ""
    after = " " if text[-1:].isspace() and text[-1:] != "\n" and text.strip() else ""
    return f"{before}{words}{after}"


def _tame_opening(line: str) -> str:
    """Keep a number or a dash at the beginning from opening a list."""
    found = _OPENING.match(line)
    if found is None:
        return line
    tamed = f"{found['number']}\\{found['mark']}" if found["number"] else f"\\{found['sign']}"
    return tamed + line[found.end() :]
