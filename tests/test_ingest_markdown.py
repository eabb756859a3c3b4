"""Markdown: lists with their numbers as given, footnotes, front matter, and what is no text."""

from __future__ import annotations

from stmtdiff.ingest import Document, Style, markdown


def read(text: str) -> Document:
    return markdown.read(text.encode())


def left_out(text: str) -> list[tuple[str, str]]:
    return [(omission.text, omission.reason) for omission in read(text).omitted]


def test_front_matter_is_metadata() -> None:
    text = (
        '---\ntitle: "The Ministers\\u2019 Statement on"\npublished_time: 2031-03-04 10:00\n'
        "date: '2031-03-03'\nsource_url: https://example.org/s\ntags: none\n---\nWe agree.\n"
    )
    document = read(text)
    assert dict(document.metadata) == {
        "title": "The Ministers’ Statement on",
        "date": "2031-03-03",
        "url": "https://example.org/s",
    }
    assert [(block.style, block.text) for block in document.blocks] == [
        (Style.TITLE, "The Ministers’ Statement on"),
        (Style.PARAGRAPH, "We agree."),
    ]
    assert document.omitted[0].reason == "front matter"
    assert document.omitted[0].text.startswith("title:\npublished_time")


def test_a_text_with_a_heading_of_its_own_keeps_that() -> None:
    assert [block.text for block in read("---\ntitle: Page\n---\n# Statement\n\nWe agree.\n").blocks] == [
        "Statement",
        "We agree.",
    ]


def test_escapes_of_yaml_are_the_characters() -> None:
    text = '---\ntitle: "Statement of\\_Quays \\u2013\\\n  \\ Communiqu\\xE9 \\ud800 \\"A\\""\n---\nWe agree.\n'
    assert dict(read(text).metadata)["title"] == 'Statement of Quays – Communiqué \ufffd "A"'


def test_a_bold_line_over_a_paragraph_ends_with_its_line_break() -> None:
    assert [block.text for block in read("**Ports and Quays**  \nWe keep them open.\n").blocks] == [
        "Ports and Quays",
        "We keep them open.",
    ]


def test_a_value_may_go_on_in_the_next_line_and_a_rule_is_no_front_matter() -> None:
    assert dict(read("---\ntitle: Statement on\n  the Harbour\n---\nWe agree.").metadata)["title"] == (
        "Statement on the Harbour"
    )
    assert read("---\n\nWe agree.\n\n---\n").metadata == ()


def test_lists_keep_the_numbers_that_are_given() -> None:
    blocks = read("3. Third\n4. Fourth\n\n    1) inner\n    2) other\n\n* point\n").blocks
    assert [(block.number, block.level, block.text) for block in blocks] == [
        ("3.", 1, "Third"),
        ("4.", 1, "Fourth"),
        ("1)", 2, "inner"),
        ("2)", 2, "other"),
        ("*", 1, "point"),
    ]


def test_the_second_paragraph_of_an_item_has_no_number_but_its_indent() -> None:
    blocks = read("1.  First.\n\n    More of it.\n\nOutside.\n").blocks
    assert [(block.style, block.indent) for block in blocks] == [
        (Style.ITEM, 4),
        (Style.PARAGRAPH, 4),
        (Style.PARAGRAPH, 0),
    ]


def test_an_indented_paragraph_is_text_and_no_code() -> None:
    assert [block.text for block in read("Chapeau:\n\n        Option 1: [open]\n").blocks] == [
        "Chapeau:",
        "Option 1: [open]",
    ]


def test_footnotes_come_last_with_their_label_and_the_marks_are_left_out() -> None:
    document = read("We agree[^a].\n\n[^a]: In *principle*.\n\n    And in fact.\n\nWe decide.\n")
    assert [(block.style, block.number, block.text) for block in document.blocks] == [
        (Style.PARAGRAPH, None, "We agree."),
        (Style.PARAGRAPH, None, "We decide."),
        (Style.FOOTNOTE, "a", "In principle."),
        (Style.FOOTNOTE, None, "And in fact."),
    ]
    assert [(o.text, o.reason) for o in document.omitted] == [("[^a]", "footnote mark")]


def test_emphasis_at_the_beginning_is_told_and_taken_off() -> None:
    blocks = read("*[Recalling* its decision on *ships*\n\n**Option 1:**Open the harbour\n").blocks
    assert (blocks[0].emphasis, blocks[0].text) == ("[Recalling", "[Recalling its decision on ships")
    assert blocks[1].text == "Option 1:Open the harbour"


def test_links_are_their_text_and_the_targets_are_left_out() -> None:
    text = "See [the act](https://example.org/a), [the note][n] and [report].\n\n[n]: /note\n[report]: /report\n"
    assert read(text).blocks[0].text == "See the act, the note and report."
    assert left_out(text) == [
        ("https://example.org/a", "link target"),
        ("N", "link label"),
        ("[n]: /note", "link definition"),
        ("[report]: /report", "link definition"),
    ]


def test_options_in_brackets_are_no_links() -> None:
    assert read("Parties [shall][should] act [, where possible,].").blocks[0].text == (
        "Parties [shall][should] act [, where possible,]."
    )


def test_attributes_comments_and_struck_words_are_left_out() -> None:
    text = "## Preamble\n{:.no_toc}\n\n* TOC\n{:toc}\n\nWe ~~urge~~ <del>ask</del> call.<!-- check -->\n\n\\###\n"
    assert [block.text for block in read(text).blocks] == ["Preamble", "We call."]
    assert sorted(reason for _, reason in left_out(text)) == [
        "attribute of the layout",
        "attribute of the layout",
        "comment",
        "no words in it",
        "struck out in the source",
        "struck out in the source",
    ]


def test_tables_quotes_and_html_are_read() -> None:
    text = "| Party | Share |\n|---|---|\n| A | 1 |\n\n> Quoted.\n\n<div><p>In <b>HTML</b>.</p></div>\n"
    assert [(block.style, block.text) for block in read(text).blocks] == [
        (Style.TABLE_ROW, "Party | Share"),
        (Style.TABLE_ROW, "A | 1"),
        (Style.QUOTE, "Quoted."),
        (Style.PARAGRAPH, "In HTML."),
    ]


def test_deep_lists_lose_nothing() -> None:
    text = "\n".join(f"{'  ' * depth}- item{depth}" for depth in range(60))
    assert [block.text for block in read(text).blocks] == [f"item{depth}" for depth in range(60)]
