"""Pairs of positions to links in reading order, with what made each and what an unlinked clause was refused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import sqrt

from stmtdiff.align.pairs import Pair, Sides
from stmtdiff.model import Clause, Link, MatchedBy, Rejected, Relation
from stmtdiff.records import dataclass

_DIGITS = 3
# Below 1: only an unchanged wording is wholly similar.
_ALMOST = 0.999


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was decided: links of one with one, clauses that joined them, and who moved."""

    links: Mapping[Pair, MatchedBy]
    joined: Mapping[Pair, Pair]
    moved: set[Pair]
    similarities: Mapping[Pair, float]
    rejected: tuple[Mapping[int, Rejected], Mapping[int, Rejected]]


def in_order(old: Sequence[Clause], new: Sequence[Clause], sides: Sides | None, found: Found) -> tuple[Link, ...]:
    """Return links in the order of the new statement, removed ones after what they stood after in the old."""
    extra_old, extra_new = _extras(found.joined)
    by_first_new = {min(j, *extra_new[i, j]) if (i, j) in extra_new else j: (i, j) for i, j in found.links}
    taken_new = {j for _, j in found.links} | {j for _, j in found.joined}
    taken_old = {i for i, _ in found.links} | {i for i, _ in found.joined}
    removed = _removed_after(len(old), taken_old, {i for i, j in found.links if (i, j) not in found.moved})

    def gone(after: int) -> list[Link]:
        return [_single(old[i], found.rejected[0].get(i), Relation.REMOVED) for i in removed.get(after, ())]

    links = gone(-1)
    for j, clause in enumerate(new):
        if j in by_first_new:
            pair = by_first_new[j]
            places = sorted((pair[0], *extra_old.get(pair, ()))), sorted((pair[1], *extra_new.get(pair, ())))
            links.append(_link(old, new, sides, found, pair, places))
            if pair not in found.moved:
                links += gone(pair[0])
        elif j not in taken_new:
            links.append(_single(clause, found.rejected[1].get(j), Relation.ADDED))
    return tuple(links)


def _extras(joined: Mapping[Pair, Pair]) -> tuple[dict[Pair, list[int]], dict[Pair, list[int]]]:
    """Places that joined each link, on the old side (merged) and on the new (split)."""
    old: dict[Pair, list[int]] = defaultdict(list)
    new: dict[Pair, list[int]] = defaultdict(list)
    for (i, j), link in joined.items():
        if j == link[1]:
            old[link].append(i)
        else:
            new[link].append(j)
    return old, new


def _removed_after(size: int, taken: set[int], anchors: set[int]) -> dict[int, list[int]]:
    """Group removed places by the linked, unmoved clause they stand after; -1 for the beginning."""
    removed: dict[int, list[int]] = defaultdict(list)
    anchor = -1
    for i in range(size):
        if i in anchors:
            anchor = i
        elif i not in taken:
            removed[anchor].append(i)
    return removed


def _link(
    old: Sequence[Clause],
    new: Sequence[Clause],
    sides: Sides | None,
    found: Found,
    pair: Pair,
    places: tuple[list[int], list[int]],
) -> Link:
    matched_by = found.links[pair]
    relation = Relation.SAME if matched_by is MatchedBy.EXACT else Relation.EDITED
    similarity = 1.0 if matched_by is MatchedBy.EXACT else min(_ALMOST, round(found.similarities[pair], _DIGITS))
    if sides is not None and len(places[0]) + len(places[1]) > len(pair):
        relation = Relation.SPLIT if len(places[1]) > 1 else Relation.MERGED
        matched_by, similarity = MatchedBy.JOIN, _similarity_of_all(sides, places)
    return Link(
        old=tuple(old[i].id for i in places[0]),
        new=tuple(new[j].id for j in places[1]),
        relation=relation,
        matched_by=matched_by,
        similarity=similarity,
        moved=pair in found.moved,
    )


def _similarity_of_all(sides: Sides, places: tuple[list[int], list[int]]) -> float:
    """Cosine of the clauses of each side taken together."""
    here, there = (frozenset().union(*(sides.words[s][place] for place in places[s])) for s in (0, 1))
    shared, mass, mass_new = (sum(map(sides.worth.__getitem__, words)) for words in (here & there, here, there))
    return min(_ALMOST, round(shared / sqrt(mass * mass_new), _DIGITS))


def _single(clause: Clause, rejected: Rejected | None, relation: Relation) -> Link:
    side = (clause.id,)
    return Link(
        old=side if relation is Relation.REMOVED else (),
        new=() if relation is Relation.REMOVED else side,
        relation=relation,
        matched_by=MatchedBy.NONE,
        similarity=0.0,
        rejected=rejected,
    )
