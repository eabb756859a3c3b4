"""How a document is set: the size of its text, the distance of its lines, its margins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from stmtdiff.ingest.pdf.lines import Line

_SIZE_STEP = 0.6  # points: type that differs by more is another size
_SHORT = 0.1  # of the width of the text: a line that ends so far before the margin was ended on purpose
_INDENT = 0.8  # of the size of the type
_LOOSE = 1.15  # of the usual distance of lines: a paragraph starts
_FEW = 20  # lines: too short to tell
_MUCH = 0.4  # of the lines
_FAR = 1.8  # a paragraph starts whatever the words say


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The usual size, line distance and margins of the body text, in points."""

    size: float
    leading: float
    left: float
    right: float
    bold_stands_out: bool = True  # not where much of the text is bold, as recognition of scans often has it

    def gap(self, before: Line, line: Line) -> float:
        """How far ``line`` stands below ``before``, 1 being the usual distance; 0 or less in another column."""
        return (before.base - line.base) / (self.leading * max(before.size, line.size) / self.size)

    def is_loose(self, before: Line, line: Line) -> bool:
        """Whether there is more than the usual distance between two lines."""
        return self.gap(before, line) > _LOOSE

    def is_far(self, before: Line, line: Line) -> bool:
        """Whether there is so much distance that no sentence goes on across it."""
        return self.gap(before, line) > _FAR

    def is_short(self, line: Line) -> bool:
        """Whether the line ends well before the right margin."""
        return line.right < self.right - _SHORT * (self.right - self.left)

    def is_indented(self, line: Line, against: float) -> bool:
        """Whether the line begins further right than ``against``."""
        return line.left > against + _INDENT * line.size

    def same_size(self, one: Line, other: Line) -> bool:
        """Whether two lines are set in the same size of type."""
        return abs(one.size - other.size) <= _SIZE_STEP

    def is_small(self, line: Line) -> bool:
        """Whether the line is set smaller than the text."""
        return line.size < self.size - _SIZE_STEP

    def is_large(self, line: Line) -> bool:
        """Whether the line is set larger than the text."""
        return line.size > self.size + _SIZE_STEP


def measure(pages: Sequence[Sequence[Line]]) -> Layout:
    """Measure a document by what is commonest in it, counted by characters."""
    lines = [line for page in pages for line in page]
    size = _commonest((line.size, len(line.text)) for line in lines) or 10.0
    body = [line for line in lines if abs(line.size - size) <= _SIZE_STEP]
    gaps = [before.base - line.base for before, line in pairwise(body) if before.page == line.page]
    leading = _commonest((round(gap * 2) / 2, 1) for gap in gaps if 0.8 * size < gap < 2 * size)
    rights = sorted(line.right for line in body)
    return Layout(
        size=size,
        leading=leading or 1.2 * size,
        left=_commonest((round(line.left), 1) for line in body) or 0.0,
        right=rights[int(len(rights) * 0.95)] if rights else 0.0,
        bold_stands_out=sum(line.is_bold for line in lines) <= _MUCH * len(lines) or len(lines) < _FEW,
    )


def _commonest(values: Iterable[tuple[float, int]]) -> float:
    counts: Counter[float] = Counter()
    for value, weight in values:
        counts[value] += weight
    return counts.most_common(1)[0][0] if counts else 0.0
