"""A PDF file opened, or the sentence that says why it cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from ctypes import byref, c_float
from typing import TYPE_CHECKING, Any

from stmtdiff.errors import StmtdiffError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_MAX_PAGES = 2000
_PICTURE_SHARE = 0.6  # of a page: a picture so large is the page itself, photographed


@contextmanager
def opened(data: bytes) -> Iterator[PdfDocument]:
    """Open a PDF file and close it again. Raises StmtdiffError for protected, damaged and endless ones."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        raise _explained(str(problem)) from None
    try:
        if len(document) > _MAX_PAGES:
            hint = "cut out the pages of the statement"
            raise StmtdiffError(f"has {len(document)} pages, more than {_MAX_PAGES}", hint=hint)
        yield document
    finally:
        document.close()


def _explained(problem: str) -> StmtdiffError:
    if "password" in problem.lower() or "security" in problem.lower():
        hint = "remove the password first, for example: qpdf --decrypt --password=... in.pdf out.pdf"
        return StmtdiffError("is protected by a password", hint=hint)
    return StmtdiffError("is a damaged PDF file", hint="fetch it again, or give a text copy")


def load_page(document: PdfDocument, number: int) -> PdfPage:
    """Return page ``number``, the first being 1. Raises StmtdiffError where it is damaged."""
    import pypdfium2

    try:
        return document[number - 1]
    except pypdfium2.PdfiumError:
        hint = "fetch the file again, or give a text copy"
        raise StmtdiffError("is a damaged PDF page", where=f"page {number}", hint=hint) from None


def is_photographed(page: PdfPage) -> bool:
    """Whether a picture fills the page, as in a scan."""
    import pypdfium2.raw as pdfium

    width, height = page.get_size()
    pictures = page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=2)
    return any(_area(picture.raw, pdfium) >= _PICTURE_SHARE * width * height for picture in pictures)


def _area(picture: Any, pdfium: Any) -> float:  # noqa: ANN401 - PDFium ships no types
    left, bottom, right, top = (c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(picture, byref(left), byref(bottom), byref(right), byref(top))
    return (right.value - left.value) * (top.value - bottom.value)


def check_text_layer(words: Sequence[int], photographed: Sequence[bool]) -> tuple[str, ...]:
    """Return warnings on pages without text and on recognised text.

    ``words`` counts the letters of each page. Raises StmtdiffError where no page has any.
    """
    if not any(words):
        hint = "run OCR on it first, for example: ocrmypdf in.pdf out.pdf, or give a text copy"
        raise StmtdiffError("is a scan without a text layer", hint=hint)
    empty = [str(page) for page, count in enumerate(words, 1) if not count]
    read = [
        str(page) for page, (count, photo) in enumerate(zip(words, photographed, strict=True), 1) if count and photo
    ]
    warnings = []
    if empty:
        warnings.append(f"no text layer on {_pages(empty)}: run OCR on the file to have it read")
    if read:
        warnings.append(f"the text of {_pages(read)} was recognised from a picture (OCR) and may hold wrong letters")
    return tuple(warnings)


def _pages(numbers: Sequence[str]) -> str:
    return f"page{'s' if len(numbers) > 1 else ''} {', '.join(numbers)}"
