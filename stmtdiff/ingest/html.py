"""HTML pages and fragments: the main content as blocks, everything around it as left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stmtdiff.errors import StmtdiffError
from stmtdiff.ingest import furniture
from stmtdiff.ingest.decoding import decode, drop_controls
from stmtdiff.ingest.document import Block, Document, Style
from stmtdiff.ingest.frontmatter import split_front_matter
from stmtdiff.ingest.htmltext import Walk
from stmtdiff.ingest.ornaments import set_aside
from stmtdiff.ingest.pagemeta import read_metadata

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"<(?:meta[^>]*?charset|\?xml[^>]*?encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HEAD_BYTES = 4096
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")


def read(data: bytes) -> Document:
    """Read a page. Lists keep their numbers, tables are rows, cells parted by ``|``.

    Raises StmtdiffError for bytes that are no text and pages without any.
    """
    declared = _CHARSET.search(data[:_HEAD_BYTES])
    text, warnings = drop_controls(decode(data, declared=declared[1].decode("ascii") if declared else None))
    text, front, omitted = split_front_matter(text)
    root = _parse(text)
    if root is None:
        raise StmtdiffError("holds no text", hint="is it the page itself, or a script that would load it?")
    main = furniture.find_main(root)
    walk = Walk(omitted=omitted, ignore_furniture=main.tag in {"body", "html"})
    walk.omitted += furniture.outside(root, main)
    walk.read(main)
    return _document(walk, metadata=tuple({**dict(read_metadata(root)), **dict(front)}.items()), warnings=warnings)


def read_fragment(text: str) -> Document:
    """Read HTML that stands inside another format: no furniture is looked for."""
    root = _parse(text)
    walk = Walk()
    if root is not None:
        walk.read(root)
    return _document(walk)


def _document(walk: Walk, metadata: tuple[tuple[str, str], ...] = (), warnings: tuple[str, ...] = ()) -> Document:
    blocks, ornaments = set_aside(_titled(walk.blocks))
    return Document(
        blocks=tuple(blocks),
        media_type="text/html",
        omitted=(*walk.omitted, *ornaments),
        metadata=metadata,
        warnings=warnings,
    )


def _parse(text: str) -> HtmlElement | None:
    """Parse without network and without entities of the page's own making; None where nothing is left."""
    from lxml import etree, html

    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    try:
        return html.document_fromstring(_DECLARATION.sub("", text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _titled(blocks: list[Block]) -> list[Block]:
    """Call the only heading of level 1 the title, where it comes first."""
    tops = [place for place, block in enumerate(blocks) if block.style is Style.HEADING and block.level == 1]
    if tops[:1] == [0] and len(tops) == 1:
        return [Block(text=blocks[0].text, style=Style.TITLE, emphasis=blocks[0].emphasis), *blocks[1:]]
    return blocks
