"""Forced line breaks inside a paragraph: some part paragraphs, most only end a line."""

from __future__ import annotations

from stmtdiff.ingest import openings
from stmtdiff.ingest.joining import squeeze

BREAK = "\n"


def split_breaks(text: str) -> list[str]:
    """Return the paragraphs of a text whose forced breaks are line feeds.

    Two breaks part paragraphs; one does so after the end of a sentence and before an item.
    """
    paragraphs: list[str] = []
    apart = True
    for line in map(squeeze, text.split(BREAK)):
        if line and (apart or _begins(paragraphs[-1], line)):
            paragraphs.append(line)
        elif line:
            paragraphs[-1] += f" {line}"
        apart = not line or not paragraphs
    return paragraphs


def _begins(before: str, line: str) -> bool:
    if openings.bullet_of(line) in openings.SURE_BULLETS:
        return True
    return openings.is_ended(before) and not line[0].islower()
