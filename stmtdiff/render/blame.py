"""For every clause since when its wording stands: as text, and as JSON after ``schema/blame.schema.json``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from stmtdiff.model import ALARMS, SCHEMA_VERSION, Clause, Statement, Verdict
from stmtdiff.render.terminal.columns import clean, clean_line, clip, wrap
from stmtdiff.render.terminal.page import INDENT, TEXT_WIDTH
from stmtdiff.render.terminal.paint import Style, paint, verdict_style
from stmtdiff.render.wording import clause_labels
from stmtdiff.versions.blame import Origin


class Blame(NamedTuple):
    """A statement with the origins of its clauses, by clause id.

    ``series`` is None where it was not asked for. ``cut_short`` says why the history may reach further back than it
    is known here; empty where it is whole.
    """

    statement: Statement
    revisions: Mapping[str, Origin]
    series: Mapping[str, Origin] | None
    cut_short: str = ""


def render(blame: Blame, *, width: int = 100, colour: bool = False) -> str:
    """Return each clause with its origins, and what it said before, with a final line feed."""
    labels = clause_labels(blame.statement)
    room = min(width, TEXT_WIDTH)
    lines = [f"! {line}" for line in wrap(clean_line(blame.cut_short), room - 2) if line]
    for clause in blame.statement.clauses:
        lines += [""] if lines else []
        lines += _clause(clause, labels[clause.id], blame, room, colour=colour)
    return "\n".join(lines) + "\n"


def _clause(clause: Clause, label: str, blame: Blame, room: int, *, colour: bool) -> Iterator[str]:
    name = paint(clean_line(label), Style.BOLD, colour=colour)
    yield f"{name}  {paint(_since(blame.revisions.get(clause.id)), Style.DIM, colour=colour)}"
    yield from (INDENT + line for line in wrap(clean(clause.text), room - len(INDENT)))
    yield from _before(blame.revisions.get(clause.id), "before", room, colour=colour)
    if blame.series is None:
        return
    origin = blame.series.get(clause.id)
    where = "not known" if origin is None else f"since {origin.statement.id}"
    yield INDENT + paint(f"in the series: {where}", Style.DIM, colour=colour)
    yield from _before(origin, "in the series before", room, colour=colour)


def _since(origin: Origin | None) -> str:
    if origin is None:
        return "not known from the history here"
    if origin.revision is None:
        return "not committed yet"
    revision = origin.revision
    return f"since {revision.commit[:12]}  {revision.committed[:10]}  {clip(clean_line(revision.author), 40)}"


def _before(origin: Origin | None, lead: str, room: int, *, colour: bool) -> Iterator[str]:
    """Say what the clause said until then, and what the change did to it."""
    if origin is None or not origin.before:
        return
    verdict = origin.link.verdict if origin.link else Verdict.NONE
    word = "verdict withheld" if not origin.verdicts else "wording" if verdict is Verdict.NONE else verdict.value
    word = word.upper() if verdict in ALARMS else word
    text = f"{word}; {lead}: " + clean_line(" / ".join(clause.text for clause in origin.before))
    first, *rest = wrap(text, room - len(INDENT) - 2)
    yield f"{INDENT}> {paint(word, verdict_style(verdict), colour=colour)}{first[len(word) :]}"
    yield from (f"{INDENT}  {line}" for line in rest)


def as_json(blame: Blame) -> str:
    """Return the origins in the order of the clauses."""
    labels = clause_labels(blame.statement)
    statement = blame.statement
    found = {
        "schema_version": SCHEMA_VERSION,
        "statement": {key: getattr(statement, key) for key in ("id", "title", "date", "path", "rev")},
        "complete": not blame.cut_short,
        "notes": [blame.cut_short] if blame.cut_short else [],
        "clauses": [
            {
                "id": clause.id,
                "label": labels[clause.id],
                "text": clause.text,
                "since": _origin(blame.revisions.get(clause.id)),
                "series": _origin(blame.series.get(clause.id)) if blame.series is not None else None,
            }
            for clause in statement.clauses
        ],
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _origin(origin: Origin | None) -> dict[str, Any] | None:
    if origin is None:
        return None
    revision = origin.revision
    keys = ("commit", "author", "authored", "committed", "subject", "path")
    return {
        "revision": {key: getattr(revision, key) for key in keys} if revision else None,
        "statement": origin.statement.id,
        "date": origin.statement.date,
        "before": [{"id": clause.id, "text": clause.text} for clause in origin.before],
        "verdict": origin.link.verdict.value if origin.link and origin.verdicts else None,
        "why": [effect.why for effect in origin.link.effects] if origin.link else [],
    }
