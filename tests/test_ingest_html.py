"""HTML and XML: main content and what stands around it, counted lists, metadata, entities."""

from __future__ import annotations

import pytest

from stmtdiff.errors import StmtdiffError
from stmtdiff.ingest import Document, Style, html, xml

PAGE = """<!doctype html><html lang="en-GB"><head><title>Statement | Site</title>
<meta name="dcterms.created" content="2031-03-03"><meta property="og:site_name" content="Harbour Board">
<script>var words = "none";</script></head><body>
<nav><a href="/">Home</a></nav><header>The Board</header>
<main><h1>Statement</h1><div class="article-data">Number 7</div><p>We <em>agree</em>.</p>
<aside>Related</aside></main><footer>All rights</footer></body></html>"""


def read(body: str) -> Document:
    return html.read(f"<!doctype html><body>{body}</body>".encode())


def test_what_stands_around_the_main_content_is_left_out_with_its_reason() -> None:
    document = html.read(PAGE.encode())
    assert [(block.style, block.text) for block in document.blocks] == [
        (Style.TITLE, "Statement"),
        (Style.PARAGRAPH, "We agree."),
    ]
    reasons = {omission.reason: omission.text for omission in document.omitted}
    assert reasons["navigation"] == "Home"
    assert reasons["page header"] == "The Board"
    assert reasons["page footer"] == "All rights"
    assert reasons["publication data"] == "Number 7"
    assert reasons["beside the main content"] == "Related"
    assert reasons["page head"] == "Statement | Site"
    assert any(reason.startswith("script, ") for reason in reasons)


def test_metadata_is_what_the_page_says_of_itself() -> None:
    assert dict(html.read(PAGE.encode()).metadata) == {
        "title": "Statement",
        "date": "2031-03-03",
        "language": "en-GB",
        "publisher": "Harbour Board",
    }


def test_ordered_lists_count_by_start_type_and_value() -> None:
    document = read(
        '<ol start="3"><li>c<ol type="a"><li>x</li><li>y</li></ol></li><li value="9">i</li><li>j</li></ol>'
        '<ol type="I" reversed><li>two</li><li>one</li></ol><ul><li>point</li></ul>'
    )
    assert [(block.number, block.level) for block in document.blocks] == [
        ("3.", 1),
        ("a.", 2),
        ("b.", 2),
        ("9.", 1),
        ("10.", 1),
        ("II.", 1),
        ("I.", 1),
        ("•", 1),
    ]


def test_a_list_item_of_paragraphs_is_numbered_once() -> None:
    document = read("<ol><li><p>First.</p><p>More.</p></li></ol>")
    assert [(block.number, block.style) for block in document.blocks] == [("1.", Style.ITEM), (None, Style.PARAGRAPH)]


def test_breaks_part_words_and_two_part_paragraphs() -> None:
    assert [block.text for block in read("<p>We<br>agree.<br><br>We decide.</p>").blocks] == ["We agree.", "We decide."]


def test_text_without_a_paragraph_tables_quotes_and_struck_words() -> None:
    document = read(
        "Loose text.<table><tr><th>Party</th><th>Share</th></tr><tr><td colspan=2>Layout.</td></tr></table>"
        "<blockquote><p>Quoted.</p></blockquote><p>We <del>urge</del><ins>ask</ins> all.</p>"
    )
    assert [(block.style, block.text) for block in document.blocks] == [
        (Style.PARAGRAPH, "Loose text."),
        (Style.TABLE_ROW, "Party | Share"),
        (Style.PARAGRAPH, "Layout."),
        (Style.QUOTE, "Quoted."),
        (Style.PARAGRAPH, "We ask all."),
    ]
    assert ("urge", "struck out in the source") in [(o.text, o.reason) for o in document.omitted]


def test_a_teaser_is_not_taken_for_the_main_content() -> None:
    document = read(f"<article>Short.</article><div>{'<p>We agree on many things.</p>' * 9}</div>")
    assert len(document.blocks) == 10


@pytest.mark.parametrize(
    "data",
    [
        '<meta charset="windows-1252"><p>“Café”</p>'.encode("cp1252"),
        '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>\x93Café\x94</p>'.encode("latin-1"),
        "\ufeff<p>“Café”</p>".encode("utf-16-le"),
        b"<p>&ldquo;Caf&eacute;&rdquo;</p>",
    ],
)
def test_the_encoding_is_the_one_that_the_page_declares(data: bytes) -> None:
    assert html.read(data).blocks[0].text.strip("“”\x93\x94") == "Café"


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(StmtdiffError, match="holds no text"):
        html.read(b"<!-- nothing -->")


def test_xml_is_read_by_its_shape() -> None:
    document = xml.read(
        b'<?xml version="1.0"?><act xml:lang="he"><title>Act</title><article><title>Article 1</title>'
        b"<para>We <b>agree</b>.</para><orderedlist><listitem><para>one</para></listitem>"
        b"<listitem><para>two</para></listitem></orderedlist></article></act>"
    )
    assert [(block.style, block.number, block.text) for block in document.blocks] == [
        (Style.TITLE, None, "Act"),
        (Style.HEADING, None, "Article 1"),
        (Style.PARAGRAPH, None, "We agree."),
        (Style.ITEM, "1.", "one"),
        (Style.ITEM, "2.", "two"),
    ]
    assert dict(document.metadata) == {"title": "Act", "language": "he"}


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>', "declares XML entities"),
        (b'<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><a>&y;</a>', "declares XML entities"),
        ('<!DOCTYPE a [<!ENTITY x "ha">]><a>&x;</a>'.encode("utf-16"), "declares XML entities"),
        (b"<a><b></a>", "is not well-formed XML"),
        (b"<a>" * 5000, "is not well-formed XML"),
    ],
)
def test_dangerous_and_broken_xml_is_refused(data: bytes, what: str) -> None:
    with pytest.raises(StmtdiffError, match=what):
        xml.read(data)


def test_control_characters_in_xml_are_left_out_with_a_warning() -> None:
    document = xml.read(b"<a><p>We\x0c \x08agree.</p></a>")
    assert document.blocks[0].text == "We agree."
    assert document.warnings == ("1 control characters left out",)


def test_a_break_in_a_heading_parts_nothing() -> None:
    blocks = html.read(b"<main><h1>Statement of the Board:<br>Quay Dues</h1><p>We decided.</p></main>").blocks
    assert [block.text for block in blocks] == ["Statement of the Board: Quay Dues", "We decided."]


def test_a_bold_line_over_a_paragraph_is_a_block() -> None:
    blocks = html.read(b"<main><p><b>Ports</b><br>We keep them open.</p></main>").blocks
    assert [block.text for block in blocks] == ["Ports", "We keep them open."]
