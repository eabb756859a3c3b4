"""DOCX: read from its XML, so that tracked changes and list numbers are not lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from stmtdiff.errors import StmtdiffError
from stmtdiff.ingest.document import Block, Document, Style
from stmtdiff.ingest.docx.body import Body
from stmtdiff.ingest.docx.names import child, children, value
from stmtdiff.ingest.docx.numbering import read_numbering
from stmtdiff.ingest.docx.package import Package, open_package
from stmtdiff.ingest.docx.runs import Text
from stmtdiff.ingest.docx.styles import read_language, read_styles
from stmtdiff.ingest.joining import squeeze
from stmtdiff.ingest.ornaments import set_aside
from stmtdiff.model import Omission

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_APART = {"word/header": "running head", "word/footer": "page foot", "word/comments": "comment"}
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read(data: bytes) -> Document:
    """Read paragraphs, list items with counted numbers, table rows, notes; ``indent`` is in points.

    Tracked changes are accepted: what was struck is left out, as are heads, feet, comments and hidden text.
    Raises StmtdiffError for damaged, encrypted and oversized files and for parts that declare entities.
    """
    package = open_package(data)
    part = package.part("word/document.xml")
    main = child(part, "body")
    if main is None:
        raise StmtdiffError("has no text part", hint="open it in a word processor and save it anew")
    styles = package.part("word/styles.xml")
    body = Body(read_styles(styles), read_numbering(package.part("word/numbering.xml")))
    body.read(main)
    body.finish()
    notes = list(_notes(package, body))
    kept, ornaments = set_aside([*body.blocks, *notes])
    return Document(
        blocks=tuple(kept),
        media_type=MEDIA_TYPE,
        omitted=(*body.omitted, *_apart(package), *ornaments),
        metadata=tuple(_metadata(package, kept, read_language(styles))),
    )


def _notes(package: Package, body: Body) -> Iterator[Block]:
    """Yield the notes in the order in which the text calls them, numbered so; notes that nothing calls come last."""
    for kind in ("footnote", "endnote"):
        parts = {value(note, "id"): note for note in children(package.part(f"word/{kind}s.xml"), kind)}
        notes = {key: note for key, note in parts.items() if value(note, "type") not in _SEPARATORS}
        called = [key for name, key in dict.fromkeys(body.notes) if name == kind and key in notes]
        for count, key in enumerate([*called, *(key for key in notes if key not in called)], 1):
            yield from _note(notes[key], str(count) if key in called else None, body)


def _note(note: Element, number: str | None, body: Body) -> Iterator[Block]:
    inner = Body(body.styles, body.numbering, omitted=body.omitted)
    inner.read(note)
    inner.finish()
    for place, block in enumerate(inner.blocks):
        yield replace(block, style=Style.FOOTNOTE, number=block.number if place else number)


def _apart(package: Package) -> Iterator[Omission]:
    """Yield heads, feet and comments, those that say the same only once."""
    for beginning, reason in _APART.items():
        for text in dict.fromkeys(_words(root) for _, root in package.parts(beginning)):
            if text:
                yield Omission(text=text, reason=reason)


def _words(root: Element) -> str:
    text = Text()
    for paragraph in root.iter("{*}p"):
        text.read(paragraph)
        text.pieces.append(" ")
    return squeeze(" ".join([text.words, *(omission.text for omission in text.omissions())]))


def _metadata(package: Package, blocks: Sequence[Block], language: str) -> Iterator[tuple[str, str]]:
    """Yield the title and language; the dates of a file are those of its making, not of the statement."""
    core = package.part("docProps/core.xml")
    title = next((block.text for block in blocks if block.style is Style.TITLE), "")
    title = title or squeeze(getattr(child(core, "title"), "text", "") or "")
    if title:
        yield "title", title
    language = squeeze(getattr(child(core, "language"), "text", "") or "") or language
    if language:
        yield "language", language
