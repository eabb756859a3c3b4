"""What a search found, with first and last use: as text, CSV, and JSON after ``schema/search.schema.json``."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Iterable

from stmtdiff.model import SCHEMA_VERSION
from stmtdiff.render.csv import write_table
from stmtdiff.render.wording import plural
from stmtdiff.series import Passage, Use
from stmtdiff.text import fits_screen

_COLUMNS = ("exact", "score", "uses", "first", "first_clause", "last", "last_clause", "text")


def _text(sought: str, passages: tuple[Passage, ...], count: int, width: int) -> str:
    if not passages:
        return fits_screen(f"Nothing near {sought!r} in {plural(count, 'statement')}.")
    exact = sum(passage.exact for passage in passages)
    found = f"{plural(len(passages), 'wording')} in {plural(count, 'statement')}, {exact} word for word"
    return "\n".join([found, *(line for passage in passages for line in _lines(passage, width))])


def _lines(passage: Passage, width: int) -> Iterable[str]:
    near = "word for word" if passage.exact else f"near, {passage.score:.2f}"
    uses = f"{plural(len(passage.uses), 'use')}: first {_place(passage.first)}"
    if len(passage.uses) > 1:
        uses += f", last {_place(passage.last)}"
    yield ""
    yield fits_screen(f"{near}; {uses}")
    text = fits_screen(" ".join(passage.text.split()))
    yield from textwrap.wrap(text, max(width, 40), initial_indent="    ", subsequent_indent="    ")


def _place(use: Use) -> str:
    return use.statement.id + (f" clause {use.clause.number}" if use.clause.number else "")


def _json(sought: str, passages: tuple[Passage, ...], count: int, width: int) -> str:  # noqa: ARG001 - one signature
    found = [
        {
            "text": passage.text,
            "exact": passage.exact,
            "score": passage.score,
            "uses": [
                {
                    "statement": use.statement.id,
                    "date": use.statement.date,
                    "clause": use.clause.id,
                    "number": use.clause.number,
                }
                for use in passage.uses
            ],
        }
        for passage in passages
    ]
    content = {"schema_version": SCHEMA_VERSION, "sought": sought, "statements": count, "wordings": found}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _csv(sought: str, passages: tuple[Passage, ...], count: int, width: int) -> str:  # noqa: ARG001 - one signature
    return write_table(_COLUMNS, (_row(passage) for passage in passages))


def _row(passage: Passage) -> list[object]:
    ends = [each for use in (passage.first, passage.last) for each in (use.statement.id, use.clause.id)]
    return [passage.exact, passage.score, len(passage.uses), *ends, passage.text]


SEARCH_VIEWS: dict[str, Callable[[str, tuple[Passage, ...], int, int], str]] = {
    "text": _text,
    "json": _json,
    "csv": _csv,
}
