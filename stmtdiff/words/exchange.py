"""The commonest edit of all, settled without a search: some words exchanged one for one, each in its place."""

from __future__ import annotations

from itertools import compress
from operator import eq, ne

from stmtdiff.words.kept import is_whole
from stmtdiff.words.neat import Change

_FEW = 6  # so many exchanges are quickly proved to be all


def exchanges(old: str, new: str) -> tuple[list[str], list[Change]] | None:
    """Return kept pieces with the changes between them; ``None`` where more than exchanges may have happened.

    What is returned keeps the most words that can be kept, and no other edits keep as many: no exchanged word stands
    on the other side between the first exchange and the last, or those that do are out of reach (``_is_only_way``).
    """
    a, b = old.split(" "), new.split(" ")
    if len(a) != len(b):
        return None
    places = list(compress(range(len(a)), map(ne, a, b)))
    struck, inserted = [a[n] for n in places], [b[n] for n in places]
    a_part, b_part = a[places[0] : places[-1] + 1], b[places[0] : places[-1] + 1]
    apart = set(struck).isdisjoint(b_part) and set(inserted).isdisjoint(a_part)
    if not (apart or _is_only_way(a_part, b_part, len(places))):
        return None
    return _cut(a, b, places) if all(map(is_whole, struck)) and all(map(is_whole, inserted)) else None


def _is_only_way(a: list[str], b: list[str], exchanged: int) -> bool:
    """Tell whether keeping every word in its place is the only way to keep so many.

    Other edits that keep as many words cannot keep one farther from its place than there are words exchanged: no word
    may stand so near on the other side.
    """
    if exchanged > _FEW:
        return False
    shifts = range(1, min(exchanged, len(a) - 1) + 1)
    return not any(any(map(eq, a[n:], b)) or any(map(eq, a, b[n:])) for n in shifts)


def _cut(a: list[str], b: list[str], places: list[int]) -> tuple[list[str], list[Change]]:
    """Cut at the exchanged words; neighbours are one change."""
    keeps: list[str] = []
    changes: list[Change] = []
    end = 0
    for n in places:
        if n == end and changes:
            struck, inserted = changes[-1]
            changes[-1] = (f"{struck} {a[n]}", f"{inserted} {b[n]}")
        else:
            keeps.append(_between(a[end:n], opened=bool(changes)))
            changes.append((a[n], b[n]))
        end = n + 1
    keeps.append(" " + " ".join(a[end:]) if end < len(a) else "")
    return keeps, changes


def _between(words: list[str], *, opened: bool) -> str:
    """Return a kept piece that a change follows, with the spaces around it."""
    text = " ".join(words)
    return f"{' ' if opened else ''}{text} " if words else ""
