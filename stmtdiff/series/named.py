"""Who is named and who is asked, statement by statement, as the lexicon of the language reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stmtdiff.language.lexicon import load
from stmtdiff.model import Statement
from stmtdiff.reading.records import Mark, Scan
from stmtdiff.reading.scan import scan

_ASKING = frozenset({"DEMAND", "MANDATE"})
_LONGEST = 9  # words of an addressee; more is no name of somebody
_ENDS = frozenset({"that", "for", "with", "of", "in", "by", ",", ";", ":", "."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name, and the statements that have it, by number, from 0."""

    name: str
    places: tuple[int, ...]


def names_in(text: str, language: str) -> tuple[str, ...]:
    """Return the names of groups, places and instruments in a text, each as the lexicon writes it, in order."""
    return tuple(dict.fromkeys(mark.table for mark in _marks(text, language) if mark.kind == "name"))


def addressees_in(text: str, language: str) -> tuple[str, ...]:
    """Return those who are asked to do something: "urge the Afghan authorities to act" gives ``Afghan authorities``."""
    found = _scan(text, language)
    asked = filter(None, (_asked(found, mark) for mark in found.marks if _asks(mark))) if found else ()
    return tuple(dict.fromkeys(asked))


def mentions(statements: Sequence[Statement], *, addressed: bool) -> tuple[Mention, ...]:
    """Return who is named (or, with ``addressed``, asked) in which statement, by first mention."""
    read = addressees_in if addressed else names_in
    places: dict[str, dict[int, None]] = {}
    for at, statement in enumerate(statements):
        for clause in statement.clauses:
            for name in read(clause.text, statement.language):
                places.setdefault(name, {})[at] = None
    return tuple(Mention(name=name, places=tuple(found)) for name, found in places.items())


def _marks(text: str, language: str) -> Iterator[Mark]:
    found = _scan(text, language)
    yield from found.marks if found else ()


def _scan(text: str, language: str) -> Scan | None:
    lexicon = load(language)
    return scan(text, lexicon) if lexicon else None


def _asks(mark: Mark) -> bool:
    return mark.kind == "act" and mark.table in _ASKING and not mark.key.endswith(" for")


def _asked(found: Scan, act: Mark) -> str:
    """Return the words between an act that asks and the "to" of what it asks for; empty where it has none."""
    first = act.last
    while found.words[first : first + 1] in (["on"], ["upon"], ["the"]):
        first += 1
    for last in range(first, min(first + _LONGEST, len(found.words))):
        if found.words[last] == "to":
            return found.shown(first, last) if last > first else ""
        if found.words[last] in _ENDS:
            return ""
    return ""
