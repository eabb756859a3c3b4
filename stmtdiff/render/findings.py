"""The views of a check: one dictionary, one function each; a view knows nothing but the report."""

from __future__ import annotations

from collections.abc import Callable

from stmtdiff.check.finding import Report
from stmtdiff.errors import StmtdiffError

FindingView = Callable[[Report], str]


def _text(report: Report) -> str:
    from stmtdiff.render import findings_text

    return findings_text.render(report)


def _json(report: Report) -> str:
    from stmtdiff.render import findings_json

    return findings_json.render(report)


def _markdown(report: Report) -> str:
    from stmtdiff.render import findings_markdown

    return findings_markdown.render(report)


def _github(report: Report) -> str:
    from stmtdiff.render import github

    return github.render(report)


def _sarif(report: Report) -> str:
    from stmtdiff.render import sarif

    return sarif.render(report)


def _junit(report: Report) -> str:
    from stmtdiff.render import junit

    return junit.render(report)


def _gitlab(report: Report) -> str:
    from stmtdiff.render import gitlab

    return gitlab.render(report)


# Name on the command line -> view. Each is loaded when it is asked for.
FINDING_VIEWS: dict[str, FindingView] = {
    "text": _text,
    "json": _json,
    "markdown": _markdown,
    "github": _github,
    "sarif": _sarif,
    "junit": _junit,
    "gitlab": _gitlab,
}
# GitLab's own name for its report comes first: it ends in .json like ours.
FINDING_ENDINGS = {
    "gl-code-quality-report.json": "gitlab",
    ".gitlab.json": "gitlab",
    ".sarif.json": "sarif",
    ".sarif": "sarif",
    ".json": "json",
    ".md": "markdown",
    ".xml": "junit",
    ".txt": "text",
}


def finding_view_for(target: str) -> tuple[FindingView, str]:
    """Return view and file of ``FORMAT=FILE``, or of a file whose ending stands for a view."""
    name, given, file = target.partition("=")
    if given and name in FINDING_VIEWS:
        return FINDING_VIEWS[name], file
    found = next((view for ending, view in FINDING_ENDINGS.items() if target.lower().endswith(ending)), None)
    if found is None:
        known = ", ".join(ending for ending in FINDING_ENDINGS if ending.startswith("."))
        raise StmtdiffError("no view has this ending", where=target, hint=f"use one of {known}, or -o FORMAT=FILE")
    return FINDING_VIEWS[found], target
