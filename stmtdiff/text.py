"""The same words in the same spelling: tokens of a text, and the form under which two wordings are one.

Offsets returned here are character offsets into the text that was given, end exclusive.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

_NUMBER = r"\d{4}-\d\d-\d\d|\d+(?:[.,:/]\d+)*(?:-\d+/\d+)?"
_MARKS = r"\s+|[^\w\s]|\w"
# A number whole, a word with its inner apostrophes and points, white space, any other mark.
_PLAIN = re.compile(rf"{_NUMBER}|[^\W\d_][^\W_]*(?:['’\u00ad.][^\W\d_][^\W_]*)*|{_MARKS}")
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
    return _tokens_in(text).findall(text)


def locate_tokens(text: str) -> list[Token]:
    """Tokens with their offsets, white space left out."""
    return [Token(m.group(), m.start(), m.end()) for m in _tokens_in(text).finditer(text) if not m.group().isspace()]


def _tokens_in(text: str) -> re.Pattern[str]:
    """Choose by script: combining marks stand inside words, ideographs go one by one."""
    plain = text.isascii() or all(c < "\u0300" or "\u2000" <= c < "\u2e80" for c in set(text))
    return _PLAIN if plain else _any_script()


@cache
def _any_script() -> re.Pattern[str]:
    """Return the pattern for every script; most texts do without, and its character classes take long to compile."""
    ideographs = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af"
    letter, inner = rf"[^\W\d_{ideographs}]", rf"[^\W_{ideographs}\u0300-\u036f\u0591-\u05c7\u064b-\u0670]"
    marks = "[\u0300-\u036f\u0591-\u05c7\u064b-\u0670]"
    word = rf"{letter}(?:{inner}|['’\u00ad.](?={letter})|{marks})*"
    return re.compile(rf"[{ideographs}]|{_NUMBER}|{word}|{_MARKS}")


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
