"""Two sides' changes to one statement, merged clause by clause, whatever the layout of the lines.

A value that one side changed is taken from it; one that both changed, each in its way, is a conflict. A wording is
never merged word by word: two changes to one sentence need a person.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from stmtdiff.codec import decode_statement, encode_statement
from stmtdiff.codec.conflicts import WHOLE_CLAUSE, Conflict
from stmtdiff.compare import compare
from stmtdiff.model import Link, Statement
from stmtdiff.text import same_wording
from stmtdiff.versions.carry import adopt_ids
from stmtdiff.versions.order import merge_order, runs_in_order

Raw = dict[str, Any]
_LISTS = ("notes", "omitted")
_PARTS = ("$schema", "schema_version", "clauses")


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The merged statement, with our side where there is a conflict."""

    statement: Statement
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sides:
    """The three sides as plain values; clauses by id, in order."""

    base: dict[str, Raw]
    ours: dict[str, Raw]
    theirs: dict[str, Raw]

    def __iter__(self) -> Iterator[dict[str, Raw]]:
        return iter((self.base, self.ours, self.theirs))


def merge(base: Statement | None, ours: Statement, theirs: Statement) -> Merged:
    """Merge ``theirs`` into ``ours``; ``base`` is where both came from, None where both added the statement."""
    if base:
        ours, theirs = adopt_ids(base, ours), adopt_ids(base, theirs)
    whole = [_raw(each) if each else {"clauses": []} for each in (base, ours, theirs)]
    sides = _Sides(**{name: _by_id(raw) for name, raw in zip(("base", "ours", "theirs"), whole, strict=True)})
    conflicts: list[Conflict] = []
    result = _merge_fields(whole, conflicts)
    clauses = _merge_clauses(sides, conflicts)
    ids, moved_apart = merge_order(*([*side] for side in sides), kept=set(clauses))
    if moved_apart:
        conflicts.append(moved_apart)
    result["clauses"] = [dict(clauses[each]) for each in ids]
    counted = _renumber(result["clauses"], _counted_parents(clauses.values(), sides))
    open_ones = [each for each in conflicts if each.field != "number" or each.clause not in counted]
    merged = decode_statement(json.dumps(result).encode(), where=ours.path or ours.id)
    return Merged(statement=merged, conflicts=tuple(_with_verdicts(open_ones, base, ours, theirs)))


def _raw(statement: Statement) -> Raw:
    raw: Raw = json.loads(encode_statement(statement))
    return raw


def _by_id(raw: Raw) -> dict[str, Raw]:
    return {clause["id"]: clause for clause in raw["clauses"]}


def _merge_fields(sides: list[Raw], conflicts: list[Conflict]) -> Raw:
    base, ours, theirs = sides
    result = {key: ours[key] for key in _PARTS if key in ours}
    for key in dict.fromkeys((*ours, *theirs)):
        if key in _PARTS:
            continue
        if key in _LISTS:
            value = _merge_list(*(side.get(key, []) for side in sides))
        else:
            value = _settle(key, None, (base.get(key), ours.get(key), theirs.get(key)), conflicts)
        if value not in (None, []):
            result[key] = value
    return result


def _merge_list(base: list[Any], ours: list[Any], theirs: list[Any]) -> list[Any]:
    """Keep what no side removed, and what either added."""
    kept = [each for each in ours if each in theirs or each not in base]
    return kept + [each for each in theirs if each not in base and each not in ours]


def _settle(key: str, clause: str | None, values: tuple[Any, Any, Any], conflicts: list[Conflict]) -> Any:  # noqa: ANN401 - any JSON value
    """Take the value of the side that changed it; note a conflict where both did, and keep ours."""
    base, ours, theirs = values
    if ours in (base, theirs):
        return theirs
    if theirs == base or (key == "text" and same_wording(ours) == same_wording(theirs)):
        return ours
    conflicts.append(Conflict(field=key, clause=clause, base=base, ours=ours, theirs=theirs))
    return ours


def _merge_clauses(sides: _Sides, conflicts: list[Conflict]) -> dict[str, Raw]:
    merged: dict[str, Raw] = {}
    for name in dict.fromkeys((*sides.base, *sides.ours, *sides.theirs)):
        base, ours, theirs = (side.get(name) for side in sides)
        if ours and theirs:
            merged[name] = _merge_clause(name, base or {}, ours, theirs, conflicts)
        elif left := ours or theirs:
            if base and left != base:
                conflicts.append(_deleted(name, base, ours, theirs))
            if base is None or left != base:
                merged[name] = left
    _keep_parents(merged, sides, conflicts)
    return merged


def _merge_clause(name: str, base: Raw, ours: Raw, theirs: Raw, conflicts: list[Conflict]) -> Raw:
    keys = dict.fromkeys((*ours, *theirs))
    values = {key: _settle(key, name, (base.get(key), ours.get(key), theirs.get(key)), conflicts) for key in keys}
    return {key: value for key, value in values.items() if value is not None}


def _deleted(name: str, base: Raw, ours: Raw | None, theirs: Raw | None) -> Conflict:
    here, there = (side["text"] if side else None for side in (ours, theirs))
    return Conflict(field=WHOLE_CLAUSE, clause=name, base=base["text"], ours=here, theirs=there)


def _keep_parents(merged: dict[str, Raw], sides: _Sides, conflicts: list[Conflict]) -> None:
    """Bring back a clause that one side deleted and another's clause stands under, and say so."""
    missing = [clause["parent"] for clause in merged.values() if clause.get("parent") not in {None, *merged}]
    for name in dict.fromkeys(missing):
        ours, theirs = sides.ours.get(name), sides.theirs.get(name)
        merged[name] = ours or theirs or sides.base[name]
        conflicts.append(_deleted(name, sides.base.get(name, merged[name]), ours, theirs))
    if missing:
        _keep_parents(merged, sides, conflicts)


def _counted_parents(clauses: Iterable[Raw], sides: _Sides) -> set[str | None]:
    """Return the parents under which both sides count 1, 2, 3."""
    return {
        parent
        for parent in {clause.get("parent") for clause in clauses}
        if all(runs_in_order(_numbers(side.values(), parent)) for side in (sides.ours, sides.theirs))
    }


def _renumber(clauses: list[Raw], counted: set[str | None]) -> set[str]:
    """Count on under those parents, for an insertion moves all that follow; returns the ids that are counted."""
    counts = dict.fromkeys(counted, 0)
    done = set()
    for clause in clauses:
        parent = clause.get("parent")
        if parent in counts and str(clause.get("number", "")).isdecimal():
            counts[parent] += 1
            clause["number"] = str(counts[parent])
            done.add(clause["id"])
    return done


def _numbers(clauses: Iterable[Raw], parent: str | None) -> Iterator[str]:
    return (str(clause.get("number", "")) for clause in clauses if clause.get("parent") == parent)


def _with_verdicts(
    conflicts: list[Conflict], base: Statement | None, ours: Statement, theirs: Statement
) -> Iterator[Conflict]:
    """Say of each wording in conflict what it does to the commitment of the base."""
    worded = [each for each in conflicts if each.field in {"text", WHOLE_CLAUSE} and each.base is not None]
    sides = {"ours": compare(base, ours), "theirs": compare(base, theirs)} if worded and base else {}
    for conflict in conflicts:
        judged = {name: side for name, side in sides.items() if side.comparable.verdicts and conflict in worded}
        links = {name: _link_of(conflict.clause, side.links) for name, side in judged.items()}
        verdicts = {name: link.verdict.value for name, link in links.items() if link}
        why = {name: [each.why for each in link.effects] for name, link in links.items() if link and link.effects}
        yield replace(conflict, verdicts=verdicts, why=why)


def _link_of(clause: str | None, links: tuple[Link, ...]) -> Link | None:
    return next((link for link in links if clause in link.old), None)
