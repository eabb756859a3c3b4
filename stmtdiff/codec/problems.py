"""Everything that is wrong with a statement file, for a person: only loaded when there is something."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from stmtdiff.model import SCHEMA_VERSION


class Problem(NamedTuple):
    """One thing wrong with a statement file: ``place`` is such as ``clauses[3].text``, or empty."""

    place: str
    what: str


def find_problems(raw: object) -> Iterator[Problem]:
    """Everything that is wrong with a parsed statement file, schema first, then what a schema cannot say."""
    if isinstance(raw, dict) and _is_newer(raw.get("schema_version")):
        what = f"written for schema version {raw['schema_version']}, this stmtdiff reads version {SCHEMA_VERSION}"
        yield Problem("schema_version", f"{what}: upgrade stmtdiff")
        return
    from stmtdiff.codec.conflicts import KEY, conflicts_in
    from stmtdiff.codec.schemas import violations

    for position, conflict in enumerate(conflicts_in(raw)):
        yield Problem(f"{KEY}[{position}]", f"unresolved merge: {conflict}")
    broken = False
    for place, what in violations(raw, "statement"):
        broken = True
        yield Problem(place, what)
    if not broken and isinstance(raw, dict):
        yield from _contradictions(raw)


def _is_newer(version: object) -> bool:
    return type(version) is int and version > SCHEMA_VERSION


def has_cycle(parents: dict[str, str | None]) -> str | None:
    """Return a clause that is its own ancestor, if there is one."""
    sound: set[str] = set()
    for start in parents:
        way: dict[str, None] = {}
        at: str | None = start
        while at is not None and at not in sound:
            if at in way:
                return at
            way[at] = None
            at = parents.get(at)
        sound.update(way)
    return None


def _contradictions(raw: dict[str, Any]) -> Iterator[Problem]:
    seen: set[str] = set()
    ids = {clause["id"] for clause in raw["clauses"]}
    for position, clause in enumerate(raw["clauses"]):
        if clause["id"] in seen:
            yield Problem(f"clauses[{position}].id", f"id {clause['id']!r} is used twice")
        seen.add(clause["id"])
        parent = clause.get("parent")
        if parent is not None and parent not in ids:
            yield Problem(f"clauses[{position}].parent", f"parent {parent!r} is not a clause of this statement")
    around = has_cycle({clause["id"]: clause.get("parent") for clause in raw["clauses"]})
    if around:
        yield Problem("clauses", f"clause {around!r} is its own ancestor")
