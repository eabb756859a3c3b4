"""Integrity against the same statement at the base: ids that stay, adopted texts that stay."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from stmtdiff.check.subject import Breach, Subject
from stmtdiff.model import Statement, Status
from stmtdiff.text import same_wording


def id_changed(subject: Subject) -> Iterator[Breach]:
    """Find wordings of the base that stand under another id now; repeated wordings pair off in order."""
    if not subject.before or not subject.statement:
        return
    before, now = _ids_by_wording(subject.before), _ids_by_wording(subject.statement)
    for wording, ids in now.items():
        gone = [each for each in before.get(wording, ()) if each not in ids]
        come = [each for each in ids if each not in before.get(wording, {})]
        for was, new in zip(gone, come, strict=False):
            what = f"the clause that was {was!r} at the base is {new!r} now, with the same words"
            at = f"clauses[{ids[new]}].id"
            yield Breach(
                rule="id-changed",
                what=what,
                key=(was, new),
                at=at,
                clause=ids[new],
                hint=f"give it back its id {was!r}",
            )


def adopted_edited(subject: Subject) -> Iterator[Breach]:
    """Find where a text adopted at the base has other words now, without status corrected."""
    before, now = subject.before, subject.statement
    if not before or not now or before.status is not Status.ADOPTED or now.status is Status.CORRECTED:
        return
    old = {clause.id for clause in before.clauses}
    was, is_ = _ids_by_wording(before), _ids_by_wording(now)
    for position, clause in enumerate(now.clauses):
        wording = same_wording(clause.text)
        if wording not in was or (clause.id not in old and len(is_[wording]) > len(was[wording])):
            does = "changes its words in" if clause.id in old else "is new in"
            yield _edited(f"this clause {does} an adopted statement", clause.id, f"clauses[{position}].text", position)
    kept = {clause.id for clause in now.clauses}
    for clause in before.clauses:
        wording = same_wording(clause.text)
        if clause.id not in kept and len(was[wording]) > len(is_.get(wording, ())):
            yield _edited(f"clause {clause.id!r} of an adopted statement is gone", clause.id, "clauses", None)


def _edited(what: str, key: str, at: str, position: int | None) -> Breach:
    hint = 'set status to "corrected" if the text itself was mended'
    return Breach(rule="adopted-edited", what=what, key=(key,), at=at, clause=position, hint=hint)


def _ids_by_wording(statement: Statement) -> dict[str, dict[str, int]]:
    """Wording -> the ids under which it stands, with their positions."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for position, clause in enumerate(statement.clauses):
        found[same_wording(clause.text)][clause.id] = position
    return found
