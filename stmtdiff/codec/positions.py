"""Where the keys of each clause stand in a statement file: for annotations in CI and on errors."""

from __future__ import annotations

import json
import re

_KEY = re.compile(r'"(id|number|kind|parent|text|page|speaker|annotation)"\s*:')


def clause_lines(text: str) -> list[dict[str, int]]:
    """For each clause in file order, the line (from 1) of each of its keys; ``""`` is the line of its brace.

    Exact for any layout in which the clauses come as the last list of objects called ``clauses``.
    """
    found: list[dict[str, int]] = []
    at = _list_start(text)
    if at is None:
        return found
    decoder = json.JSONDecoder()
    line, counted = 1, 0
    while (at := _skip(text, at)) < len(text) and text[at] == "{":
        _, end = decoder.raw_decode(text, at)
        line += text.count("\n", counted, at)
        found.append(_keys_of(text, at, end, line))
        counted, at = at, end
    return found


def _list_start(text: str) -> int | None:
    starts = list(re.finditer(r'^\s*"clauses"\s*:\s*\[', text, re.MULTILINE))
    starts = starts or list(re.finditer(r'"clauses"\s*:\s*\[', text))
    return starts[-1].end() if starts else None


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\r\n,":
        at += 1
    return at


def _keys_of(text: str, start: int, end: int, first: int) -> dict[str, int]:
    lines = {"": first}
    for match in _KEY.finditer(text, start, end):
        lines.setdefault(match.group(1), first + text.count("\n", start, match.start()))
    return lines
