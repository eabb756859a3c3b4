"""Readers: one per format, each ``read(data) -> Document`` of blocks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from stmtdiff.errors import StmtdiffError
from stmtdiff.ingest import docx, html, markdown, pdf, plain, xml
from stmtdiff.ingest.document import Block, Document, Style
from stmtdiff.ingest.sniff import MAX_TEXT, media_type_of
from stmtdiff.ingest.source import MAX_BYTES, read_source

__all__ = ["MAX_BYTES", "MAX_TEXT", "READERS", "Block", "Document", "Style", "read_document", "read_source"]

READERS: dict[str, Callable[[bytes], Document]] = {
    "text/plain": plain.read,
    "text/markdown": markdown.read,
    "text/html": html.read,
    "application/xml": xml.read,
    "application/pdf": pdf.read,
    docx.MEDIA_TYPE: docx.read,
}


def read_document(data: bytes, *, name: str) -> Document:
    """Read a source document by its content and the ending of its name.

    Raises StmtdiffError, with ``name`` as the place, for what is empty, damaged, protected, no document, or no text.
    """
    try:
        return _read(data, ending=PurePath(name).suffix.lower())
    except StmtdiffError as problem:
        where = ": ".join(filter(None, (name, problem.where)))
        raise StmtdiffError(problem.what, where=where, hint=problem.hint) from None


def _read(data: bytes, *, ending: str) -> Document:
    try:
        document = READERS[media_type_of(data, ending=ending)](data)
    except RecursionError:
        raise StmtdiffError("nests its elements too deeply to be read", hint="give a text copy") from None
    if not document.blocks:
        raise StmtdiffError("holds no text", hint="is it the right file?")
    return document
