"""Clauses against clauses: what became of every clause, and what evidence says so."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import log, sqrt

from stmtdiff.align.exact import pair_exact
from stmtdiff.align.moved import find_moved
from stmtdiff.model import Clause, Link, MatchedBy, Relation
from stmtdiff.text import same_wording, words_of

DEFAULT_BUDGET = 4_000_000
_FLOOR = 0.32  # word cosine below which two clauses share a topic at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Links in the order of the new statement, removed ones where they stood in the old, and what was not searched.

    Every clause of each side is in exactly one link. ``not_searched`` names clauses as ``old:ID`` and ``new:ID``.
    """

    links: tuple[Link, ...]
    not_searched: tuple[str, ...] = ()


def align(old: Sequence[Clause], new: Sequence[Clause], *, budget: int = DEFAULT_BUDGET) -> Alignment:
    """Say which old clauses became which new ones; ``budget`` bounds the candidate pairs that are looked at."""
    exact = pair_exact([same_wording(c.text) for c in old], [same_wording(c.text) for c in new])
    pairs = dict.fromkeys(exact, (1.0, MatchedBy.EXACT))
    pairs |= {pair: (score, MatchedBy.SIMILARITY) for pair, score in _similar(old, new, exact, budget).items()}
    return Alignment(links=_links(old, new, pairs))


def _similar(
    old: Sequence[Clause], new: Sequence[Clause], exact: list[tuple[int, int]], budget: int
) -> dict[tuple[int, int], float]:
    bags = [[Counter(words_of(c.text)) for c in side] for side in (old, new)]
    frequency = Counter(word for side in bags for bag in side for word in bag)
    total = len(old) + len(new) + 1
    vectors = [[_vector(bag, frequency, total) for bag in side] for side in bags]
    gone_old, gone_new = {i for i, _ in exact}, {j for _, j in exact}
    index: dict[str, list[int]] = defaultdict(list)
    for j, vector in enumerate(vectors[1]):
        if j not in gone_new:
            for word in vector:
                index[word].append(j)
    scored: list[tuple[float, int, int]] = []
    for i, vector in enumerate(vectors[0]):
        if i in gone_old:
            continue
        dots: dict[int, float] = defaultdict(float)
        for word, weight in vector.items():
            for j in index.get(word, ()):
                dots[j] += weight * vectors[1][j][word]
                budget -= 1
        scored.extend((dot, i, j) for j, dot in dots.items() if dot >= _FLOOR)
    chosen: dict[tuple[int, int], float] = {}
    for dot, i, j in sorted(scored, key=lambda x: (-x[0], abs(x[1] - x[2]), x[1] + x[2])):
        if i not in gone_old and j not in gone_new:
            chosen[i, j] = min(dot, 0.999)
            gone_old.add(i)
            gone_new.add(j)
    return chosen


def _vector(bag: Counter[str], frequency: Counter[str], total: int) -> dict[str, float]:
    raw = {word: (1 + log(count)) * log(total / frequency[word]) for word, count in bag.items()}
    norm = sqrt(sum(value * value for value in raw.values())) or 1.0
    return {word: value / norm for word, value in raw.items()}


def _links(
    old: Sequence[Clause], new: Sequence[Clause], pairs: dict[tuple[int, int], tuple[float, MatchedBy]]
) -> tuple[Link, ...]:
    by_new = {j: i for i, j in pairs}
    moved = find_moved(sorted(pairs))
    linked_old = {i for i, _ in pairs}
    links: list[Link] = []
    pending = [i for i in range(len(old)) if i not in linked_old]
    reached = 0
    for j, clause in enumerate(new):
        i = by_new.get(j)
        if i is None:
            links.append(_single(new=(clause.id,), relation=Relation.ADDED))
            continue
        if (i, j) not in moved:
            while reached < len(pending) and pending[reached] < i:
                links.append(_single(old=(old[pending[reached]].id,), relation=Relation.REMOVED))
                reached += 1
        similarity, by = pairs[i, j]
        links.append(
            Link(
                old=(old[i].id,),
                new=(clause.id,),
                relation=Relation.SAME if by is MatchedBy.EXACT else Relation.EDITED,
                matched_by=by,
                similarity=round(similarity, 3),
                moved=(i, j) in moved,
            )
        )
    links.extend(_single(old=(old[i].id,), relation=Relation.REMOVED) for i in pending[reached:])
    return tuple(links)


def _single(*, relation: Relation, old: tuple[str, ...] = (), new: tuple[str, ...] = ()) -> Link:
    return Link(old=old, new=new, relation=relation, matched_by=MatchedBy.NONE, similarity=0.0)
