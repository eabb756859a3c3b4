"""The check as annotations of a GitHub workflow, with the step's outputs.

A step shows ten annotations; the worst go first, and the job summary has them all.
"""

from __future__ import annotations

from stmtdiff.check.finding import Finding, Report, Severity
from stmtdiff.render.findings_markdown import page
from stmtdiff.render.findings_wording import message, worst_first

MOST = 10
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report) -> str:
    """Return one workflow command a line, at most ten; nothing where nothing stands."""
    shown = worst_first(report.standing)
    lines = [_annotation(finding) for finding in shown[:MOST]]
    return "\n".join(lines) + "\n" if lines else ""


def step_summary(report: Report) -> str:
    """Return the job summary in Markdown: the line that sums up, then every finding that stands."""
    return page(report, limit=900_000)


def step_outputs(report: Report) -> str:
    """Return the lines of ``GITHUB_OUTPUT``: counts and the gate, none of it words of a document."""
    compared = {statement for statement, _ in report.coverage.compared}
    outputs = {
        "result": "failed" if report.failed else "passed",
        "findings": len(report.standing),
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "notes": report.count(Severity.INFO),
        "waived": len(report.findings) - len(report.standing),
        "checked": len(report.coverage.checked),
        "compared": len(compared),
        "skipped": len({skip.statement for skip in report.coverage.skipped} - compared),
    }
    return "".join(f"{name}={value}\n" for name, value in outputs.items())


def _annotation(finding: Finding) -> str:
    place = finding.place
    properties = {"file": place.path, "line": place.line}
    if place.column and place.end_column:
        properties |= {"col": place.column, "endColumn": place.end_column}
    properties["title"] = f"{finding.rule} {finding.fingerprint}"
    written = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {written}::{_data(message(finding))}"


def _data(text: str) -> str:
    """Escape as the runner unescapes: a line break in a document must not begin a command of its own."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
