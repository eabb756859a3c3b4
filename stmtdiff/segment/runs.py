"""Numbering that stands inside a paragraph: "...; 13. Urges ...", "...; and (ii) the ..."."""

from __future__ import annotations

import re
from dataclasses import replace

from stmtdiff.ingest.document import Style
from stmtdiff.segment.numbering import Label, after, take_label
from stmtdiff.segment.parts import Part

_HEADING = r"(?P<heading>[A-Z][^.;:,]{2,80}\s)"


def separate(parts: list[Part]) -> list[Part]:
    """Start a new part where the next number of a list stands inside a paragraph, and not in front of the next one."""
    separated: list[Part] = []
    count = 0
    for index, part in enumerate(parts):
        following = parts[index + 1] if index + 1 < len(parts) else None
        separated.extend(_pieces(part, following, count))
        count = _count(separated[-1]) or count
    return separated


def _pieces(part: Part, following: Part | None, count: int) -> list[Part]:
    found = None if part.style is Style.FOOTNOTE else _next_label(part, following, count)
    taken = take_label(part.text[found.end() :]) if found else None
    if found is None or taken is None:
        return [part]
    head, heading = part.text[: found.start("gap")].rstrip(), (found["heading"] or "").strip()
    pieces = [replace(part, text=head, source="")] if head else []
    if heading:
        pieces.append(Part(text=heading, style=Style.PARAGRAPH, page=part.page))
    rest = replace(part, text=taken.text, labels=taken.labels, style=Style.PARAGRAPH, source="")
    return [*pieces, *_pieces(rest, following, _count(rest))]


def _next_label(part: Part, following: Part | None, count: int) -> re.Match[str] | None:
    """Find the label that comes next in the list that a part belongs to, or precedes that of the next part."""
    marks = [mark for label in part.labels if (mark := after(label))]
    if not part.labels:
        if match := re.match(rf"(?P<gap>){_HEADING}(?=(?:{count + 1}|1)\.\s+[A-Z])", part.text):
            return match
        marks = [f"{_count(following) - 1}."] if _count(following) > 1 else []
    elif following and (first := _first_before(following)):
        marks.append(first)
    elif count and not _count(part):
        marks.append(f"{count + 1}.")
    if following and _starts(following, marks):
        return None
    for mark in marks:
        gap = rf"(?<=[;.,:])(?:\s+(?:and/or|and|or),?)?(?P<gap>\s+){_HEADING}?(?={re.escape(mark)}\s+[A-Za-z])"
        if match := re.search(gap if mark.startswith("(") else gap.replace("A-Za-z", "A-Z"), part.text):
            return match
    return None


def _first_before(part: Part) -> str:
    """Return "(a)" for a part labelled "(b)": the first item stands in the paragraph that announces the list."""
    label = part.labels[-1] if part.labels else Label("", None, None)
    return label.shape if label.shape in {"(a)", "(i)"} and label.ordinal == 2 else ""  # noqa: PLR2004 - the second


def _starts(part: Part, marks: list[str]) -> bool:
    return any(label.number and label.number in {mark, mark.rstrip(".")} for label in part.labels for mark in marks)


def _count(part: Part | None) -> int:
    """Return the ordinal of a numbered paragraph, 0 for anything else."""
    label = part.labels[0] if part and part.labels else Label("", None, None)
    return label.ordinal or 0 if label.shape == "1." else 0
