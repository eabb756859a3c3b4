"""JUnit XML: failures at the gate, passed cases below it, skipped ones for what is waived; always well-formed."""

from __future__ import annotations

from dataclasses import replace

from findings_specimen import ALONE, DROPPED, EVERYTHING, NOTHING, STATEMENT, WEAKER, report
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from stmtdiff.check.finding import Report, Severity
from stmtdiff.render.junit import render


def parsed(one: Report) -> etree._Element:
    return etree.fromstring(render(one).encode())


def test_suites_are_statements_and_cases_are_findings() -> None:
    top = parsed(EVERYTHING)
    assert [suite.get("name") for suite in top] == [STATEMENT, "lakes/2024-06-01"]
    assert [case.get("name").split()[0] for case in top[0]] == ["look-alike", "weaker", "dropped"]
    assert top[0][0].get("file") == "statements/harbour/2024-05-01.json"
    assert top[0][0].get("line") == "17"


def test_only_what_reaches_the_gate_fails() -> None:
    assert len(parsed(EVERYTHING).findall(".//failure")) == 1
    assert len(parsed(replace(EVERYTHING, gate=Severity.WARNING)).findall(".//failure")) == 2
    assert parsed(replace(EVERYTHING, gate=None)).find(".//failure") is None


def test_what_is_below_the_gate_is_still_read() -> None:
    assert "presses less" in "".join(parsed(report(WEAKER)).itertext())


def test_a_waived_finding_is_skipped_with_its_reason() -> None:
    skipped = parsed(report(DROPPED)).find(".//skipped")
    assert skipped is not None
    assert "agreed in Bergen" in skipped.get("message")


def test_counts_add_up() -> None:
    top = parsed(EVERYTHING)
    for element in (top, *top):
        assert int(element.get("tests")) == len(element.findall(".//testcase"))
        assert int(element.get("failures")) == len(element.findall(".//failure"))
        assert int(element.get("skipped")) == len(element.findall(".//skipped"))


def test_a_statement_without_findings_is_a_passed_case() -> None:
    clean = replace(NOTHING, coverage=replace(NOTHING.coverage, checked=(STATEMENT,)))
    top = parsed(clean)
    assert top[0].get("name") == STATEMENT
    assert len(top[0][0]) == 0


def test_a_run_without_statements_says_so_in_a_skipped_case() -> None:
    skipped = parsed(NOTHING).find(".//skipped")
    assert skipped is not None
    assert "checked 0 of 500" in skipped.get("message")


@given(st.text())
def test_any_words_give_well_formed_xml(words: str) -> None:
    words = words.encode("utf-8", "replace").decode()
    assert parsed(report(replace(ALONE, what=words or "x", statement=words or "x"))).tag == "testsuites"
