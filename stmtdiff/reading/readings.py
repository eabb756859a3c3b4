"""A whole reading of a clause: what is read in it, each thing with its words, and the acts it performs.

Only ``show`` needs these; a comparison makes do with marks (``records``).
"""

from __future__ import annotations

from typing import NamedTuple


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
