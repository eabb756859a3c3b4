"""What speaks for a pair besides its words: place, identity, number, parent, being a heading.

Each kind counts as much as it has held among the links that are sure: where paragraphs were shuffled, place says
little; where a new paragraph shifted all numbers, equal numbers say nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from stmtdiff.align.pairs import Pair, Sides
from stmtdiff.align.place import Places
from stmtdiff.model import Clause, ClauseKind

# A pair is linked where its similarity, less what its place takes off, reaches this ...
THRESHOLD = 0.17
# ... so that a clause far from its place, in texts that kept their order, needs this much more to be linked.
_PLACE = 0.33
# Even where order says nothing: this much above the threshold, boilerplate of long texts is alike by chance.
_PLACE_AT_LEAST = 0.08
_SAME_ID = 0.3
_SAME_NUMBER = 0.1
_OTHER_NUMBER = 0.05
_SAME_PARENT = 0.05
_OTHER_PARENT = 0.1
_NOT_BOTH_HEADINGS = 0.3
_ID_PRIOR = 2  # an id that stands on both sides was put there by someone


class Evidence:
    """Scores pairs in the light of the sure links."""

    def __init__(self, sides: Sides, sure: Collection[Pair], names: tuple[Names, Names]) -> None:
        """Learn from the sure links how far place, ids and numbers can be trusted."""
        self._sides = sides
        self.places = Places(sure, (len(sides.old), len(sides.new)))
        self._place = max(_PLACE_AT_LEAST, _PLACE * self.places.trust(sure))
        self._link = dict(sure)
        self._link_back = {j: i for i, j in sure}
        self._names = names
        self._id_trust = self._trust_in_ids(sure)
        self._number_trust = self._trust_in_numbers(sure)

    def score(self, i: int, j: int, similarity: float) -> float:
        """Similarity, less what the place takes off, plus what is known by name."""
        return similarity + self._place * (self.places.nearness(i, j) - 1.0) + self.by_name(i, j)

    def needs_place(self, similarity: float) -> bool:
        """Say whether this similarity alone, far from its place, would not have made a link."""
        return similarity - self._place < THRESHOLD

    def by_name(self, i: int, j: int) -> float:
        """Return what ids, numbers, parents and headings add or take off."""
        old, new = self._sides.old[i], self._sides.new[j]
        value = 0.0
        if (old.kind is ClauseKind.HEADING) is not (new.kind is ClauseKind.HEADING):
            value -= _NOT_BOTH_HEADINGS
        if self._id_trust and old.id == new.id:
            value += _SAME_ID * self._id_trust
        if self._number_trust and old.number and new.number:
            same = self._names[0].numbers[i] == self._names[1].numbers[j]
            value += self._number_trust * (_SAME_NUMBER if same else -_OTHER_NUMBER)
        return value + self._by_parent(i, j)

    def _by_parent(self, i: int, j: int) -> float:
        parent, other = self._names[0].parents[i], self._names[1].parents[j]
        if parent is None or other is None:
            return 0.0
        if self._link.get(parent) == other:
            return _SAME_PARENT
        return -_OTHER_PARENT if parent in self._link or other in self._link_back else 0.0

    def _trust_in_ids(self, sure: Collection[Pair]) -> float:
        """Trust ids unless sure links contradict them (lists numbered afresh)."""
        common = self._names[0].places.keys() & self._names[1].places.keys()
        if not common:
            return 0.0
        ids = [(self._sides.old[i].id, self._sides.new[j].id) for i, j in sure]
        told = [a == b for a, b in ids if a in common or b in common]
        return _above_chance(sum(told) + _ID_PRIOR, len(told) + _ID_PRIOR)

    def _trust_in_numbers(self, sure: Collection[Pair]) -> float:
        """Trust numbers only after sure links have borne them out."""
        old, new = self._names[0].numbers, self._names[1].numbers
        told = [old[i] == new[j] for i, j in sure if old[i][1] and new[j][1]]
        return _above_chance(sum(told) + 1, len(told) + 2)

    def named(self) -> list[Pair]:
        """Pairs that an id or a trusted number proposes."""
        old, new = self._names
        pairs = [(i, new.places[id_]) for id_, i in old.places.items() if id_ in new.places] if self._id_trust else []
        if self._number_trust:
            here, there = old.numbered(), new.numbered()
            pairs += [(here[number], there[number]) for number in here.keys() & there.keys()]
        return pairs


class Names:
    """What the clauses of one side are called: places by id, numbers under their parent's, places of parents."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        """Look them up once for all rounds."""
        self.places = {clause.id: place for place, clause in enumerate(clauses)}
        self.parents = [self.places.get(clause.parent) if clause.parent else None for clause in clauses]
        own = [clause.number for clause in clauses]
        self.numbers = [
            (own[parent] if parent is not None else None, number)
            for parent, number in zip(self.parents, own, strict=True)
        ]

    def numbered(self) -> dict[tuple[str | None, str | None], int]:
        """Places by number, for numbers that stand once."""
        count = Counter(self.numbers)
        return {number: place for place, number in enumerate(self.numbers) if number[1] and count[number] == 1}


def _above_chance(held: int, told: int) -> float:
    return max(0.0, 2 * held / told - 1)
