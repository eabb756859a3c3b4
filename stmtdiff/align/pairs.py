"""Pairs of positions, and what all stages share about the two sides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from zlib import crc32

from stmtdiff.model import Clause
from stmtdiff.records import dataclass

Pair = tuple[int, int]


class Budget:
    """How many looks at candidates are left, and which clauses had their search cut short."""

    __slots__ = ("left", "short")

    def __init__(self, *, left: int) -> None:
        """Start with nothing cut short."""
        self.left = left
        self.short: tuple[set[int], set[int]] = (set(), set())

    def pay(self, looks: int) -> bool:
        """Take ``looks`` from the budget; false, and nothing taken, where they are not there."""
        if looks > self.left:
            return False
        self.left -= looks
        return True


class Open:
    """Clauses of either side that have no link yet."""

    __slots__ = ("new", "old")

    def __init__(self, *, old: set[int], new: set[int]) -> None:
        """Take the sets as they are: they shrink as links are found."""
        self.old = old
        self.new = new

    def both(self) -> bool:
        """Say whether there is anything left to link."""
        return bool(self.old and self.new)

    def close(self, pairs: Iterable[Pair]) -> None:
        """Take out what is linked."""
        for i, j in pairs:
            self.old.discard(i)
            self.new.discard(j)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Both clause lists with their words as sets, and what sharing a word is worth.

    ``worth`` holds squared weights as whole numbers: their sums do not depend on the order of a set, so neither do
    the links. ``norm`` is the root of that sum per clause.
    """

    old: Sequence[Clause]
    new: Sequence[Clause]
    words: tuple[list[set[str]], list[set[str]]]
    worth: dict[str, int]
    norm: tuple[list[float], list[float]]

    @property
    def sizes(self) -> Pair:
        """Numbers of old and of new clauses."""
        return len(self.old), len(self.new)

    def similarity(self, i: int, j: int) -> float:
        """Cosine of two clauses over their weighted words, 0 to 1."""
        return self.similarities([(i, j)])[i, j]

    def similarities(self, pairs: Iterable[Pair]) -> dict[Pair, float]:
        """Return the similarity of each pair: thousands are asked for at once."""
        (old, new), (norm_old, norm_new), worth = self.words, self.norm, self.worth.__getitem__
        return {
            (i, j): sum(map(worth, shared)) / (norm_old[i] * norm_new[j]) if (shared := old[i] & new[j]) else 0.0
            for i, j in pairs
        }

    def tie(self, i: int, j: int) -> int:
        """Return a number from the two wordings that decides between equal pairs, the same from either side."""
        return tie(self.old[i], self.new[j])


def tie(old: Clause, new: Clause) -> int:
    """Return a number below 2 ** 32 from two wordings, the same whichever comes first."""
    first, second = sorted((old.text, new.text))
    return crc32(f"{first}\n{second}".encode(errors="surrogatepass"))


def mirrored(pairs: Iterable[Pair]) -> list[Pair]:
    """Return the pairs as the other side sees them, in its order."""
    return sorted((j, i) for i, j in pairs)
