"""A series read for a command, with a progress bar on stderr where the work is long and somebody is watching."""

from __future__ import annotations

import sys

import click

from stmtdiff.cli.operands import load_statement
from stmtdiff.corpus import Collection
from stmtdiff.errors import StmtdiffError
from stmtdiff.series import History, follow

_LONG = 8  # statements from which a bar is worth its line


def load_history(series: str, collection: Collection) -> History:
    """Read all statements of a series and follow every clause."""
    ids = collection.statements_of(series)
    hidden = len(ids) < _LONG or not sys.stderr.isatty()
    with click.progressbar(length=2 * len(ids) - 1, label=f"Reading {series}", file=sys.stderr, hidden=hidden) as bar:
        statements = []
        for each in ids:
            statements.append(load_statement(each, collection))
            bar.update(1)
        return follow(series, statements, on_step=lambda: bar.update(1))


def no_series(name: str, collection: Collection) -> StmtdiffError:
    """Return the error that says which series there are."""
    known = ", ".join(collection.series()[:8]) or "none yet"
    return StmtdiffError("no series is called that", where=name, hint=f"series here: {known}")
