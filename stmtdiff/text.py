"""The same words in the same spelling: tokens of a text, and the form under which two wordings are one.

Offsets returned here are character offsets into the text that was given, end exclusive.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_CJK = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af"
_NUMBER = r"\d{4}-\d\d-\d\d|\d+(?:[.,:/]\d+)*(?:-\d+/\d+)?"
_WORD = rf"[^\W\d_{_CJK}](?:[^\W_{_CJK}]|['’\u00ad.](?=[^\W\d_{_CJK}])|[\u0300-\u036f\u0591-\u05c7\u064b-\u0670])*"
# One CJK character, a number whole, a word (with its inner apostrophes), any other mark, or white space.
_TOKEN = re.compile(rf"[{_CJK}]|{_NUMBER}|{_WORD}|\s+|[^\w\s]|\w")

_QUOTES = {ord(c): "'" for c in "‘’‚‛′`´ʼ"} | {ord(c): '"' for c in "“”„‟″«»"}
_DASHES = {ord(c): "-" for c in "‐‑‒–—―−﹘－"}
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e"))
_FOLD = _QUOTES | _DASHES | _INVISIBLE
_EDGES = " .,;:!?\"'()[]-"


class Token(NamedTuple):
    """A token and where it stands."""

    text: str
    start: int
    end: int


def split_tokens(text: str) -> list[str]:
    """Split into tokens whose concatenation is the text: words, numbers, marks, spaces; CJK by character."""
    return _TOKEN.findall(text)


def locate_tokens(text: str) -> list[Token]:
    """Tokens with their offsets, white space left out."""
    return [Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text) if not m.group().isspace()]


def fold(text: str) -> str:
    """Lower case, one spelling for quotes, dashes, spaces and compatibility characters."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.translate(_FOLD))
    return " ".join(text.casefold().split())


def same_wording(text: str) -> str:
    """Return the key under which two clauses are ``same``: folded, without the marks and brackets at its ends."""
    return fold(text).strip(_EDGES)


def words_of(text: str) -> list[str]:
    """Folded words and numbers without marks: what "nothing is lost" counts."""
    return [token for token in split_tokens(fold(text)) if token[0].isalnum()]


def fits_screen(text: str) -> str:
    """Make control and bidirectional-override characters visible, so that no document drives a terminal."""
    return "".join(c if _is_printable(c) else _shown(c) for c in text) if not text.isprintable() else text


def _is_printable(character: str) -> bool:
    return character in "\n\t" or unicodedata.category(character) not in {
        "Cc",
        "Cf",
        "Cs",
        "Co",
        "Cn",
        "Zl",
        "Zp",
    }


def _shown(character: str) -> str:
    """Joiners that scripts need stay; everything else is written as its code point."""
    if character in "\u200c\u200d\u00ad":
        return character
    return f"<U+{ord(character):04X}>"
