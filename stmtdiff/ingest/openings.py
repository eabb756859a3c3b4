"""How paragraphs of statements open and close: what a reader goes by where the layout says nothing."""

from __future__ import annotations

import re

_PRIVATE = "\ue000"  # symbol fonts keep their bullets from here on
SURE_BULLETS = frozenset("•●▪■◦‣⁃∙\uf0b7\uf0a7\uf0d8\uf0fc")  # dashes and asterisks also stand inside sentences
_BULLET = re.compile(rf"([{''.join(sorted(SURE_BULLETS))}·–—*-]|o(?=\s\s))\s+(?=\S)")
_NUMBER = re.compile(
    r"(?:[PO][Pp]\s?\d{1,3}(?:bis|ter|quat|alt)?\s)|"
    r"(?:Article|Art\.)?\s?(\d{1,3})(?:bis|ter|quater|alt)?(?:\.\d{1,2}){0,3}[.)]\s*(?=[\s\[“\"'A-Z])|"
    r"\(?([a-z]{1,4}|[A-Z]|[IVX]{1,5}|\d{1,3})\)\s*(?=[\s\[“\"'A-Za-z])|"
    r"([A-Z]|[IVX]{1,5})\.\s+(?=[A-Z\[])|[a-h]\.\s+(?=\S)|"
    r"(?:\d{1,3}[.)]|\([a-z]{1,4}\))$",
)
_ADVERB = r"(?:Also|Further|Deeply|Strongly|Gravely|Seriously|Fully|Firmly|Once again|[A-Z][a-z]+ly)"
_RECITAL = re.compile(
    rf"(?:{_ADVERB}\s)?(?:[A-Za-z]+ing\b|(?:[Cc]onvinced|[Dd]etermined|[Aa]larmed|[Cc]oncerned|[Gg]uided|[Dd]isturbed"
    r"|[Mm]indful|[Aa]ware|[Cc]onscious|[Dd]esirous|[Ii]nspired|[Cc]ognizant|[Dd]ismayed|[Ss]hocked|[Ee]ncouraged)\b)"
)
_ORGAN = re.compile(r"The (?:[A-Z]\w+ )*(?:Council|Assembly|Conference|Committee|Commission|Parties)\b[^.;:]{0,40},$")
_CLOSED = re.compile(r"[.;:!?,…。！？；：，۔؟،؛]['’”\"»)\]]*$|(?<=[a-z)”])[.;:,]\s?\d{1,2}$|[;,] (?:and|or|and/or)$")
_ENDED = re.compile(r"[.;:!?…。！？；：۔؟؛]['’”\"»)\]]*$|; (?:and|or|and/or)$")
_BARE_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-z]{1,4}|[A-Z]|[IVX]{1,5})[.)]$")
_RULE = re.compile(r"[_\-=*~–—]{5,}$")
_ORDINAL = re.compile(r"\(?([a-z]{1,5}|\d{1,3})[.)]", re.IGNORECASE)
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
# A number after these words is a reference to a paragraph, not the beginning of one.
_REFERRING = re.compile(
    r"\b(?:(?:sub)?paragraphs?|articles?|resolutions?|sections?|annex|chapter|rules?|items?|and|or|of|in|to|from|by|"
    r"the|until|since|between)$",
    re.IGNORECASE,
)


def bullet_of(line: str) -> str | None:
    """Return the bullet that the line opens with."""
    match = _BULLET.match(line)
    if not match:
        return None
    return "•" if match[1] >= _PRIVATE else match[1]


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


def is_bare_number(line: str) -> bool:
    """Whether the line is a number that was set apart from its paragraph: ``2.``, ``(a)``."""
    return bool(_BARE_NUMBER.match(line))


def is_rule(line: str) -> bool:
    """Whether the line is a rule of underscores, hyphens or asterisks."""
    return bool(_RULE.match(line))


def runs_on(paragraph: str, line: str) -> bool:
    """Whether the ordinal before the line's own stands inside the paragraph: both belong to a running sentence."""
    match = _ORDINAL.match(line)
    if not match:
        return False
    closing = match.group()[-1]
    return any(f" {opening}{before}{closing}" in paragraph for before in _before(match[1]) for opening in ("", "("))


def _before(ordinal: str) -> list[str]:
    """Return what comes before an ordinal; ``i`` may follow ``h``, ``v`` may follow ``iv`` or ``u``."""
    found = []
    if ordinal.isdigit():
        found.append(str(int(ordinal) - 1))
    if ordinal in _ROMANS[1:]:
        found.append(_ROMANS[_ROMANS.index(ordinal) - 1])
    if len(ordinal) == 1 and "b" <= ordinal <= "z":
        found.append(chr(ord(ordinal) - 1))
    return found
