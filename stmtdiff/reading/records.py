"""What a reading is made of: marks, each a cue with its place, and the acts they belong to.

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


class Found(NamedTuple):
    """One thing read in a clause: what it is, its words and their place, and what else is known of it."""

    what: str
    text: str
    start: int
    end: int
    more: tuple[tuple[str, object], ...] = ()


class Act(NamedTuple):
    """What a clause does, or one of the things it does."""

    family: str
    rung: int
    level: str  # the name of the rung
    status: str  # new, recalled, reaffirmed, continued, attributed
    polarity: str  # positive, negative
    cue: Found
    modal: Found | None = None
    softener: Found | None = None
    outcome: Found | None = None
    target: Found | None = None
    addressees: tuple[Found, ...] = ()


class Reading(NamedTuple):
    """Everything read in a clause; ``pinned`` holds what a person has set, which wins."""

    clause: str
    acts: tuple[Act, ...] = ()
    actors: tuple[Found, ...] = ()
    qualifiers: tuple[Found, ...] = ()
    quantities: tuple[Found, ...] = ()
    times: tuple[Found, ...] = ()
    scope: tuple[Found, ...] = ()
    followup: tuple[Found, ...] = ()
    references: tuple[Found, ...] = ()
    entities: tuple[Found, ...] = ()
    topics: tuple[str, ...] = ()
    pinned: dict[str, object] | None = None
