"""The pieces of a document between its blocks and its clauses."""

from __future__ import annotations

from dataclasses import dataclass

from stmtdiff.ingest.document import Style
from stmtdiff.segment.numbering import Label

_ENDS = (".", ";", ":", "!", "?", "。", "；", "：", "！", "？", "؟", "۔", "।", ",", "，", "、", "؛", "،")
_CLOSERS = "”’\"')]»」』）*_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A paragraph, item, heading or footnote without its label; ``labels`` are the readings of it, none where none.

    ``source`` is the text with the label, where the label stood in the text.
    """

    text: str
    style: Style
    labels: tuple[Label, ...] = ()
    level: int = 0
    page: int | None = None
    source: str = ""


def ends_paragraph(text: str) -> bool:
    """Say whether a text ends with a mark that ends a sentence, an item or a recital."""
    return text.rstrip().rstrip(_CLOSERS).endswith(_ENDS)
