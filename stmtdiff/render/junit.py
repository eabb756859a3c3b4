"""The check as JUnit XML: a suite for each statement, a case for each finding, a passed case where there is none.

What reaches the gate is a failure, what does not is a passed case that says so, what is waived a skipped one.
"""

from __future__ import annotations

from collections import defaultdict
from xml.etree import ElementTree as ET  # only written here, never parsed

from stmtdiff.check.finding import Finding, Report
from stmtdiff.render.findings_wording import message, summary
from stmtdiff.text import fits_screen


def render(report: Report) -> str:
    """Return the report as one ``testsuites`` document."""
    by_statement: dict[str, list[Finding]] = defaultdict(list)
    for name in report.coverage.checked:
        by_statement[name] = []
    for finding in report.findings:
        by_statement[finding.statement or finding.place.path].append(finding)
    suites = [_suite(name, findings, report) for name, findings in by_statement.items()] or [_nothing(report)]
    top = ET.Element("testsuites", {"name": "stmtdiff check", **_totals(suites)})
    top.extend(suites)
    ET.indent(top)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(top, encoding="unicode") + "\n"


def _suite(name: str, findings: list[Finding], report: Report) -> ET.Element:
    cases = [_case(finding, name, report) for finding in findings]
    cases = cases or [ET.Element("testcase", classname=_legal(name), name="no findings")]
    counts = {
        "tests": str(len(cases)),
        "failures": str(sum(case.find("failure") is not None for case in cases)),
        "skipped": str(sum(case.find("skipped") is not None for case in cases)),
        "errors": "0",
    }
    suite = ET.Element("testsuite", {"name": _legal(name), **counts})
    suite.extend(cases)
    return suite


def _nothing(report: Report) -> ET.Element:
    """Return a suite for a run without a statement to check: a reader of the report sees why."""
    suite = ET.Element("testsuite", name="stmtdiff check", tests="1", failures="0", skipped="1", errors="0")
    case = ET.SubElement(suite, "testcase", classname="stmtdiff", name="nothing to check")
    ET.SubElement(case, "skipped", message=_legal(summary(report)))
    return suite


def _case(finding: Finding, name: str, report: Report) -> ET.Element:
    title = f"{finding.rule} {finding.fingerprint}"
    case = ET.Element("testcase", classname=_legal(name), name=title, file=_legal(finding.place.path))
    case.set("line", str(finding.place.line))
    said = _legal(message(finding))
    if finding.waived:
        ET.SubElement(case, "skipped", message=_legal(f"waived: {finding.waived.reason}"))
    elif report.gate is not None and finding.severity.rank <= report.gate.rank:
        failure = ET.SubElement(case, "failure", type=finding.severity, message=said)
        failure.text = f"{_legal(finding.place.path)}:{finding.place.line}: {said}"
    else:
        ET.SubElement(case, "system-out").text = f"{finding.severity}: {said}"
    return case


def _totals(suites: list[ET.Element]) -> dict[str, str]:
    return {key: str(sum(int(suite.get(key, "0")) for suite in suites)) for key in ("tests", "failures", "skipped")}


def _legal(text: str) -> str:
    """Return text without the characters that XML 1.0 has no way to write."""
    return fits_screen(text).replace("\ufffe", "").replace("\uffff", "")
