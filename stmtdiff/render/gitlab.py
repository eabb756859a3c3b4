"""The check as a GitLab code quality report: one entry a finding that stands."""

from __future__ import annotations

import json

from stmtdiff.check.finding import Report, Severity
from stmtdiff.render.findings_wording import message

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}


def render(report: Report) -> str:
    """Return the report as a JSON array; GitLab keeps one entry a fingerprint."""
    entries = [
        {
            "description": message(finding),
            "check_name": finding.rule,
            "fingerprint": finding.fingerprint,
            "severity": _SEVERITIES[finding.severity],
            "location": {"path": finding.place.path, "lines": {"begin": finding.place.line}},
        }
        for finding in report.standing
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"
