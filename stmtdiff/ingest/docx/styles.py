"""What the paragraph styles of a DOCX file say: title, heading and its level, list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stmtdiff.ingest.document import Style
from stmtdiff.ingest.docx.names import child, children, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_QUOTES = frozenset({"quote", "intense quote", "block text"})
_BODY_LEVEL = 9  # an outline level of 9 is body text
_DEPTH = 20  # of styles that are based on styles: more is a circle


@dataclass(frozen=True, slots=True)
class Styles:
    """The paragraph styles by id."""

    by_id: dict[str, Element]

    def kind(self, paragraph: Element) -> tuple[Style, int]:
        """Return the block style and, of a heading, the level."""
        properties = child(paragraph, "pPr")
        names = [value(child(style, "name")).lower() for style in self._chain(properties)]
        if any(name == "title" for name in names):
            return Style.TITLE, 0
        if any(name in _QUOTES for name in names):
            return Style.QUOTE, 0
        level = next((int(match[1]) for name in names if (match := _HEADING.fullmatch(name))), 0)
        level = level or self._outline(properties)
        return (Style.HEADING, level) if level else (Style.PARAGRAPH, 0)

    def numbering(self, properties: Element | None) -> Element | None:
        """Return the numbering that the paragraph or one of its styles asks for."""
        sources = [properties, *(child(style, "pPr") for style in self._chain(properties))]
        return next((found for source in sources if (found := child(source, "numPr")) is not None), None)

    def style_id(self, properties: Element | None) -> str:
        """Return the id of the paragraph's own style."""
        return value(child(properties, "pStyle"))

    def _outline(self, properties: Element | None) -> int:
        sources = [properties, *(child(style, "pPr") for style in self._chain(properties))]
        given = next((found for source in sources if (found := child(source, "outlineLvl")) is not None), None)
        level = number(value(given), _BODY_LEVEL)
        return level + 1 if 0 <= level < _BODY_LEVEL else 0

    def _chain(self, properties: Element | None) -> list[Element]:
        chain: list[Element] = []
        name = self.style_id(properties)
        while name in self.by_id and len(chain) < _DEPTH:
            chain.append(self.by_id[name])
            name = value(child(self.by_id[name], "basedOn"))
        return chain


def read_styles(part: Element | None) -> Styles:
    """Read ``word/styles.xml``; a file without it has no styles."""
    return Styles({value(style, "styleId"): style for style in children(part, "style")})


def read_language(part: Element | None) -> str:
    """Return the language that the document's text is in unless it says otherwise, ``""`` where it is not said."""
    return value(child(part, "docDefaults", "rPrDefault", "rPr", "lang"))
