"""Which links changed the order: the fewest whose removal restores it, or that went to another section."""

from __future__ import annotations

from collections.abc import Sequence

from stmtdiff.align.pairs import Pair, tie
from stmtdiff.model import Clause, ClauseKind


def find_moved(old: Sequence[Clause], new: Sequence[Clause], pairs: Sequence[Pair]) -> set[Pair]:
    """Return the moved ones of ``pairs`` (sorted, each clause once).

    Of equally few, those that stand farther from where they stood. Swapping the sides mirrors the result.
    """
    moved: set[Pair] = set()
    for run in _disordered(pairs):
        moved.update(run)
        moved -= _longest_rise(old, new, run)
    return moved | _other_section(old, new, pairs)


def _disordered(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """Find runs of pairs between those that nothing crosses: only they can have moved."""
    least_after = [len(pairs)] * (len(pairs) + 1)
    least_after[-1] = 1 << 62
    for k in range(len(pairs) - 1, -1, -1):
        least_after[k] = min(pairs[k][1], least_after[k + 1])
    runs: list[list[Pair]] = [[]]
    most = -1
    for k, pair in enumerate(pairs):
        if most < pair[1] < least_after[k + 1]:
            if runs[-1]:
                runs.append([])
        else:
            runs[-1].append(pair)
        most = max(most, pair[1])
    return [run for run in runs if run]


def _longest_rise(old: Sequence[Clause], new: Sequence[Clause], pairs: list[Pair]) -> set[Pair]:
    """Most pairs that rise on both sides; of those the ones displaced least, then by wording."""
    farthest = max(abs(i - j) for i, j in pairs)
    values = [((farthest - abs(i - j)) << 32) + tie(old[i], new[j]) for i, j in pairs]
    one_more = sum(values) + 1
    ranks = {j: rank for rank, j in enumerate(sorted(j for _, j in pairs), 1)}
    best = _Highest(len(pairs))
    before: list[int] = []
    for k, (_, j) in enumerate(pairs):
        value, previous = best.up_to(ranks[j] - 1)
        before.append(previous)
        best.raise_to(ranks[j], value + one_more + values[k], k)
    _, k = best.up_to(len(pairs))
    rise: set[Pair] = set()
    while k >= 0:
        rise.add(pairs[k])
        k = before[k]
    return rise


class _Highest:
    """The highest value up to a rank, and who set it (a binary indexed tree)."""

    def __init__(self, size: int) -> None:
        self._tree: list[tuple[int, int]] = [(0, -1)] * (size + 1)

    def up_to(self, rank: int) -> tuple[int, int]:
        highest = (0, -1)
        while rank > 0:
            highest = max(highest, self._tree[rank])
            rank &= rank - 1
        return highest

    def raise_to(self, rank: int, value: int, who: int) -> None:
        while rank < len(self._tree):
            self._tree[rank] = max(self._tree[rank], (value, who))
            rank += rank & -rank


def _other_section(old: Sequence[Clause], new: Sequence[Clause], pairs: Sequence[Pair]) -> set[Pair]:
    """Pairs whose headings are both linked, but not with one another."""
    above, above_new = _headings(old), _headings(new)
    if not above or not above_new:
        return set()
    link, link_back = dict(pairs), {j: i for i, j in pairs}
    return {
        (i, j)
        for i, j in pairs
        if (here := above.get(i)) in link and (there := above_new.get(j)) in link_back and link[here] != there
    }


def _headings(clauses: Sequence[Clause]) -> dict[int, int]:
    """For every clause that is no heading, the place of the heading it stands under."""
    heading = -1
    under: dict[int, int] = {}
    for place, clause in enumerate(clauses):
        if clause.kind is ClauseKind.HEADING:
            heading = place
        elif heading >= 0:
            under[place] = heading
    return under
