"""Clauses whose wording did not change: found by a dictionary, repeated ones told apart by their neighbours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

Pair = tuple[int, int]


def pair_exact(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Positions of equal keys, each used once, in order of the old side; empty keys pair as well.

    A key that stands once on each side is sure. A repeated one follows the nearest sure neighbour, and what is
    still open pairs in order of appearance. Swapping the sides mirrors the result.
    """
    places_old, places_new = _places(old), _places(new)
    pairs = {a[0]: b[0] for key, a in places_old.items() if len(a) == 1 and len(b := places_new.get(key, [])) == 1}
    taken = set(pairs.values())
    for step in (1, -1):
        _extend(old, new, pairs, taken, step)
    for key, a in places_old.items():
        left = [i for i in a if i not in pairs]
        right = [j for j in places_new.get(key, ()) if j not in taken]
        pairs.update(zip(left, right, strict=False))
    return sorted(pairs.items())


def _places(keys: Sequence[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        places[key].append(place)
    return places


def _extend(old: Sequence[str], new: Sequence[str], pairs: dict[int, int], taken: set[int], step: int) -> None:
    """Walk on from every pair while the next clauses on both sides are equal and free."""
    for start in sorted(pairs):
        i, j = start + step, pairs[start] + step
        while 0 <= i < len(old) and 0 <= j < len(new) and old[i] == new[j] and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
            i, j = i + step, j + step
