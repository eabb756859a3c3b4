"""The walk through a page's elements: text gathers until a block ends, lists count, struck text is set aside."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stmtdiff.ingest import furniture
from stmtdiff.ingest.breaks import BREAK, split_breaks
from stmtdiff.ingest.document import Block, Style
from stmtdiff.ingest.joining import squeeze
from stmtdiff.ingest.listnumbers import written
from stmtdiff.model import Omission

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# fmt: off
_BLOCKS = frozenset({
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
    "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot",
    "thead", "tr", "ul",
})
# fmt: on
_NEVER_TEXT = frozenset({"script", "style", "nav", "footer", "form", "button", "noscript", "head", "template"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_EMPHASIS = frozenset({"em", "i", "strong", "b", "u"})
_STRUCK = frozenset({"del", "s", "strike"})
_NOTE = re.compile(r"(?:foot|end)-?note|^fn\d|^_ftn\d", re.IGNORECASE)
_ITEM_INDENT = 4


@dataclass(slots=True)
class Walk:
    """The blocks found so far, the text of the block that is open, and the lists around it."""

    blocks: list[Block] = field(default_factory=list)
    omitted: list[Omission] = field(default_factory=list)
    ignore_furniture: bool = False
    pieces: list[str] = field(default_factory=list)
    leading: list[str] = field(default_factory=list)
    styles: list[tuple[Style, int]] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)  # one per open list item, "" once it was given
    emphasised: int = 0

    def read(self, element: HtmlElement) -> None:
        """Read one element and what is in it."""
        self._inside(element)
        self.flush()

    def flush(self) -> None:
        """End the block that is open."""
        text = "".join(self.pieces)
        emphasis = squeeze("".join(self.leading))
        self.pieces.clear()
        self.leading.clear()
        if self.styles and self.styles[-1][0] is Style.HEADING:
            text = text.replace(BREAK, " ")
        for words in split_breaks(text, emphasis):
            self.blocks.append(self._block(words, emphasis if words.startswith(emphasis) else ""))

    def _block(self, text: str, emphasis: str) -> Block:
        style, level = self.styles[-1] if self.styles else (Style.PARAGRAPH, 0)
        depth = len(self.numbers)
        number = self.numbers[-1] if depth else ""
        if number:
            self.numbers[-1] = ""
            style, level = (Style.ITEM, depth) if style is Style.PARAGRAPH else (style, level)
        return Block(
            text=text,
            style=style,
            number=number or None,
            level=level,
            indent=float(_ITEM_INDENT * depth),
            emphasis=emphasis,
        )

    def _inside(self, element: HtmlElement) -> None:
        self._add(element.text or "")
        counter = _Counter(element)
        for child in element:
            self._child(child, counter)
            self._add(child.tail or "")

    def _add(self, text: str) -> None:
        """White space of the page is one space; only ``<br>`` breaks."""
        text = re.sub(r"[^\S\xa0]+", " ", text)
        if self.emphasised and not self._plain_seen():
            self.leading.append(text)
        self.pieces.append(text)

    def _plain_seen(self) -> bool:
        return len("".join(self.pieces).strip()) > len("".join(self.leading).strip())

    def _child(self, child: HtmlElement, counter: _Counter) -> None:
        tag = child.tag
        reason = "" if self.ignore_furniture and not _is_certain(child) else furniture.reason_of(child)
        if not isinstance(tag, str):
            return
        if tag in _STRUCK:
            self.omitted += furniture.describe(child, "struck out in the source")
        elif reason:
            self.omitted += furniture.describe(child, reason)
        elif tag == "br":
            self.pieces.append(BREAK)
        else:
            self._element(child, tag, counter)

    def _element(self, child: HtmlElement, tag: str, counter: _Counter) -> None:
        if tag == "li":
            self._within(child, number=counter.next(child))
        elif tag in _HEADINGS:
            self._within(child, style=(Style.HEADING, _HEADINGS[tag]))
        elif tag == "tr":
            self._row(child)
        elif tag in _BLOCKS:
            self._within(child, style=_style_of(child))
        elif tag in _EMPHASIS:
            self.emphasised += 1
            self._inside(child)
            self.emphasised -= 1
        else:
            self._inside(child)

    def _within(self, child: HtmlElement, *, number: str | None = None, style: tuple[Style, int] | None = None) -> None:
        self.flush()
        if number is not None:
            self.numbers.append(number)
        if style:
            self.styles.append(style)
        self._inside(child)
        self.flush()
        if style:
            self.styles.pop()
        if number is not None:
            self.numbers.pop()

    def _row(self, row: HtmlElement) -> None:
        """One block for a row, its cells parted by ``|``; a table of a single column is layout, not a table."""
        cells = [cell for cell in row if cell.tag in {"td", "th"}]
        if len(cells) == 1:
            self._within(row)
            return
        self.flush()
        texts = [self._cell(cell) for cell in cells]
        if any(texts):
            self.blocks.append(Block(text=" | ".join(texts), style=Style.TABLE_ROW))

    def _cell(self, cell: HtmlElement) -> str:
        inner = Walk(ignore_furniture=self.ignore_furniture)
        inner.read(cell)
        self.omitted += inner.omitted
        return " ".join(squeeze(f"{block.number or ''} {block.text}") for block in inner.blocks)


@dataclass(slots=True)
class _Counter:
    """What the next item of a list is called."""

    list_element: HtmlElement
    count: int | None = None

    def next(self, item: HtmlElement) -> str:
        """Return ``3.``, ``c.`` or a bullet, by the list's ``start`` and ``type`` and the item's ``value``."""
        if self.list_element.tag != "ol":
            return "•"
        step = -1 if self.list_element.get("reversed") is not None else 1
        first = len(self.list_element.findall("li")) if step < 0 else 1
        given = _integer(item.get("value"))
        if given is None:
            given = _integer(self.list_element.get("start"), first) if self.count is None else self.count + step
        self.count = given
        return f"{written(given or 0, item.get('type') or self.list_element.get('type') or '1')}."


def _integer(text: str | None, otherwise: int | None = None) -> int | None:
    return int(text) if text and re.fullmatch(r"-?\d{1,9}", text.strip()) else otherwise


def _style_of(element: HtmlElement) -> tuple[Style, int] | None:
    if element.tag == "blockquote":
        return Style.QUOTE, 0
    names = f"{element.get('class', '')} {element.get('id', '')} {element.get('role', '')}"
    return (Style.FOOTNOTE, 0) if _NOTE.search(names) else None


def _is_certain(element: HtmlElement) -> bool:
    """Whether an element is no text even where no main content is marked, so that names are no guide."""
    return element.tag in _NEVER_TEXT
