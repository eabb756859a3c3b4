"""A statement file as numbered clauses, a line each: what plain `git diff`, `log -p`, `show` and `blame` read.

Nothing here may fail: a file that is no statement is shown as it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from stmtdiff.codec import decode_statement, parse_json
from stmtdiff.codec.conflicts import KEY, Conflict, conflicts_in
from stmtdiff.errors import StmtdiffError
from stmtdiff.model import Clause, ClauseKind, Statement
from stmtdiff.render.wording import clause_depths
from stmtdiff.text import fits_screen

_HEAD = ("title", "date", "place", "occasion", "instrument", "status", "language", "text_status", "previous")
_INDENT = "   "
_DEEPEST = 5


def as_lines(data: bytes, *, name: str) -> str:
    """Return the header, then the clauses with their numbers under their parents; what is no statement, as it is."""
    try:
        raw = parse_json(data, where=name)
        conflicts = conflicts_in(raw)
        if conflicts:
            del raw[KEY]
            data = json.dumps(raw).encode()
        return "\n".join(_lines(decode_statement(data, where=name), conflicts)) + "\n"
    except StmtdiffError:
        return data.decode("utf-8", "replace")


def header_lines(statement: Statement) -> list[str]:
    """Return what the statement says of itself, a line each."""
    found = {key.replace("_", " ").capitalize(): getattr(statement, key) for key in _HEAD}
    found["Parties"] = ", ".join(statement.parties)
    found["Source"] = statement.source.url if statement.source else None
    lines = [f"{key}: {_line(value)}" for key, value in found.items() if value]
    return [*lines, *(f"Note: {_line(note)}" for note in statement.notes)]


def clause_lines(statement: Statement) -> dict[str, list[str]]:
    """Return the lines of each clause by its id: number, speaker and text, indented under its parents."""
    depths = clause_depths(statement, _DEEPEST)
    return {clause.id: list(_clause(clause, _INDENT * depths[clause.id])) for clause in statement.clauses}


def _lines(statement: Statement, conflicts: list[Conflict]) -> Iterator[str]:
    if conflicts:
        yield f"UNRESOLVED MERGE: {len(conflicts)} in conflict"
    yield from header_lines(statement)
    yield from _sides(conflicts, None)
    for name, lines in clause_lines(statement).items():
        yield from ("", *lines)
        yield from _sides(conflicts, name)
    if statement.omitted:
        yield ""
    yield from (f"[left out: {_line(each.reason)}] {_line(each.text)}" for each in statement.omitted)


def _clause(clause: Clause, indent: str) -> Iterator[str]:
    number = f"{_line(clause.number)}. " if clause.number else "# " if clause.kind is ClauseKind.HEADING else ""
    number = number.replace(".. ", ". ").replace("). ", ") ")
    speaker = f"[{_line(clause.speaker)}] " if clause.speaker else ""
    first, *rest = clause.text.split("\n")
    yield f"{indent}{number}{speaker}{_line(first)}"
    yield from (f"{indent}{_INDENT}{_line(line)}" for line in rest)


def _sides(conflicts: list[Conflict], clause: str | None) -> Iterator[str]:
    """Set a conflict under what it is about, with all three values."""
    for conflict in conflicts:
        if conflict.clause == clause:
            yield f"{_INDENT}! in conflict: {_line(str(conflict))}"
            yield from (
                f"{_INDENT}! {side}: {_line(str(getattr(conflict, side)))}" for side in ("base", "ours", "theirs")
            )


def _line(text: str) -> str:
    return " ".join(fits_screen(text).split())
