"""Clauses that came or went: which commitments they carry, and whether one had run out."""

from __future__ import annotations

from stmtdiff.model import Clause, ClauseKind, Verdict

_CARRIES = frozenset({ClauseKind.OPERATIVE, ClauseKind.PREAMBULAR})


def one_sided_verdict(clauses: tuple[Clause, ...], *, added: bool) -> Verdict:
    """Introduced or dropped for what carries an act, changed for headings, narrative, procedure and attributed speech."""
    if any(clause.kind in _CARRIES for clause in clauses):
        return Verdict.INTRODUCED if added else Verdict.DROPPED
    return Verdict.CHANGED
