"""Blocks to parts: pieces of a paragraph joined, run-on numbering separated, labels taken out, ornaments set aside."""

from __future__ import annotations

import re
from dataclasses import replace

from stmtdiff.ingest.document import Block, Document, Style
from stmtdiff.model import Omission
from stmtdiff.segment.numbering import read_number, take_label
from stmtdiff.segment.parts import Part, ends_paragraph
from stmtdiff.segment.runs import separate
from stmtdiff.segment.voices import is_closing
from stmtdiff.text import words_of

# A paragraph that ends with one of these was cut by a page or line end.
_NEVER_LAST = frozenset("the a an of to in for with by on at from that which its their our his this these".split())
# Formats that do not say which lines are headings.
_UNMARKED = frozenset({"text/plain", "application/pdf"})
_NAME_WORDS = 6
_OPTION = re.compile(r"\[?(?:Sub-?)?Option \w{1,4}\s?[:.]?", re.IGNORECASE)
_HEADING_WORDS = 16
_HEADING_LENGTH = 140
_NUMBERED = frozenset({"1.", "1.1", "I.", "A.", "一、", "（一）"})


def lay_out(document: Document) -> tuple[list[Part], list[Omission]]:
    """Turn blocks into parts in reading order, and list the ornaments ("###", "* * *") that hold no word."""
    parts: list[Part] = []
    ornaments: list[Omission] = []
    for block in document.blocks:
        if not words_of(block.text) and not words_of(block.number or ""):
            if block.text.strip():
                ornaments.append(Omission(text=block.text.strip(), reason="ornament", page=block.page))
            continue
        parts.append(_part_of(block))
    return _name_headings(separate(_join(_without_initials(parts))), _set_off(document)), ornaments


def _part_of(block: Block) -> Part:
    text = block.text.strip()
    if block.number and block.number.strip():
        labels = read_number(block.number)
        if not words_of(text):
            return Part(text=f"{block.number} {text}".strip(), style=block.style, page=block.page)
        return Part(text=text, style=block.style, labels=labels, level=block.level, page=block.page)
    taken = take_label(text) if block.style is not Style.TITLE else None
    if taken is None:
        level = block.level if block.style is not Style.ITEM else 0
        return Part(text=text, style=block.style, level=level, page=block.page)
    return Part(
        text=taken.text.strip(),
        style=block.style,
        labels=taken.labels,
        level=block.level,
        page=block.page,
        source=text,
    )


def _join(parts: list[Part]) -> list[Part]:
    """Join a paragraph that a page or line end cut: the rest has no label and begins with a small letter."""
    joined: list[Part] = []
    for part in parts:
        if joined and _goes_on(joined[-1], part):
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {part.text}")
        else:
            joined.append(part)
    return joined


def _goes_on(before: Part, part: Part) -> bool:
    plain = {Style.PARAGRAPH, Style.ITEM}
    if part.labels or part.style is not Style.PARAGRAPH or before.style not in plain:
        return False
    if before.labels and before.labels[0].ordinal is None:
        return False
    if before.text.rsplit(maxsplit=1)[-1].casefold() in _NEVER_LAST:
        return True
    return part.text[:1].islower() and (not ends_paragraph(before.text) or before.text.endswith(","))


def _without_initials(parts: list[Part]) -> list[Part]:
    """Put "S. Name" together again where the signatures stand: it is no label there."""
    closed = next((at for at, part in enumerate(parts) if is_closing(part.text)), len(parts))
    return parts[:closed] + [
        replace(part, text=part.source, labels=()) if part.source and _is_name(part.source) else part
        for part in parts[closed:]
    ]


def _is_name(text: str) -> bool:
    return len(text.split()) <= _NAME_WORDS and not ends_paragraph(text)


def _set_off(document: Document) -> frozenset[str] | None:
    """Lines set in bold or italics as a whole, where the source marks its headings; None where any line may be one."""
    if document.media_type in _UNMARKED or not any(block.style is Style.HEADING for block in document.blocks):
        return None
    return frozenset(block.text.strip() for block in document.blocks if block.emphasis.strip() == block.text.strip())


def _name_headings(parts: list[Part], candidates: frozenset[str] | None) -> list[Part]:
    """Give the style of a heading to short lines without an end mark that stand over a paragraph."""
    named = []
    for part, following in zip(parts, [*parts[1:], None], strict=False):
        wanted = candidates is None or part.text in candidates
        heads = _is_lone_option(part) or (wanted and _looks_like_heading(part, following))
        named.append(replace(part, style=Style.HEADING) if heads else part)
    return named


def _is_lone_option(part: Part) -> bool:
    return not part.labels and bool(_OPTION.fullmatch(part.text))


def _looks_like_heading(part: Part, following: Part | None) -> bool:
    if part.style is not Style.PARAGRAPH and not (part.style is Style.ITEM and part.labels):
        return False
    if following is None or ends_paragraph(part.text) or len(part.text) > _HEADING_LENGTH:
        return False
    if part.text[:1].islower() or len(part.text.split()) > _HEADING_WORDS:
        return False
    if not part.labels:
        return True
    over_text = not following.labels and following.style is Style.PARAGRAPH and not following.text[:1].islower()
    return part.labels[0].shape in _NUMBERED and over_text and ends_paragraph(following.text)
