"""Lines that stand on every page and belong to none: page numbers, document symbols, running heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby, takewhile

from stmtdiff.ingest.joining import squeeze
from stmtdiff.model import Omission

_SYMBOL = r"[A-Z]{1,5}(?:/[\w.]+(?:\.?\(?\w*\)?)?)+(?:\*)?"
_JOB = r"(?:GE\.)?\d\d-\d{4,6}\*?(?:\s*\([A-Z]\))?(?:\s+\d{6})?"
_COUNT = r"(?:page\s+)?-?\s?\d{1,4}\s?-?(?:\s?(?:/|of)\s?\d{1,4})?"
_FOOT = re.compile(rf"(?:(?:{_SYMBOL}|{_JOB}|{_COUNT}|\*\d{{5,}}\*)(?:\s+|$))+", re.IGNORECASE)
# What the United Nations' printers put below a page, wherever it stands: job number, bar code, the plea to recycle.
_PRINTER = re.compile(
    r"(?:(?:(?:GE\.)?\d\d-\d{5,6}\*?(?:\s*\([A-Z]\))?(?:\s+\d{6})?|\*\d{5,}\*|pl\w{2,5} recycle)(?:\s+|$))+",
    re.IGNORECASE,
)
_MASTHEAD = re.compile(r"\bDistr\.?\s*:|^\s*original\s*:\s", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_SHARE = 0.3  # of the pages: what repeats on so many is a running head
_PAGES = 3
_EDGE = 4  # lines of the longest head or foot of a page of text
FOOT, HEAD, MASTHEAD = "page number or document symbol", "running head", "masthead"


def is_foot(line: str) -> bool:
    """Whether a line is nothing but page numbers, document symbols and job numbers."""
    return bool(_FOOT.fullmatch(squeeze(line)))


def is_masthead(line: str) -> bool:
    """Whether a line says how a document is distributed or in what language it was written."""
    return bool(_MASTHEAD.search(line))


def key_of(line: str) -> str:
    """Return what two running heads have in common: left and right pages differ in order and in page number."""
    return " ".join(sorted(_DIGITS.sub("#", squeeze(line)).split()))


def running_keys(pages: Iterable[Iterable[str]]) -> frozenset[str]:
    """Return the keys of the lines that stand on many pages; each page gives the lines at its edges."""
    edges = [{key_of(line) for line in page} for page in pages]
    seen = Counter(key for keys in edges for key in keys)
    needed = max(min(_PAGES, len(edges)), int(len(edges) * _SHARE), 2)
    return frozenset(key for key, count in seen.items() if count >= needed)


def drop_furniture(text: str) -> tuple[str, list[Omission]]:
    """Return a text whose pages are parted by form feeds as one, without what stands at the edges of each page."""
    pages = [_groups(page) for page in text.split("\f")]
    if len(pages) == 1:
        return _without_printer(text)
    running = running_keys([line for group in page[:2] + page[2:][-2:] for line in group] for page in pages)
    omitted: list[Omission] = []
    for number, page in enumerate(pages, 1):
        for group in _furniture(page, running):
            page.remove(group)
            omitted += [Omission(text=squeeze(line), reason=_reason(line, running), page=number) for line in group]
    # A page's end parts no paragraph: no blank line may stand there.
    return "\n".join("\n\n".join("\n".join(group) for group in page) for page in pages), omitted


def _without_printer(text: str) -> tuple[str, list[Omission]]:
    """Drop the printer's lines of a text that is not parted into pages; the paragraph goes on below them."""
    lines = text.split("\n")
    found = [place for place, line in enumerate(lines) if line.strip() and _PRINTER.fullmatch(squeeze(line))]
    omitted = [Omission(text=squeeze(lines[place]), reason=FOOT) for place in found]
    return "\n".join(line for place, line in enumerate(lines) if place not in set(found)), omitted


def _groups(page: str) -> list[list[str]]:
    """Return the lines of a page, parted by its blank lines."""
    lines = page.split("\n")
    return [list(group) for filled, group in groupby(lines, key=lambda line: bool(line.strip())) if filled]


def _furniture(page: Sequence[list[str]], running: frozenset[str]) -> list[list[str]]:
    """Return the groups of lines at either edge of a page that are nothing but furniture."""
    found: list[list[str]] = []
    for order in (page, page[::-1]):
        edge = takewhile(lambda group: len(group) <= _EDGE and all(_reason(line, running) for line in group), order)
        found += [group for group in edge if not any(group is known for known in found)]
    return found


def _reason(line: str, running: frozenset[str]) -> str:
    if is_foot(line):
        return FOOT
    return HEAD if key_of(line) in running else ""
