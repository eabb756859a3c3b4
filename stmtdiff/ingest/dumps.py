"""Pages that a program printed as text: stars around headings, menus as lists, links with underscores."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stmtdiff.ingest.dates import find_date
from stmtdiff.ingest.furniture import FURNITURE_WORDS
from stmtdiff.ingest.joining import squeeze
from stmtdiff.model import Omission

# The more stars, the higher the heading; a long one runs over lines.
_HEADING = re.compile(r"^[ \t]*(\*{3,6})[ \t]+(\S[^*]{0,300}?)\s+\1[ \t]*$", re.MULTILINE)
_TOP = 6
_LEAST_HEADINGS = 2
_LINK = re.compile(r"(?<=[^\W_])_(?=[^\W_])")
_COPYRIGHT = re.compile(r"(?:©|[Cc]opyright)\s+(?:\d{4}\s)?((?:[A-Z]\w+\s?(?:of |for |and |the )?){1,7})")
_MENU_LINE = re.compile(r"\s+[*o] \S.{0,60}$")
_DATA = re.compile(r"\s*(?:number|no|ref|reference|release|date|dated|issued|published)\b[.:]?\s.*\d", re.IGNORECASE)
_DATA_WORDS = 6
NAVIGATION, PUBLICATION = "navigation", "publication data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The text of a printed page without what stands around it; what it does not say of itself is empty."""

    text: str
    title: str = ""
    date: str = ""
    publisher: str = ""
    omitted: tuple[Omission, ...] = ()


def read_page(text: str) -> Page:
    """Take the menus, contacts and links away that stand around the text of a page; other texts stay as they are."""
    headings = list(_HEADING.finditer(text))
    tops = [heading for heading in headings if len(heading[1]) == _TOP]
    if len(headings) < _LEAST_HEADINGS or len(tops) != 1 or not _is_menu(text[: tops[0].start()]):
        return Page(text=text)
    top = tops[0]
    after = headings[headings.index(top) + 1 :]
    body, data = _without_data(text[top.end() : after[0].start() if after else len(text)])
    sections = list(_sections(text, after))
    kept = [f"{_plain(heading)}\n\n{section}" for heading, section in sections if not _is_furniture(heading)]
    left = [(heading, section) for heading, section in sections if _is_furniture(heading)]
    omitted = [
        Omission(text=squeeze(text[: top.start()]), reason=NAVIGATION),
        *(Omission(text=squeeze(line), reason=PUBLICATION) for line in data),
        *(Omission(text=squeeze(f"{heading} {section}"), reason=_is_furniture(heading)) for heading, section in left),
    ]
    return Page(
        text=_plain("\n\n".join([body, *kept])),
        title=_plain(squeeze(top[2])),
        date=find_date(" ".join(data)),
        publisher=_publisher([section for _, section in left]),
        omitted=tuple(one for one in omitted if one.text),
    )


def _publisher(sections: Sequence[str]) -> str:
    match = next(filter(None, map(_COPYRIGHT.search, sections)), None)
    return squeeze(match[1]) if match else ""


def _is_menu(before: str) -> bool:
    """Whether what stands over the heading is mostly lists of short entries."""
    lines = [line for line in before.split("\n") if line.strip()]
    return not lines or 2 * sum(bool(_MENU_LINE.match(line)) for line in lines) >= len(lines)


def _sections(text: str, headings: Sequence[re.Match[str]]) -> Iterator[tuple[str, str]]:
    for heading, following in zip(headings, [*headings[1:], None], strict=False):
        yield squeeze(heading[2]), text[heading.end() : following.start() if following else len(text)]


def _is_furniture(heading: str) -> str:
    """Why a section is no text of the document, ``""`` where it may be."""
    words = re.findall(r"[a-z]+", _plain(heading).lower())
    return next((FURNITURE_WORDS[word] for word in words[:2] if word in FURNITURE_WORDS), "")


def _without_data(body: str) -> tuple[str, list[str]]:
    """Part the lines below the heading that give the number and date of a release."""
    lines = body.strip("\n").split("\n")
    count = 0
    while count < len(lines) and _DATA.match(lines[count]) and len(lines[count].split()) <= _DATA_WORDS:
        count += 1
    return "\n".join(lines[count:]), lines[:count]


def _plain(text: str) -> str:
    """Write the words of a link with spaces between them."""
    return _LINK.sub(" ", text)
