"""What a page carries besides its text: running heads, page numbers, document symbols, the masthead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from stmtdiff.ingest.joining import squeeze
from stmtdiff.ingest.pagefeet import FOOT, HEAD, MASTHEAD, is_foot, is_masthead, key_of, running_keys
from stmtdiff.ingest.pdf.lines import Line
from stmtdiff.model import Omission

_ZONE = 0.12  # of the page's height: heads stand above, feet below
_MASTHEAD = 0.7  # of the page's height: the masthead ends above


Pages = Sequence[Sequence[Line]]


def split_furniture(pages: Pages, heights: Sequence[float]) -> tuple[list[list[Line]], list[Omission]]:
    """Return the lines that are text, page by page, and the others with the page they stand on."""
    zones = zip(pages, heights, strict=True)
    running = running_keys([line.text for line in lines if _in_zone(line, height)] for lines, height in zones)
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
    if is_foot(line.text):
        return FOOT
    return HEAD if key_of(line.text) in running else ""


def _in_zone(line: Line, height: float) -> bool:
    return not height * _ZONE <= line.base <= height * (1 - _ZONE)


def _masthead(lines: Sequence[Line], height: float) -> dict[int, str]:
    """Return everything down to the lines that say how the document is distributed and in what language it was."""
    ends = [line.base for line in lines if is_masthead(line.text) and line.base > height * _MASTHEAD]
    return {id(line): MASTHEAD for line in lines if ends and line.base >= min(ends) - 1}


def _omissions(lines: Iterable[Line], reasons: dict[int, str]) -> Iterable[Omission]:
    return [Omission(text=squeeze(line.text), reason=reasons[id(line)], page=line.page) for line in lines]
