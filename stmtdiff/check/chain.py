"""What each statement names as previous, without decoding it all: a chain may be hundreds of files long."""

from __future__ import annotations

import re
from collections.abc import Collection as Names

from stmtdiff.corpus import Collection
from stmtdiff.errors import StmtdiffError

_PREVIOUS = re.compile(rb'"previous"\s*:\s*"([^"\\]+)"')


def previous_of(collection: Collection, statement_id: str) -> str | None:
    """Return what a statement's file names as previous; None where it names nothing, or is not there."""
    if statement_id not in collection.ids:
        return None
    try:
        head, _, _ = collection.read(statement_id).partition(b'"clauses"')
    except StmtdiffError:
        return None
    match = _PREVIOUS.search(head)
    return match[1].decode("utf-8", "replace") if match else None


def followers(collection: Collection, statements: Names[str]) -> set[str]:
    """Return the statements that name one of some statements as previous."""
    if not statements:
        return set()
    return {each for each in collection.ids if previous_of(collection, each) in statements}
