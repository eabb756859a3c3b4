"""Figures: which way more points depends on what the figure is for."""

from __future__ import annotations

from stmtdiff.judge.context import Context
from stmtdiff.model import Direction
from stmtdiff.reading.records import Mark, Scan

_NEAR = 5  # words


def judge_amounts(context: Context) -> None:
    """Compare amounts that changed, then bounds, then quantifiers."""
    pair = context.pair
    old = [mark for mark in context.gone("amount") if not _contrasted(pair.old, mark)]
    new = [mark for mark in context.came("amount") if not _contrasted(pair.new, mark)]
    for mark in pair.old_marks:
        if mark.table == "amount":
            context.use(mark, None)
    for mark in pair.new_marks:
        if mark.table == "amount":
            context.use(None, mark)
    for before, after in zip(old, new, strict=False):
        if before.value != after.value:
            context.add("amount", _direction(context, before, after), before, after)
    for mark in old[len(new) :]:
        context.add("amount-named", _lonely(context, pair.old, mark, Direction.WEAKER), mark, None)
    for mark in new[len(old) :]:
        context.add("amount-named", _lonely(context, pair.new, mark, Direction.STRONGER), None, mark)
    _rungs(context, "bound", "bound")
    _rungs(context, "quantifier", "quantifier")


def _contrasted(side: Scan, mark: Mark) -> bool:
    return any(other.table == "contrast" and 0 <= mark.first - other.last <= 1 for other in side.marks)


def _near(side: Scan, mark: Mark, table: str) -> bool:
    return any(other.table == table and (abs(other.first - mark.last) <= _NEAR or abs(mark.first - other.last) <= _NEAR) for other in side.marks)


def _direction(context: Context, before: Mark, after: Mark) -> Direction:
    """A policy rate or force level is no direction; a ceiling up is weaker; anything else up is stronger."""
    if _lonely(context, context.pair.new, after, Direction.STRONGER) is Direction.CHANGED:
        return Direction.CHANGED
    more = float(after.value or 0) > float(before.value or 0)
    if _near(context.pair.new, after, "limit"):
        more = not more
    return Direction.STRONGER if more else Direction.WEAKER


def _lonely(context: Context, side: Scan, mark: Mark, otherwise: Direction) -> Direction:
    if context.central or _near(side, mark, "policy") or _near(side, mark, "personnel"):
        return Direction.CHANGED
    return otherwise


_EXACT = 3  # the rung of a figure without a bound


def _rungs(context: Context, table: str, rule: str) -> None:
    """Judge bounds and quantifiers: wider, or higher, is stronger."""
    pair = context.pair
    old, new = context.gone(table), context.came(table)
    for before, after in zip(old, new, strict=False):
        context.use(before, after)
        if before.rung != after.rung:
            context.add(rule, Direction.STRONGER if after.rung > before.rung else Direction.WEAKER, before, after, step=after.rung - before.rung)
    figures = [any(mark.table == "amount" for mark in marks) for marks in (pair.old_marks, pair.new_marks)]
    aspect = "quantity" if context.central and table == "quantifier" else ""
    for mark in old[len(new) :]:
        if _counts(pair.old, mark, pair.old_marks, others=figures[1]):
            context.add(rule, Direction.STRONGER if mark.rung < _EXACT else Direction.WEAKER, mark, None, aspect=aspect)
    for mark in new[len(old) :]:
        if _counts(pair.new, mark, pair.new_marks, others=figures[0]):
            context.add(rule, Direction.WEAKER if mark.rung < _EXACT else Direction.STRONGER, None, mark, aspect=aspect)


def _counts(side: Scan, mark: Mark, marks: list[Mark], *, others: bool) -> bool:
    """A bound counts only before a figure, "most" only before what it counts."""
    if mark.key == "most":
        after = side.words[mark.last] if mark.last < len(side.words) else ""
        return after.endswith("s") and (mark.first == 0 or side.words[mark.first - 1] != "the")
    return mark.table != "bound" or any(
        other.table == "amount" and other.first in {mark.last, mark.last + 1} and (other not in marks or others) for other in side.marks
    )
