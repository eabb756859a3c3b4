"""The lineage of clauses over a series: one row a clause, one cell a statement.

Each statement is compared with the one before it; the links carry a row on. A split row goes on in the part that keeps
most of its words, merged rows in the one that gave most. A clause that is new is first looked for among those that
were dropped earlier: what came back goes on in its old row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from stmtdiff.align import align
from stmtdiff.compare import compare
from stmtdiff.errors import StmtdiffError
from stmtdiff.model import Clause, ClauseKind, Comparison, Link, Relation, Statement, Verdict
from stmtdiff.text import words_of

BACK: Final = "back again"
_COMMITMENTS = frozenset({ClauseKind.OPERATIVE, ClauseKind.PREAMBULAR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one statement says of a row. ``clause`` is None where it went; ``verdict`` is None in the first statement.

    ``link`` is the link of the comparison with the statement before; ``note`` says what a verdict cannot.
    """

    clause: Clause | None
    verdict: Verdict | None = None
    relation: Relation | None = None
    link: Link | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One clause through the series; ``cells`` has a place for every statement, None where it is not."""

    cells: tuple[Cell | None, ...]

    @property
    def places(self) -> tuple[int, ...]:
        """Return the statements that have the clause, by number, from 0."""
        return tuple(at for at, cell in enumerate(self.cells) if cell and cell.clause)

    @property
    def first(self) -> int:
        """Return the number of the first statement that has the clause."""
        return self.places[0]

    @property
    def last(self) -> int:
        """Return the number of the last statement that has the clause."""
        return self.places[-1]

    @property
    def wording(self) -> Clause:
        """Return the clause as it last stood."""
        cell = self.cells[self.last]
        assert cell is not None  # noqa: S101 - a place has a cell with a clause
        assert cell.clause is not None  # noqa: S101
        return cell.clause

    @property
    def commits(self) -> bool:
        """Tell whether the clause was operative or preambular in any statement."""
        return any(
            cell is not None and cell.clause is not None and cell.clause.kind in _COMMITMENTS for cell in self.cells
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """A series: its statements by date, the comparison of each with the one before it, and the rows."""

    name: str
    statements: tuple[Statement, ...]
    steps: tuple[Comparison, ...]
    rows: tuple[Row, ...]

    @property
    def commitments(self) -> tuple[Row, ...]:
        """Return the rows that carry acts or commitments."""
        return tuple(row for row in self.rows if row.commits)


def follow(name: str, statements: Sequence[Statement], *, on_step: Callable[[], None] = lambda: None) -> History:
    """Compare each statement with the one before it and follow every clause; ``on_step`` is called after each."""
    if len(statements) < 2:  # noqa: PLR2004 - a history needs a before and an after
        raise StmtdiffError(f"series {name!r} holds {len(statements)} statement", hint="import another one first")
    steps: list[Comparison] = []
    loom = _Loom(count=len(statements))
    for clause in statements[0].clauses:
        loom.start(0, Cell(clause=clause))
    for at, (old, new) in enumerate(pairwise(statements), 1):
        steps.append(compare(old, new))
        loom.weave(at, steps[-1])
        on_step()
    rows = tuple(Row(cells=tuple(cells)) for cells in loom.rows)
    return History(name=name, statements=tuple(statements), steps=tuple(steps), rows=rows)


@dataclass(slots=True, kw_only=True)
class _Loom:
    """Rows under way: ``standing`` knows the row of each clause of the last statement, ``lapsed`` those that went."""

    count: int
    rows: list[list[Cell | None]] = field(default_factory=list)
    standing: dict[str, int] = field(default_factory=dict)
    lapsed: dict[int, Clause] = field(default_factory=dict)

    def start(self, at: int, cell: Cell) -> None:
        self.rows.append([None] * self.count)
        self._set(len(self.rows) - 1, at, cell)

    def weave(self, at: int, step: Comparison) -> None:
        """Carry the rows from one statement to the next."""
        old = {clause.id: clause for clause in step.old.clauses}
        new = {clause.id: clause for clause in step.new.clauses}
        before, self.standing = self.standing, {}
        lapsed = dict(self.lapsed)
        fresh: list[tuple[Clause, Link, str]] = []
        for link in step.links:
            heirs = self._carry(at, link, before, old, new)
            note = f"split from {_number(old[link.old[0]])}" if link.relation is Relation.SPLIT else ""
            fresh += [(new[each], link, note) for each in link.new if each not in heirs]
        back = _returning(lapsed, [clause for clause, link, _ in fresh if link.relation is Relation.ADDED])
        for clause, link, note in fresh:
            cell = _cell(clause, link, note)
            row = back.get(clause.id)
            if row is None:
                self.start(at, cell)
            else:
                self._set(row, at, replace(cell, note=BACK))

    def _carry(
        self, at: int, link: Link, before: dict[str, int], old: dict[str, Clause], new: dict[str, Clause]
    ) -> set[str]:
        """Go on with the row that keeps most words; end the others. Return the new clauses that now have a row."""
        if not link.old:
            return set()
        if not link.new:
            self._end(before[link.old[0]], at, old[link.old[0]], link, "")
            return set()
        pairs = [(a, b) for a in link.old for b in link.new]
        heir, child = max(pairs, key=lambda pair: _shared(old[pair[0]], new[pair[1]])) if len(pairs) > 1 else pairs[0]
        for each in link.old:
            if each != heir:
                self._end(before[each], at, old[each], link, f"merged into {_number(new[child])}")
        self._set(before[heir], at, _cell(new[child], link, ""))
        return {child}

    def _set(self, row: int, at: int, cell: Cell) -> None:
        self.rows[row][at] = cell
        self.lapsed.pop(row, None)
        if cell.clause is not None:
            self.standing[cell.clause.id] = row

    def _end(self, row: int, at: int, last: Clause, link: Link, note: str) -> None:
        merged = link.relation is Relation.MERGED
        verdict = Verdict.NONE if merged else link.verdict
        self.rows[row][at] = Cell(clause=None, verdict=verdict, relation=link.relation, link=link, note=note)
        if not merged:
            self.lapsed[row] = last


def _cell(clause: Clause, link: Link, note: str) -> Cell:
    return Cell(clause=clause, verdict=link.verdict, relation=link.relation, link=link, note=note)


def _number(clause: Clause) -> str:
    return clause.number or "another clause"


def _shared(one: Clause, other: Clause) -> int:
    """Count the words that two clauses share."""
    return (Counter(words_of(one.text)) & Counter(words_of(other.text))).total()


def _returning(lapsed: dict[int, Clause], fresh: list[Clause]) -> dict[str, int]:
    """Find among new clauses those that a dropped row once had: clause id -> row."""
    if not lapsed or not fresh:
        return {}
    # Ids survive edits, so the dropped and the new may bear the same ones: here each is named by its place.
    gone = [replace(clause, id=f"row{row}", parent=None) for row, clause in lapsed.items()]
    came = [replace(clause, parent=None) for clause in fresh]
    rows = {f"row{row}": row for row in lapsed}
    whole = (link for link in align(gone, came).links if link.relation in {Relation.SAME, Relation.EDITED})
    return {link.new[0]: rows[link.old[0]] for link in whole}
