"""The change report as one HTML file: nothing is loaded, and a policy in the file forbids that anything could be."""

from __future__ import annotations

from stmtdiff import __version__
from stmtdiff.model import Comparison
from stmtdiff.render.presentation import METHOD, present
from stmtdiff.render.template import asset, fill, policy_hash

LONG = 300  # clauses from which the browser lays out only what is near the window


def render(comparison: Comparison) -> str:
    """Return the report on one comparison as a page."""
    return page("report.html.j2", long=len(comparison.links) > LONG, report=present(comparison), method=METHOD)


def page(template: str, *, long: bool, **values: object) -> str:
    """Fill a page template with the shared styles and script, and the policy that allows these two alone."""
    style, script = asset("report.css"), asset("report.js")
    return fill(
        template,
        **values,
        long=long,
        version=__version__,
        style=style,
        script=script,
        style_hash=policy_hash(style),
        script_hash=policy_hash(script),
    ).lstrip()
