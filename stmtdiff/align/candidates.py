"""Pairs worth a closer look: clauses that share rare words, found through an index, never all against all."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from heapq import nlargest
from math import sqrt

from stmtdiff.align.pairs import Budget, Open, Pair, Sides
from stmtdiff.align.place import Places

Similarities = dict[Pair, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How hard to look: looks a clause gets, clauses looked at per shared word, and how many are then compared."""

    looks: int
    width: int
    compared: int


# Most edited clauses show themselves by a handful of rare words; the rest deserve a thorough search.
QUICK = Effort(looks=8, width=4, compared=2)
DEEP = Effort(looks=400, width=64, compared=10)

_Index = dict[str, list[int]]


def search(sides: Sides, open_: Open, places: Places, effort: Effort, budget: Budget) -> Similarities:
    """Similarities of the most promising pairs of open clauses, rarest shared words first.

    What the budget does not reach is noted in it. Swapping the sides mirrors the result.
    """
    votes = _vote(sides, open_, places, effort, budget)
    pairs = _promising(sides, votes, effort.compared)
    if not budget.pay(len(pairs)):
        pairs.sort(key=lambda pair: (-votes[pair], sides.tie(*pair)))
        for i, j in pairs[budget.left :]:
            budget.short[0].add(i)
            budget.short[1].add(j)
        pairs = pairs[: budget.left]
        budget.left = 0
    return {(i, j): sides.similarity(i, j) for i, j in pairs}


def _index(words: list[set[str]], places: Collection[int]) -> _Index:
    index: _Index = defaultdict(list)
    for place in sorted(places):
        for word in words[place]:
            index[word].append(place)
    return index


def _vote(sides: Sides, open_: Open, places: Places, effort: Effort, budget: Budget) -> dict[Pair, int]:
    """Sum what the shared words of two clauses are worth, until each clause had its looks."""
    old, new = _index(sides.words[0], open_.old), _index(sides.words[1], open_.new)
    common = sorted((len(old[word]) * len(new[word]), word) for word in old.keys() & new.keys())
    left = dict.fromkeys(open_.old, effort.looks), dict.fromkeys(open_.new, effort.looks)
    votes: dict[Pair, int] = defaultdict(int)
    for _, word in common:
        here = [i for i in old[word] if left[0][i] > 0]
        there = [j for j in new[word] if left[1][j] > 0]
        if not here and not there:
            continue
        looks = min(effort.width, len(new[word])) * len(here) + min(effort.width, len(old[word])) * len(there)
        if not budget.pay(looks):
            budget.short[0].update(here)
            budget.short[1].update(there)
            continue
        pairs = {(i, j) for i in here for j in _nearest(new[word], places.expected(i), effort.width)}
        pairs |= {(i, j) for j in there for i in _nearest(old[word], places.expected_back(j), effort.width)}
        _count(pairs, sides.worth[word], votes, left)
    return votes


def _count(pairs: set[Pair], worth: int, votes: dict[Pair, int], left: tuple[dict[int, int], dict[int, int]]) -> None:
    for pair in pairs:
        votes[pair] += worth
        left[0][pair[0]] -= 1
        left[1][pair[1]] -= 1


def _nearest(postings: list[int], expected: Pair, width: int) -> Iterable[int]:
    """All clauses with the word, or where they are too many, those around the expected places."""
    if len(postings) <= width:
        return postings
    half = width // 2
    nearest: set[int] = set()
    for place in expected:
        start = max(0, min(bisect_left(postings, place) - half // 2, len(postings) - half))
        nearest.update(postings[start : start + half])
    return nearest


def _promising(sides: Sides, votes: dict[Pair, int], compared: int) -> list[Pair]:
    """Keep for every clause of either side the pairs with the most votes for its length."""
    rows: dict[int, list[tuple[float, int]]] = defaultdict(list)
    columns: dict[int, list[tuple[float, int]]] = defaultdict(list)
    mass_old, mass_new = sides.mass
    for (i, j), vote in votes.items():
        rows[i].append((vote / sqrt(mass_new[j]), j))
        columns[j].append((vote / sqrt(mass_old[i]), i))
    chosen = {(i, j) for i, row in rows.items() for _, j in nlargest(compared, row)}
    chosen.update((i, j) for j, column in columns.items() for _, i in nlargest(compared, column))
    return sorted(chosen)
