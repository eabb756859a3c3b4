"""Words whose coming or going says something: hedges, conditions, exceptions, intensifiers."""

from __future__ import annotations

from stmtdiff.judge.context import Context
from stmtdiff.model import Direction
from stmtdiff.reading.records import Mark

# class -> (rule, direction when it arrives); leaving is the mirror image.
CLASS_RULES = {
    "discretion": ("discretion-hedge", Direction.WEAKER),
    "best_effort": ("best-effort-hedge", Direction.WEAKER),
    "condition": ("condition", Direction.WEAKER),
    "domestic_law": ("domestic-law", Direction.WEAKER),
    "resources": ("available-resources", Direction.WEAKER),
    "consent": ("consent", Direction.WEAKER),
    "savings": ("savings-clause", Direction.CHANGED),
    "exception": ("exception", Direction.WEAKER),
    "exclusivity": ("exclusivity", Direction.CHANGED),
    "concession": ("concession", Direction.CHANGED),
    "likelihood": ("likelihood", Direction.WEAKER),
    "provisional": ("provisional", Direction.WEAKER),
    "temporary": ("temporary", Direction.WEAKER),
    "intensifier": ("intensifier", Direction.STRONGER),
    "immediacy": ("immediacy", Direction.STRONGER),
}
MIRROR = {Direction.STRONGER: Direction.WEAKER, Direction.WEAKER: Direction.STRONGER, Direction.CHANGED: Direction.CHANGED}


def judge_presence(context: Context) -> None:
    """One effect for each class that came, went or was reworded."""
    for table, (rule, arriving) in CLASS_RULES.items():
        if context.central and table in {"intensifier", "exclusivity"}:
            continue
        old = [mark for mark in context.pair.old_marks if mark.table == table and mark.first not in context.old_used]
        new = [mark for mark in context.pair.new_marks if mark.table == table and mark.first not in context.new_used]
        old, new = _without_twins(context, old, new)
        for mark in old:
            context.use(mark, None)
        for mark in new:
            context.use(None, mark)
        if old and new:
            if len(old) == len(new):
                continue
            longer, side = (old, "old") if len(old) > len(new) else (new, "new")
            extra = longer[min(len(old), len(new)) :]
            old, new = (extra, []) if side == "old" else ([], extra)
        if new:
            context.add(rule, arriving, None, new[0])
        elif old:
            context.add(rule, MIRROR[arriving], old[0], None)


def _without_twins(context: Context, old: list[Mark], new: list[Mark]) -> tuple[list[Mark], list[Mark]]:
    """Leave out marks that stand on both sides, moved."""
    keys = [mark.key for mark in new]
    left = []
    for mark in old:
        if mark.key in keys:
            keys.remove(mark.key)
            twin = next(other for other in new if other.key == mark.key)
            context.use(mark, twin)
        else:
            left.append(mark)
    return left, [mark for mark in new if mark.key in keys]
