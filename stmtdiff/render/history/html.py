"""The report on a series as one HTML file."""

from __future__ import annotations

from stmtdiff.render.history.presentation import present_series
from stmtdiff.render.html import LONG, page
from stmtdiff.render.presentation import METHOD
from stmtdiff.series import History


def render(history: History) -> str:
    """Return the report on a series as a page."""
    report = present_series(history)
    links = sum(len(step.links) for step in history.steps)
    return page("series.html.j2", long=links > LONG, report=report, method=METHOD)
