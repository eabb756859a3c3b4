"""Plain text: paragraphs found with and without blank lines, bullets, headings, broken words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stmtdiff.ingest import Document, Style, plain
from stmtdiff.text import words_of


def read(text: str) -> Document:
    return plain.read(text.encode())


def texts(text: str) -> list[str]:
    return [block.text for block in read(text).blocks]


def test_wrapped_lines_without_blank_lines_between_recitals_are_parted_at_the_recitals() -> None:
    text = (
        "The Assembly of Members,\n"
        "Recalling the decision that it took at its session in the spring on the\n"
        "matter of the harbour, and the letters that members have sent since then,\n"
        "Deeply concerned that ships continue to wait outside the harbour for days,\n"
        "1.  Decides to widen the northern entrance of the harbour before the end\n"
        "of the year;\n"
        "2.  Requests the harbour master to report on this, as set out in paragraph\n"
        "1. of the annex, every month.\n"
    )
    assert [found.split()[0] for found in texts(text)] == ["The", "Recalling", "Deeply", "1.", "2."]


def test_a_number_that_belongs_to_the_sentence_starts_no_paragraph() -> None:
    text = "The members recall what they decided at their meeting under paragraph\n3. They stand by it.\n"
    assert len(texts(text)) == 1
    text = "They ask for three things: 1) an open harbour for all ships, at all hours,\n2) a pilot on each ship.\n"
    assert len(texts(text)) == 1


def test_one_line_a_paragraph_needs_no_blank_lines() -> None:
    first = "The committee decided to keep its rate where it is. " * 3
    second = "In its view the outlook has improved since the last meeting. " * 3
    assert texts(f"{first}\n{second}\n") == [first.strip(), second.strip()]


def test_a_sentence_goes_on_across_a_page_that_left_a_blank_line() -> None:
    assert texts("The members urge all ships to\n\nwait for a pilot.\n") == [
        "The members urge all ships to wait for a pilot."
    ]


def test_a_short_line_before_an_item_is_a_heading() -> None:
    text = "1. Decides to open the harbour;\nReporting\n2. Requests a report in spring.\n"
    assert [(block.style, block.text) for block in read(text).blocks][1] == (Style.HEADING, "Reporting")


def test_paragraphs_that_were_run_together_are_taken_apart_by_their_numbers() -> None:
    long = "7. Decides to open the harbour to all ships that carry grain; 8. Requests a report within a month; "
    long += "Reports 9. Further decides to meet again in the spring of the coming year."
    assert [found.split()[0] for found in texts(long)] == ["7.", "8.", "Reports", "9."]
    assert texts("7. Notes that 8. Street is closed to all traffic.") == [
        "7. Notes that 8. Street is closed to all traffic."
    ]


def test_recitals_on_one_line_are_taken_apart() -> None:
    line = "Noting the state of the harbour, Welcoming the work of the pilots, Also recalling its decision on ships,"
    assert [found.split()[0] for found in texts(line)] == ["Noting", "Welcoming", "Also"]


def test_bullets_are_items_and_dashes_in_a_sentence_are_not() -> None:
    blocks = read("They will:\n• open the harbour\n• and close it\n").blocks
    assert [(block.number, block.style) for block in blocks] == [
        (None, Style.PARAGRAPH),
        ("•", Style.ITEM),
        ("•", Style.ITEM),
    ]
    wrapped = (
        "The members of the harbour board, who met in the old town hall this week\n– all but one – agreed to open it.\n"
    )
    assert len(texts(wrapped)) == 1


def test_a_first_line_apart_is_the_title() -> None:
    document = read("Statement on the harbour\n\nWe agree to open it.\n")
    assert document.blocks[0].style is Style.TITLE
    assert dict(document.metadata) == {"title": "Statement on the harbour"}


def test_a_footnote_below_a_rule_is_one_and_its_mark_is_left_out() -> None:
    document = read("We agree to open the harbour.1\n________________\n1 The northern one.\n")
    assert [(block.style, block.number, block.text) for block in document.blocks] == [
        (Style.PARAGRAPH, None, "We agree to open the harbour."),
        (Style.FOOTNOTE, "1", "The northern one."),
    ]
    assert ("1", "footnote mark") in [(omission.text, omission.reason) for omission in document.omitted]


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("The coopera-\ntion of all; cooperation is good.", "The cooperation of all; cooperation is good."),
        ("It needs infor-\nmal talks.", "It needs infor-mal talks."),
        ("The women ’s share", "The women’s share"),
        ("A two -state plan, a two-state one", "A two-state plan, a two-state one"),
        ("A two -state plan", "A two -state plan"),
        ("协议由四国部长\n共同通过。", "协议由四国部长共同通过。"),
    ],
)
def test_broken_words_are_mended_only_where_the_document_says_how(broken: str, mended: str) -> None:
    assert texts(broken) == [mended]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\v"])
def test_every_line_end_is_one(end: str) -> None:
    assert texts(f"We agree.{end}{end}We decide.{end}") == ["We agree.", "We decide."]


def test_what_stands_at_the_edge_of_every_page_is_left_out() -> None:
    says = ["The harbour is open to all ships.", "The pilots are welcome.", "Nobody pays for the light."]
    pages = [f"X/2031/7\n\n{said}\n\n{page}/3\n\nDraft {page}\n" for page, said in enumerate(says, 1)]
    document = read("\f".join(pages))
    assert " ".join(block.text for block in document.blocks) == " ".join(says)
    assert sorted((o.page, o.text) for o in document.omitted) == [
        (page, text) for page in (1, 2, 3) for text in (f"{page}/3", f"Draft {page}", "X/2031/7")
    ]


def test_a_masthead_gives_the_date() -> None:
    document = read(
        "United Nations\n\nDistr.: General\n3 March 2031\n\nOriginal: English\n\nThe Council,\nNoting this,\n"
    )
    assert [block.text for block in document.blocks] == ["The Council,", "Noting this,"]
    assert dict(document.metadata) == {"date": "2031-03-03"}
    assert {omission.reason for omission in document.omitted} == {"masthead"}


def test_a_sentence_goes_on_where_a_form_feed_parts_the_pages() -> None:
    text = "The members urge all ships to wait for a\n\n1/2\n\fpilot at the northern entrance.\n\n2/2\n"
    assert texts(text) == ["The members urge all ships to wait for a pilot at the northern entrance."]


def test_control_characters_are_left_out_with_a_warning() -> None:
    document = read("We \x1b[1magree\x07.")
    assert document.blocks[0].text == "We [1magree."
    assert document.warnings == ("2 control characters left out",)


WORDS = st.lists(st.sampled_from("we Recalling 12. (b) agree, decide; the • - Acting ii) a.b".split()), min_size=1)


@given(st.lists(st.tuples(WORDS, st.sampled_from(["\n", "\n\n", "\n   "])), min_size=1))
def test_no_word_is_lost_and_none_changes_places(lines: list[tuple[list[str], str]]) -> None:
    text = "".join(" ".join(words) + end for words, end in lines)
    document = read(text)
    kept = " ".join(f"{block.number or ''} {block.text}" for block in document.blocks)
    assert words_of(kept) == words_of(text)


def test_a_heading_and_the_number_beside_it_are_parted() -> None:
    text = "1. The Board meets.\nDialogue (two months)  2.\n        Upon completion, the Board decides.\n"
    assert texts(text) == ["1. The Board meets.", "Dialogue (two months)", "2. Upon completion, the Board decides."]


def test_an_item_follows_a_conjunction_on_a_line_of_its_own() -> None:
    text = "(i)  the dues;\nand/or\n(ii)  the fees.\n"
    assert texts(text) == ["(i) the dues; and/or", "(ii) the fees."]


def test_the_mark_of_a_note_that_is_glued_to_a_sentence_is_left_out() -> None:
    document = read("The Board asked for a report.3 The report came.")
    assert [block.text for block in document.blocks] == ["The Board asked for a report. The report came."]
    assert [(one.text, one.reason) for one in document.omitted] == [("3", "footnote mark")]


def test_lines_of_the_printer_part_no_text() -> None:
    document = read("Noting the report,\n\n31-04852 (E)      230631      Please recycle\n*3104852*\nActing together,\n")
    assert [block.text for block in document.blocks] == ["Noting the report,", "Acting together,"]
    assert {one.reason for one in document.omitted} == {"page number or document symbol"}
