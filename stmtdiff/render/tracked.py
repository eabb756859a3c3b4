"""A comparison as one text with tracked changes: accepting all of them gives the new text, rejecting all the old one.

A clause that moved is struck where it stood and inserted where it stands now, so that both texts keep their order.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stmtdiff.model import Clause, Op
from stmtdiff.render.items import Item, Passage
from stmtdiff.render.presentation import Report
from stmtdiff.render.runs import Run

_END = Run(Op.KEEP, "", breaks=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of the tracked text. ``end`` says what happens to its end: kept, struck or inserted with it.

    ``old`` and ``new`` are the clauses whose numbers it bears; ``opens`` tells whether its item begins here.
    """

    item: Item
    runs: tuple[Run, ...]
    end: Op
    old: Clause | None
    new: Clause | None
    opens: bool

    @property
    def clause(self) -> Clause:
        """Return the clause that gives the paragraph its form."""
        found = self.new or self.old
        assert found is not None  # noqa: S101 - a paragraph comes from at least one side
        return found


def track(report: Report) -> list[Paragraph]:
    """Write both texts into each other, paragraph by paragraph."""
    comparison = report.comparison
    old_at = {clause.id: at for at, clause in enumerate(comparison.old.clauses)}
    new_at = {clause.id: at for at, clause in enumerate(comparison.new.clauses)}
    standing = list(_standing(report.items, old_at, new_at))
    shown = {item.anchor for item in standing}
    apart = [item for item in report.items if item.anchor not in shown]
    struck = _queue(((old_at[passage.clause.id], item, passage) for item in apart for passage in item.old), Op.STRIKE)
    inserted = _queue(((new_at[passage.clause.id], item, passage) for item in apart for passage in item.new), Op.INSERT)
    paragraphs: list[Paragraph] = []
    for item in standing:
        paragraphs += _before(struck, old_at[item.link.old[0]])
        paragraphs += _before(inserted, new_at[item.link.new[0]])
        paragraphs += _woven(item)
    return [*paragraphs, *_before(struck, len(old_at)), *_before(inserted, len(new_at))]


def _standing(items: Iterable[Item], old_at: dict[str, int], new_at: dict[str, int]) -> Iterator[Item]:
    """Yield the items that can be shown in one place: in order, and their clauses side by side on each side."""
    reached_old = reached_new = -1
    for item in items:
        if not item.old or not item.new or item.link.moved:
            continue
        olds, news = [old_at[each] for each in item.link.old], [new_at[each] for each in item.link.new]
        if olds[0] > reached_old and news[0] > reached_new and _is_run(olds) and _is_run(news):
            reached_old, reached_new = olds[-1], news[-1]
            yield item


def _is_run(places: list[int]) -> bool:
    return places == list(range(places[0], places[0] + len(places)))


def _queue(places: Iterable[tuple[int, Item, Passage]], op: Op) -> deque[tuple[int, Paragraph]]:
    """Make a paragraph of each clause that is struck or inserted whole, in the order of its side."""
    return deque(
        (place, _whole(item, passage, op)) for place, item, passage in sorted(places, key=lambda entry: entry[0])
    )


def _whole(item: Item, passage: Passage, op: Op) -> Paragraph:
    old, new = (passage.clause, None) if op is Op.STRIKE else (None, passage.clause)
    side = item.old if op is Op.STRIKE else item.new
    runs = tuple(run._replace(op=op) for run in passage.runs)
    return Paragraph(item=item, runs=runs, end=op, old=old, new=new, opens=passage is side[0])


def _before(queue: deque[tuple[int, Paragraph]], limit: int) -> Iterator[Paragraph]:
    while queue and queue[0][0] < limit:
        yield queue.popleft()[1]


def _woven(item: Item) -> Iterator[Paragraph]:
    """Cut an item's runs into paragraphs where one of its clauses ends; the last end is on both sides."""
    olds, news = iter(item.old), iter(item.new)
    old: Passage | None = next(olds)
    new: Passage | None = next(news)
    runs: list[Run] = []
    opens = True
    for run in (*item.runs, _END):
        if not run.breaks:
            runs.append(run)
            continue
        yield Paragraph(item=item, runs=tuple(runs), end=run.op, old=_clause(old), new=_clause(new), opens=opens)
        runs, opens = [], False
        old = next(olds, None) if run.op is not Op.INSERT else old
        new = next(news, None) if run.op is not Op.STRIKE else new


def _clause(passage: Passage | None) -> Clause | None:
    return passage.clause if passage else None
