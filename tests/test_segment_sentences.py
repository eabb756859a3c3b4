"""Sentence ends, and the numbers before paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stmtdiff.segment.nesting import Nesting
from stmtdiff.segment.numbering import read_number, take_label
from stmtdiff.segment.sentences import split_sentences
from stmtdiff.text import words_of


@pytest.mark.parametrize(
    "whole",
    [
        "The report follows para. 3 and art. 4.4 of document S/2018/341.",
        "The U.S. Coast Guard met Mr. Adeyemi and Dr. Lund at No. 5 Harbour Road.",
        "They met in Washington, D.C. on 3 May, i.e. before the vote.",
        "He said: “We agree. We sign. We go home.”",
        "The fee (see fig. 2. It is new.) stays at 4.25 per cent.",
        "The list covers nets, lines, etc. and traps.",
        "[The Parties agree on a plan. They publish it.]",
    ],
)
def test_these_stay_whole(whole: str) -> None:
    assert split_sentences(whole) == [whole]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The channel is low.", "Ships wait."],
        ["They adopted a price cap.", "While it holds, fees fall."],
        ["Work ends in 2027.", "It will cost 3.5 million."],
        ["They met in Washington, D.C.", "The talks were short."],
        ["He said “no.”", "They left."],
        ["Why not?", "Nobody knows!", "So be it."],
        ["各方同意合作。", "会议结束。"],
        ["“我们同意。”", "他们离开了。"],
        ["هل نتفق؟", "نعم نتفق."],
        ["Стороны подписали договор.", "Он вступит в силу в 2020 г. после обмена грамотами."],
        ["The bracket [never closes. A second follows.", "No!"],
    ],
)
def test_these_are_separate(sentences: list[str]) -> None:
    joiner = "" if sentences[0] > "\u2fff" or sentences[0].startswith("“我") else " "
    expected = sentences if "[" not in sentences[0] else ["The bracket [never closes.", "A second follows.", "No!"]
    assert split_sentences(joiner.join(sentences)) == expected


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.one_of(st.sampled_from(["A b. ", "(", ")", "“", "”", "No. ", "U.S. ", "。", "3. "]), st.text(max_size=6))
    )
)
def test_no_word_is_lost_or_cut(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert [word for part in split_sentences(text) for word in words_of(part)] == words_of(text)


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("12.  Decides to meet", "12", "Decides to meet"),
        ("3) The fee", "3", "The fee"),
        ("(a) the nets", "(a)", "the nets"),
        ("(iv) the lines", "(iv)", "the lines"),
        ("3.3bis Each Party", "3.3bis", "Each Party"),
        ("IV. Finance", "IV", "Finance"),
        ("Option 2: No text", "Option 2", "No text"),
        ("• a bullet", None, "a bullet"),
        ("一、各方同意", "一", "各方同意"),
        ("（二）各方同意", "（二）", "各方同意"),
    ],
)
def test_a_number_is_taken_out_of_the_text(text: str, number: str | None, rest: str) -> None:
    taken = take_label(text)
    assert taken is not None
    assert (taken.labels[0].number, taken.text) == (number, rest)


@pytest.mark.parametrize(
    "text",
    ["15 months of talks", "2.5 percent", "1.5 degrees", "12.", "A fee", "I agree", "1990 (2011), 2024", "i.e. so"],
)
def test_this_is_no_number(text: str) -> None:
    taken = take_label(text)
    assert taken is None or taken.text == text


def place(nesting: Nesting, *steps: tuple[str, bool]) -> list[int | None]:
    """Parents of labelled clauses in a row; the flag says that the clause before ends with a colon."""
    return [
        nesting.place(read_number(number), 0, index, index - 1 if colon else None)[1]
        for index, (number, colon) in enumerate(steps)
    ]


def test_lists_nest_and_close() -> None:
    steps = [
        ("1.", False),
        ("(a)", True),
        ("(b)", False),
        ("(i)", True),
        ("(ii)", False),
        ("(c)", False),
        ("2.", False),
    ]
    assert place(Nesting(), *steps) == [None, 0, 0, 2, 2, 0, None]


def test_a_count_inside_a_count_returns_to_the_outer_one() -> None:
    steps = [("7.", False), ("1.", True), ("2.", False), ("3.", False), ("8.", False)]
    assert place(Nesting(), *steps) == [None, 0, 0, 0, None]


def test_the_letter_i_after_h_is_no_roman_one() -> None:
    steps = [("1.", False), *[(f"({letter})", letter == "a") for letter in "abcdefghi"]]
    assert place(Nesting(), *steps) == [None, *[0] * 9]


def test_a_heading_closes_inner_lists_but_not_the_count_of_paragraphs() -> None:
    nesting = Nesting()
    place(nesting, ("1.", False), ("(a)", True))
    nesting.interrupt(by_heading=True)
    label, parent = nesting.place(read_number("2."), 0, 2, None)
    assert (label.number, parent) == ("2", None)


def test_the_mark_of_a_note_ends_no_sentence_in_its_middle() -> None:
    assert split_sentences("We asked for a report.3 The report came.") == [
        "We asked for a report.3",
        "The report came.",
    ]
