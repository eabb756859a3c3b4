"""Lines to paragraphs: by distance and indent, and by words where a page ends between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stmtdiff.ingest import openings
from stmtdiff.ingest.document import Block, Style
from stmtdiff.ingest.joining import join_lines, squeeze
from stmtdiff.ingest.pdf.layout import Layout
from stmtdiff.ingest.pdf.lines import Line

_HEADING_LINES = 4
_MEMORY = 40  # lines back to look for the ordinal before an ordinal
_TITLE_LINES = 20  # the title of a draft resolution names all its sponsors


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Puts lines together in one document's layout."""

    layout: Layout
    known: frozenset[str]

    def blocks(self, lines: Sequence[Line]) -> Iterator[Block]:
        """Yield paragraphs, headings and bulleted items, with the page that each begins on."""
        group: list[Line] = []
        for line in lines:
            if group and self._starts(group, line):
                yield self._block(group)
                group = []
            group.append(line)
        if group:
            yield self._block(group)

    def _starts(self, group: Sequence[Line], line: Line) -> bool:
        """Whether ``line`` opens a paragraph after ``group``: the strongest sign decides."""
        before = group[-1]
        if self._runs_on(group, line):
            return False
        last = squeeze(before.text)
        if not self.layout.same_size(before, line):
            return True
        if before.page != line.page or self.layout.gap(before, line) <= 0:
            return self._starts_page(before, line)
        if self.layout.is_loose(before, line):
            return openings.is_closed(last) or self.layout.is_short(before) or self.layout.is_far(before, line)
        return self._starts_close(before, line)

    def _starts_close(self, before: Line, line: Line) -> bool:
        """Whether a line opens a paragraph although it follows at the usual distance."""
        words, last = squeeze(line.text), squeeze(before.text)
        short = self.layout.is_short(before)
        if openings.opens_item(words):
            return openings.is_closed(last) or (short and not openings.awaits_number(last))
        if words[:1].islower():
            return False
        if before.is_bold is not line.is_bold and short:
            return True
        return openings.is_closed(last) and (openings.opens_recital(words) or self._begins_anew(before, line))

    def _runs_on(self, group: Sequence[Line], line: Line) -> bool:
        """Whether an ordinal at the line's beginning goes on a list inside the sentence: "(i) ...; (ii) ..."."""
        words = squeeze(line.text)
        if not openings.opens_item(words) or self.layout.is_loose(group[-1], line):
            return False
        return openings.runs_on(squeeze(" ".join(part.text for part in group[-_MEMORY:])), words)

    def _begins_anew(self, before: Line, line: Line) -> bool:
        """Whether a sentence ended before, and this line is indented or had room on the one before."""
        hanging = openings.opens_item(squeeze(before.text))
        indented = self.layout.is_indented(line, before.left) and not hanging
        return openings.is_ended(squeeze(before.text)) and (indented or self.layout.is_short(before))

    def _starts_page(self, before: Line, line: Line) -> bool:
        """Whether the first line of a page or column opens a paragraph: distance says nothing here."""
        words, last = squeeze(line.text), squeeze(before.text)
        if words[:1].islower():
            return False
        if openings.opens_item(words) and not openings.awaits_number(last):
            return openings.is_closed(last) or self.layout.is_short(before) or line.is_bold
        if openings.opens_recital(words) and openings.is_closed(last):
            return True
        if line.is_bold and not before.is_bold:
            return True
        if not openings.is_ended(last):
            return openings.is_closed(last) and self._is_first_line(line)
        return self._is_first_line(line) or self.layout.is_short(before) or last[-1] in ";:"

    def _is_first_line(self, line: Line) -> bool:
        return self.layout.is_indented(line, self.layout.left)

    def _block(self, group: Sequence[Line]) -> Block:
        texts = [squeeze(line.text) for line in group]
        bullet = openings.bullet_of(texts[0])
        if bullet:
            texts[0] = openings.without_bullet(texts[0])
        style = Style.ITEM if bullet else self._style(group)
        return Block(
            text=join_lines(texts, self.known),
            style=style,
            number=bullet,
            level=1 if style is not Style.PARAGRAPH else 0,
            page=group[0].page,
            indent=round(max(0.0, group[0].left - self.layout.left), 1),
            emphasis=_emphasis(group),
        )

    def _style(self, group: Sequence[Line]) -> Style:
        """Call a short paragraph in bold or larger type, without a full stop, a heading."""
        last = squeeze(group[-1].text)
        large = all(self.layout.is_large(line) for line in group)
        bold = self.layout.bold_stands_out and all(line.is_bold for line in group) and self.layout.is_short(group[-1])
        lines = _TITLE_LINES if large else _HEADING_LINES
        heading = (large or bold) and len(group) <= lines and not openings.is_ended(last)
        return Style.HEADING if heading else Style.PARAGRAPH


def _emphasis(group: Sequence[Line]) -> str:
    """Return the emphasised words that the paragraph begins with, across lines that are emphasised in whole."""
    leading: list[str] = []
    for line in group:
        leading.append(line.emphasis)
        if squeeze(line.emphasis) != squeeze(line.text):
            break
    return squeeze(" ".join(leading))
