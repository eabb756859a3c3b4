"""What a page carries besides its text: running heads, page numbers, document symbols, the masthead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from stmtdiff.ingest.joining import squeeze
from stmtdiff.ingest.pdf.lines import Line
from stmtdiff.model import Omission

_ZONE = 0.12  # of the page's height: heads stand above, feet below
_MASTHEAD = 0.7  # of the page's height: the masthead ends above
_SHARE = 0.3  # of the pages: what repeats on so many is a running head
_PAGES = 3
_SYMBOL = r"[A-Z]{1,5}(?:/[\w.]+(?:\.?\(?\w*\)?)?)+(?:\*)?"
_JOB = r"(?:GE\.)?\d\d-\d{4,6}\*?(?:\s*\([A-Z]\))?(?:\s+\d{6})?"
_COUNT = r"(?:page\s+)?-?\s?\d{1,4}\s?-?(?:\s?(?:/|of)\s?\d{1,4})?"
_FOOT = re.compile(rf"(?:(?:{_SYMBOL}|{_JOB}|{_COUNT}|\*\d{{5,}}\*)(?:\s+|$))+", re.IGNORECASE)
_MASTHEAD_WORDS = re.compile(r"\bDistr\.?\s*:|^\s*original\s*:\s", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


Pages = Sequence[Sequence[Line]]


def split_furniture(pages: Pages, heights: Sequence[float]) -> tuple[list[list[Line]], list[Omission]]:
    """Return the lines that are text, page by page, and the others with the page they stand on."""
    running = _running_keys(pages, heights)
    kept: list[list[Line]] = []
    omitted: list[Omission] = []
    for lines, height in zip(pages, heights, strict=True):
        furniture = _furniture(lines, height, running)
        kept.append([line for line in lines if id(line) not in furniture])
        omitted += _omissions([line for line in lines if id(line) in furniture], furniture)
    return kept, omitted


def _furniture(lines: Sequence[Line], height: float, running: frozenset[str]) -> dict[int, str]:
    """Return the reasons for which lines of a page are no text, by the identity of the line."""
    found = _masthead(lines, height) if lines and lines[0].page == 1 else {}
    falling = sorted(lines, key=lambda line: -line.base)
    for order in (falling, falling[::-1]):
        for line in order:
            reason = _reason(line, height, running)
            if not reason and id(line) not in found:
                break
            found.setdefault(id(line), reason)
    return found


def _reason(line: Line, height: float, running: frozenset[str]) -> str:
    if not _in_zone(line, height):
        return ""
    if _FOOT.fullmatch(squeeze(line.text)):
        return "page number or document symbol"
    return "running head" if _key(line) in running else ""


def _in_zone(line: Line, height: float) -> bool:
    return not height * _ZONE <= line.base <= height * (1 - _ZONE)


def _key(line: Line) -> str:
    """Left and right pages carry the same words in another order, with another page number."""
    return " ".join(sorted(_DIGITS.sub("#", squeeze(line.text)).split()))


def _running_keys(pages: Pages, heights: Sequence[float]) -> frozenset[str]:
    seen = Counter(
        key
        for lines, height in zip(pages, heights, strict=True)
        for key in {_key(line) for line in lines if _in_zone(line, height)}
    )
    needed = max(min(_PAGES, len(pages)), int(len(pages) * _SHARE), 2)
    return frozenset(key for key, count in seen.items() if count >= needed)


def _masthead(lines: Sequence[Line], height: float) -> dict[int, str]:
    """Return everything down to the lines that say how the document is distributed and in what language it was."""
    ends = [line.base for line in lines if _MASTHEAD_WORDS.search(line.text) and line.base > height * _MASTHEAD]
    return {id(line): "masthead" for line in lines if ends and line.base >= min(ends) - 1}


def _omissions(lines: Iterable[Line], reasons: dict[int, str]) -> Iterable[Omission]:
    return [Omission(text=squeeze(line.text), reason=reasons[id(line)], page=line.page) for line in lines]
