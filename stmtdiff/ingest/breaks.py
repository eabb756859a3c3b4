"""Forced line breaks inside a paragraph: some part paragraphs, most only end a line."""

from __future__ import annotations

from stmtdiff.ingest import openings
from stmtdiff.ingest.joining import squeeze

BREAK = "\n"


def split_breaks(text: str, emphasis: str = "") -> list[str]:
    """Return the paragraphs of a text whose forced breaks are line feeds.

    Two breaks part paragraphs; one does so after the end of a sentence, before an item and after a first line that is
    all ``emphasis``: a heading.
    """
    paragraphs: list[str] = []
    apart = True
    for line in map(squeeze, text.split(BREAK)):
        if line and (apart or _begins(paragraphs[-1], line, emphasis if len(paragraphs) == 1 else "")):
            paragraphs.append(line)
        elif line:
            paragraphs[-1] += f" {line}"
        apart = not line or not paragraphs
    return paragraphs


def _begins(before: str, line: str, emphasis: str) -> bool:
    if openings.bullet_of(line) in openings.SURE_BULLETS:
        return True
    return (openings.is_ended(before) or before == emphasis) and not line[0].islower()
