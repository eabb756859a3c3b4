"""Pages printed as text: menus, contacts and links around the text are left out, and nothing is lost."""

from __future__ import annotations

from stmtdiff.ingest import Style, plain
from stmtdiff.text import words_of

PAGE = """\
Skip_to_content
    * Careers
    * Media_Releases
          o 2031
          o 2030
***** In Media Releases *****
    * 2031
    * 2030
****** Statement by the Harbour Board:
Quay Dues ******
Number 2031-07
Date 4 March 2031
At its meeting today the Board left the dues as they are. The
reasons are in the Harbour_Report.
***** Reasons *****
Traffic is lower than expected.
***** Enquiries *****
Press Office
Phone: +1 2 3
***** Follow_us: *****
    * Newsletter
 © Harbour Board of Aville, 2001-2031. All rights reserved.
"""


def test_a_printed_page_is_its_text() -> None:
    document = plain.read(PAGE.encode())
    assert [(block.style, block.text) for block in document.blocks] == [
        (Style.TITLE, "Statement by the Harbour Board: Quay Dues"),
        (
            Style.PARAGRAPH,
            "At its meeting today the Board left the dues as they are. The reasons are in the Harbour Report.",
        ),
        (Style.PARAGRAPH, "Reasons"),
        (Style.PARAGRAPH, "Traffic is lower than expected."),
    ]
    assert dict(document.metadata) == {
        "title": "Statement by the Harbour Board: Quay Dues",
        "date": "2031-03-04",
        "publisher": "Harbour Board of Aville",
    }


def test_what_stands_around_is_listed_with_reasons() -> None:
    document = plain.read(PAGE.encode())
    assert {one.reason for one in document.omitted} == {
        "navigation",
        "publication data",
        "contact details",
        "sharing links",
    }
    kept = [block.text for block in document.blocks] + [one.text for one in document.omitted]
    assert sorted(words_of(" ".join(kept).replace("_", " "))) == sorted(words_of(PAGE.replace("_", " ")))


def test_stars_alone_make_no_page() -> None:
    text = "We met.\n\n*** Annex ***\n\nWe agree.\n\n*** Annex II ***\n\nWe part."
    assert plain.read(text.encode()).blocks[0].text == "We met."
    assert not plain.read(text.encode()).omitted
