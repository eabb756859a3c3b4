"""PDF: the text layer, put together from where its characters stand on the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from stmtdiff.ingest.dates import find_date
from stmtdiff.ingest.document import Block, Document, Style
from stmtdiff.ingest.joining import join_lines, known_words, squeeze
from stmtdiff.ingest.ornaments import set_aside
from stmtdiff.ingest.pagefeet import MASTHEAD
from stmtdiff.ingest.pdf.footnotes import Note, drop_marks, is_unfinished, split_notes
from stmtdiff.ingest.pdf.furniture import split_furniture
from stmtdiff.ingest.pdf.layout import Layout, measure
from stmtdiff.ingest.pdf.lines import Line, read_lines
from stmtdiff.ingest.pdf.opening import check_text_layer, is_photographed, load_page, opened
from stmtdiff.ingest.pdf.paragraphs import Paragraphs
from stmtdiff.model import Omission


def read(data: bytes) -> Document:
    """Read paragraphs with their page, footnotes after the text; ``indent`` is in points.

    Running heads, page numbers and the masthead are left out. Raises StmtdiffError for protected and damaged files and
    for scans without a text layer.
    """
    pages, heights, warnings = _read_pages(data)
    texts, omitted = split_furniture(pages, heights)
    layout = measure(texts)
    lines, notes, marks = _split_notes(texts, layout)
    known = known_words(squeeze(line.text) for line in lines)
    blocks = [*Paragraphs(layout, known).blocks(lines), *(_note(note, known) for note in notes)]
    kept, ornaments = set_aside(_titled(blocks, lines, layout))
    return Document(
        blocks=tuple(kept),
        media_type="application/pdf",
        omitted=(*omitted, *marks, *ornaments),
        metadata=tuple(_metadata(kept, omitted)),
        warnings=warnings,
    )


def _read_pages(data: bytes) -> tuple[list[list[Line]], list[float], tuple[str, ...]]:
    pages, heights, letters, photographed = [], [], [], []
    with opened(data) as document:
        for number in range(1, len(document) + 1):
            page = load_page(document, number)
            pages.append(read_lines(page, number))
            heights.append(float(page.get_height()))
            letters.append(sum(character.isalpha() for line in pages[-1] for character in line.text))
            photographed.append(is_photographed(page))
    return pages, heights, check_text_layer(letters, photographed)


def _split_notes(pages: Sequence[Sequence[Line]], layout: Layout) -> tuple[list[Line], list[Note], list[Omission]]:
    """Return the lines of the text, the footnotes, and the marks that pointed to them."""
    lines: list[Line] = []
    notes: list[Note] = []
    goes_on = False
    for page in pages:
        text, found = split_notes(page, layout, goes_on=goes_on)
        goes_on = is_unfinished(found)
        lines += text
        notes += found
    known = frozenset(note.mark for note in notes)
    marks: list[Omission] = []
    for place, line in enumerate(lines):
        lines[place], dropped = drop_marks(line, known)
        marks += dropped
    return [line for line in lines if line.text.strip()], notes, marks


def _note(note: Note, known: frozenset[str]) -> Block:
    text = join_lines([line.text for line in note.lines], known)
    return Block(text=text, style=Style.FOOTNOTE, number=note.mark or None, page=note.lines[0].page)


def _titled(blocks: Sequence[Block], lines: Sequence[Line], layout: Layout) -> list[Block]:
    """Call the heading the title that is set largest on the first page, where it is larger than the text."""
    first = [line for line in lines if line.page == 1 and layout.is_large(line)]
    largest = next((line for line in first if line.size == max(line.size for line in first)), None)
    beginning = squeeze(largest.text) if largest else ""
    for place, block in enumerate(blocks):
        if beginning and block.style is Style.HEADING and block.text.startswith(beginning):
            return [*blocks[:place], replace(block, style=Style.TITLE, level=0), *blocks[place + 1 :]]
    return list(blocks)


def _metadata(blocks: Sequence[Block], omitted: Sequence[Omission]) -> Iterator[tuple[str, str]]:
    """Yield the title that is set as one, and the date and publisher of a masthead."""
    title = next((block.text for block in blocks if block.style is Style.TITLE), "")
    if title:
        yield "title", title
    masthead = [omission.text for omission in omitted if omission.reason == MASTHEAD]
    date = next(filter(None, map(find_date, masthead)), "")
    if date:
        yield "date", date
    if any("United Nations" in text or "UNITED NATIONS" in text for text in masthead):
        yield "publisher", "United Nations"
