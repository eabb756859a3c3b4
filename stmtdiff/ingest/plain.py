"""Plain text: hard-wrapped or one line a paragraph, with blank lines between paragraphs or without."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from stmtdiff.ingest import openings
from stmtdiff.ingest.decoding import decode, drop_controls
from stmtdiff.ingest.document import Block, Document, Style
from stmtdiff.ingest.joining import join_lines, known_words, squeeze
from stmtdiff.ingest.ornaments import set_aside

_WRAPPED = 110  # a longer line was not wrapped by hand: its end is a paragraph's, unless a page ended there
_NEIGHBOURS = 4  # lines each way that show how wide the text is set just here
_SLACK = 0.12  # set in proportional type, full lines differ by so much in characters
_TITLE = 200


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


def read(data: bytes) -> Document:
    """Read paragraphs; ``indent`` is in characters. Raises StmtdiffError for bytes that are no text."""
    text, warnings = drop_controls(decode(data))
    lines = read_lines(text)
    known = known_words(line.text for line in lines)
    found = [_block(group, known) for group in _paragraphs(lines)]
    blocks, omitted = set_aside(_with_title(found, lines))
    title = [("title", block.text) for block in blocks[:1] if block.style is Style.TITLE]
    return Document(
        blocks=tuple(blocks), media_type="text/plain", omitted=tuple(omitted), metadata=tuple(title), warnings=warnings
    )


def read_lines(text: str) -> list[Line]:
    """Lines that are not blank, with the width of the text around each."""
    raw = [line.expandtabs(8).rstrip() for line in text.split("\n")]
    kept = [number for number, line in enumerate(raw) if line and not line.isspace()]
    ends = [len(raw[number]) for number in kept]
    return [
        Line(
            text=raw[number].strip(),
            indent=len(raw[number]) - len(raw[number].lstrip()),
            after_blank=number == 0 or not raw[number - 1].strip(),
            width=_width_around(ends, place),
        )
        for place, number in enumerate(kept)
    ]


def _width_around(ends: Sequence[int], place: int) -> int:
    near = [end for end in ends[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS + 1] if end <= _WRAPPED]
    return max(near) if len(near) > 1 else 0


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if group and _starts_paragraph(group, line):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _starts_paragraph(group: Sequence[Line], line: Line) -> bool:
    """Whether ``line`` opens a new paragraph after ``group``: the strongest sign decides."""
    before = group[-1]
    if openings.opens_item(line.text):
        return _is_item(before, line)
    if line.text[:1].islower():
        return line.after_blank and openings.is_ended(before.text)
    if line.after_blank or openings.names_organ(before.text):
        return True
    if openings.opens_recital(line.text) and openings.is_closed(before.text):
        return True
    if _was_broken_off(before, line):
        return openings.is_ended(before.text) or _is_heading(group, line)
    return before.text[-1] == ";" or (_is_indented(before, line) and openings.is_ended(before.text))


def _is_item(before: Line, line: Line) -> bool:
    if line.after_blank or openings.is_closed(before.text) or openings.bullet_of(line.text):
        return True
    return _was_broken_off(before, line) and not openings.awaits_number(before.text)


def _was_broken_off(before: Line, line: Line) -> bool:
    """Whether the first word of ``line`` had room on the line before: somebody ended that line on purpose."""
    if before.end > _WRAPPED or not before.width:
        return True
    first_word = line.text.split(maxsplit=1)[0]
    return before.end + 1 + len(first_word) < before.width * (1 - _SLACK)


def _is_heading(group: Sequence[Line], line: Line) -> bool:
    """Whether the group is a single short line without a full stop before something that opens."""
    alone = len(group) == 1 and group[0].end <= _WRAPPED and not openings.is_closed(group[0].text)
    return alone and group[0].text[:1].isupper() and line.text[:1].isupper()


def _is_indented(before: Line, line: Line) -> bool:
    return line.indent >= before.indent + 2


def _block(group: Sequence[Line], known: frozenset[str]) -> Block:
    texts = [line.text for line in group]
    bullet = openings.bullet_of(texts[0])
    if bullet:
        texts[0] = openings.without_bullet(texts[0])
    style = Style.ITEM if bullet else Style.PARAGRAPH
    return Block(
        text=join_lines(texts, known), style=style, number=bullet, level=1 if bullet else 0, indent=group[0].indent
    )


def _with_title(blocks: Iterable[Block], lines: Sequence[Line]) -> Iterator[Block]:
    """Call the first block the title where it is short, unpunctuated and set apart by a blank line."""
    for place, block in enumerate(blocks):
        alone = place == 0 and len(lines) > 1 and squeeze(lines[0].text) == block.text and lines[1].after_blank
        if alone and len(block.text) <= _TITLE and not openings.is_closed(block.text) and not block.number:
            yield Block(text=block.text, style=Style.TITLE, indent=block.indent)
        else:
            yield block
