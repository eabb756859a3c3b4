"""What the two documents allow: verdicts at all, and how dates and figures are to be read."""

from __future__ import annotations

from stmtdiff.model import Comparable, Statement, TextStatus

_BANK_WORDS = ("monetary policy", "federal funds rate", "inflation", "price stability", "target range", "cash rate", "treasury securities", "mortgage-backed securities", "policy accommodation", "economic outlook", "bank rate")
_ENOUGH = 3
_SEEN: list[tuple[Statement, bool]] = []


def comparable(old: Statement, new: Statement) -> Comparable:
    """Say whether the two texts allow verdicts, and what a reader must know."""
    notes = []
    verdicts = True
    if old.language.split("-")[0] != new.language.split("-")[0]:
        verdicts = False
        notes.append(f"the texts are in different languages ({old.language}, {new.language}): no verdicts on wording")
    for side, name in ((old, "old"), (new, "new")):
        if side.text_status is TextStatus.TRANSLATION and old.source != new.source:
            verdicts = False
            notes.append(f"the {name} text is a translation: wording may differ without a change of commitment")
    return Comparable(verdicts=verdicts, notes=tuple(notes))


def is_central_bank(statement: Statement) -> bool:
    """Say whether a statement is a central bank's: its numbers and guidance are judged by other conventions."""
    if not _SEEN or _SEEN[0][0] is not statement:
        text = " ".join(clause.text for clause in statement.clauses[:40]).lower()
        _SEEN[:] = [(statement, sum(text.count(word) for word in _BANK_WORDS) >= _ENOUGH)]
    return _SEEN[0][1]


def year_of(date: str) -> float:
    """Return an ISO date as years, 0 where it is none."""
    parts = date.split("-")
    try:
        month = int(parts[1]) if len(parts) > 1 else 7
        day = int(parts[2]) if len(parts) > 2 else 15
        return int(parts[0]) + (month - 1 + (day - 1) / 31) / 12
    except ValueError:
        return 0.0
