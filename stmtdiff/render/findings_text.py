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


def render(report: Report, *, width: int | None = None, colour: bool = False) -> str:
    """Return the report as lines; a run without findings is its summary alone.

    Without a ``width``, for a log, a finding and its sentence are one line, however long.
    """
    blocks = [_finding(finding, report, width=width, colour=colour) for finding in report.standing]
    rewritten = [f"{_shown(path, report)}: rewritten in the canonical layout" for path in report.fixed]
    style = Style.ALARM if report.failed else Style.BOLD
    last = [
        paint(line, style, colour=colour) for line in _fitted(f"stmtdiff check: {harmless(summary(report))}", width)
    ]
    return "\n".join([*blocks, *rewritten, *last]) + "\n"


def harmless(text: str) -> str:
    """Return one line of text in which neither a terminal nor a CI runner finds a command."""
    return clean_line(text).replace("##[", "## [")


def _finding(finding: Finding, report: Report, *, width: int | None, colour: bool) -> str:
    head = f"{_where(finding.place, report)}: {finding.severity}: {harmless(finding.what)}"
    lines = _fitted(f"{head} [{finding.rule} {finding.fingerprint}]", width)
    if colour:
        lines[0] = lines[0].replace(f": {finding.severity}: ", f": {_coloured(finding.severity)}: ", 1)
    if finding.change:
        lines += _evidence(finding.change, width=width or _WIDTH, colour=colour)
    if finding.hint:
        lines += _fitted(f"    = {harmless(finding.hint)}", width, hang="      ")
    return "\n".join(lines)


def _coloured(severity: Severity) -> str:
    return paint(severity, _STYLES[severity], colour=True)


def _fitted(line: str, width: int | None, hang: str = "    ") -> list[str]:
    """Break one line at a width, the rest of it under ``hang``."""
    if width is None:
        return [line]
    first, *_ = wrap(line, width)
    rest = line[len(first) :].strip()
    return [first, *(hang + each for each in wrap(rest, width - len(hang)))] if rest else [first]


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
