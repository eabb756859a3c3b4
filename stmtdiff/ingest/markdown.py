"""Markdown: CommonMark with tables, footnotes, front matter and the attributes that kramdown adds."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from stmtdiff.ingest.breaks import split_breaks
from stmtdiff.ingest.decoding import decode, drop_controls
from stmtdiff.ingest.document import Block, Document, Style
from stmtdiff.ingest.frontmatter import split_front_matter, with_title
from stmtdiff.ingest.html import read_fragment
from stmtdiff.ingest.inline import Run, inline_run
from stmtdiff.ingest.joining import squeeze
from stmtdiff.ingest.ornaments import set_aside
from stmtdiff.model import Omission

if TYPE_CHECKING:
    from markdown_it.token import Token

_ATTRIBUTES = re.compile(r"^(?:[ \t]*[*+-][ \t]+TOC[ \t]*\n)?[ \t]*\{:[^}\n]*\}[ \t]*$", re.MULTILINE)
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_FOOTNOTE = re.compile(r"^\[\^([^\]\s]+)\]:[ \t]*(.*(?:\n(?:[ \t]*\n)*(?:[ ]{2,}|\t).*)*)", re.MULTILINE)
_INDENT = re.compile(r"^(?: {1,4}|\t)", re.MULTILINE)
_BLANK = re.compile(r"^[^\S\n]+$", re.MULTILINE)  # also of spaces that do not break, which Markdown takes for text
_HEADING_GAP = re.compile(r"^(#{1,6})\xa0", re.MULTILINE)
_ITEM_INDENT = 4


@dataclass(slots=True)
class _Walk:
    """What has been read so far, and where in lists and quotes the reader stands."""

    blocks: list[Block] = field(default_factory=list)
    omitted: list[Omission] = field(default_factory=list)
    counters: list[str] = field(default_factory=list)  # one per open list item: its number, "" once it was given
    quotes: int = 0
    row: list[str] | None = None  # the cells of the table row that is open
    heading: int = 0


def read(data: bytes) -> Document:
    """Read headings, paragraphs, list items with their numbers as given, table rows, footnotes.

    Link targets, definitions, comments, footnote marks and attributes are left out. Raises StmtdiffError for bytes
    that are no text.
    """
    text, warnings = drop_controls(decode(data))
    text, metadata, omitted = split_front_matter(_BLANK.sub("", text))
    text, markup = _cut(_HEADING_GAP.sub(r"\1 ", text))
    text, notes = _cut_footnotes(text)
    blocks, found = _read_blocks(text)
    for label, body in notes:
        note_blocks, note_omitted = _read_footnote(label, body)
        blocks += note_blocks
        found += note_omitted
    kept, ornaments = set_aside(blocks)
    kept, omitted = with_title(kept, metadata, omitted)
    return Document(
        blocks=tuple(kept),
        media_type="text/markdown",
        omitted=(*omitted, *markup, *found, *ornaments),
        metadata=metadata,
        warnings=warnings,
    )


def _cut(text: str) -> tuple[str, list[Omission]]:
    """Take comments and kramdown attributes out."""
    omitted: list[Omission] = []
    for pattern, reason in ((_COMMENT, "comment"), (_ATTRIBUTES, "attribute of the layout")):
        found = [match.group().strip() for match in pattern.finditer(text)]
        omitted += [Omission(text=cut, reason=reason) for cut in found if any(map(str.isalnum, cut))]
        text = pattern.sub("", text)
    return text, omitted


def _cut_footnotes(text: str) -> tuple[str, list[tuple[str, str]]]:
    notes = [(match[1], _INDENT.sub("", match[2])) for match in _FOOTNOTE.finditer(text)]
    return _FOOTNOTE.sub("", text), notes


def _read_footnote(label: str, body: str) -> tuple[list[Block], list[Omission]]:
    """Read the paragraphs of a footnote; the first has its label as number."""
    blocks, omitted = _read_blocks(body)
    numbers = [label, *(block.number for block in blocks[1:])]
    notes = [replace(block, style=Style.FOOTNOTE, number=n) for block, n in zip(blocks, numbers, strict=False)]
    return notes, omitted


def _read_blocks(text: str) -> tuple[list[Block], list[Omission]]:
    from markdown_it import MarkdownIt

    # Indented and fenced code does not occur in statements: what looks like it is an indented paragraph.
    # Beyond its nesting limit the parser drops text without a word: rather run into the interpreter's own limit.
    parser = MarkdownIt("commonmark", {"store_labels": True, "maxNesting": sys.getrecursionlimit()})
    parser.enable(["table", "strikethrough"]).disable(["code", "fence"])
    environment: dict[str, Any] = {}
    walk = _Walk()
    for token in parser.parse(text, environment):
        _step(walk, token)
    references = [*environment.get("references", {}).values(), *environment.get("duplicate_refs", [])]
    return walk.blocks, walk.omitted + _definitions(references, text.split("\n"))


def _definitions(references: list[Any], lines: list[str]) -> list[Omission]:
    spans = sorted(tuple(reference["map"]) for reference in references)
    return [Omission(text="\n".join(lines[start:end]).strip(), reason="link definition") for start, end in spans]


def _step(walk: _Walk, token: Token) -> None:
    """Take one token: containers open and close, inline tokens become blocks."""
    kind = token.type
    if kind == "list_item_open":
        walk.counters.append(token.info + token.markup)
    elif kind == "list_item_close":
        _close_item(walk)
    elif kind in {"blockquote_open", "blockquote_close"}:
        walk.quotes += token.nesting
    elif kind == "heading_open":
        walk.heading = int(token.tag[1:])
    elif kind == "inline" and token.children is not None:
        _take(walk, inline_run(token.children))
    elif kind == "tr_open":
        walk.row = []
    elif kind == "tr_close":
        _take_row(walk)
    elif kind == "html_block":
        fragment = read_fragment(token.content)
        walk.blocks += fragment.blocks
        walk.omitted += fragment.omitted


def _close_item(walk: _Walk) -> None:
    """Keep the number of an item that has no paragraph of its own."""
    number = walk.counters.pop()
    if number and number[0].isalnum():
        walk.omitted.append(Omission(text=number, reason="empty list item"))


def _take(walk: _Walk, run: Run) -> None:
    walk.omitted += run.omitted
    if walk.row is not None:
        walk.row.append(squeeze(run.text))
        return
    emphasis = squeeze(run.emphasis)
    for words in split_breaks(run.text, emphasis):
        walk.blocks.append(_block(walk, words, emphasis if words.startswith(emphasis) else ""))
        walk.heading = 0


def _block(walk: _Walk, text: str, emphasis: str) -> Block:
    depth = len(walk.counters)
    number = walk.counters[-1] if depth else ""
    style, level = Style.QUOTE if walk.quotes else Style.PARAGRAPH, 0
    if number:
        style, level, walk.counters[-1] = Style.ITEM, depth, ""
    if walk.heading:
        style, level = Style.HEADING, walk.heading
    indent = float(_ITEM_INDENT * depth)
    return Block(text=text, style=style, number=number or None, level=level, indent=indent, emphasis=emphasis)


def _take_row(walk: _Walk) -> None:
    cells = walk.row or []
    walk.row = None
    if any(cells):
        walk.blocks.append(Block(text=" | ".join(cells), style=Style.TABLE_ROW))
