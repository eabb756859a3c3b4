"""Lines of plain text to paragraphs, where neither blank lines nor indents can be relied on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stmtdiff.ingest import openings

_WRAPPED = 110  # a longer line was not wrapped by hand: its end is a paragraph's, unless a page ended there
_NEIGHBOURS = 4  # lines each way that show how wide the text is set just here
_SLACK = 0.12  # set in proportional type, full lines differ by so much in characters
_INDENT = 2
_MEMORY = 40  # lines back to look for the ordinal before an ordinal
_HEADING = 80  # characters of the longest heading that is known by its place alone
_HEADING_SHARE = 0.75
_CONJUNCTIONS = frozenset({"and", "or", "and/or", "and,", "or,"})
_NUMBER_APART = re.compile(r"(\s*\S.*[^\s.;:,])\s{2,}(\d{1,3}\.)")
_YEAR_OR_DAY = re.compile(r"\d{4}\b|\d{1,2}\s[A-Z][a-z]+\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that is not blank: its words, how far it is indented, and whether a blank line stands before it."""

    text: str
    indent: int
    after_blank: bool
    width: int  # characters a full line has hereabouts, indent included; 0 where lines are not wrapped

    @property
    def end(self) -> int:
        """The column after the last character."""
        return self.indent + len(self.text)


def read_lines(text: str) -> list[Line]:
    """Return the lines that are not blank, with the width of the text around each."""
    raw = [part for line in text.split("\n") for part in _parted(line.expandtabs(8).rstrip())]
    kept = [number for number, line in enumerate(raw) if line]
    ends = [len(raw[number]) for number in kept]
    return [
        Line(
            text=raw[number].strip(),
            indent=len(raw[number]) - len(raw[number].lstrip()),
            after_blank=number == 0 or not raw[number - 1],
            width=_width_around(ends, place),
        )
        for place, number in enumerate(kept)
    ]


def _parted(line: str) -> list[str]:
    """Part a heading from the number of the paragraph below it, where a gap shows that both stood on one height."""
    match = _NUMBER_APART.fullmatch(line)
    return [match[1], match[2]] if match else [line]


def _width_around(ends: Sequence[int], place: int) -> int:
    window = ends[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS + 1]
    near = [end for end in window if end <= _WRAPPED]
    return max(near) if len(near) > 1 and 2 * len(near) >= len(window) else 0


def split_paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines of one paragraph after the other."""
    group: list[Line] = []
    for place, line in enumerate(lines):
        following = lines[place + 1] if place + 1 < len(lines) else None
        if group and (_starts_paragraph(group, line) or is_heading(group[-1], line, following)):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def is_heading(before: Line | None, line: Line, following: Line | None) -> bool:
    """Whether a short line without a full stop stands between the end of a paragraph and the beginning of one."""
    text = line.text
    fits = len(text) <= _HEADING and (not line.width or line.end <= line.width * _HEADING_SHARE)
    alone = text[:1].isupper() and not openings.is_closed(text) and not openings.opens_item(text)
    after_end = before is None or openings.is_closed(before.text)
    opens = following and (openings.opens_item(following.text) or openings.opens_recital(following.text))
    return bool(fits and alone and after_end and opens)


def _starts_paragraph(group: Sequence[Line], line: Line) -> bool:
    """Whether ``line`` opens a new paragraph after ``group``: the strongest sign decides."""
    before = group[-1]
    if openings.is_bare_number(before.text):
        return False
    if openings.opens_item(line.text):
        return _is_item(group, line)
    if line.text[:1].islower():
        return line.after_blank and openings.is_ended(before.text)
    return _stands_apart(before, line) or _begins_anew(group, line)


def _stands_apart(before: Line, line: Line) -> bool:
    """Whether the layout or the word says so: a blank line, a rule, the organ that speaks, a recital."""
    if openings.names_organ(before.text):
        return True
    if line.after_blank:
        return not _breaks_off(before, line)
    if openings.is_rule(before.text) or openings.is_rule(line.text):
        return True
    return openings.opens_recital(line.text) and openings.is_closed(before.text)


def _breaks_off(before: Line, line: Line) -> bool:
    """Whether a long line stops before a number without a full stop: "... in January", blank, "2023."."""
    return len(before.text) > _HEADING and not openings.is_ended(before.text) and bool(_YEAR_OR_DAY.match(line.text))


def _begins_anew(group: Sequence[Line], line: Line) -> bool:
    """Whether the line before was ended on purpose, or this one is indented after a full stop."""
    before = group[-1]
    if _was_broken_off(before, line):
        return openings.is_ended(before.text) or _is_set_apart(group, line)
    return before.text[-1] == ";" or (line.indent >= before.indent + _INDENT and openings.is_ended(before.text))


def _is_item(group: Sequence[Line], line: Line) -> bool:
    """Whether a number, letter or dash at a line's beginning opens an item: it may be in the middle of a sentence."""
    before = group[-1]
    broken_off = _was_broken_off(before, line) and not openings.awaits_number(before.text)
    if line.after_blank or openings.bullet_of(line.text) in openings.SURE_BULLETS or broken_off:
        return True
    runs_on = openings.runs_on(" ".join(part.text for part in group[-_MEMORY:]), line.text)
    ends = before.text if len(group) == 1 or before.text not in _CONJUNCTIONS else group[-2].text
    return openings.is_closed(ends) and not runs_on


def _was_broken_off(before: Line, line: Line) -> bool:
    """Whether the first word of ``line`` had room on the line before: somebody ended that line on purpose."""
    if before.end > _WRAPPED or not before.width:
        return True
    first_word = line.text.split(maxsplit=1)[0]
    return before.end + 1 + len(first_word) < before.width * (1 - _SLACK)


def _is_set_apart(group: Sequence[Line], line: Line) -> bool:
    """Whether the group is a single line without a full stop, and ``line`` begins anew."""
    first = group[0]
    alone = len(group) == 1 and first.end <= _WRAPPED and not openings.is_closed(first.text)
    return alone and first.text[:1].isupper() and line.text[:1].isupper()
