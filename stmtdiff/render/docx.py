"""The comparison as a Word document: one text with tracked changes, and the reasons as comments.

Accepting all changes gives the new text, rejecting all the old one, word for word. Insertions and deletions only:
Word refuses much of the markup for moves. Numbers are list numbers, so that the words are those of the clauses alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stmtdiff.model import Clause, ClauseKind, Comparison, Op
from stmtdiff.render.archive import pack
from stmtdiff.render.items import item_lines
from stmtdiff.render.presentation import Report, present
from stmtdiff.render.runs import plain
from stmtdiff.render.template import asset, fill
from stmtdiff.render.tracked import Paragraph, track

_AUTHOR = "stmtdiff"
_INDENT = 560  # twentieths of a point for each level
_ROMAN = re.compile(r"[ivxl]{2,}|[IVXL]{2,}")
_NUMBER = re.compile(r"(?P<before>\(?)(?P<count>\d{1,4}|[A-Za-z]|[ivxl]+|[IVXL]+)(?P<after>[.)]*)")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Number:
    """One list number: ``text`` holds ``%1`` where the count stands, or the label as it is."""

    style: str
    start: int
    text: str
    indent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Comment:
    id: int
    lines: tuple[str, ...]


def render(comparison: Comparison) -> bytes:
    """Return the document as the bytes of a DOCX file."""
    report = present(comparison)
    writer = _Writer(report)
    paragraphs = [writer.paragraph(each) for each in track(report)]
    moment = f"{comparison.new.date}T00:00:00Z"
    shared = {"report": report, "author": _AUTHOR, "moment": moment}
    return pack(
        {
            "[Content_Types].xml": asset("docx/content_types.xml"),
            "_rels/.rels": asset("docx/package.rels"),
            "docProps/core.xml": fill("docx/core.xml.j2", **shared),
            "word/_rels/document.xml.rels": asset("docx/document.rels"),
            "word/document.xml": fill("docx/document.xml.j2", **shared, paragraphs=paragraphs).lstrip(),
            "word/comments.xml": fill("docx/comments.xml.j2", **shared, comments=writer.comments),
            "word/numbering.xml": fill("docx/numbering.xml.j2", numbers=writer.numbers),
            "word/header1.xml": fill("docx/header1.xml.j2", **shared),
            "word/footer1.xml": fill("docx/footer1.xml.j2", **shared),
            "word/settings.xml": asset("docx/settings.xml"),
            "word/styles.xml": asset("docx/styles.xml"),
        }
    )


class _Writer:
    """Counts what a Word document numbers: changes, list numbers, comments."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.numbers: list[_Number] = []
        self.comments = [_Comment(id=0, lines=_about(report))]
        self.serial = 0
        self.begun = False

    def paragraph(self, paragraph: Paragraph) -> dict[str, object]:
        """Return what the template sets of one paragraph."""
        new = paragraph.new if paragraph.end is not Op.STRIKE else paragraph.old
        old = paragraph.old if paragraph.end is Op.KEEP else new
        renumbered = (old.number if old else None) != (new.number if new else None)
        side = self.report.old if paragraph.end is Op.STRIKE else self.report.new
        return {
            "runs": [run._asdict() | {"serial": self._next()} for run in paragraph.runs if run.text],
            "end": paragraph.end,
            "serial": self._next(),
            "heading": paragraph.clause.kind is ClauseKind.HEADING,
            "indent": _INDENT * paragraph.item.depth,
            "rtl": side.direction == "rtl",
            "number": self._number(new, paragraph.item.depth),
            "renumbered": renumbered,
            "old_number": self._number(old, paragraph.item.depth) if renumbered else 0,
            "comments": list(self._comments(paragraph)),
        }

    def _next(self) -> int:
        self.serial += 1
        return self.serial

    def _number(self, clause: Clause | None, depth: int) -> int:
        """Return the id of a list number for a clause; 0 where it has none."""
        if clause is None or not clause.number:
            return 0
        self.numbers.append(_list_number(plain(clause.number), _INDENT * (depth + 1)))
        return len(self.numbers)

    def _comments(self, paragraph: Paragraph) -> Iterator[int]:
        if not self.begun:
            self.begun = True
            yield 0
        lines = tuple(item_lines(paragraph.item)) if paragraph.opens else ()
        if lines:
            self.comments.append(_Comment(id=len(self.comments), lines=lines))
            yield len(self.comments) - 1


def _about(report: Report) -> tuple[str, ...]:
    """Return the comment that opens the document: what it is, the outcome, what could not be compared."""
    texts = f"{report.old.title}, {report.old.date}, against {report.new.title}, {report.new.date}."
    notes = [f"{side.role} text: {note}" for side in (report.old, report.new) for note in side.notes]
    return texts, report.summary, *report.cautions, *notes


def _list_number(label: str, indent: int) -> _Number:
    """Say how Word shall write a label: as a count in its style, else as it stands."""
    found = _NUMBER.fullmatch(label)
    if found is None:
        return _Number(style="decimal", start=1, text=label.replace("%", ""), indent=indent)
    count = found["count"]
    text = f"{found['before']}%1{found['after'] or ('' if found['before'] else '.')}"
    if count.isdecimal():
        return _Number(style="decimal", start=int(count), text=text, indent=indent)
    case = "lower" if count.islower() else "upper"
    if _ROMAN.fullmatch(count):
        return _Number(style=f"{case}Roman", start=_roman(count.lower()), text=text, indent=indent)
    return _Number(style=f"{case}Letter", start=ord(count.lower()) - ord("a") + 1, text=text, indent=indent)


def _roman(numeral: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
