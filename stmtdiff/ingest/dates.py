"""Dates as documents print them: ``15 November 2018``, ``November 15, 2018``, ``2018-11-15``."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    name: month
    for month, name in enumerate(
        "january february march april may june july august september october november december".split(), 1
    )
}
_NAMES = "|".join(_MONTHS)
# A stroke before the day is a figure that recognition of a scan could not read.
_DAY_FIRST = re.compile(rf"(?<![^\s(\[,–—-])(\d{{1,2}})(?:st|nd|rd|th)?\s+({_NAMES})\s+(\d{{4}})\b", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"\b({_NAMES})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.IGNORECASE)
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")


def find_date(text: str) -> str:
    """Return the first date in the text as ISO 8601, ``""`` where there is none."""
    found = []
    if match := _DAY_FIRST.search(text):
        found.append((match.start(), match[3], _MONTHS[match[2].lower()], match[1]))
    if match := _MONTH_FIRST.search(text):
        found.append((match.start(), match[3], _MONTHS[match[1].lower()], match[2]))
    if match := _ISO.search(text):
        found.append((match.start(), match[1], int(match[2]), match[3]))
    for _, year, month, day in sorted(found):
        try:
            return date(int(year), month, int(day)).isoformat()
        except ValueError:
            continue
    return ""
