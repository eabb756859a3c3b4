"""The change report as Markdown, for a pull request or a newsletter.

Struck and inserted words are ``<del>`` and ``<ins>``: the asterisks and tildes of Markdown fail inside words and beside
marks. A document's own marks, mentions and tags lose their force.
"""

from __future__ import annotations

from stmtdiff.model import Comparison
from stmtdiff.render.presentation import METHOD, present
from stmtdiff.render.template import fill


def render(comparison: Comparison) -> str:
    """Return the report on one comparison as GitHub-flavoured Markdown."""
    return fill("report.md.j2", report=present(comparison), method=METHOD).lstrip()
