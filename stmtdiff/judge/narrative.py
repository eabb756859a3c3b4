"""Assessments promise nothing: each changed stretch touches one aspect, and every direction is "changed"."""

from __future__ import annotations

from stmtdiff.judge.context import Context
from stmtdiff.judge.places import Span
from stmtdiff.judge.stretches import Stretch
from stmtdiff.model import Direction
from stmtdiff.reading.records import Mark

_CLAUSE = 3  # so many content words with a verb among them are a statement of their own
_LARGE = 9  # content words on both sides: more than the verb has changed
_HEDGES = frozenset({"concession", "exception", "condition"})
_TIMES = frozenset({"vague", "horizon", "period", "date", "month", "GUIDANCE", "frequency", "duration"})
_AMOUNTS = frozenset({"degree", "amount", "quantifier", "bound", "intensifier", "downtoner", "grades"})
_CITED = frozenset({"meeting", "reference", "instrument"})


def judge_assessment(context: Context) -> None:
    """Judge every changed stretch of a clause that describes."""
    for _, old, new in context.stretches:
        if (not old.content or not new.content) and not (_timed(old) and _timed(new)):
            _one_sided(context, old, new)
        else:
            _exchanged(context, old, new)


def _timed(side: Stretch) -> bool:
    return bool(side.has(_TIMES) or side.has(frozenset({"recency"})))


def _add(context: Context, rule: str, old: Span | Mark | None, new: Span | Mark | None) -> None:
    context.add(rule, Direction.CHANGED, old, new)


def _one_sided(context: Context, old: Stretch, new: Stretch) -> None:
    """Judge words that only one side has: a statement of its own, or one small word."""
    is_old = bool(old.content) if old.content or new.content else bool(old.marks)
    side = old if is_old else new
    if not side.content and not side.marks:
        return

    def add(rule: str, found: Span | Mark | None) -> None:
        _add(context, rule, found if is_old else None, None if is_old else found)

    hedge = side.has(_HEDGES)
    cited = side.has(_CITED)
    if len(side.content) >= _CLAUSE and side.verbs:
        add("concession" if hedge and hedge.first <= side.first + 2 else "scope", side.span())
        return
    if hedge and hedge.first <= side.first + 2:  # it takes the rest of its phrase with it
        add("concession", hedge)
        return
    if cited:
        add("reference", cited)
    if hedge:
        add("concession", hedge)
    stance = side.has(frozenset({"STANCE", "provisional"}))
    if stance:
        add("stance-ladder", stance)
    time = side.has(_TIMES)
    if time:
        add("vague-time", time)
    if side.verbs:
        add("other-verb", side.span())
    elif side.nouns:
        add("entity" if side.names else "scope", side.span())
    amount = side.has(_AMOUNTS)
    if amount and not side.verbs and not side.nouns and not time:
        add("degree", amount)


def _exchanged(context: Context, old: Stretch, new: Stretch) -> None:
    """Judge words exchanged for others: the verb outweighs its adverbs."""
    recent = frozenset({"recency"})
    times, cited = (old.has(_TIMES) or old.has(recent), new.has(_TIMES) or new.has(recent)), (old.has(_CITED), new.has(_CITED))
    hedges = old.has(_HEDGES), new.has(_HEDGES)
    if any(hedges) and not (hedges[0] and hedges[1] and hedges[0].key == hedges[1].key) and not (old.verbs and new.verbs):
        _add(context, "concession", *hedges)
    if cited[0] and cited[1] and cited[0].key != cited[1].key:
        _add(context, "reference", *cited)
        return
    stances = old.has(frozenset({"STANCE"})), new.has(frozenset({"STANCE"}))
    if stances[0] and stances[1] and stances[0].rung != stances[1].rung:
        _add(context, "stance-ladder", *stances)
    if old.verbs and new.verbs or (old.verbs or new.verbs) and (old.has(_AMOUNTS) or new.has(_AMOUNTS)):
        _add(context, "other-verb", old.span(), new.span())
        if len(old.content) >= _LARGE and len(new.content) >= _LARGE:
            _add(context, "scope", old.span(), new.span())
        return
    if times[0] and times[1]:
        _add(context, "vague-time", *times)
    elif old.nouns or new.nouns:
        _add(context, "scope", old.span(), new.span())
    elif old.has(_AMOUNTS) or new.has(_AMOUNTS):
        _add(context, "degree", old.has(_AMOUNTS), new.has(_AMOUNTS))
