"""The revisions of a statement as statements: what stood before and after each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from stmtdiff.codec import decode_statement
from stmtdiff.errors import StmtdiffError
from stmtdiff.model import Clause, Statement
from stmtdiff.store.history import Revision
from stmtdiff.store.objects import Objects


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One revision. ``old`` is None where the statement came in, ``new`` where it was deleted.

    ``problem`` says why a side could not be read; then ``old`` is None, and ``new`` too if it is the one.
    ``revision`` is None for the working tree.
    """

    revision: Revision | None
    old: Statement | None
    new: Statement | None
    problem: str = ""


def read_steps(revisions: Iterable[Revision], objects: Objects) -> Iterator[Step]:
    """Read the statements on both sides of every revision, in the order given; each content is decoded once."""
    known: dict[str, Statement] = {}

    def statement(blob: str, revision: Revision) -> Statement:
        if blob not in known:
            data = objects.content(blob, where=revision.path)
            known[blob] = decode_statement(data, where=f"{revision.path}@{revision.commit[:12]}")
        return known[blob]

    for revision in revisions:
        new = None
        try:
            new = statement(revision.after, revision) if revision.after else None
            sides = [statement(blob, revision) for blob in revision.before]
        except StmtdiffError as error:
            yield Step(revision=revision, old=None, new=_at(new, revision), problem=str(error))
            continue
        old = merged_sides(sides, new) if len(sides) > 1 and new else sides[0] if sides else None
        yield Step(revision=revision, old=_at(old, revision, "^"), new=_at(new, revision))


def merged_sides(sides: list[Statement], merged: Statement) -> Statement:
    """Return what a merge would be had it only taken over clauses: the rest is what the merge itself changed.

    A clause stands as any side has it in the merge's own words, else as the first side has it. A clause that is gone
    was there before the merge only if every side had it.
    """
    by_id = [{clause.id: clause for clause in side.clauses} for side in sides]
    result = {clause.id: clause for clause in merged.clauses}
    first = by_id[0]
    before = [
        _as_merged(clause, result.get(clause.id), by_id)
        for clause in sides[0].clauses
        if clause.id in result or all(clause.id in side for side in by_id)
    ]
    for position, clause in enumerate(merged.clauses):
        if clause.id not in first and any(clause.id in side for side in by_id):
            before.insert(position, _as_merged(clause, clause, by_id))
    return replace(sides[0], clauses=tuple(before))


def _as_merged(clause: Clause, merged: Clause | None, sides: list[dict[str, Clause]]) -> Clause:
    found = [side[clause.id] for side in sides if clause.id in side]
    same = [each for each in found if merged and each.text == merged.text]
    return (same or found)[0]


def _at(statement: Statement | None, revision: Revision, suffix: str = "") -> Statement | None:
    return statement and replace(statement, path=revision.path, rev=revision.commit[:12] + suffix)
