"""Pairs worth a closer look: clauses that share rare words, found through an index, never all against all."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from heapq import nlargest

from stmtdiff.align.pairs import Budget, Open, Pair, Sides
from stmtdiff.align.place import Places
from stmtdiff.align.weigh import phrases
from stmtdiff.model import Clause
from stmtdiff.records import dataclass

Similarities = dict[Pair, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How hard to look: looks a clause gets, clauses looked at per shared word, and how many are then compared."""

    looks: int
    width: int
    compared: int


# Most edited clauses show themselves by a handful of rare words; the rest deserve a thorough search.
QUICK = Effort(looks=8, width=4, compared=2)
DEEP = Effort(looks=200, width=32, compared=8)

_Index = dict[str, list[int]]
_Votes = dict[int, dict[int, int]]


def search(sides: Sides, open_: Open, places: Places, effort: Effort, budget: Budget) -> Similarities:
    """Similarities of the most promising pairs of open clauses, rarest shared words first.

    What the budget does not reach is noted in it. Swapping the sides mirrors the result.
    """
    return compare(sides, _promising(sides, _vote(sides, open_, places, effort, budget), effort.compared), budget)


def search_phrases(sides: Sides, open_: Open, budget: Budget) -> Similarities:
    """Similarities of open clauses that share phrases found once on each side: for texts without rare words."""
    old, new = _single(sides.old, open_.old), _single(sides.new, open_.new)
    votes: _Votes = defaultdict(lambda: defaultdict(int))
    for phrase in old.keys() & new.keys():
        i, j = old[phrase], new[phrase]
        if i >= 0 and j >= 0:
            votes[i][j] += 1
    return compare(sides, _promising(sides, votes, QUICK.compared), budget)


def _single(clauses: Sequence[Clause], places: Collection[int]) -> dict[tuple[str, str], int]:
    """Phrases and the only clause they stand in; -1 where there are more."""
    single: dict[tuple[str, str], int] = {}
    for place in places:
        for phrase in phrases(clauses[place]):
            single[phrase] = -1 if phrase in single else place
    return single


def compare(sides: Sides, pairs: Collection[Pair], budget: Budget) -> Similarities:
    """Similarities of the pairs, as many as the budget allows; clauses of the others are noted as cut short."""
    if budget.pay(len(pairs)):
        return sides.similarities(pairs)
    rank = {pair: sides.tie(*pair) for pair in pairs}
    limit = sorted(rank.values())[budget.left]
    for i, j in pairs:
        if rank[i, j] >= limit:
            budget.short[0].add(i)
            budget.short[1].add(j)
    budget.left = 0
    return sides.similarities(pair for pair in pairs if rank[pair] < limit)


def _index(words: list[set[str]], places: Collection[int]) -> _Index:
    index: _Index = defaultdict(list)
    for place in sorted(places):
        for word in words[place]:
            index[word].append(place)
    return index


def _vote(sides: Sides, open_: Open, places: Places, effort: Effort, budget: Budget) -> _Votes:
    """Sum what the shared words of two clauses are worth, until each clause had its looks."""
    old, new = _index(sides.words[0], open_.old), _index(sides.words[1], open_.new)
    common = sorted((len(old[word]) * len(new[word]), word) for word in old.keys() & new.keys())
    left = dict.fromkeys(open_.old, effort.looks), dict.fromkeys(open_.new, effort.looks)
    votes: _Votes = defaultdict(lambda: defaultdict(int))
    for _, word in common:
        here = [i for i in old[word] if left[0][i] > 0]
        there = [j for j in new[word] if left[1][j] > 0]
        looks = min(effort.width, len(new[word])) * len(here) + min(effort.width, len(old[word])) * len(there)
        if not looks:
            continue
        if not budget.pay(looks):
            budget.short[0].update(here)
            budget.short[1].update(there)
            continue
        worth, left_new = sides.worth[word], left[1]
        for i, partners in _partners(old[word], new[word], (here, there), places, effort.width):
            left[0][i] -= len(partners)
            row = votes[i]
            for j in partners:
                row[j] += worth
                left_new[j] -= 1
    return votes


def _partners(
    old: list[int], new: list[int], looking: tuple[list[int], list[int]], places: Places, width: int
) -> Iterable[tuple[int, Collection[int]]]:
    """Pair the clauses that still look with all that have the word, or with the nearest where those are many."""
    here, there = looking
    if len(old) <= width and len(new) <= width:
        waiting = set(here)
        return [(i, new if i in waiting else there) for i in old]
    rows: dict[int, set[int]] = {i: set(_nearest(new, places.expected(i), width)) for i in here}
    for j in there:
        for i in _nearest(old, places.expected_back(j), width):
            rows.setdefault(i, set()).add(j)
    return rows.items()


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


def _promising(sides: Sides, votes: _Votes, compared: int) -> set[Pair]:
    """Keep for every clause of either side the pairs with the most votes for its length."""
    columns: dict[int, list[tuple[float, int]]] = defaultdict(list)
    norm_old, norm_new = sides.norm
    chosen: set[Pair] = set()
    for i, row in votes.items():
        norm = norm_old[i]
        for j, vote in row.items():
            columns[j].append((vote / norm, i))
        best = nlargest(compared, [(vote / norm_new[j], j) for j, vote in row.items()])
        chosen.update((i, j) for _, j in best)
    chosen.update((i, j) for j, column in columns.items() for _, i in nlargest(compared, column))
    return chosen
