"""DOCX: tracked changes, counted lists, notes, tables, and archives that are no documents."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from paper import make_docx, paragraph, run

from stmtdiff.errors import StmtdiffError
from stmtdiff.ingest import Document, Style, docx

LEVELS = "".join(
    f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/><w:lvlText w:val="{text}"/></w:lvl>'
    for depth, (shape, text) in enumerate([("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "%1.%3")])
)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="7">{LEVELS}</w:abstractNum>'
    '<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
    "</w:lvlOverride></w:num>"
)


def item(text: str, level: int = 0, list_id: int = 1) -> str:
    return paragraph(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def read_texts(body: str, **parts: str) -> list[str]:
    return [block.text for block in docx.read(make_docx(body, **parts)).blocks]


def left_out(document: Document) -> list[tuple[str, str]]:
    return [(omission.text, omission.reason) for omission in document.omitted]


def test_inserted_text_is_read_and_deleted_text_is_left_out() -> None:
    struck = f"<w:del>{run('urge', tag='delText')}</w:del>"
    body = paragraph("The parties ", struck, f"<w:ins>{run('call on')}</w:ins>", " all members to act.")
    document = docx.read(make_docx(body))
    assert [block.text for block in document.blocks] == ["The parties call on all members to act."]
    assert left_out(document) == [("urge", "struck in tracked changes")]


def test_moved_text_is_read_where_it_went() -> None:
    body = paragraph(f"<w:moveFrom>{run('Old place.')}</w:moveFrom>", "Stays.")
    body += paragraph(f"<w:moveTo>{run('Old place.')}</w:moveTo>")
    document = docx.read(make_docx(body))
    assert [block.text for block in document.blocks] == ["Stays.", "Old place."]
    assert left_out(document) == [("Old place.", "moved away in tracked changes")]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    body = paragraph("We agree", properties="<w:rPr><w:del/></w:rPr>") + paragraph(" to meet again.")
    assert read_texts(body) == ["We agree to meet again."]


def test_hidden_and_struck_formatting_is_left_out() -> None:
    body = paragraph(
        "Seen ", run("unseen ", "<w:vanish/>"), run("gone ", "<w:strike/>"), run("kept", '<w:b w:val="0"/>')
    )
    document = docx.read(make_docx(body))
    assert document.blocks[0].text == "Seen kept"
    assert left_out(document) == [("unseen", "hidden text"), ("gone", "struck out in the source")]


def test_lists_are_counted_level_by_level() -> None:
    body = item("one") + item("first", 1) + item("second", 1) + item("deep", 2) + item("two") + item("anew", 1)
    blocks = docx.read(make_docx(body, numbering=NUMBERING)).blocks
    assert [block.number for block in blocks] == ["1.", "(a)", "(b)", "1.i", "2.", "(a)"]
    assert [block.level for block in blocks] == [1, 2, 2, 3, 1, 2]
    assert {block.style for block in blocks} == {Style.ITEM}


def test_a_list_may_start_anew_and_bullets_have_no_count() -> None:
    body = item("one") + item("five", list_id=3) + item("six", list_id=3) + item("point", list_id=2)
    blocks = docx.read(make_docx(body, numbering=NUMBERING)).blocks
    assert [block.number for block in blocks] == ["1.", "5.", "6.", "•"]


def test_styles_say_title_heading_and_level_also_through_what_they_are_based_on() -> None:
    styles = (
        '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
        '<w:style w:styleId="H"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="H"/></w:style>'
        '<w:style w:styleId="Ring"><w:name w:val="Ring"/><w:basedOn w:val="Ring"/></w:style>'
    )
    names = ("T", "H", "Own", "Ring")
    body = "".join(paragraph(name, properties=f'<w:pStyle w:val="{name}"/>') for name in names)
    document = docx.read(make_docx(body, styles=styles))
    assert [(block.style, block.level) for block in document.blocks] == [
        (Style.TITLE, 0),
        (Style.HEADING, 2),
        (Style.HEADING, 2),
        (Style.PARAGRAPH, 0),
    ]
    assert dict(document.metadata)["title"] == "T"


def test_notes_come_after_the_text_in_the_order_in_which_it_calls_them() -> None:
    body = paragraph("First", '<w:r><w:footnoteReference w:id="9"/></w:r>')
    body += paragraph("Second", '<w:r><w:footnoteReference w:id="4"/></w:r>')
    notes = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>' + "".join(
        f'<w:footnote w:id="{key}">{paragraph(text)}</w:footnote>' for key, text in ((4, "later"), (9, "sooner"))
    )
    blocks = docx.read(make_docx(body, footnotes=notes)).blocks
    assert [(b.number, b.text) for b in blocks if b.style is Style.FOOTNOTE] == [("1", "sooner"), ("2", "later")]


def test_tables_are_rows_and_deleted_rows_are_left_out() -> None:
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("Party", "Share"))
    gone = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('Nobody')}</w:tc></w:tr>"
    layout = f"<w:tr><w:tc>{paragraph('A paragraph.')}{paragraph('Another.')}</w:tc></w:tr>"
    document = docx.read(make_docx(f"<w:tbl><w:tr>{cells}</w:tr>{gone}{layout}</w:tbl>"))
    assert [block.text for block in document.blocks] == ["Party | Share", "A paragraph.", "Another."]
    assert document.blocks[0].style is Style.TABLE_ROW
    assert left_out(document) == [("Nobody", "struck in tracked changes")]


def test_heads_feet_and_comments_are_left_out_once() -> None:
    document = docx.read(
        make_docx(
            paragraph("Text."),
            header1=paragraph("Draft of Monday"),
            footer1=paragraph("Page"),
            comments=f"<w:comment>{paragraph('Delete?')}</w:comment>",
        )
    )
    assert left_out(document) == [("Draft of Monday", "running head"), ("Page", "page foot"), ("Delete?", "comment")]


def test_emphasis_is_what_the_paragraph_opens_with() -> None:
    body = paragraph(run("Recalling", "<w:i/>"), " its decision of ", run("May", "<w:i/>"))
    assert docx.read(make_docx(body)).blocks[0].emphasis == "Recalling"


def test_text_boxes_fields_and_content_controls_are_read() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('In a box.')}</w:txbxContent></w:pict></w:r>"
    field = f"<w:fldSimple>{run('Article 4')}</w:fldSimple>{run('PAGEREF x', tag='instrText')}"
    control = f"<w:sdt><w:sdtContent>{paragraph('Controlled.')}</w:sdtContent></w:sdt>"
    assert read_texts(paragraph("See ", field, box) + control) == ["See Article 4", "In a box.", "Controlled."]


def archive(**parts: bytes) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/"), content)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04 and nothing else", "damaged DOCX"),
        (archive(readme=b"hello"), "is an archive, not a document"),
        (archive(**{"xl__workbook.xml": b"<a/>"}), "is a spreadsheet"),
        (archive(**{"word__document.xml": b" " * 2**26 + b" "}), "would unpack to more"),
        (archive(**{"word__document.xml": b"<a>" + b" " * 2**22 + b"</a>"}), "would unpack to more"),
        (archive(**{"word__document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "declares XML entities"),
        (archive(**{"word__document.xml": b"<a>"}), "not well-formed XML"),
        (archive(**{"word__document.xml": b"<a/>"}), "has no text part"),
    ],
)
def test_what_is_no_document_is_refused(data: bytes, what: str) -> None:
    with pytest.raises(StmtdiffError, match=what):
        docx.read(data)


def test_an_archive_that_lies_about_its_size_is_refused() -> None:
    honest = archive(**{"word__document.xml": b"<a>" + b"x" * 5000 + b"</a>"})
    size = (5007).to_bytes(4, "little")
    assert honest.count(size) == 2
    with pytest.raises(StmtdiffError, match="damaged DOCX"):
        docx.read(honest.replace(size, (10).to_bytes(4, "little")))
