"""Which links changed the order: the fewest whose removal restores it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def find_moved(pairs: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return the pairs outside one longest run that rises on both sides; ``pairs`` sorted by the old side."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for k, (_, j) in enumerate(pairs):
        place = bisect_left(tails, j)
        before.append(ends[place - 1] if place else -1)
        tails[place:] = [j, *tails[place + 1 :]]
        ends[place:] = [k, *ends[place + 1 :]]
    kept: set[tuple[int, int]] = set()
    k = ends[-1] if ends else -1
    while k >= 0:
        kept.add(pairs[k])
        k = before[k]
    return set(pairs) - kept
