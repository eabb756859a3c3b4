"""What a reading is made of: marks, each a cue with its place, over a text split into words.

Named tuples, because every comparison imports them. Offsets are character offsets into the clause, end exclusive.
"""

from __future__ import annotations

from typing import NamedTuple


class Mark(NamedTuple):
    """One cue: its class and rung, the words as they stand, and where; ``first`` and ``last`` count words."""

    kind: str  # act, modal, outcome, qualifier, quantity, time, party, reference, assessment, name
    table: str  # the ladder or class inside the kind
    rung: int
    form: str  # of the verb: b(ase), s (third person), d (past), g(erund), - (no verb)
    key: str  # folded words, verbs as they stand
    start: int
    end: int
    first: int
    last: int
    value: float | str | None = None


class Scan(NamedTuple):
    """A text as words with places, and its marks in order."""

    text: str
    words: list[str]  # folded
    starts: list[int]
    marks: list[Mark]

    def end_of(self, index: int) -> int:
        """Return the character offset at which a word ends."""
        return self.starts[index] + len(self.words[index])

    def shown(self, first: int, last: int) -> str:
        """Return the text from one word to before another, as it stands."""
        return self.text[self.starts[first] : self.end_of(last - 1)]
