"""Bytes to text: which encoding a file has, and what is wrong with one that has none."""

from __future__ import annotations

import codecs
import re

from stmtdiff.errors import StmtdiffError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_ENDS = re.compile("\r\n|[\r\v\x85\u2028\u2029]")
# C0 and C1 without tab and line feed, and the one code point that never stands for a character.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def decode(data: bytes, *, declared: str | None = None, keep_pages: bool = False) -> str:
    """Text by byte order mark, else by the ``declared`` encoding, else UTF-8; line ends become line feeds.

    Form feeds become line feeds too unless pages are to be kept apart.

    Raises StmtdiffError for bytes that are no text in that encoding, with the offset of the first, and for NUL bytes.
    """
    encoding, body = _split_mark(data)
    encoding = encoding or declared or "utf-8"
    text = _decode(body, encoding, skipped=len(data) - len(body))
    if "\x00" in text:
        place = f"character {text.index(chr(0))}"
        hint = "if it is UTF-16 without a byte order mark, save it as UTF-8"
        raise StmtdiffError("holds NUL bytes, so it is no text", where=place, hint=hint)
    text = _LINE_ENDS.sub("\n", text)
    return text if keep_pages else text.replace("\f", "\n")


def drop_controls(text: str) -> tuple[str, tuple[str, ...]]:
    """Text without control characters, and a warning that counts them where there were some."""
    cleaned, count = _CONTROLS.subn("", text)
    return cleaned, (f"{count} control characters left out",) if count else ()


def _split_mark(data: bytes) -> tuple[str | None, bytes]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, data[len(mark) :]
    return None, data


def _decode(body: bytes, encoding: str, *, skipped: int) -> str:
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as problem:
        place = f"byte {problem.start + skipped}"
        hint = "save it as UTF-8, for example: iconv -f WINDOWS-1252 -t UTF-8"
        raise StmtdiffError(f"is not valid {encoding.upper()}", where=place, hint=hint) from None
    except LookupError:
        hint = "save it as UTF-8"
        raise StmtdiffError(f"declares an encoding that is unknown here: {encoding!r}", hint=hint) from None
