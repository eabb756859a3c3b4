"""Words whose coming or going says something: hedges, conditions, exceptions, intensifiers."""

from __future__ import annotations

from stmtdiff.judge.context import Context
from stmtdiff.model import Direction
from stmtdiff.judge.places import Span
from stmtdiff.language.lexicon import Lexicon
from stmtdiff.reading.records import Mark, Scan

# class -> (rule, direction when it arrives); leaving is the mirror image.
CLASS_RULES = {
    "domestic_law": ("domestic-law", Direction.WEAKER),
    "resources": ("available-resources", Direction.WEAKER),
    "consent": ("consent", Direction.WEAKER),
    "savings": ("savings-clause", Direction.CHANGED),
    "exception": ("exception", Direction.WEAKER),
    "concession": ("concession", Direction.CHANGED),
    "condition": ("condition", Direction.WEAKER),
    "discretion": ("discretion-hedge", Direction.WEAKER),
    "best_effort": ("best-effort-hedge", Direction.WEAKER),
    "exclusivity": ("exclusivity", Direction.CHANGED),
    "likelihood": ("likelihood", Direction.WEAKER),
    "provisional": ("provisional", Direction.WEAKER),
    "temporary": ("temporary", Direction.WEAKER),
    "intensifier": ("intensifier", Direction.STRONGER),
    "immediacy": ("immediacy", Direction.STRONGER),
}
MIRROR = {Direction.STRONGER: Direction.WEAKER, Direction.WEAKER: Direction.STRONGER, Direction.CHANGED: Direction.CHANGED}


# Classes whose words reach on to the end of the phrase: "provided that inspections resume".
_REACHING = frozenset({"condition", "domestic_law", "resources", "consent", "savings", "exception", "concession"})


def _with_zone(side: Scan, mark: Mark, lexicon: Lexicon) -> Span:
    """Return a hedge with the words that belong to it, to the next break."""
    first, last = mark.first, mark.last
    while mark.table == "domestic_law" and first and side.words[first - 1] in lexicon.grammar["leads"]:
        first -= 1
    if mark.table in _REACHING:
        while last < len(side.words) and side.words[last] not in lexicon.grammar["ends"]:
            last += 1
    return Span(first, last)


def _shown(context: Context, side: Scan, mark: Mark) -> Span | Mark:
    """Return the words to show: the cue, with what leads to a law."""
    return _with_zone(side, mark, context.lexicon) if mark.table == "domestic_law" else mark


def judge_presence(context: Context) -> None:
    """One effect for each class that came, went or was reworded."""
    changed = context.old_by_table.keys() | context.new_by_table.keys()
    for table, (rule, arriving) in CLASS_RULES.items():  # those that reach come first and take others in
        if table not in changed:
            continue
        if context.central and table in {"intensifier", "exclusivity"}:
            continue
        old, new = _without_twins(context, context.gone(table), context.came(table))
        if table == "likelihood":  # a hedge on text that is itself new or gone is no hedge on what stood
            old, new = (_on_old_text(context, marks, gone=gone) for marks, gone in ((old, True), (new, False)))
        for mark in old:
            context.use(_with_zone(context.pair.old, mark, context.lexicon), None)
        for mark in new:
            context.use(None, _with_zone(context.pair.new, mark, context.lexicon))
        if old and new:
            if len(old) == len(new):
                continue
            longer, side = (old, "old") if len(old) > len(new) else (new, "new")
            extra = longer[min(len(old), len(new)) :]
            old, new = (extra, []) if side == "old" else ([], extra)
        if new:
            context.add(rule, arriving, None, _shown(context, context.pair.new, new[0]))
        elif old:
            context.add(rule, MIRROR[arriving], _shown(context, context.pair.old, old[0]), None)


_OF_ITS_OWN = 4  # content words


def _on_old_text(context: Context, marks: list[Mark], *, gone: bool) -> list[Mark]:
    """Leave out marks in stretches that are a statement of their own."""
    own = [side for _, old, new in context.stretches for side, other in [(old, new) if gone else (new, old)] if len(side.content) >= _OF_ITS_OWN and not other.content]
    return [mark for mark in marks if not any(side.first <= mark.first < side.last for side in own)]


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
