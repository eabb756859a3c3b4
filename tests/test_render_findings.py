"""The views of a check: one report, seven formats; each says what was covered, none obeys a document."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from findings_specimen import DROPPED, EVERYTHING, LOOK_ALIKE, NOTHING, STATEMENT, WEAKER, report
from markdown_it import MarkdownIt

from stmtdiff.check.finding import Change, Finding, Severity
from stmtdiff.codec.schemas import violations
from stmtdiff.errors import StmtdiffError
from stmtdiff.model import Op
from stmtdiff.render import findings_markdown, findings_text
from stmtdiff.render.findings import FINDING_VIEWS, finding_view_for
from stmtdiff.render.findings_markdown import escaped
from stmtdiff.render.findings_wording import message, summary

# SARIF lists every rule; it is held by a schema and not by a golden file.
GOLDEN = {"text": "txt", "markdown": "md", "json": "json", "github": "txt", "junit": "xml", "gitlab": "json"}


@pytest.mark.parametrize("name", GOLDEN)
def test_a_view_is_as_reviewed(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"check/{name}.{GOLDEN[name]}", FINDING_VIEWS[name](EVERYTHING))


@pytest.mark.parametrize("name", GOLDEN)
def test_a_view_of_nothing_is_as_reviewed(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"check/nothing-{name}.{GOLDEN[name]}", FINDING_VIEWS[name](NOTHING))


@pytest.mark.parametrize("name", FINDING_VIEWS)
def test_the_same_report_gives_the_same_bytes(name: str) -> None:
    assert FINDING_VIEWS[name](EVERYTHING) == FINDING_VIEWS[name](EVERYTHING)


@pytest.mark.parametrize("one", [EVERYTHING, NOTHING, report(WEAKER, gate=None)])
def test_json_is_what_its_schema_says(one: object) -> None:
    raw = json.loads(FINDING_VIEWS["json"](one))  # type: ignore[arg-type]
    assert list(violations(raw, "findings")) == []


def test_the_summary_says_what_was_checked_compared_and_skipped_and_why() -> None:
    line = summary(EVERYTHING)
    assert "\n" not in line
    for words in (
        "1 error, 1 warning, 1 note (1 waived)",
        "checked 2 of 500 statements (498 as at main (1a2b3c4d5))",
        "compared 1 (1 with main (1a2b3c4d5), 1 with harbour/2023-05-01)",
        "not compared 1 (is the first of its series)",
        "gate error: failed",
    ):
        assert words in line


@pytest.mark.parametrize(
    ("file", "view"),
    [
        ("report.sarif", "sarif"),
        ("report.sarif.json", "sarif"),
        ("report.json", "json"),
        ("out/gl-code-quality-report.json", "gitlab"),
        ("junit.xml", "junit"),
        ("comment.md", "markdown"),
        ("log.txt", "text"),
        ("gitlab=quality.json", "gitlab"),
        ("github=x", "github"),
    ],
)
def test_the_ending_or_a_word_picks_the_view(file: str, view: str) -> None:
    assert finding_view_for(file) == (FINDING_VIEWS[view], file.partition("=")[2] or file)


def test_an_ending_that_no_view_has_is_refused() -> None:
    with pytest.raises(StmtdiffError, match="FORMAT=FILE"):
        finding_view_for("report.docx")


def test_waived_findings_are_not_shown_to_people() -> None:
    for name in ("text", "markdown", "github", "gitlab"):
        assert DROPPED.fingerprint not in FINDING_VIEWS[name](EVERYTHING), name


def hostile(words: str) -> Finding:
    assert isinstance(WEAKER.change, Change)
    change = replace(WEAKER.change, new=words, edits=((Op.INSERT, words),))
    return replace(WEAKER, what=words, hint=words, change=change)


COMMANDS = [
    "::error::owned",
    "\n::set-output name=x::y",
    "##[command]x",
    "\x1b[2J",
    "\u202eabc",
    "\r::stop-commands::x",
]


@pytest.mark.parametrize("words", COMMANDS)
def test_text_obeys_no_words_of_a_document(words: str) -> None:
    text = findings_text.render(report(hostile(words)), colour=False)
    assert not any(line.lstrip().startswith("::") for line in text.replace("\r", "\n").split("\n"))
    assert "##[" not in text
    assert not {"\x1b", "\u202e", "\r"} & set(text)


def test_text_has_colour_only_when_asked() -> None:
    assert "\x1b[" not in findings_text.render(EVERYTHING, colour=False)
    assert "\x1b[" in findings_text.render(EVERYTHING, colour=True)


@pytest.mark.parametrize("width", [60, 80, 160])
def test_every_line_fits_a_terminal_and_no_word_is_lost(width: int) -> None:
    text = findings_text.render(EVERYTHING, width=width, colour=False)
    assert all(len(line) <= width for line in text.split("\n") if " " in line.strip())
    whole = findings_text.render(EVERYTHING, width=None, colour=False)
    assert set(whole.replace("|", " ").split()) <= set(text.replace("|", " ").split())


def test_a_finding_is_one_line_in_a_log() -> None:
    line = findings_text.render(EVERYTHING).split("\n")[0]
    assert LOOK_ALIKE.what in line
    assert line.endswith(f"[look-alike {LOOK_ALIKE.fingerprint}]")


def test_markdown_is_empty_when_nothing_stands() -> None:
    assert findings_markdown.render(NOTHING) == ""
    assert findings_markdown.render(report(DROPPED)) == ""


MARKUP = [
    "<script>alert(1)</script>",
    "# heading",
    "- item",
    "1. item",
    "> quote",
    "**bold**",
    "`code`",
    "[x](https://x.invalid)",
    "![x](y)",
    "| a | b |",
    "&lt;b&gt;",
    "~~struck~~",
    "__x__",
    "<!-- hidden -->",
    "+ item",
    "\\*",
]


@pytest.mark.parametrize("words", MARKUP)
def test_words_of_a_document_are_no_markdown(words: str) -> None:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    (opened, inline, closed) = parser.parse(escaped(words))
    assert (opened.type, closed.type) == ("paragraph_open", "paragraph_close")
    shown = "".join(child.content for child in inline.children or [] if child.content != "<!-- -->")
    assert shown == words
    assert {child.type for child in inline.children or []} <= {"text", "text_special", "html_inline"}
    assert all(child.content == "<!-- -->" for child in inline.children or [] if child.type == "html_inline")


@pytest.mark.parametrize("words", ["@pilots", "see #12", "a@b"])
def test_nobody_is_mentioned_by_a_document(words: str) -> None:
    assert "<!-- -->" in escaped(words)


def test_a_comment_is_no_longer_than_a_service_takes() -> None:
    many = [replace(WEAKER, fingerprint=f"{n:012x}") for n in range(2000)]
    text = findings_markdown.render(report(*many))
    assert len(text) < 65_536
    assert "more findings do not fit here" in text


def test_a_message_quotes_what_was_dropped() -> None:
    assert "They will dredge the strait" in message(DROPPED)
    assert "presses less" in message(WEAKER)
    assert message(LOOK_ALIKE).endswith("type 'o' in its place")


def test_the_text_of_a_passing_run_is_one_line() -> None:
    text = FINDING_VIEWS["text"](NOTHING)
    assert text.count("\n") == 1
    assert "no findings" in text


def test_severities_are_ordered() -> None:
    assert [severity.rank for severity in Severity] == [0, 1, 2]
    assert STATEMENT in FINDING_VIEWS["json"](EVERYTHING)
