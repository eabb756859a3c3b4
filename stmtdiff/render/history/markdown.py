"""The report on a series as Markdown."""

from __future__ import annotations

from stmtdiff.render.history.presentation import present_series
from stmtdiff.render.presentation import METHOD
from stmtdiff.render.template import fill
from stmtdiff.series import History


def render(history: History) -> str:
    """Return the report on a series as GitHub-flavoured Markdown."""
    return fill("series.md.j2", report=present_series(history), method=METHOD)
