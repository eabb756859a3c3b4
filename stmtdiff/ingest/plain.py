"""Plain text: hard-wrapped or one line a paragraph, with blank lines between paragraphs or without."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from stmtdiff.ingest import openings
from stmtdiff.ingest.dates import find_date
from stmtdiff.ingest.decoding import decode, drop_controls
from stmtdiff.ingest.document import Block, Document, Style
from stmtdiff.ingest.dumps import Page, read_page
from stmtdiff.ingest.joining import join_lines, known_words
from stmtdiff.ingest.ornaments import set_aside
from stmtdiff.ingest.pagefeet import MASTHEAD, drop_furniture, is_masthead
from stmtdiff.ingest.recitals import take_apart
from stmtdiff.ingest.wrapped import Line, is_heading, read_lines, split_paragraphs
from stmtdiff.model import Omission

_TITLE = 200
_MASTHEAD_BLOCKS = 6
_NOTE = re.compile(r"(\d{1,3}|[*†‡])\s+(?=[A-Z“\"])")


def read(data: bytes) -> Document:
    """Read paragraphs; ``indent`` is in characters. Raises StmtdiffError for bytes that are no text."""
    text, warnings = drop_controls(decode(data, keep_pages=True))
    text, furniture = drop_furniture(text)
    page = read_page(text)
    lines = read_lines(page.text)
    known = known_words(line.text for line in lines)
    groups = list(split_paragraphs(lines))
    found = [block for group, style in _styled(groups) for block in _blocks(group, style, known)]
    blocks, ornaments = set_aside(found)
    blocks, masthead = _without_masthead(blocks)
    blocks, marks = _without_marks(blocks)
    blocks = [Block(text=page.title, style=Style.TITLE), *blocks] if page.title else blocks
    return Document(
        blocks=tuple(blocks),
        media_type="text/plain",
        omitted=(*page.omitted, *masthead, *furniture, *ornaments, *marks),
        metadata=tuple(_metadata(blocks, masthead, page)),
        warnings=warnings,
    )


def _styled(groups: Sequence[list[Line]]) -> Iterator[tuple[list[Line], Style]]:
    """Tell title, headings and footnotes from paragraphs by where they stand."""
    for place, group in enumerate(groups):
        before = groups[place - 1][-1] if place else None
        following = groups[place + 1][0] if place + 1 < len(groups) else None
        if place == 0 and following and _is_title(group, following):
            yield group, Style.TITLE
        elif before and openings.is_rule(before.text) and _NOTE.match(group[0].text):
            yield group, Style.FOOTNOTE
        elif len(group) == 1 and is_heading(before, group[0], following):
            yield group, Style.HEADING
        else:
            yield group, Style.PARAGRAPH


def _is_title(group: Sequence[Line], following: Line) -> bool:
    """Whether the first lines are short, unpunctuated and set apart by a blank line."""
    text = " ".join(line.text for line in group)
    plain = not openings.is_closed(text) and not openings.opens_item(text) and any(map(str.isalpha, text))
    return plain and following.after_blank and len(text) <= _TITLE


def _blocks(group: Sequence[Line], style: Style, known: frozenset[str]) -> Iterator[Block]:
    texts = [line.text for line in group]
    number = openings.bullet_of(texts[0])
    if number:
        style, texts[0] = Style.ITEM, openings.without_bullet(texts[0])
    elif style is Style.FOOTNOTE and (note := _NOTE.match(texts[0])):
        number, texts[0] = note[1], texts[0][note.end() :]
    level = 1 if style in {Style.ITEM, Style.HEADING} else 0
    first = Block(text=join_lines(texts, known), style=style, number=number, level=level, indent=group[0].indent)
    if style is Style.PARAGRAPH:
        yield from (replace(first, text=part) for part in take_apart(first.text))
    else:
        yield first


def _without_marks(blocks: Sequence[Block]) -> tuple[list[Block], list[Omission]]:
    """Take out the marks of footnotes: any that is glued to the end of a sentence, known ones after a space too."""
    known = [re.escape(block.number) for block in blocks if block.style is Style.FOOTNOTE and block.number]
    after_space = rf"(?<=[.,;:”\"’)])\s?(?:{'|'.join(known)})(?=\s|$)|" if known else ""
    mark = re.compile(rf"{after_space}(?<=[a-z]{{3}}[.;])\d{{1,2}}(?=\s+[A-Z“]|$)")
    marks = [match.group().strip() for block in blocks for match in mark.finditer(block.text)]
    omitted = [Omission(text=found, reason="footnote mark") for found in marks]
    return [replace(block, text=mark.sub("", block.text)) for block in blocks], omitted


def _without_masthead(blocks: Sequence[Block]) -> tuple[list[Block], list[Omission]]:
    """Take out the masthead of an official document: everything down to its language and distribution."""
    ends = [place for place, block in enumerate(blocks[:_MASTHEAD_BLOCKS], 1) if is_masthead(block.text)]
    end = ends[-1] if ends else 0
    return list(blocks[end:]), [Omission(text=block.text, reason=MASTHEAD) for block in blocks[:end]]


def _metadata(blocks: Sequence[Block], masthead: Sequence[Omission], page: Page) -> Iterator[tuple[str, str]]:
    if blocks and blocks[0].style is Style.TITLE:
        yield "title", blocks[0].text
    date = page.date or next(filter(None, (find_date(omission.text) for omission in masthead)), "")
    if date:
        yield "date", date
    if page.publisher:
        yield "publisher", page.publisher
