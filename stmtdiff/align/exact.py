"""Clauses whose wording did not change: found by a dictionary, repeated ones told apart by their neighbours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from stmtdiff.align.pairs import Pair
from stmtdiff.model import Clause
from stmtdiff.text import same_wording

# A group of repeats larger than this, old times new, pairs in order of appearance.
_LARGE = 10_000


class Exact:
    """Pairs of the same wording, found in two goes: sure ones first, repeats when their neighbours are known."""

    def __init__(self, old: Sequence[Clause], new: Sequence[Clause]) -> None:
        """Pair what stands once on each side, letter by letter and then by wording, and its equal neighbours."""
        self._texts = [clause.text for clause in old], [clause.text for clause in new]
        self.pairs: dict[int, int] = {}
        self.taken: set[int] = set()
        self._pair_single(self._texts)
        self._keys = self._fold(0, self.pairs), self._fold(1, self.taken)
        self._pair_single(self._keys)
        self.follow()

    def _fold(self, side: int, done: dict[int, int] | set[int]) -> list[str]:
        """Keys of wording for what is still open; a linked clause needs none."""
        return [f"\n{k}" if k in done else same_wording(text) for k, text in enumerate(self._texts[side])]

    def _pair_single(self, keys: tuple[list[str], list[str]]) -> None:
        places_old, places_new = _places(keys[0]), _places(keys[1])
        for key, (i, *more) in places_old.items():
            there = places_new.get(key, ())
            if not more and len(there) == 1 and i not in self.pairs:
                self._add(i, there[0])

    def _add(self, i: int, j: int) -> None:
        self.pairs[i] = j
        self.taken.add(j)

    def follow(self, links: dict[int, int] | None = None) -> None:
        """Walk on from every pair, and from ``links``, while the next clauses on both sides are equal and free."""
        known = self.pairs if links is None else self.pairs | links
        for step in (1, -1):
            for start in sorted(known):
                self._walk(start + step, known[start] + step, step)

    def _walk(self, i: int, j: int, step: int) -> None:
        old, new = self._keys
        while 0 <= i < len(old) and 0 <= j < len(new) and old[i] == new[j] and i not in self.pairs:
            if j in self.taken:
                return
            self._add(i, j)
            i, j = i + step, j + step

    def repeats(self) -> tuple[set[int], set[int]]:
        """Return what has its like on the other side but is not paired yet."""
        shared = self._open(0).keys() & self._open(1).keys()
        return _members(self._open(0), shared), _members(self._open(1), shared)

    def settle(self, distance: Callable[[int, int], float]) -> None:
        """Pair the repeats that are left: those nearest in context, in the same order on both sides."""
        there = self._open(1)
        for key, left in self._open(0).items():
            for i, j in _in_order(left, there.get(key, []), distance):
                self._add(i, j)

    def _open(self, side: int) -> dict[str, list[int]]:
        done = self.taken if side else self.pairs
        keys = self._keys[side]
        places: dict[str, list[int]] = defaultdict(list)
        for place, key in enumerate(keys):
            if place not in done:
                places[key].append(place)
        return places


def _places(keys: Sequence[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        places[key].append(place)
    return places


def _members(places: dict[str, list[int]], keys: set[str]) -> set[int]:
    return {place for key in keys for place in places[key]}


def _in_order(left: list[int], right: list[int], distance: Callable[[int, int], float]) -> list[Pair]:
    """Pair all of the shorter list with some of the longer one, rising, at the least total distance."""
    if len(left) > len(right):
        return [(i, j) for j, i in _in_order(right, left, lambda j, i: distance(i, j))]
    if len(left) == len(right) or len(left) * len(right) > _LARGE:
        return list(zip(left, right, strict=False))
    spare = len(right) - len(left)
    # best[s]: total distance and pairs of the left clauses so far when s of the right ones were passed over
    best: list[tuple[float, tuple[Pair, ...]]] = [(0.0, ())] * (spare + 1)
    for k, i in enumerate(left):
        reached: list[tuple[float, tuple[Pair, ...]]] = []
        for s in range(spare + 1):
            j = right[k + s]
            total, pairs = best[s]
            step = (total + distance(i, j), (*pairs, (i, j)))
            reached.append(min(reached[-1], step, key=lambda each: each[0]) if reached else step)
        best = reached
    return list(best[-1][1])
