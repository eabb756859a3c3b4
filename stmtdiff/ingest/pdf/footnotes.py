"""Footnotes: small type at the foot of a page, and the marks in the text that point to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from stmtdiff.ingest import openings
from stmtdiff.ingest.pdf.layout import Layout
from stmtdiff.ingest.pdf.lines import Line
from stmtdiff.model import Omission

_MARK = re.compile(r"\s*(\d{1,3}|[*†‡§]{1,3})(?=[\s.)\"“A-Z{\[(])[.)]?\s*")


@dataclass(slots=True)
class Note:
    """A footnote: its mark, ``""`` where it goes on from the page before, and its lines without the mark."""

    mark: str
    lines: list[Line] = field(default_factory=list)


def split_notes(lines: Sequence[Line], layout: Layout, *, goes_on: bool) -> tuple[list[Line], list[Note]]:
    """Return a page's text and its footnotes; ``goes_on`` where the last note of the page before is unfinished."""
    falling = sorted(lines, key=lambda line: line.base)
    small = []
    for line in falling:
        if not layout.is_small(line):
            break
        small.append(line)
    feet = [line for line in lines if line in small]
    first = next((place for place, line in enumerate(feet) if _mark(line)), None)
    if first is None or (first and not goes_on):
        feet = feet if goes_on and feet else feet[first:] if first is not None else []
    text = [line for line in lines if line not in feet]
    return text, _notes(feet)


def _notes(feet: Sequence[Line]) -> list[Note]:
    notes: list[Note] = []
    for line in feet:
        mark = _mark(line)
        if mark or not notes:
            notes.append(Note(mark))
        notes[-1].lines.append(_without_mark(line) if mark else line)
    return notes


def _mark(line: Line) -> str:
    """Return the mark that the line opens with: raised, or a figure at the very beginning."""
    if line.raised and not line.text[: line.raised[0][0]].strip():
        start, end = line.raised[0]
        return line.text[start:end].strip()
    match = _MARK.match(line.text)
    return match[1] if match and not line.raised else ""


def _without_mark(line: Line) -> Line:
    if line.raised and not line.text[: line.raised[0][0]].strip():
        return replace(line, text=line.text[line.raised[0][1] :], raised=(), emphasis="")
    match = _MARK.match(line.text)
    return replace(line, text=line.text[match.end() :], emphasis="") if match else line


def is_unfinished(notes: Sequence[Note]) -> bool:
    """Whether the last footnote of a page breaks off in the middle of a sentence."""
    return bool(notes) and not openings.is_ended(notes[-1].lines[-1].text.strip())


def drop_marks(line: Line, known: frozenset[str]) -> tuple[Line, list[Omission]]:
    """Return the line without the marks of known footnotes; raised figures that are none (``m2``) stay."""
    text, omitted = line.text, []
    for start, end in reversed(line.raised):
        mark = line.text[start:end]
        if set(filter(None, mark.split(","))) <= known:
            text = text[:start] + text[end:]
            omitted.append(Omission(text=mark, reason="footnote mark", page=line.page))
    return (replace(line, text=text, raised=()) if omitted else line), omitted
