"""PDF: paragraphs from geometry, furniture left out, footnotes, and files without a text that could be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from paper import Set, make_pdf

from stmtdiff.errors import StmtdiffError
from stmtdiff.ingest import Block, Style, pdf, plain, read_document
from stmtdiff.text import fold, words_of

LEADING = 12
FULL = "a line of text that is as wide as the column and so was broken where it ends"


def column(lines: list[str], *, top: float = 700, left: float = 124) -> list[Set]:
    """Set lines one below the other; an empty one is the space between paragraphs, a tab an indent."""
    placed = []
    y = top
    for line in lines:
        if line:
            placed.append(Set(left + 24 * line.startswith("\t"), y, line.strip()))
        y -= LEADING if line else LEADING / 2
    return placed


def texts(pages: list[list[Set]]) -> list[str]:
    return [block.text for block in pdf.read(make_pdf(pages)).blocks]


def test_space_between_lines_parts_paragraphs() -> None:
    lines = [f"\tRecalling {FULL}", "and goes on here,", "", f"\tNoting {FULL}", "and ends,"]
    assert texts([column(lines)]) == [f"Recalling {FULL} and goes on here,", f"Noting {FULL} and ends,"]


def test_an_indent_parts_paragraphs_where_no_space_does() -> None:
    lines = [f"\tThe parties {FULL}", f"{FULL} and agree.", f"\tThey {FULL}", "and will meet again."]
    assert texts([column(lines)]) == [f"The parties {FULL} {FULL} and agree.", f"They {FULL} and will meet again."]


def test_a_paragraph_goes_on_across_the_page() -> None:
    pages = [column([f"\t1. Decides {FULL}", FULL]), column(["and no further;", "", "\t2. Requests no more."])]
    blocks = pdf.read(make_pdf(pages)).blocks
    assert [block.text for block in blocks] == [f"1. Decides {FULL} {FULL} and no further;", "2. Requests no more."]
    assert [block.page for block in blocks] == [1, 2]


def test_a_running_sentence_keeps_its_list() -> None:
    lines = [f"3. Notes {FULL} (i) one thing;", "(ii) another thing and (iii) the last of the things;"]
    assert len(texts([column(lines)])) == 1


def test_running_heads_page_numbers_and_symbols_are_left_out() -> None:
    pages = [
        [
            Set(60, 760, "Draft of the working group"),
            *column([FULL, f"Page {n} says so."], top=680),
            Set(300, 30, f"{n}/3"),
        ]
        for n in (1, 2, 3)
    ]
    document = pdf.read(make_pdf(pages))
    assert all("working group" not in block.text and "/3" not in block.text for block in document.blocks)
    assert [(o.text, o.page) for o in document.omitted if o.reason == "running head"] == [
        ("Draft of the working group", page) for page in (1, 2, 3)
    ]
    assert [o.text for o in document.omitted if o.reason != "running head"] == ["1/3", "2/3", "3/3"]


def test_the_masthead_gives_date_and_publisher() -> None:
    head = [
        Set(124, 740, "United Nations X/2031/7"),
        Set(398, 720, "Distr.: General"),
        Set(398, 700, "3 March 2031"),
        Set(398, 680, "Original: English"),
        Set(124, 600, "Utopia: draft resolution", 14, "bold"),
    ]
    document = pdf.read(make_pdf([[*head, *column(["\tThe Council,", "", f"\tNoting {FULL},"], top=560)]]))
    assert dict(document.metadata) == {
        "title": "Utopia: draft resolution",
        "date": "2031-03-03",
        "publisher": "United Nations",
    }
    assert [block.style for block in document.blocks] == [Style.TITLE, Style.PARAGRAPH, Style.PARAGRAPH]
    assert {omission.reason for omission in document.omitted} == {"masthead"}


def test_footnotes_come_after_the_text_and_their_marks_are_left_out() -> None:
    body = [*column([FULL, FULL, "and calls for a review."]), Set(226, 680, "2", 6)]
    note = [Set(124, 90, "2", 5), Set(132, 87, "The review is due in spring.", 8)]
    document = pdf.read(make_pdf([[*body, *note]]))
    assert document.blocks[0].text.endswith("and calls for a review.")
    assert document.blocks[1] == Block(text="The review is due in spring.", style=Style.FOOTNOTE, number="2", page=1)
    assert [(o.text, o.reason) for o in document.omitted] == [("2", "footnote mark")]


def test_a_raised_figure_that_is_no_footnote_stays() -> None:
    body = [*column([FULL, FULL, "measured in m"]), Set(181, 680, "2", 6)]
    assert texts([body])[0].endswith("measured in m2")


def test_emphasis_and_headings_are_known_by_their_type() -> None:
    page = [Set(250, 720, "Final provisions", 10, "bold"), Set(124, 700, "Welcoming", 10, "slanted")]
    page += [Set(172, 700, FULL), *column([FULL, "and so on."], top=688)]
    blocks = pdf.read(make_pdf([page])).blocks
    assert (blocks[0].style, blocks[0].text) == (Style.HEADING, "Final provisions")
    assert blocks[1].emphasis == "Welcoming"


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        (["The coopera-", "tion goes on; cooperation is good."], "The cooperation goes on; cooperation is good."),
        (["We value information-", "sharing among us."], "We value information-sharing among us."),
        (["They are troop-", "and police-contributing."], "They are troop- and police-contributing."),
    ],
)
def test_hyphens_at_line_ends_are_mended_only_where_the_document_says_how(broken: list[str], whole: str) -> None:
    assert texts([column([FULL, *broken])]) == [f"{FULL} {whole}"]


@pytest.mark.parametrize(
    ("data", "what", "hint"),
    [
        (make_pdf([column(["Secret."])], protected=True), "password", "qpdf"),
        (make_pdf([[]]), "scan without a text layer", "ocrmypdf"),
        (b"%PDF-1.7\nbroken", "damaged PDF", "fetch it again"),
        (make_pdf([column(["Cut off."])])[:200], "damaged PDF", "fetch it again"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(data: bytes, what: str, hint: str) -> None:
    with pytest.raises(StmtdiffError, match=what) as caught:
        pdf.read(data)
    assert hint in caught.value.hint


def test_a_page_without_text_is_reported() -> None:
    document = pdf.read(make_pdf([column(["We agree."]), [], column(["We decide."])]))
    assert document.warnings == ("no text layer on page 2: run OCR on the file to have it read",)


def test_a_text_layer_made_by_ocr_is_reported(shared: Path) -> None:
    path = shared / "corpus" / "scans" / "alma-alta-commonwealth-of-independent-states-december-1991.pdf"
    document = pdf.read(path.read_bytes())
    assert any("OCR" in warning for warning in document.warnings)


@pytest.mark.slow
def test_a_draft_reads_the_same_from_pdf_and_from_text(shared: Path) -> None:
    """The plain extractions differ in places from the files they were made of; nine paragraphs in ten are the same."""
    same = total = exact = 0
    for path in sorted((shared / "corpus" / "unsc-pdf").glob("*.pdf")):
        from_pdf = read_document(path.read_bytes(), name=path.name).blocks
        from_text = plain.read((shared / "corpus" / "unsc-txt" / f"{path.stem}.txt").read_bytes()).blocks
        ours, theirs = (
            {fold(f"{block.number or ''} {block.text}") for block in blocks if block.style is not Style.TITLE}
            for blocks in (from_pdf, from_text)
        )
        same += 2 * len(ours & theirs)
        total += len(ours) + len(theirs)
        exact += ours == theirs
        words = [len(words_of(" ".join(block.text for block in blocks))) for blocks in (from_pdf, from_text)]
        assert abs(words[0] - words[1]) <= 0.1 * max(words), path.name
    assert same / total > 0.92
    assert exact >= 7
