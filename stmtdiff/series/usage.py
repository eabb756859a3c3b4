"""Agreed language: where a wording, or the nearest to it, stood before, with its first and last use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from stmtdiff.errors import StmtdiffError
from stmtdiff.model import Clause, Statement
from stmtdiff.text import same_wording, words_of

_FLOOR = 0.34  # share of the weight of what is sought, below which a clause is about something else


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """One place where a wording stands."""

    statement: Statement
    clause: Clause


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One wording and its uses by date; ``score`` from 0 to 1, ``exact`` where it holds the words in a row."""

    text: str
    score: float
    exact: bool
    uses: tuple[Use, ...]

    @property
    def first(self) -> Use:
        """Return the first use."""
        return self.uses[0]

    @property
    def last(self) -> Use:
        """Return the last use."""
        return self.uses[-1]


def find_usage(text: str, statements: Iterable[Statement], *, limit: int = 10) -> tuple[Passage, ...]:
    """Return the wordings nearest to ``text``, those that hold it word for word first; at most ``limit``."""
    sought = words_of(text)
    if not sought:
        raise StmtdiffError(
            "there is no word to look for", hint='give a wording: stmtdiff search "calls on all States"'
        )
    wordings = _wordings(statements)
    bags = {key: words_of(uses[0].clause.text) for key, uses in wordings.items()}
    weights = _weights(sought, bags.values())
    found = [
        passage for key, uses in wordings.items() if (passage := _judged(sought, bags[key], weights, uses)) is not None
    ]
    found.sort(key=lambda passage: (not passage.exact, -passage.score, passage.first.statement.date, passage.text))
    return tuple(found[:limit])


def _wordings(statements: Iterable[Statement]) -> dict[str, list[Use]]:
    """Gather clauses that read the same; uses by date."""
    found: dict[str, list[Use]] = defaultdict(list)
    for statement in sorted(statements, key=lambda each: (each.date, each.id)):
        for clause in statement.clauses:
            found[same_wording(clause.text)].append(Use(statement=statement, clause=clause))
    return found


def _weights(sought: list[str], bags: Iterable[Sequence[str]]) -> dict[str, float]:
    """Weigh the words that are sought: rare ones more."""
    sets = [set(bag) for bag in bags]
    return {word: log(1 + (len(sets) + 1) / (1 + sum(word in one for one in sets))) for word in dict.fromkeys(sought)}


def _judged(sought: list[str], bag: list[str], weights: dict[str, float], uses: list[Use]) -> Passage | None:
    exact = _holds(bag, sought)
    there = set(bag)
    score = sum(weight for word, weight in weights.items() if word in there) / sum(weights.values())
    pairs = list(pairwise(sought))
    if pairs:  # words that stand side by side as they do in what is sought count for half
        near = set(pairwise(bag))
        score = (score + sum(pair in near for pair in pairs) / len(pairs)) / 2
    if not exact and score < _FLOOR:
        return None
    return Passage(text=uses[-1].clause.text, score=round(score, 3), exact=exact, uses=tuple(uses))


def _holds(bag: list[str], sought: list[str]) -> bool:
    """Tell whether the words stand in the clause in a row."""
    first, count = sought[0], len(sought)
    return any(word == first and bag[at : at + count] == sought for at, word in enumerate(bag))
