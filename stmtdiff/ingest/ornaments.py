"""Paragraphs without a word in them: end marks, rules, lone brackets of layout."""

from __future__ import annotations

from collections.abc import Iterable

from stmtdiff.ingest.document import Block
from stmtdiff.model import Omission


def set_aside(blocks: Iterable[Block]) -> tuple[list[Block], list[Omission]]:
    """Blocks that say something, and the others (``###``, ``* * *``) as omissions."""
    kept: list[Block] = []
    omitted: list[Omission] = []
    for block in blocks:
        if any(character.isalnum() for character in block.text):
            kept.append(block)
        else:
            omitted.extend(_omission(block))
    return kept, omitted


def _omission(block: Block) -> Iterable[Omission]:
    text = f"{block.number or ''} {block.text}".strip()
    return [Omission(text=text, reason="no words in it", page=block.page)] if text else []
