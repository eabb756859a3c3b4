"""The lines of a page: their words, where they stand, how large they are set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from stmtdiff.ingest.pdf.glyphs import Glyph, PageText

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_HYPHEN_MARKS = frozenset({"\x02", "\ufffe"})  # PDFium puts one for a hyphen at a line end, and no line end after it
_RAISED_SIZE = 0.8  # of the line's type: smaller figures that stand higher are footnote marks
_RAISED_BY = 0.15
_SAME_BASE = 0.5
_STEP = 0.1  # points
_MARKS = frozenset("0123456789*†‡§,")
_SLANTED_FONTS = ("italic", "oblique", "bold", "black", "heavy")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of type, in points from the lower left corner of its page.

    ``raised`` are the spans of ``text`` that may be footnote marks; ``emphasis`` the leading words in italics or bold.
    """

    text: str
    page: int
    left: float
    right: float
    base: float
    size: float
    raised: tuple[tuple[int, int], ...] = ()
    emphasis: str = ""
    is_bold: bool = False  # from its first to its last character


def read_lines(page: PdfPage, number: int) -> list[Line]:
    """Return the lines of page ``number`` (the first is 1) in the order of the page's content."""
    text = PageText(page)
    lines: list[Line] = []
    for glyphs in _split(text.glyphs()):
        line = _line(glyphs, text, number)
        if line and lines and _is_lone_mark(lines[-1], line):
            lines[-1] = _with_mark(lines[-1], line)
        elif line and lines and _goes_on(lines[-1], line):
            lines[-1] = _joined(lines[-1], line)
        elif line:
            lines.append(line)
    return lines


def _is_lone_mark(before: Line, line: Line) -> bool:
    """Whether the line is a footnote mark that PDFium set apart because it stands higher."""
    raised_by = line.base - before.base
    small = line.size < before.size * _RAISED_SIZE and before.size * _RAISED_BY < raised_by < before.size
    return small and set(line.text.strip()) <= _MARKS


def _with_mark(before: Line, line: Line) -> Line:
    text, mark = before.text.rstrip(), line.text.strip()
    span = (len(text), len(text) + len(mark))
    return replace(before, text=text + mark, raised=(*before.raised, span), right=line.right)


def _goes_on(before: Line, line: Line) -> bool:
    """Whether ``line`` stands at the height of ``before`` and further right: PDFium parted one line."""
    reach = _SAME_BASE * max(before.size, line.size)
    return abs(before.base - line.base) < reach and line.left >= before.right - 1


def _joined(before: Line, line: Line) -> Line:
    """Return one line of two; a figure that stands alone before smaller or lower type is a footnote mark."""
    text = before.text.rstrip() + " "
    main = max(before, line, key=lambda part: len(part.text))
    raised = before.raised
    if _is_lone_mark(line, before):
        raised = ((0, len(text) - 1),)
    return replace(
        main,
        text=text + line.text,
        left=before.left,
        right=line.right,
        raised=(*raised, *((start + len(text), end + len(text)) for start, end in line.raised)),
        emphasis=before.emphasis if before.emphasis != before.text.strip() else f"{before.emphasis} {line.emphasis}",
        is_bold=before.is_bold and line.is_bold,
    )


def _split(glyphs: Iterator[Glyph]) -> Iterator[list[Glyph]]:
    line: list[Glyph] = []
    for glyph in glyphs:
        if glyph.text in _HYPHEN_MARKS:
            line.append(glyph._replace(text="-"))
        elif glyph.text not in "\r\n":
            line.append(glyph)
            continue
        yield line
        line = []
    yield line


def _line(glyphs: Sequence[Glyph], text: PageText, page: int) -> Line | None:
    inked = [glyph for glyph in glyphs if not glyph.text.isspace()]
    if not inked:
        return None
    size = _commonest(glyph.size for glyph in inked)
    base = _commonest(glyph.base for glyph in inked if abs(glyph.size - size) < _STEP)
    emphasis, is_bold = _emphasis(glyphs, text)
    return Line(
        text="".join(glyph.text for glyph in glyphs),
        page=page,
        left=inked[0].left,
        right=max(glyph.right for glyph in inked),
        base=base,
        size=size,
        raised=tuple(_raised(glyphs, base, size)),
        emphasis=emphasis,
        is_bold=is_bold,
    )


def _commonest(values: Iterator[float]) -> float:
    """Return the commonest value, rounded to tenths; the first of several."""
    return Counter(round(value, 1) for value in values).most_common(1)[0][0]


def _raised(glyphs: Sequence[Glyph], base: float, size: float) -> Iterator[tuple[int, int]]:
    """Yield the spans of figures and asterisks that are smaller than the line and stand higher."""
    start = None
    for place, glyph in enumerate(glyphs):
        small = glyph.size < size * _RAISED_SIZE and glyph.base > base + size * _RAISED_BY
        label = place > 0 and glyphs[place - 1].size < size * _RAISED_SIZE and glyphs[place - 1].text.isalpha()
        if small and glyph.text in _MARKS and not label:
            start = place if start is None else start
        elif start is not None:
            yield start, place
            start = None
    if start is not None:
        yield start, len(glyphs)


def _emphasis(glyphs: Sequence[Glyph], text: PageText) -> tuple[str, bool]:
    """Return the leading words that are slanted or bold, and whether the line is so in whole and mostly bold."""
    leading: list[str] = []
    inked = bold = 0
    for glyph in glyphs:
        font = "" if glyph.text.isspace() else text.font(glyph.place)
        if font and not any(name in font for name in _SLANTED_FONTS):
            return "".join(leading).strip(), False
        inked += bool(font)
        bold += "bold" in font or "black" in font
        leading.append(glyph.text)
    return "".join(leading).strip(), 2 * bold > inked
