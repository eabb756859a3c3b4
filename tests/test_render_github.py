"""GitHub annotations: escaped as the runner unescapes, ten at most, the worst first."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from findings_specimen import DROPPED, EVERYTHING, LOOK_ALIKE, NOTHING, WEAKER, report
from hypothesis import given
from hypothesis import strategies as st

from stmtdiff.check.finding import Finding, Place, Severity
from stmtdiff.render.github import MOST, render, step_outputs, step_summary

_COMMAND = re.compile(r"::(?P<name>error|warning|notice) (?P<properties>[^\r\n]*?)::(?P<data>[^\r\n]*)")


def read(line: str) -> tuple[str, dict[str, str], str]:
    """Read a command as the runner does."""
    match = _COMMAND.fullmatch(line)
    assert match, line

    def plain(text: str, *, prop: bool) -> str:
        for code, character in (("%0D", "\r"), ("%0A", "\n"), *((("%3A", ":"), ("%2C", ",")) if prop else ())):
            text = text.replace(code, character)
        return text.replace("%25", "%")

    properties = dict(part.split("=", 1) for part in match["properties"].split(","))
    return match["name"], {k: plain(v, prop=True) for k, v in properties.items()}, plain(match["data"], prop=False)


def with_words(words: str) -> Finding:
    return replace(LOOK_ALIKE, what=words, hint="", place=Place(path=words or "x", line=3))


def test_annotations_say_file_line_and_rule() -> None:
    name, properties, data = read(render(EVERYTHING).split("\n")[0])
    assert name == "error"
    assert properties["file"] == LOOK_ALIKE.place.path
    assert (properties["line"], properties["col"], properties["endColumn"]) == ("17", "20", "21")
    assert properties["title"].startswith("look-alike ")
    assert "CYRILLIC" in data


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_the_runner_reads_back_any_words(words: str) -> None:
    text = render(report(with_words(words)))
    lines = text.split("\n")
    assert lines[-1] == ""
    assert len(lines) == 2
    assert "\r" not in text
    _, properties, data = read(lines[0])
    if "%" not in words:  # a percent sign before two digits is read in one of two orders
        assert properties["file"] == (words or "x")
        assert data == words


@pytest.mark.parametrize("words", ["100%", "a:b,c", "one\ntwo", "one\r\n::error::two", "%0A"])
def test_words_that_could_be_a_command_stay_words(words: str) -> None:
    text = render(report(with_words(words)))
    assert text.count("\n") == 1
    assert text.startswith("::error file=")


def test_ten_are_shown_and_the_worst_go_first() -> None:
    mild = [replace(WEAKER, fingerprint=f"{n:012x}") for n in range(30)]
    lines = render(report(*mild, LOOK_ALIKE)).splitlines()
    assert len(lines) == MOST == 10
    assert [read(line)[0] for line in lines] == ["error"] + ["warning"] * 9


def test_the_job_summary_has_them_all() -> None:
    mild = [replace(WEAKER, fingerprint=f"{n:012x}") for n in range(30)]
    text = step_summary(report(*mild, LOOK_ALIKE))
    assert all(finding.fingerprint in text for finding in (*mild, LOOK_ALIKE))


def test_the_job_summary_of_a_run_without_findings_says_so() -> None:
    assert "no findings" in step_summary(NOTHING)


def test_a_job_summary_is_smaller_than_the_service_takes() -> None:
    many = [replace(WEAKER, fingerprint=f"{n:012x}") for n in range(5000)]
    assert len(step_summary(report(*many)).encode()) < 1024 * 1024


def test_nothing_is_printed_when_nothing_stands() -> None:
    assert render(NOTHING) == ""
    assert render(report(DROPPED)) == ""


def test_outputs_are_counts_and_the_gate() -> None:
    outputs = dict(line.split("=") for line in step_outputs(EVERYTHING).splitlines())
    assert outputs == {
        "result": "failed",
        "findings": "3",
        "errors": "1",
        "warnings": "1",
        "notes": "1",
        "waived": "1",
        "checked": "2",
        "compared": "1",
        "skipped": "1",
    }
    assert "result=passed" in step_outputs(report(LOOK_ALIKE, gate=None))
    assert Severity.ERROR.rank == 0
