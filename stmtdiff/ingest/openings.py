"""How paragraphs of statements open and close: what a reader goes by where the layout says nothing."""

from __future__ import annotations

import re

BULLETS = "•●▪■◦‣⁃∙·–—*-\uf0b7\uf0a7"
_BULLET = re.compile(rf"([{re.escape(BULLETS)}]|o(?=\s\s))\s+(?=\S)")
_NUMBER = re.compile(
    r"(?:[PO][Pp]\s?\d{1,3}(?:bis|ter|quat|alt)?\s)|"
    r"(?:Article|Art\.)?\s?(\d{1,3})(?:bis|ter|quater|alt)?(?:\.\d{1,2}){0,3}[.)]\s*(?=[\s\[“\"'A-Z])|"
    r"\(?([a-z]{1,4}|[A-Z]|[IVX]{1,5}|\d{1,3})\)\s*(?=[\s\[“\"'A-Za-z])|"
    r"([A-Z]|[IVX]{1,5})\.\s+(?=[A-Z\[])",
)
_ADVERB = r"(?:Also|Further|Deeply|Strongly|Gravely|Seriously|Fully|Firmly|Once again|[A-Z][a-z]+ly)"
_RECITAL = re.compile(
    rf"(?:{_ADVERB}\s)?(?:[A-Za-z]+ing\b|(?:[Cc]onvinced|[Dd]etermined|[Aa]larmed|[Cc]oncerned|[Gg]uided|[Dd]isturbed"
    r"|[Mm]indful|[Aa]ware|[Cc]onscious|[Dd]esirous|[Ii]nspired|[Cc]ognizant|[Dd]ismayed|[Ss]hocked|[Ee]ncouraged)\b)"
)
_ORGAN = re.compile(r"The (?:[A-Z]\w+ )*(?:Council|Assembly|Conference|Committee|Commission|Parties)\b[^.;:]{0,40},$")
_CLOSED = re.compile(r"[.;:!?,…。！？；：，۔؟،؛]['’”\"»)\]]*(?:\d{1,3})?$|[;,] (?:and|or)$")
_ENDED = re.compile(r"[.;:!?…。！？；：۔؟؛]['’”\"»)\]]*$|; (?:and|or)$")
# A number after these words is a reference to a paragraph, not the beginning of one.
_REFERRING = re.compile(
    r"\b(?:(?:sub)?paragraphs?|articles?|resolutions?|sections?|annex|chapter|rules?|items?|and|or|of|in|to|from|by|"
    r"the|until|since|between)$",
    re.IGNORECASE,
)


def bullet_of(line: str) -> str | None:
    """Return the bullet that the line opens with."""
    match = _BULLET.match(line)
    return match[1] if match else None


def without_bullet(line: str) -> str:
    """Return the line without the bullet that it opens with."""
    match = _BULLET.match(line)
    return line[match.end() :] if match else line


def opens_item(line: str) -> bool:
    """Whether the line opens with a number, a letter in brackets or a bullet."""
    return bool(_NUMBER.match(line) or _BULLET.match(line))


def opens_recital(line: str) -> bool:
    """Whether the line opens as a preambular paragraph does: ``Recalling``, ``Deeply concerned``."""
    return bool(line[:1].isupper() and _RECITAL.match(line))


def names_organ(line: str) -> bool:
    """Whether the line is the organ that speaks: ``The Security Council,``."""
    return bool(_ORGAN.match(line))


def is_closed(line: str) -> bool:
    """Whether a paragraph may end here: a full stop, semicolon, colon or comma."""
    return bool(_CLOSED.search(line))


def is_ended(line: str) -> bool:
    """Whether a sentence or item ends here: as closed, but a comma does not do."""
    return bool(_ENDED.search(line))


def awaits_number(line: str) -> bool:
    """Whether the number that follows this line belongs to its last word: ``paragraph``, ``and``."""
    return bool(_REFERRING.search(line))
