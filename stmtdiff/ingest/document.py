"""What every reader returns: the blocks of a source document, in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from stmtdiff.model import Omission


class Style(StrEnum):
    """What the source says a block is; ``paragraph`` where it says nothing."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"
    TABLE_ROW = "table-row"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, heading, list item or footnote, its line breaks joined.

    ``number`` is the numbering that the source gives outside the text (a list counter, "(a)", "3.", "•"); numbering
    that stands in the text stays in the text. ``level`` is the depth of a heading (1 is the highest) or of a list item
    (1 is the outermost), 0 elsewhere. ``indent`` is the left offset in characters or points, 0 where unknown.
    ``emphasis`` holds the leading words that the source sets in italics or bold ("Recalling"), "" where it sets none.
    """

    text: str
    style: Style = Style.PARAGRAPH
    number: str | None = None
    level: int = 0
    page: int | None = None
    indent: float = 0.0
    emphasis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A source document as blocks, with what the reader left out and what the file says of itself.

    ``metadata`` uses the keys ``title``, ``date`` (ISO 8601), ``url``, ``language``, ``publisher`` where known.
    The words of the source are the words of ``blocks`` (numbers included) and ``omitted``, none lost.
    """

    blocks: tuple[Block, ...]
    media_type: str
    omitted: tuple[Omission, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()
