"""Dates as statements write them, read to ISO 8601; nothing else in a text becomes a date."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

_MONTHS = (
    "january february march april may june july august september october november december",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "jan feb mar apr may jun jul aug sep oct nov dec",
)
_MONTH = {name: number for row in _MONTHS for number, name in enumerate(row.split(), start=1)} | {"sept": 9}
_NAMES = "|".join(sorted(_MONTH, key=lambda name: (-len(name), name)))
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_RANGE = rf"(?:{_DAY}\s*(?:-|–|—|to|and)+\s*)?"
# In "11-13 June 2021" and "October 31-November 1, 2023" the last day counts.
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<![\d/])(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)",
        rf"\b{_RANGE}(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.)?\s+(?:of\s+|de\s+)?(?P<name>{_NAMES})\.?,?\s+(?:de\s+)?(?P<y>\d{{4}})\b",
        rf"\b(?P<name>{_NAMES})\.?\s+{_RANGE}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})\b",
        r"(?P<y>\d{4})\s?年\s?(?P<m>\d{1,2})\s?月\s?(?P<d>\d{1,2})\s?日",
    )
)
_SIGNATURES = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d{2})[-_.]?(?P<m>0[1-9]|1[0-2])[-_.]?(?P<d>0[1-9]|[12]\d|3[01])(?!\d)"
)
_MEETING = re.compile(
    r"\b(?:met|meet|meeting|held|convened|gathered|adopted|issued|done|signed|summit|session|decided)\b", re.IGNORECASE
)
_LIMIT = re.compile(r"\b(?:until|by|before|since|after|from|through|of|dated?)\s+(?:the\s+)?$", re.IGNORECASE)
_SURROUNDINGS = 160
_BESIDE_DATE = 30
_PLACE_WORDS = 3


class Dated(NamedTuple):
    """An ISO date and where it stands in the text."""

    iso: str
    start: int
    end: int


def dates_in(text: str) -> list[Dated]:
    """All full dates of a text in order of mention."""
    found = {
        match.start(): Dated(iso, *match.span())
        for form in _FORMS
        for match in form.finditer(text)
        if (iso := _iso(match))
    }
    return [found[start] for start in sorted(found)]


def date_in_name(name: str) -> str | None:
    """Date in a file name: ``2024-09-27_statement.txt``, ``20240927.pdf``."""
    match = _SIGNATURES.search(name)
    return _iso(match) if match else None


def is_dateline(text: str) -> bool:
    """Say whether a line holds little but a date: "New York, 27 September 2024"."""
    found = dates_in(text)
    return len(found) == 1 and len(text) - (found[0].end - found[0].start) <= _BESIDE_DATE and text[-1:] not in ":.;,"


def is_place_and_date(text: str) -> bool:
    """Say whether a line is a date alone, or after the name of a place of one to three words."""
    found = dates_in(text)
    place = text[: found[0].start].strip(" (,—–-") if found else ""
    alone = len(found) == 1 and not text[found[0].end :].strip(" ).")
    return alone and len(place.split()) <= _PLACE_WORDS and place.istitle() == bool(place)


def meeting_date(texts: list[str]) -> str | None:
    """First date that follows a word for a meeting or its outcome, and is no time limit."""
    for text in texts:
        for one in dates_in(text):
            before = text[max(0, one.start - _SURROUNDINGS) : one.start]
            if _MEETING.search(before) and not _LIMIT.search(before):
                return one.iso
    return None


def _iso(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    month = _MONTH[parts["name"].casefold()] if parts.get("name") else int(parts["m"])
    try:
        return dt.date(int(parts["y"]), month, int(parts["d"])).isoformat()
    except ValueError:
        return None
