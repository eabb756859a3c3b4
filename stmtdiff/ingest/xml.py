"""XML documents whatever their vocabulary: an element that holds text is a paragraph, titles are headings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stmtdiff.errors import StmtdiffError
from stmtdiff.ingest.decoding import decode, drop_controls
from stmtdiff.ingest.document import Block, Document, Style
from stmtdiff.ingest.joining import squeeze
from stmtdiff.ingest.listnumbers import written
from stmtdiff.ingest.ornaments import set_aside

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_TITLES = frozenset({"title", "heading", "head", "subheading", "h1", "h2", "h3", "h4", "h5", "h6"})
_ITEMS = frozenset({"listitem", "item", "li"})
_ORDERED = frozenset({"orderedlist", "ol"})
_NOTES = frozenset({"footnote", "endnote", "authorialnote"})
_NUMBERS = frozenset({"num", "number", "label"})


@dataclass(slots=True)
class _Walk:
    blocks: list[Block] = field(default_factory=list)
    number: str | None = None
    depth: int = 0  # of lists


def read(data: bytes) -> Document:
    """Read paragraphs, titles and counted list items in document order.

    Raises StmtdiffError for what is not well-formed and for files that declare entities.
    """
    root, warnings = parse(data)
    walk = _Walk()
    _read(walk, root, level=0)
    blocks, omitted = set_aside(walk.blocks)
    return Document(
        blocks=tuple(blocks),
        media_type="application/xml",
        omitted=tuple(omitted),
        metadata=tuple(_metadata(root, blocks)),
        warnings=warnings,
    )


def parse(data: bytes) -> tuple[Element, tuple[str, ...]]:
    """Parse without network, external files or entities. Raises StmtdiffError for what declares or breaks them."""
    from lxml import etree

    if "<!ENTITY" in data.decode("latin-1").replace("\x00", ""):
        raise StmtdiffError("declares XML entities, which are not expanded here", hint="save it without a DTD")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser), ()
    except etree.XMLSyntaxError as problem:
        return _parse_without_controls(data, problem)


def _parse_without_controls(data: bytes, problem: SyntaxError) -> tuple[Element, tuple[str, ...]]:
    """Try again without the control characters that XML forbids and files hold all the same."""
    from lxml import etree

    text, warnings = drop_controls(decode(data))
    if warnings:
        try:
            return etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False, no_network=True)), warnings
        except etree.XMLSyntaxError:
            pass
    raise StmtdiffError(f"is not well-formed XML: {squeeze(problem.msg)}", hint="mend it, or save it as text")


def _read(walk: _Walk, element: Element, *, level: int) -> None:
    """Read an element that holds elements; one that holds words itself is a block."""
    name = _name(element)
    if name in _NUMBERS and len(element) == 0:
        walk.number = squeeze(element.text or "") or walk.number
    elif name in _TITLES or _holds_words(element):
        _add(walk, element, name, level)
    else:
        _read_children(walk, element, name, level)


def _read_children(walk: _Walk, element: Element, name: str, level: int) -> None:
    count = 0
    for child in element:
        is_item = _name(child) in _ITEMS
        if is_item:
            count += 1
            walk.number = f"{written(count, '1')}." if name in _ORDERED else "•"
            walk.depth += 1
        _read(walk, child, level=level + 1)
        walk.depth -= is_item


def _add(walk: _Walk, element: Element, name: str, level: int) -> None:
    text = squeeze("".join(map(str, element.itertext())))
    number, walk.number = walk.number, None
    style, depth = _style(walk, name, level, is_numbered=number is not None)
    if text or number:
        walk.blocks.append(Block(text=text, style=style, number=number, level=depth, indent=4.0 * walk.depth))


def _style(walk: _Walk, name: str, level: int, *, is_numbered: bool) -> tuple[Style, int]:
    if name in _TITLES:
        first = not walk.blocks and level == 1
        return (Style.TITLE, 0) if first else (Style.HEADING, max(1, level - 1))
    if name in _NOTES:
        return Style.FOOTNOTE, 0
    return (Style.ITEM, walk.depth) if is_numbered and walk.depth else (Style.PARAGRAPH, 0)


def _holds_words(element: Element) -> bool:
    return bool((element.text or "").strip()) or any((child.tail or "").strip() for child in element)


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2].lower()


def _metadata(root: Element, blocks: list[Block]) -> Iterator[tuple[str, str]]:
    if blocks and blocks[0].style is Style.TITLE:
        yield "title", blocks[0].text
    language = root.get(_LANGUAGE)
    if language:
        yield "language", str(language)
