"""Conflicts of a merge, settled by taking a side."""

from __future__ import annotations

import json
from typing import Any

from stmtdiff.codec import decode_statement, encode_statement, parse_json
from stmtdiff.codec.conflicts import KEY, ORDER, WHOLE_CLAUSE, Conflict, conflicts_in, encode_conflicts
from stmtdiff.errors import StmtdiffError
from stmtdiff.model import Statement

SIDES = ("ours", "theirs", "base")


def resolve(data: bytes, *, where: str, side: str, clause: str | None = None) -> tuple[str, int]:
    """Take ``side`` in every conflict, or in those of one clause; returns the file and how many conflicts are left."""
    raw = parse_json(data, where=where)
    conflicts = conflicts_in(raw)
    chosen = [each for each in conflicts if clause in {None, each.clause}]
    if not chosen:
        what = f"clause {clause} is not in conflict" if conflicts else "nothing is in conflict here"
        raise StmtdiffError(what, where=where)
    del raw[KEY]
    _statement(raw, where)  # without its conflicts it is sound, or there is no side to take
    for conflict in chosen:
        _take(raw, conflict, getattr(conflict, side))
    left = [each for each in conflicts if each not in chosen]
    statement = _statement(raw, where)
    return encode_conflicts(statement, left) if left else encode_statement(statement), len(left)


def _statement(raw: dict[str, Any], where: str) -> Statement:
    return decode_statement(json.dumps(raw).encode(), where=where)


def _take(raw: dict[str, Any], conflict: Conflict, value: Any) -> None:  # noqa: ANN401 - any JSON value
    if conflict.field == ORDER and isinstance(value, list):
        raw["clauses"] = _reordered(raw["clauses"], value)
    elif conflict.field == WHOLE_CLAUSE:
        if value is None:
            raw["clauses"] = [each for each in raw["clauses"] if each["id"] != conflict.clause]
        else:
            _set_in_clause(raw, conflict.clause, "text", value)
    elif conflict.clause is None:
        _set(raw, conflict.field, value)
    else:
        _set_in_clause(raw, conflict.clause, conflict.field, value)


def _set_in_clause(raw: dict[str, Any], clause: str | None, key: str, value: Any) -> None:  # noqa: ANN401 - any JSON value
    for each in raw["clauses"]:
        if each["id"] == clause:
            _set(each, key, value)


def _set(record: dict[str, Any], key: str, value: Any) -> None:  # noqa: ANN401 - any JSON value
    if value is None:
        record.pop(key, None)
    else:
        record[key] = value


def _reordered(clauses: list[dict[str, Any]], order: list[str]) -> list[dict[str, Any]]:
    """Put the clauses of ``order`` into that order, in the places that they hold together; all others stay."""
    by_id = {each["id"]: each for each in clauses}
    moved = iter([by_id[name] for name in order if name in by_id])
    return [_at_place_of(each, next(moved)) if each["id"] in order else each for each in clauses]


def _at_place_of(before: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    """Plain numbers belong to the place and not to the clause."""
    numbers = [str(each.get("number", "")) for each in (before, now)]
    return {**now, "number": numbers[0]} if all(map(str.isdecimal, numbers)) else now
