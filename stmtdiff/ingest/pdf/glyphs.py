"""The characters of a page as PDFium finds them: where each stands, how large it is set, in what font."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_double, c_int, create_string_buffer
from math import hypot
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_WORD_GAP = 0.15  # of the size of type: a space that PDFium put into a narrower gap is only letter-spacing
_NAME_BYTES = 128
_SPACE, _HIGH, _LOW, _END = 0x20, 0xD800, 0xDC00, 0xE000


class Glyph(NamedTuple):
    """A character of the page, in points from the lower left corner."""

    text: str
    place: int  # among the characters of the page
    left: float
    right: float
    base: float
    size: float


class PageText:
    """The text layer of one page."""

    def __init__(self, page: PdfPage) -> None:
        """Load the page's text."""
        import pypdfium2.raw as pdfium

        self._pdfium: Any = pdfium
        self._text = page.get_textpage()
        self._count = self._text.count_chars()
        self._box = [c_double() for _ in range(4)]
        self._origin = [c_double() for _ in range(2)]
        self._matrix = pdfium.FS_MATRIX()
        self._loose = pdfium.FS_RECTF()
        self._name = create_string_buffer(_NAME_BYTES)

    def glyphs(self) -> Iterator[Glyph]:
        """Yield the characters in the order of the page's content; a surrogate pair is one character."""
        high = 0
        for place in range(self._count):
            code = self._pdfium.FPDFText_GetUnicode(self._text, place)
            if _HIGH <= code < _LOW:
                high = code
            elif _LOW <= code < _END:
                yield self._glyph(chr(0x10000 + ((high - _HIGH) << 10) + code - _LOW) if high else "\ufffd", place)
                high = 0
            elif code != _SPACE or not self._is_letter_spacing(place):
                yield self._glyph(chr(code), place)

    def _glyph(self, character: str, place: int) -> Glyph:
        pdfium, box, origin = self._pdfium, self._box, self._origin
        pdfium.FPDFText_GetCharBox(self._text, place, *map(byref, box))
        pdfium.FPDFText_GetCharOrigin(self._text, place, *map(byref, origin))
        return Glyph(character, place, box[0].value, box[1].value, origin[1].value, self._size(place))

    def _size(self, place: int) -> float:
        """Return the size as it stands on the page: some files set everything at size 1 and enlarge it."""
        self._pdfium.FPDFText_GetMatrix(self._text, place, byref(self._matrix))
        scale = hypot(self._matrix.c, self._matrix.d) or 1.0
        return float(self._pdfium.FPDFText_GetFontSize(self._text, place)) * scale

    def _is_letter_spacing(self, place: int) -> bool:
        """Whether a space that is not in the file stands in a gap too narrow for one."""
        if not 0 < place < self._count - 1 or self._pdfium.FPDFText_IsGenerated(self._text, place) != 1:
            return False
        if self.font(place - 1) != self.font(place + 1):
            return False  # the slant of the one reaches into the gap
        before, after = self._edges(place - 1), self._edges(place + 1)
        return 0 <= after[0] - before[1] < _WORD_GAP * self._size(place + 1)

    def _edges(self, place: int) -> tuple[float, float]:
        self._pdfium.FPDFText_GetLooseCharBox(self._text, place, byref(self._loose))
        return self._loose.left, self._loose.right

    def font(self, place: int) -> str:
        """Return the lower-case name of a character's font: it says whether it is slanted or bold."""
        self._pdfium.FPDFText_GetFontInfo(self._text, place, self._name, _NAME_BYTES, byref(c_int()))
        return self._name.value.decode("utf-8", "replace").lower()
