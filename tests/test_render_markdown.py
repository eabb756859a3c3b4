"""Markdown and CriticMarkup: read as written, nothing from a document acts as markup."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import pytest
from hostile import STRINGS, hostile
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from specimen import new_statement, old_statement, pair, specimen

from stmtdiff.model import Op
from stmtdiff.render import criticmarkup, markdown
from stmtdiff.render.marks import markdown_runs, markdown_text
from stmtdiff.render.runs import Run, plain

READER = MarkdownIt("commonmark", {"html": True}).enable("table")
TAGS = re.compile(r"<[^>]*>")


def shown(text: str) -> str:
    """Return what a reader of the Markdown sees."""
    body = re.sub(r"<!-- -->", "", READER.render(text))
    return html.unescape(TAGS.sub("", body.replace("<br>", " ").replace("<br />", " ")))


def test_the_markdown_report_is_as_reviewed(golden: Callable[[str, str], None]) -> None:
    golden("report/specimen.md", markdown.render(specimen()))


def test_the_criticmarkup_is_as_reviewed(golden: Callable[[str, str], None]) -> None:
    golden("report/specimen.critic.md", criticmarkup.render(specimen()))


@given(st.text(min_size=1))
def test_any_text_reads_as_it_is(text: str) -> None:
    words = " ".join(plain(text).split())
    written = markdown_runs([Run(Op.KEEP, plain(text))])
    assert " ".join(shown(written).split()) == words


@pytest.mark.parametrize("words", STRINGS)
def test_hostile_words_are_shown_as_they_are(words: str) -> None:
    assert " ".join(plain(words).split()) in " ".join(shown(markdown.render(hostile())).split())


def test_only_our_own_tags_stand_in_the_report() -> None:
    tags = {tag.strip("</>").split()[0] for tag in TAGS.findall(markdown.render(hostile()).replace("<!-- -->", ""))}
    assert tags <= {"ins", "del", "strong", "br", "details", "summary"}


def test_nobody_is_mentioned_and_no_issue_is_linked() -> None:
    assert markdown_text("@reviewer, see #12") == "@<!-- -->reviewer, see #<!-- -->12"


@pytest.mark.parametrize("text", ["1. first", "12) then", "- item", "+ plus", "# no heading", "=== rule"])
def test_a_line_opens_no_list_and_no_heading(text: str) -> None:
    rendered = READER.render(markdown_runs([Run(Op.KEEP, text)]))
    assert rendered.startswith("<p>")


def test_the_headlines_come_first() -> None:
    text = markdown.render(specimen())
    assert text.index("## Headline changes") < text.index("### ▼ weaker: clause 2") < text.index("## Full text")


def test_withheld_verdicts_are_said() -> None:
    assert "Verdicts are withheld" in markdown.render(pair("它们敦促。", "它们呼吁。", "zh"))


def settled(text: str, *, keep: str, drop: str) -> list[str]:
    """Accept or reject every change; paragraphs that are left, without title and comments."""
    body = re.sub(r"\{>>.*?<<\}", "", text)
    body = re.sub(rf"\{{{drop}.*?{drop}\}}", "", body).replace(f"{{{keep}", "").replace(f"{keep}}}", "")
    return [shown(line).strip() for line in body.splitlines()[1:] if line.strip()]


def test_accepting_criticmarkup_gives_the_new_words_and_rejecting_the_old() -> None:
    text = criticmarkup.render(specimen())
    for side, keep, drop in ((new_statement(), r"++", r"--"), (old_statement(), "--", r"\+\+")):
        paragraphs = settled(text, keep=keep, drop=drop)
        words = " ".join(" ".join(paragraphs).split())
        expected = " ".join(f"{clause.number or ''} {clause.text}" for clause in side.clauses)
        assert words == " ".join(expected.split())


def test_braces_of_a_document_make_no_criticmarkup() -> None:
    comparison = pair("They note {++this++}.", "They note {--that--}.", "en")
    text = criticmarkup.render(comparison)
    assert text.count("{++") == text.count("++}")
    assert "{++this" not in text
    assert "They note {--that--}." in settled(text, keep="++", drop="--")[-1]
