"""Everything beside the acts: hedges, figures, times, references, names, topics."""

from __future__ import annotations

from stmtdiff.language.lexicon import Lexicon
from stmtdiff.reading.acts import found
from stmtdiff.reading.readings import Found
from stmtdiff.reading.records import Mark, Scan

_ROLES = frozenset({"due", "until", "from"})
_ROLE_WITHIN = 2  # words
_TIMED = frozenset({"date", "month", "duration", "frequency", "vague", "horizon", "period", "recency", "GUIDANCE"})


def qualifiers_of(scan: Scan) -> tuple[Found, ...]:
    """Return hedges, conditions and intensifiers by class."""
    return tuple(
        found(scan, mark, mark.table)
        for mark in scan.marks
        if mark.kind == "qualifier" and mark.table not in {"ground", "attribution"}
    )


def quantities_of(scan: Scan, lexicon: Lexicon) -> tuple[Found, ...]:
    """Return amounts with value, bound, period and role: live, or a contrast that no longer holds."""
    return tuple(_quantity(scan, mark, lexicon) for mark in scan.marks if mark.table == "amount")


def _quantity(scan: Scan, mark: Mark, lexicon: Lexicon) -> Found:
    more: list[tuple[str, object]] = [("value", mark.value)]
    bound = _before(scan, mark, frozenset({"bound"}))
    if bound:
        more.append(("bound", scan.text[bound.start : bound.end]))
    if scan.words[mark.first] in lexicon.words["currencies"]:
        more.append(("currency", scan.text[mark.start : scan.end_of(mark.first)]))
    pairs = " ".join(scan.words[mark.last : mark.last + 2])
    if pairs in lexicon.words["per"]:
        more.append(("per", pairs))
    more.append(("role", "contrast" if _before(scan, mark, frozenset({"contrast"})) else "live"))
    return found(scan, mark, "amount", *more)


def _before(scan: Scan, mark: Mark, tables: frozenset[str]) -> Mark | None:
    """Return the mark of some tables that leads to this one."""
    near = (other for other in scan.marks if other.table in tables and 0 <= mark.first - other.last <= _ROLE_WITHIN)
    return max(near, key=_last, default=None)


def _last(mark: Mark) -> int:
    return mark.last


_ROLE_NAMES = {"due": "deadline", "until": "end", "from": "start", "": "mentioned"}


def times_of(scan: Scan) -> tuple[Found, ...]:
    """Return dates, durations, frequencies and vague times with what they are for."""
    times = []
    for mark in scan.marks:
        if mark.table in _TIMED and mark.kind in {"time", "modal"}:
            role = _before(scan, mark, _ROLES)
            more: list[tuple[str, object]] = [("role", _ROLE_NAMES[role.table if role else ""])]
            if isinstance(mark.value, float):
                more.append(("days" if mark.table == "duration" else "year", round(mark.value, 3)))
            times.append(found(scan, mark, "guidance" if mark.table == "GUIDANCE" else mark.table, *more))
    return tuple(times)


def marks_of(scan: Scan, tables: frozenset[str]) -> tuple[Found, ...]:
    """Return the marks of some tables."""
    return tuple(found(scan, mark, mark.table) for mark in scan.marks if mark.table in tables)


def entities_of(scan: Scan, lexicon: Lexicon) -> tuple[Found, ...]:
    """Return the names the lexicon knows, each with the entity it stands for and what that is part of."""
    relations = {part: (relation, whole) for part, whole, relation, _ in lexicon.words["relations"]}
    return tuple(
        found(scan, mark, "entity", ("is", mark.table), *([relations[mark.table]] if mark.table in relations else []))
        for mark in scan.marks
        if mark.kind == "name"
    )


def topics_of(scan: Scan, lexicon: Lexicon) -> tuple[str, ...]:
    """Return what the text is about, in order of mention."""
    known = lexicon.words["topics"]
    pairs = (f"{a} {b}" for a, b in zip(scan.words, scan.words[1:], strict=False))
    return tuple(dict.fromkeys(known[word] for word in (*scan.words, *pairs) if word in known))
