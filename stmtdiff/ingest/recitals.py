"""Paragraphs that an extraction ran together on one line, taken apart again where the numbering proves it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stmtdiff.ingest import openings

_NUMBERED = re.compile(r"(\d{1,3})\.\s+\S")
_HEADING_WORDS = 8
_OPERATIVE = r"(?:(?:Also|Further|Once again|[A-Z][a-z]+ly)\s[a-z]+s|[A-Z][a-z]+s)\b"
# Capitalised in the middle of a line, after a comma or semicolon, these begin the next recital.
_VERBS = frozenset(
    "acknowledging acting affirming appreciating appealing bearing calling commending concerned condemning confirming"
    " considering convinced deploring desiring determined determining emphasising emphasizing encouraging expressing"
    " guided having highlighting mindful noting observing paying reaffirming realising realizing recalling recognising"
    " recognizing regretting reiterating remaining reminding seeking stressing supporting taking underlining"
    " underscoring urging viewing welcoming".split()
)
_ADVERBS = frozenset("also further deeply strongly gravely seriously fully once".split())
_NEXT_RECITAL = re.compile(r"(?<=[,;])\s+(?=([A-Z][a-z]+)(?:\s+([a-z]+))?)")


def take_apart(paragraph: str) -> Iterator[str]:
    """Yield the paragraphs that stand in one: recitals one after the other, or 9., 10., 11. in one run."""
    start = _NUMBERED.match(paragraph)
    if start:
        yield from _by_number(paragraph, int(start[1]))
    elif openings.opens_recital(paragraph):
        yield from _by_recital(paragraph)
    else:
        yield paragraph


def _by_number(paragraph: str, number: int) -> Iterator[str]:
    begin = 0
    while True:
        number += 1
        following = re.compile(rf"(?<=[;.:,a-z])\s+(?={number}\.\s+{_OPERATIVE})").search(paragraph, begin)
        if not following:
            break
        yield from _with_heading(paragraph[begin : following.start()])
        begin = following.end()
    yield paragraph[begin:]


def _with_heading(paragraph: str) -> Iterator[str]:
    """Part a heading that stands between the end of a paragraph and the number of the next."""
    text, mark, rest = paragraph.rpartition(";")
    heading = rest.strip()
    is_heading = mark and heading[:1].isupper() and not openings.is_closed(heading)
    if is_heading and len(heading.split()) <= _HEADING_WORDS:
        yield text + mark
        yield heading
    else:
        yield paragraph


def _by_recital(paragraph: str) -> Iterator[str]:
    begin = 0
    for following in _NEXT_RECITAL.finditer(paragraph):
        first, second = following[1].lower(), following[2] or ""
        if first in _VERBS or (first in _ADVERBS and second in _VERBS):
            yield paragraph[begin : following.start()]
            begin = following.end()
    yield paragraph[begin:]
