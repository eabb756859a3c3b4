"""The check on a terminal and in a log: ``path:line:column: severity: sentence``, the evidence under it, a summary."""

from __future__ import annotations

import os

from stmtdiff.check.finding import Change, Finding, Place, Report, Severity
from stmtdiff.render.findings_wording import proofs, summary
from stmtdiff.render.terminal.columns import clean, clean_line, wrap
from stmtdiff.render.terminal.paint import Style, ink, mark, paint, plain_breaks

_STYLES = {Severity.ERROR: Style.ALARM, Severity.WARNING: Style.NEWS, Severity.INFO: Style.DIM}
# A bar before every line of evidence: a runner of a CI service takes a line that begins with :: for its own command.
_BAR = "    | "
_WIDTH = 100


def render(report: Report, *, width: int = _WIDTH, colour: bool = False) -> str:
    """Return the report as lines; a run without findings is its summary alone."""
    blocks = [_finding(finding, report, width=width, colour=colour) for finding in report.standing]
    rewritten = [f"{_shown(path, report)}: rewritten in the canonical layout" for path in report.fixed]
    style = Style.ALARM if report.failed else Style.BOLD
    last = paint(f"stmtdiff check: {harmless(summary(report))}", style, colour=colour)
    return "\n".join([*blocks, *rewritten, last]) + "\n"


def harmless(text: str) -> str:
    """Return one line of text in which neither a terminal nor a CI runner finds a command."""
    return clean_line(text).replace("##[", "## [")


def _finding(finding: Finding, report: Report, *, width: int, colour: bool) -> str:
    severity = paint(finding.severity, _STYLES[finding.severity], colour=colour)
    name = paint(f"[{finding.rule} {finding.fingerprint}]", Style.DIM, colour=colour)
    lines = [f"{_where(finding.place, report)}: {severity}: {harmless(finding.what)} {name}"]
    if finding.change:
        lines += _evidence(finding.change, width=width, colour=colour)
    if finding.hint:
        lines.append(f"    = {harmless(finding.hint)}")
    return "\n".join(lines)


def _evidence(change: Change, *, width: int, colour: bool) -> list[str]:
    room = width - len(_BAR)
    wording = wrap(mark(plain_breaks(change.edits), colour=colour), room)
    reasons = [line for proof in proofs(change) for line in wrap(clean(proof), room)]
    return [_BAR + line.replace("##[", "## [") for line in (*(ink(wording) if colour else wording), *reasons)]


def _where(place: Place, report: Report) -> str:
    column = f":{place.column}" if place.column else ""
    return f"{_shown(place.path, report)}:{place.line}{column}"


def _shown(path: str, report: Report) -> str:
    """Write a path as seen from the folder we are in, where it is below."""
    relative = os.path.relpath(os.path.join(report.root, path))
    return harmless(path if relative.startswith("..") else relative)
