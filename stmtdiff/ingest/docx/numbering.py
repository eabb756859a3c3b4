"""List numbers, which a DOCX file does not store but describes: counted here as a word processor counts them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stmtdiff.ingest.docx.names import child, children, number, value
from stmtdiff.ingest.listnumbers import letters, roman

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PLACEHOLDER = re.compile(r"%([1-9])")
_LEVELS = 9
_BULLET = "•"


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has been counted."""

    levels: dict[str, dict[int, Element]]  # by abstract list, then by level
    abstract: dict[str, str]  # the abstract list of each list
    starts: dict[tuple[str, int], int]  # where a list starts a level anew
    counts: dict[str, list[int | None]] = field(default_factory=dict)
    started: set[tuple[str, int]] = field(default_factory=set)

    def next(self, properties: Element | None, style_id: str) -> tuple[str, int] | None:
        """Count one paragraph and return its number and depth (1 is the outermost), None where it has none."""
        list_id = value(child(properties, "numId"))
        abstract = self.abstract.get(list_id)
        if abstract is None or list_id == "0":
            return None
        levels = self.levels.get(abstract, {})
        level = number(value(child(properties, "ilvl")), self._level_of_style(levels, style_id))
        if level not in levels:
            return None
        self._count(abstract, list_id, level, levels)
        return self._written(abstract, level, levels), level + 1

    def _level_of_style(self, levels: dict[int, Element], style_id: str) -> int:
        linked = (level for level, given in levels.items() if style_id and value(child(given, "pStyle")) == style_id)
        return next(linked, 0)

    def _count(self, abstract: str, list_id: str, level: int, levels: dict[int, Element]) -> None:
        counts = self.counts.setdefault(abstract, [None] * _LEVELS)
        anew = (list_id, level)
        if anew in self.starts and anew not in self.started:
            self.started.add(anew)
            counts[level] = self.starts[anew]
        elif counts[level] is None:
            counts[level] = _start(levels[level])
        else:
            counts[level] = (counts[level] or 0) + 1
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)

    def _written(self, abstract: str, level: int, levels: dict[int, Element]) -> str:
        counts = self.counts[abstract]
        given = levels[level]
        if value(child(given, "numFmt")) == "bullet":
            return _BULLET
        legal = child(given, "isLgl") is not None

        def fill(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            shape = "decimal" if legal and place != level else value(child(levels.get(place), "numFmt"))
            count = counts[place]
            return _shaped(_start(levels.get(place)) if count is None else count, shape)

        return _PLACEHOLDER.sub(fill, value(child(given, "lvlText"))).strip()


def _start(level: Element | None) -> int:
    return number(value(child(level, "start")), 1)


def _shaped(count: int, shape: str) -> str:
    """Write a count in a number format of the standard; figures for those of other scripts."""
    if shape in {"lowerLetter", "upperLetter"}:
        found = letters(count)
    elif shape in {"lowerRoman", "upperRoman"}:
        found = roman(count)
    elif shape == "none":
        found = ""
    else:
        found = f"{count:02}" if shape == "decimalZero" else str(count)
    return found.upper() if shape.startswith("upper") else found


def _levels(given: Element) -> dict[int, Element]:
    levels = {number(value(level, "ilvl"), 0): level for level in children(given, "lvl")}
    return {depth: level for depth, level in levels.items() if 0 <= depth < _LEVELS}


def read_numbering(part: Element | None) -> Numbering:
    """Read ``word/numbering.xml``; a file without it has no lists."""
    levels = {value(given, "abstractNumId"): _levels(given) for given in children(part, "abstractNum")}
    lists = {value(given, "numId"): given for given in children(part, "num")}
    starts = {
        (list_id, number(value(override, "ilvl"), 0)): number(value(start), 1)
        for list_id, given in lists.items()
        for override in children(given, "lvlOverride")
        if (start := child(override, "startOverride")) is not None
    }
    abstract = {list_id: value(child(given, "abstractNumId")) for list_id, given in lists.items()}
    return Numbering(levels, abstract, starts)
