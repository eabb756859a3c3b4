"""The check as SARIF 2.1.0 (OASIS), for code scanning: every rule declared, waived findings suppressed.

Paths are from the repository's top, as ``%SRCROOT%``; columns count characters.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from stmtdiff import __version__
from stmtdiff.check.catalogue import RULES
from stmtdiff.check.finding import Finding, Place, Report, Severity
from stmtdiff.check.rule import Rule
from stmtdiff.render.findings_wording import message, summary

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_HOME = "https://github.com/stmtdiff/stmtdiff"
_ALARMS = ("-weaker", "-removed")  # aspect rules weigh as the verdict they lead to
_INDEX = {rule: position for position, rule in enumerate(RULES)}


def render(report: Report) -> str:
    """Return the report as one SARIF run."""
    log = {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [_run(report)],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _run(report: Report) -> dict[str, Any]:
    waived = any(finding.waived for finding in report.findings)
    return {
        "tool": {
            "driver": {
                "name": "stmtdiff",
                "informationUri": _HOME,
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(rule) for rule in RULES.values()],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The top of the repository."}}},
        "invocations": [{"executionSuccessful": True, "properties": {"summary": summary(report)}}],
        "results": [_result(finding, suppressible=waived) for finding in report.findings],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    severity = rule.severity or (Severity.WARNING if rule.id.endswith(_ALARMS) else Severity.INFO)
    return {
        "id": rule.id,
        "shortDescription": {"text": f"Demands that {rule.demands}."},
        "fullDescription": {"text": rule.reason},
        "helpUri": f"{_HOME}/blob/main/docs/check.md",
        "defaultConfiguration": {"level": _LEVELS[severity]},
        "properties": {"tags": [rule.group]},
    }


def _result(finding: Finding, *, suppressible: bool) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": _INDEX[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": message(finding)},
        "locations": [_location(finding.place)],
        "partialFingerprints": {"stmtdiff/v1": finding.fingerprint},
        "properties": {"rules": list(finding.rules), "statement": finding.statement},
    }
    if suppressible:
        waived = finding.waived
        kept = {"kind": "external", "status": "accepted", "justification": waived.reason} if waived else None
        result["suppressions"] = [kept] if kept else []
    return result


def _location(place: Place) -> dict[str, Any]:
    region = {"startLine": place.line}
    if place.column and place.end_column:
        region |= {"startColumn": place.column, "endColumn": place.end_column}
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": quote(place.path), "uriBaseId": "%SRCROOT%"}, "region": region}
    }
    if place.at:
        location["logicalLocations"] = [{"fullyQualifiedName": place.at, "kind": "member"}]
    return location
