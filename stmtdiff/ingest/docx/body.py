"""The walk through a DOCX part: paragraphs, table rows, text boxes and the notes they call."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stmtdiff.ingest.document import Block, Style
from stmtdiff.ingest.docx.names import child, children, name_of, number, value
from stmtdiff.ingest.docx.numbering import Numbering
from stmtdiff.ingest.docx.runs import Text, is_mark_struck
from stmtdiff.ingest.docx.styles import Styles
from stmtdiff.ingest.joining import squeeze
from stmtdiff.model import Omission

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TWIPS = 20  # to a point
_SKIPPED = frozenset({"sectPr", "Fallback", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "tcPr", "trPr"})


@dataclass(slots=True)
class Body:
    """The blocks found so far, what was left out, and the notes that the text calls, in order."""

    styles: Styles
    numbering: Numbering
    blocks: list[Block] = field(default_factory=list)
    omitted: list[Omission] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    pending: Text | None = None  # a paragraph whose end was deleted

    def read(self, element: Element) -> None:
        """Read what stands in an element: paragraphs and tables, through content controls and the like."""
        for part in element:
            name = name_of(part)
            if name == "p":
                self._paragraph(part)
            elif name == "tr":
                self._row(part)
            elif name not in _SKIPPED:
                self.read(part)

    def finish(self) -> None:
        """Give out a paragraph whose end was deleted and that no other followed."""
        if self.pending:
            self._add(self.pending, None)
        self.pending = None

    def _paragraph(self, paragraph: Element) -> None:
        text = self.pending or Text()
        self.pending = None
        text.read(paragraph)
        if is_mark_struck(paragraph):
            self.pending = text
            return
        self._add(text, paragraph)

    def _add(self, text: Text, paragraph: Element | None) -> None:
        self.omitted += text.omissions()
        self.notes += text.notes
        if text.words:
            self.blocks.append(self._block(text, paragraph))
        for box in text.boxes:
            self.read(box)

    def _block(self, text: Text, paragraph: Element | None) -> Block:
        properties = child(paragraph, "pPr")
        style, level = self.styles.kind(paragraph) if paragraph is not None else (Style.PARAGRAPH, 0)
        counted = self.numbering.next(self.styles.numbering(properties), self.styles.style_id(properties))
        if counted and style is Style.PARAGRAPH:
            style, level = Style.ITEM, counted[1]
        return Block(
            text=text.words,
            style=style,
            number=(counted[0] or None) if counted else None,
            level=level,
            indent=_indent(properties),
            emphasis=text.emphasis,
        )

    def _row(self, row: Element) -> None:
        """One block for a row, its cells parted by ``|``; a row of one cell is paragraphs."""
        self.finish()
        cells = list(children(row, "tc"))
        if child(row, "trPr", "del") is not None:
            self._strike(row)
        elif len(cells) == 1:
            self.read(cells[0])
        else:
            texts = [self._cell(cell) for cell in cells]
            if any(texts):
                self.blocks.append(Block(text=" | ".join(texts), style=Style.TABLE_ROW))

    def _cell(self, cell: Element) -> str:
        inner = Body(self.styles, self.numbering, notes=self.notes, omitted=self.omitted)
        inner.read(cell)
        inner.finish()
        return squeeze(" ".join(f"{block.number or ''} {block.text}" for block in inner.blocks))

    def _strike(self, row: Element) -> None:
        text = Text()
        text.read(row, "struck in tracked changes")
        self.omitted += text.omissions()


def _indent(properties: Element | None) -> float:
    """Return the left indent in points, a first line's own indent included."""
    given = child(properties, "ind")
    left = number(value(given, "left") or value(given, "start"), 0)
    first = number(value(given, "firstLine"), 0) - number(value(given, "hanging"), 0)
    return max(0.0, (left + first) / _TWIPS)
