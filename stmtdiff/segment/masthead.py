"""The lines above a resolution that are no part of it: sponsors, symbols; and the name that they give it."""

from __future__ import annotations

import re
from itertools import pairwise

from stmtdiff.model import Omission
from stmtdiff.segment.parts import Part
from stmtdiff.segment.recitals import organ_of

_SPONSORS = re.compile(r".*:\s*(?:(?:revised|amended|second) )*draft (?:resolution|decision)s?", re.IGNORECASE)
_SYMBOL = re.compile(r"(?<![A-Za-z\d/])[AES][/_](?:RES[/_]|HRC[/_]|C\.\d[/_])?\d{1,4}[/_](?:L\.)?\d{1,4}(?!\d)")
_WITHIN = 40


def is_sponsors(text: str) -> bool:
    """Say whether a line names the sponsors of a draft: "Norway and Kenya: draft resolution"."""
    return bool(_SPONSORS.fullmatch(text.strip()))


def find_organ(parts: list[Part]) -> tuple[int, str] | None:
    """Index and name of the organ, or the parties, that a resolution or treaty opens with."""
    for index, (part, following) in enumerate(pairwise(parts[: _WITHIN + 1])):
        organ = organ_of(part.text, following.text)
        if organ:
            return index, organ
    return None


def set_apart(parts: list[Part], organ_at: int) -> tuple[list[Part], list[Omission]]:
    """Take the sponsors out of the lines above the organ."""
    above = parts[:organ_at]
    sponsors = [part for part in above if is_sponsors(part.text)]
    omitted = [Omission(text=part.source or part.text, reason="sponsors", page=part.page) for part in sponsors]
    return [part for part in above if part not in sponsors] + parts[organ_at:], omitted


def name_resolution(organ: str, omitted: tuple[Omission, ...], file_name: str) -> str:
    """Title of a resolution that has none: its organ, its symbol where one is printed, and whether that is a draft's.

    Adopted resolutions have a symbol of their own kind (S/RES/...).
    """
    texts = [one.text for one in omitted]
    symbol = next((match.group() for text in [*texts, file_name] if (match := _SYMBOL.search(text))), "")
    adopted = not symbol or "RES" in symbol
    draft = "" if adopted and not any(one.reason == "sponsors" for one in omitted) else "draft "
    name = organ.removeprefix("The ").removeprefix("Now, therefore, ")
    return f"{name}: {draft}resolution {symbol.replace('_', '/')}".strip()
