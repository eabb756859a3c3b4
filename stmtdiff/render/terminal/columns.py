"""Text in columns of a terminal: how wide it shows, and where lines break.

Wide (Chinese, Japanese, Korean) characters take two columns, combining and formatting marks none. The marks that open
and close a style (``paint``) are control characters that no cleaned document text can hold; they take none either.
"""

from __future__ import annotations

import unicodedata

from stmtdiff.text import fits_screen

STRIKE, INSERT, END = "\x01", "\x02", "\x03"
_MARKS = {STRIKE, INSERT, END}
_SINGLE = set(map(chr, range(0x20, 0x7F)))  # characters known to take one column; grows as others are met
_NO_LINE_STARTS = frozenset("、。，．：；！？）」』】》〉〕”’…ー々)]}.,;:!?")
_NO_LINE_ENDS = frozenset("（「『【《〈〔“‘([{")


def clean(text: str) -> str:
    """Return document text that cannot drive a terminal; line feeds stay, every other white space is a space."""
    if text.isprintable():
        return text
    lines = text.replace("\r\n", "\n").replace("\t", " ").replace("\u00a0", " ").split("\n")
    return "\n".join([line if line.isprintable() else _one_line(fits_screen(line)) for line in lines])


def _one_line(text: str) -> str:
    return "".join([" " if unicodedata.category(c) == "Zs" else c for c in text])


def clean_line(text: str) -> str:
    """Return document text for one line."""
    if text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]:
        return text  # the only white space that prints is the space
    return " ".join(clean(text).split())


def width_of(text: str) -> int:
    """How many columns the text takes."""
    if text.isascii() and text.isprintable():
        return len(text)
    bare = _without_marks(text)
    return len(bare) if _is_single(bare) else sum(map(_columns, bare))


def _without_marks(text: str) -> str:
    return text if text.isprintable() else text.replace(STRIKE, "").replace(INSERT, "").replace(END, "")


def _is_single(text: str) -> bool:
    """Tell whether every character takes one column."""
    if text.isascii() and text.isprintable():
        return True
    if _SINGLE.issuperset(text):
        return True
    unknown = set(text) - _SINGLE
    single = {c for c in unknown if _columns(c) == 1}
    _SINGLE.update(single)
    return len(single) == len(unknown)


def _columns(character: str) -> int:
    if character in _MARKS or unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def clip(text: str, width: int) -> str:
    """Cut to a width, and say so with three dots."""
    if len(text) * 2 <= width or width_of(text) <= width:
        return text
    return _wrap_line(text, max(1, width - 3))[0].rstrip() + "..."


def pad(text: str, width: int) -> str:
    """Fill with spaces up to a width."""
    return text + " " * (width - width_of(text))


def wrap(text: str, width: int) -> list[str]:
    """Break into lines of at most ``width`` columns, at spaces where there are any, between characters in CJK."""
    if "\n" not in text:
        fits = len(text) <= width and (text.isascii() or _SINGLE.issuperset(text))
        return [text] if fits else _wrap_line(text, width)
    return [line for paragraph in text.split("\n") for line in _wrap_line(paragraph, width)]


def _wrap_line(text: str, width: int) -> list[str]:
    bare = _without_marks(text)
    if not _is_single(bare):
        return _wrap_wide(text, width)
    if len(bare) <= width:
        return [text]
    return _wrap_single(text, width, marked=len(bare) != len(text))


def _wrap_single(text: str, width: int, *, marked: bool) -> list[str]:
    """Wrap text whose characters all take one column, apart from marks: one search for a space per line."""
    lines: list[str] = []
    start = 0
    while True:
        end = _reach(text, start, width) if marked else start + width
        if end >= len(text):
            lines.append(text[start:])
            return lines
        cut = text.rfind(" ", start + 1, end + 1)
        if cut < 0:
            cut = end
            lines.append(text[start:cut])
            start = cut
        else:
            lines.append(text[start:cut])
            start = cut + 1


def _reach(text: str, start: int, width: int) -> int:
    """Return the end of ``width`` columns of text, marks not counted but taken along."""
    end, seen = start + width, 0
    while not (piece := text[start:end]).isprintable():
        marks = piece.count(STRIKE) + piece.count(INSERT) + piece.count(END)
        if marks == seen:
            break
        end, seen = start + width + marks, marks
    while text[end : end + 1] in _MARKS:
        end += 1
    return end


def _wrap_wide(text: str, width: int) -> list[str]:
    lines: list[str] = []
    start = column = 0
    cut = 0  # the last place where a line may end
    for at, character in enumerate(text):
        columns = _columns(character)
        if column + columns > width and at > start:
            cut = cut if cut > start else at
            lines.append(text[start:cut].rstrip(" "))
            start = cut + (text[cut : cut + 1] == " " and cut < at)
            column = width_of(text[start:at])
        column += columns
        if character == " " or _may_break(text, at):
            cut = at + (character != " ")
    lines.append(text[start:])
    return lines


def _may_break(text: str, at: int) -> bool:
    """Tell whether a line may end after a character: beside a wide one, not after what opens or before what closes."""
    character, following = text[at], text[at + 1 : at + 2]
    if text[at - 1 : at + 1] in {"[-", "{+"} or text[at + 1 : at + 3] in {"-]", "+}"}:
        return False
    if character in _NO_LINE_ENDS or following in _NO_LINE_STARTS or character in _MARKS or following in _MARKS:
        return False
    return bool(following) and 2 in (_columns(character), _columns(following))  # noqa: PLR2004 - two columns
