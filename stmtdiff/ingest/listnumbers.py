"""The number that a list gives its n-th item: 1, a, A, i, I."""

from __future__ import annotations

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_SMALL_ROMAN = ((9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LETTERS = 26


def roman(count: int) -> str:
    """Return ``iv`` for 4; figures where Roman numerals end."""
    if not 0 < count < 4000:  # noqa: PLR2004 - no Roman numeral beyond
        return str(count)
    written = ""
    for value, letters in (*_ROMAN, *_SMALL_ROMAN):
        written += letters * (count // value)
        count %= value
    return written


def letters(count: int) -> str:
    """Return ``a`` to ``z``, then ``aa``, ``ab`` as HTML counts; figures below 1."""
    if count < 1:
        return str(count)
    written = ""
    while count:
        count, rest = divmod(count - 1, _LETTERS)
        written = chr(ord("a") + rest) + written
    return written


def written(count: int, style: str) -> str:
    """Write a count in the list style ``1``, ``a``, ``A``, ``i`` or ``I``."""
    if style in {"a", "A"}:
        found = letters(count)
    elif style in {"i", "I"}:
        found = roman(count)
    else:
        found = str(count)
    return found.upper() if style.isupper() else found
