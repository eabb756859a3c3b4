"""One partner for every clause at most, so that the sum over all pairs is the greatest: exact on small groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from heapq import heappop, heappush

from stmtdiff.align.pairs import Pair

# A group of pairs that hang together and is larger than this (pairs times clauses) is settled best pair first.
_LARGE = 4_000_000

_Costs = dict[int, dict[int, int]]


def assign(gains: dict[Pair, int]) -> set[Pair]:
    """Choose pairs with the greatest total gain, no clause twice. Gains are positive whole numbers."""
    chosen: set[Pair] = set()
    for group in _groups(gains):
        rows, columns = {i for i, _ in group}, {j for _, j in group}
        if len(rows) == 1 or len(columns) == 1:
            chosen.add(max(group, key=gains.__getitem__))
        elif len(group) * min(len(rows), len(columns)) > _LARGE:
            chosen.update(_best_first(group, gains))
        else:
            chosen.update(_optimal(group, gains))
    return chosen


def _groups(pairs: Iterable[Pair]) -> list[list[Pair]]:
    """Pairs that hang together through shared clauses."""
    root: dict[int, int] = {}

    def find(node: int) -> int:
        while root.setdefault(node, node) != node:
            root[node] = node = root[root[node]]
        return node

    for i, j in pairs:
        root[find(i)] = find(-1 - j)
    groups: dict[int, list[Pair]] = defaultdict(list)
    for pair in sorted(pairs):
        groups[find(pair[0])].append(pair)
    return list(groups.values())


def _best_first(group: list[Pair], gains: dict[Pair, int]) -> list[Pair]:
    rows: set[int] = set()
    columns: set[int] = set()
    chosen: list[Pair] = []
    for i, j in sorted(group, key=lambda pair: (-gains[pair], sum(pair), pair)):
        if i not in rows and j not in columns:
            rows.add(i)
            columns.add(j)
            chosen.append((i, j))
    return chosen


def _optimal(group: list[Pair], gains: dict[Pair, int]) -> list[Pair]:
    """Shortest augmenting paths with potentials; staying alone costs as much as the greatest gain."""
    most = max(gains[pair] for pair in group)
    costs: _Costs = defaultdict(dict)
    for i, j in group:
        costs[i][j] = most - gains[i, j]
    alone = -1
    for i in costs:
        costs[i][alone - i] = most
    matching = _Matching(costs)
    for i in costs:
        matching.add(i)
    return [(i, j) for j, i in matching.row_of.items() if j >= 0]


class _Matching:
    """A cheapest matching of the rows added so far; column ``-1 - i`` stands for row ``i`` alone."""

    def __init__(self, costs: _Costs) -> None:
        self._costs = costs
        self.row_of: dict[int, int] = {}
        self._column_of: dict[int, int] = {}
        self._row_price: dict[int, int] = dict.fromkeys(costs, 0)
        self._column_price: dict[int, int] = defaultdict(int)

    def add(self, row: int) -> None:
        """Bring in one row by the cheapest chain of exchanges (Dijkstra on reduced costs)."""
        distance: dict[int, int] = {}
        before: dict[int, int] = {}
        done: dict[int, int] = {}
        heap: list[tuple[int, int]] = []
        reached, at = 0, row
        while True:
            self._relax(at, reached, distance, before, done, heap)
            reached, column = heappop(heap)
            while column in done:
                reached, column = heappop(heap)
            done[column] = reached
            if column not in self.row_of:
                break
            at = self.row_of[column]
        self._reprice(row, reached, done)
        self._exchange(row, column, before)

    def _relax(
        self,
        at: int,
        reached: int,
        distance: dict[int, int],
        before: dict[int, int],
        done: dict[int, int],
        heap: list[tuple[int, int]],
    ) -> None:
        base = reached - self._row_price[at]
        for column, cost in self._costs[at].items():
            through = base + cost - self._column_price[column]
            if column not in done and through < distance.get(column, through + 1):
                distance[column] = through
                before[column] = at
                heappush(heap, (through, column))

    def _reprice(self, row: int, reached: int, done: dict[int, int]) -> None:
        self._row_price[row] += reached
        for column, distance in done.items():
            if column in self.row_of:
                self._row_price[self.row_of[column]] += reached - distance
                self._column_price[column] -= reached - distance

    def _exchange(self, row: int, column: int, before: dict[int, int]) -> None:
        while True:
            at = before[column]
            self.row_of[column] = at
            previous = self._column_of.get(at)
            self._column_of[at] = column
            if at == row or previous is None:
                return
            column = previous
