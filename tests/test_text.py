"""Tokens rebuild the text; spelling, spacing and typography make no difference to its wording."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stmtdiff.text import fits_screen, fold, locate_tokens, same_wording, split_tokens, words_of


@given(st.text())
def test_tokens_rebuild_the_text(text: str) -> None:
    assert "".join(split_tokens(text)) == text


@given(st.text())
def test_located_tokens_stand_where_they_say(text: str) -> None:
    assert all(text[token.start : token.end] == token.text for token in locate_tokens(text))


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("$5,000.50 by 2024-09-27", ["$", "5,000.50", " ", "by", " ", "2024-09-27"]),
        ("1-1/2 to 1.75", ["1-1/2", " ", "to", " ", "1.75"]),
        ("don’t re-open", ["don’t", " ", "re", "-", "open"]),
        ("呼吁各方", ["呼", "吁", "各", "方"]),
        ("الدول الأطراف", ["الدول", " ", "الأطراف"]),
    ],
)
def test_words_and_numbers_stay_whole_and_cjk_goes_by_character(text: str, tokens: list[str]) -> None:
    assert split_tokens(text) == tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The “Parties” agree", 'the "parties"  agree'),
        ("a well–known fact;", "A well-known fact"),
        ("re\u00adopen\u200b", "reopen"),
        ("Ｆｕｌｌ\u00a0width", "full width"),
    ],
)
def test_typography_is_no_wording(one: str, other: str) -> None:
    assert same_wording(one) == same_wording(other)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_words_are_counted_without_marks() -> None:
    assert words_of("The Ministers (all 4) — agreed.") == ["the", "ministers", "all", "4", "agreed"]


@given(st.text())
def test_no_text_drives_the_terminal(text: str) -> None:
    shown = fits_screen(text)
    assert not any(ord(c) < 32 and c not in "\n\t" for c in shown)
    assert "\x1b" not in shown
    assert "\u202e" not in shown
