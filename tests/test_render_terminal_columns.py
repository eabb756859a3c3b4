"""Text in columns: widths, breaks, and marks that take no room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stmtdiff.model import Op
from stmtdiff.render.terminal.columns import END, INSERT, STRIKE, clean, clip, pad, width_of, wrap
from stmtdiff.render.terminal.paint import ink, mark

_words = st.lists(
    st.sampled_from(["lake", "of", "the", "harbour-master", "各方", "重申。", "e\u0301", "سلام", "x" * 30])
)
_texts = _words.map(" ".join)


@given(_texts, st.integers(min_value=4, max_value=50))
def test_wrapped_lines_fit_and_lose_nothing_but_spaces(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(width_of(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(_texts, st.integers(min_value=4, max_value=50))
def test_marks_do_not_change_where_latin_lines_break(text: str, width: int) -> None:
    if not text.isascii():
        return
    marked = "".join(f"{STRIKE}{word}{END} " for word in text.split()).rstrip()
    bare = [line.translate({ord(m): None for m in (STRIKE, INSERT, END)}) for line in wrap(marked, width)]
    assert bare == wrap(" ".join(text.split()), width)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        pytest.param("lake", 4, id="latin"),
        pytest.param("湖水", 4, id="wide"),
        pytest.param("e\u0301tat", 4, id="combining"),
        pytest.param("“lake”", 6, id="curly-quotes"),
        pytest.param("می\u200cرود", 5, id="joiner"),
        pytest.param(f"{INSERT}lake{END}", 4, id="marks"),
    ],
)
def test_width_counts_columns(text: str, width: int) -> None:
    assert width_of(text) == width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        pytest.param("one two three", 8, ["one two", "three"], id="at-spaces"),
        pytest.param("https://lake.example/page", 10, ["https://la", "ke.example", "/page"], id="a-long-word-is-cut"),
        pytest.param("各方重申支持", 6, ["各方重", "申支持"], id="cjk-between-characters"),
        pytest.param("各方重，申支持", 6, ["各方", "重，申", "支持"], id="no-mark-at-a-line-start"),
        pytest.param("one\ntwo", 9, ["one", "two"], id="line-feeds-stay"),
        pytest.param("", 9, [""], id="nothing"),
    ],
)
def test_lines_break_where_a_reader_expects(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


def test_clipping_says_that_it_cut() -> None:
    assert clip("one two three", 10) == "one two..."
    assert clip("各方重申支持", 9) == "各方重..."
    assert clip("one two", 7) == "one two"


def test_padding_counts_columns() -> None:
    assert pad("湖水", 6) == "湖水  "


def test_cleaned_text_keeps_line_feeds_and_shows_controls() -> None:
    assert clean("a\tb\u00a0c\nd\x1b[2Je") == "a b c\nd<U+001B>[2Je"


def test_a_style_that_runs_over_a_line_is_closed_and_opened_again() -> None:
    first, second, third = ink([f"a {STRIKE}b", "c", f"d{END} e"])
    assert first == "a \x1b[31;9mb\x1b[0m"
    assert second == "\x1b[31;9mc\x1b[0m"
    assert third == "\x1b[31;9md\x1b[0m e"


@pytest.mark.parametrize(
    ("edits", "shown"),
    [
        pytest.param([(Op.STRIKE, "urges"), (Op.INSERT, "asks")], "[-urges-]{+asks+}", id="exchange"),
        pytest.param([(Op.KEEP, "a "), (Op.INSERT, "new "), (Op.KEEP, "lake")], "a {+new+} lake", id="space-outside"),
        pytest.param([(Op.KEEP, "lake"), (Op.STRIKE, " view"), (Op.KEEP, ".")], "lake [-view-].", id="space-before"),
        pytest.param([(Op.KEEP, "a"), (Op.INSERT, " "), (Op.KEEP, "b")], "a{+ +}b", id="a-space-alone"),
    ],
)
def test_brackets_close_on_words(edits: list[tuple[Op, str]], shown: str) -> None:
    assert mark(edits, colour=False) == shown
