"""For every clause: since when its present wording stands, and what it said before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stmtdiff.align import align
from stmtdiff.compare import compare
from stmtdiff.model import Clause, Comparison, Link, Statement
from stmtdiff.store.history import Revision
from stmtdiff.text import same_wording
from stmtdiff.versions.steps import Step

Sought = list[tuple[str, Clause]]  # (id at the step that is looked at, the clause as it is today)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where the present wording of a clause came in.

    ``revision`` is the commit (None: not committed yet), ``statement`` the statement of a series. ``before`` are the
    clauses that said it until then, empty where the clause was introduced; ``link`` is what the change did, None where
    the statement itself came in.
    """

    clause: str
    revision: Revision | None
    statement: Statement
    before: tuple[Clause, ...] = ()
    link: Link | None = None
    verdicts: bool = True


def origins(steps: Iterable[Step], *, by_id: bool = True) -> dict[str, Origin]:
    """Find the origin of every clause of the first step's new side; steps from the newest to the oldest.

    A wording counts as the same when only case, quotes, dashes, spaces or end marks differ. A clause without an entry
    is older than the steps (a shallow clone, a revision that cannot be read). ``by_id`` says that a clause id means
    the same clause on both sides of a step, as it does in the revisions of one statement.
    """
    found: dict[str, Origin] = {}
    sought: Sought | None = None
    for step in steps:
        if step.new is None:
            continue
        if sought is None:
            sought = [(clause.id, clause) for clause in step.new.clauses]
        if step.problem:
            continue
        walk = _Walk(step.old, step.new, by_id=by_id)
        sought = list(walk.older(sought, found, step.revision))
        if not sought:
            break
    return found


class _Walk:
    """One step back: which clauses had their wording already, and for the others where it came from."""

    def __init__(self, old: Statement | None, new: Statement, *, by_id: bool) -> None:
        self._old, self._new, self._by_id = old, new, by_id
        self._before = {clause.id: clause for clause in old.clauses} if old else {}
        self._after = {clause.id: clause for clause in new.clauses}
        self._links: dict[str, Link] | None = None
        self._comparison: Comparison | None = None

    def older(
        self, sought: Sought, found: dict[str, Origin], revision: Revision | None
    ) -> Iterator[tuple[str, Clause]]:
        """Yield (id before this step, clause as it is today) for what goes on; put what ends here into ``found``."""
        for name, today in sought:
            wording = same_wording(today.text)
            here = self._after.get(name)
            if here is None or same_wording(here.text) != wording:  # another line of history, merged later
                yield name, today
                continue
            ancestors = self._ancestors(name)
            if len(ancestors) == 1 and same_wording(ancestors[0].text) == wording:
                yield ancestors[0].id, today
                continue
            comparison = self._compare(self._old) if self._old else None
            found[today.id] = Origin(
                clause=today.id,
                revision=revision,
                statement=self._new,
                before=ancestors,
                link=_link_of(comparison, name) if comparison else None,
                verdicts=comparison.comparable.verdicts if comparison else True,
            )

    def _ancestors(self, name: str) -> tuple[Clause, ...]:
        """Return what the clause was: itself where it keeps its id; only others are looked for along the links."""
        if self._by_id and name in self._before:
            return (self._before[name],)
        if self._old is None:
            return ()
        if self._links is None:
            links = align(self._old.clauses, self._new.clauses).links
            self._links = {new: link for link in links for new in link.new}
        return tuple(self._before[each] for each in self._links[name].old)

    def _compare(self, old: Statement) -> Comparison:
        if self._comparison is None:
            self._comparison = compare(old, self._new)
        return self._comparison


def _link_of(comparison: Comparison, name: str) -> Link | None:
    return next((link for link in comparison.links if name in link.new), None)
