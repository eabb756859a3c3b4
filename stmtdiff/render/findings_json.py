"""The check as JSON, as ``schema/findings.schema.json`` says; every other view shows a part of it."""

from __future__ import annotations

import json
from typing import Any

from stmtdiff.check.finding import Change, Finding, Place, Report, Severity
from stmtdiff.codec.comparison import effect_as_json
from stmtdiff.model import SCHEMA_VERSION
from stmtdiff.render.findings_wording import summary


def render(report: Report) -> str:
    """Return the report as JSON text."""
    return json.dumps(as_json(report), ensure_ascii=False, indent=2) + "\n"


def as_json(report: Report) -> dict[str, Any]:
    """Return the report as plain JSON values."""
    coverage = report.coverage
    return {
        "schema_version": SCHEMA_VERSION,
        "summary": summary(report),
        "base": report.base,
        "gate": report.gate or "never",
        "failed": report.failed,
        "counts": {
            **{severity.value: report.count(severity) for severity in Severity},
            "waived": len(report.findings) - len(report.standing),
        },
        "coverage": {
            "present": coverage.present,
            "checked": list(coverage.checked),
            "compared": [{"statement": each, "against": against} for each, against in coverage.compared],
            "skipped": [{"what": skip.what, "statement": skip.statement, "why": skip.why} for skip in coverage.skipped],
            "rest": {"count": coverage.rest, "why": coverage.why},
        },
        "fixed": list(report.fixed),
        "findings": [_finding(finding) for finding in report.findings],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    waived = finding.waived
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "group": finding.group,
        "fingerprint": finding.fingerprint,
        "statement": finding.statement,
        "place": _place(finding.place),
        "what": finding.what,
        "hint": finding.hint or None,
        "rules": list(finding.rules),
        "change": _change(finding.change) if finding.change else None,
        "waived": {"reason": waived.reason, "expires": waived.expires} if waived else None,
    }


def _place(place: Place) -> dict[str, Any]:
    return {key: value for key in Place.__slots__ if (value := getattr(place, key)) is not None}


def _change(change: Change) -> dict[str, Any]:
    return {
        "against": change.against,
        "verdict": change.verdict,
        "relation": change.relation,
        "old_clauses": change.old_clauses,
        "new_clauses": change.new_clauses,
        "old": change.old,
        "new": change.new,
        "edits": change.edits,
        "effects": [effect_as_json(effect) for effect in change.effects],
        "fingerprint": change.fingerprint,
        "lapsed": change.lapsed,
    }
