"""What is to be achieved: verbs on the outcome ladders, and soft verbs put before the deed."""

from __future__ import annotations

from stmtdiff.judge.context import Context, Side
from stmtdiff.judge.rungs import judge_ladder
from stmtdiff.judge.stretches import Stretch
from stmtdiff.judge.trivial import stem
from stmtdiff.model import Direction
from stmtdiff.reading.records import Mark

_LADDERS = ("OUTCOME_END", "OUTCOME_DO")
_MOST = 5  # content words: in a longer stretch verbs cannot be told to take each other's place
_SOFT = 2  # rungs of OUTCOME_DO: discuss, encourage


def judge_outcomes(context: Context) -> None:
    """Compare outcome verbs that changed, stretch by stretch."""
    _judge_softeners(context)
    for old, new in context.stretches:
        if len(old.content) <= _MOST and len(new.content) <= _MOST:
            for table in _LADDERS:
                _judge_verbs(context, _left(context.old, old, table), _left(context.new, new, table))


def _left(side: Side, stretch: Stretch, table: str) -> list[Mark]:
    return [mark for mark in stretch.marks if mark.table == table and mark.first not in side.used]


def _judge_verbs(context: Context, old: list[Mark], new: list[Mark]) -> None:
    """Judge the verbs of one ladder; a bank's instruments go up and down without a direction."""
    if not context.central:
        judge_ladder(context, old, new)
        return
    for before, after in zip(old, new, strict=False):
        context.add("other-verb", Direction.CHANGED, before, after)


def _judge_softeners(context: Context) -> None:
    """Judge a weak verb put before the verb that stays: "decides to consider establishing"."""
    for old, new in context.stretches:
        for side, here, there in ((context.new, new, old), (context.old, old, new)):
            soft = (mark for mark in _left(side, here, "OUTCOME_DO") if mark.rung <= _SOFT)
            softener = next((mark for mark in soft if _verb_stays(context, here, there, mark)), None)
            if softener:
                context.add_one("softener", Direction.WEAKER, side, softener)


def _verb_stays(context: Context, here: Stretch, there: Stretch, soft: Mark) -> bool:
    """Say whether the verb after the soft one stands on the other side too, without it."""
    words, lexicon = here.scan.words, context.lexicon
    after = words[soft.last] if soft.last < len(words) else ""
    if after not in lexicon.verbs:  # the table of forms holds no base form: what follows must be inflected
        return False
    if soft.last >= here.last:
        return True
    verb = stem(after, lexicon)
    return any(stem(there.scan.words[at], lexicon) == verb for at in range(there.first, there.last))
