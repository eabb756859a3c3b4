"""Steps on a ladder: acts, modals, stances and outcomes, compared inside one family only."""

from __future__ import annotations

from stmtdiff.judge.context import Context
from stmtdiff.judge.places import Places, Span
from stmtdiff.judge.stretches import Stretch, is_content
from stmtdiff.judge.trivial import stem
from stmtdiff.language.lexicon import Lexicon
from stmtdiff.model import Direction
from stmtdiff.reading.records import Mark, Scan

ACT_RULES = {
    "DEMAND": "demand-ladder",
    "MANDATE": "mandate-ladder",
    "COMMIT": "commit-ladder",
    "ENDORSE": "endorse-ladder",
    "BLAME": "blame-ladder",
    "CONCERN": "concern-ladder",
    "RESTATE": "restate-ladder",
    "STRESS": "stress-ladder",
    "MODAL": "modal-ladder",
    "STANCE": "stance-ladder",
}
OUTCOME_RULES = {"OUTCOME_END": "outcome-end-ladder", "OUTCOME_DO": "outcome-do-ladder"}


def judge_acts(context: Context) -> None:
    """Compare the acts that changed: first inside a family, then across families, then those that came or went."""
    old = [mark for mark in context.pair.old_marks if mark.kind == "act" and mark.first not in context.old_used]
    new = [mark for mark in context.pair.new_marks if mark.kind == "act" and mark.first not in context.new_used]
    stances = _pair_ladder(context, context.gone("STANCE"), context.came("STANCE"), ACT_RULES["STANCE"])
    _pair_ladder(context, *_modals(context), ACT_RULES["MODAL"])
    for family, rule in list(ACT_RULES.items())[:-2]:
        left_old, left_new = _pair_ladder(context, _of(old, family), _of(new, family), rule)
        old = [mark for mark in old if mark.table != family or mark in left_old]
        new = [mark for mark in new if mark.table != family or mark in left_new]
    _stance_for_act(context, old, new, *stances)
    _cross(context, old, new)


_LIKELY = 2  # the rung of "likely" among the modals


def _modals(context: Context) -> tuple[list[Mark], list[Mark]]:
    """Return the modals of each side; a likelihood stands in where the other side has a modal."""
    old, new = context.gone("MODAL"), context.came("MODAL")
    if bool(old) != bool(new):
        hedges = [mark._replace(rung=_LIKELY) for mark in _of(context.pair.old_marks if new else context.pair.new_marks, "likelihood")]
        return (hedges, new) if new else (old, hedges)
    return old, new


def _stance_for_act(context: Context, old: list[Mark], new: list[Mark], old_stances: list[Mark], new_stances: list[Mark]) -> None:
    """Judge an act that an assessment has taken the place of, or the other way round."""
    for acts, stances in ((old, new_stances), (new, old_stances)):
        if acts and stances and len(old) != len(new):
            act, stance = acts.pop(0), stances[0]
            context.add("act-family", Direction.CHANGED, *((act, stance) if acts is old else (stance, act)))


def _of(marks: list[Mark], table: str) -> list[Mark]:
    return [mark for mark in marks if mark.table == table]


def _pair_ladder(context: Context, old: list[Mark], new: list[Mark], rule: str) -> tuple[list[Mark], list[Mark]]:
    """Judge marks of one ladder pairwise, in one stretch if they can be, else in order; return those without a partner."""
    pairs = _partners(context, old, new) if old and new else []
    for before, after in pairs:
        compare_rungs(context, before, after, rule)
    paired = [before for before, _ in pairs], [after for _, after in pairs]
    return [mark for mark in old if mark not in paired[0]], [mark for mark in new if mark not in paired[1]]


def _partners(context: Context, old: list[Mark], new: list[Mark]) -> list[tuple[Mark, Mark]]:
    if len(old) == len(new):
        return list(zip(old, new, strict=True))
    swapped = len(old) > len(new)
    few, many = (new, list(old)) if swapped else (old, list(new))
    pairs = []
    for mark in few:
        near = next((other for other in many if _stretch_of(context, mark, new_side=swapped) == _stretch_of(context, other, new_side=not swapped)), many[0])
        many.remove(near)
        pairs.append((near, mark) if swapped else (mark, near))
    return pairs


def _stretch_of(context: Context, mark: Mark, *, new_side: bool) -> int:
    """Return the number of the changed stretch that a mark lies in, -1 for none."""
    for number, (_, old, new) in enumerate(context.stretches):
        side = new if new_side else old
        if mark.first < side.last and side.first < mark.last:
            return number
    return -1 - new_side


_WILL = 6


def compare_rungs(context: Context, before: Mark, after: Mark, rule: str) -> None:
    """Judge one step on a ladder."""
    context.use(before, after)
    if context.central and before.table == "COMMIT" and min(before.rung, after.rung) >= _WILL:
        return  # a bank that has decided and one that will say the same
    step = after.rung - before.rung
    if step:
        disputed = context.lexicon.disputed(before.table, before.rung, after.rung)
        direction = Direction.CHANGED if disputed else Direction.STRONGER if step > 0 else Direction.WEAKER
        context.add(rule, direction, before, after, step=step, disputed=disputed)


# How much an act of another family binds or presses, roughly: only a clear step counts, the rest is "changed".
_WEIGHT = {
    "RESTATE": (0, 1), "ENDORSE": (0, 1), "STRESS": (1, 1), "CONCERN": (1, 2), "BLAME": (2, 3), "DEMAND": (2, 4), "COMMIT": (0, 4), "MANDATE": (3, 4),
}
_TOP = {"RESTATE": 2, "ENDORSE": 6, "STRESS": 3, "CONCERN": 5, "BLAME": 6, "DEMAND": 7, "COMMIT": 8, "MANDATE": 5}
_CLEAR = 1.4


def _weight(mark: Mark) -> float:
    low, high = _WEIGHT[mark.table]
    return low + (high - low) * mark.rung / _TOP[mark.table]


def _cross(context: Context, old: list[Mark], new: list[Mark]) -> None:
    """Judge acts that changed family, then acts that only one side has."""
    for before, after in zip(old, new, strict=False):
        gain = _weight(after) - _weight(before)
        direction = Direction.STRONGER if gain > _CLEAR else Direction.WEAKER if gain < -_CLEAR else Direction.CHANGED
        context.add("act-family", direction, before, after)
    for mark in old[len(new) :]:
        _alone(context, mark, None)
    for mark in new[len(old) :]:
        _alone(context, None, mark)


def _with_verb(context: Context, scan: Scan, mark: Mark) -> Mark | Span:
    """Return an act as it is shown: a bare modal with its verb."""
    if mark.last - mark.first > 1 or mark.form != "-":
        return mark
    last = mark.last
    while last < len(scan.words) and last - mark.last < _VERB_WITHIN and not is_content(scan.words[last], context.lexicon):
        last += 1
    return Span(mark.first, min(last + 1, len(scan.words)))


_VERB_WITHIN = 3


def _alone(context: Context, old: Mark | None, new: Mark | None) -> None:
    """Judge an act without a counterpart: the only one of its clause, or one of several."""
    pair = context.pair
    if _follows_up(context.gone("followup") if old else context.came("followup"), old or new):
        context.use(old, new)  # the rule of follow-up says it
        return
    _take_in(context, old, new)
    other = pair.new if old else pair.old
    if _under_chapeau(context.new_places if old else context.old_places) or _goes_on(other, context.lexicon):
        context.use(old, new)
        return
    if old is not None:
        others = any(mark.kind == "act" for mark in pair.new.marks)
        settled = context.central and old.table == "COMMIT" and old.rung > _WILL  # a decision that is carried out
        context.add("further-act" if others else "lone-act", Direction.CHANGED if settled else Direction.WEAKER, _with_verb(context, pair.old, old), None)
    else:
        others = any(mark.kind == "act" for mark in pair.old.marks)
        if not others and not pair.old.text[:1].isupper():  # a fragment lacks nothing
            context.use(None, new)
            return
        context.add("further-act" if others else "lone-act", Direction.STRONGER, None, _with_verb(context, pair.new, new))


_MOST = 5  # content words: in a longer stretch verbs cannot be told to take each other's place
_SOFT = 2  # discuss, encourage


def _follows_up(marks: list[Mark], act: Mark | None) -> bool:
    return act is not None and any(0 <= mark.first - act.last <= _VERB_WITHIN for mark in marks)


def _goes_on(scan: Scan, lexicon: Lexicon) -> bool:
    """Say whether the issuers carry on with something: "we continue to counter" is a promise without another verb."""
    return any(
        mark.table == "issuer" and not lexicon.grammar["going_on"].isdisjoint(scan.words[mark.last : mark.last + 2]) for mark in scan.marks
    )


def _under_chapeau(places: Places) -> bool:
    """Say whether the side without the act is an item that shares the act of its chapeau."""
    return all(clause.parent for clause in places.clauses)


# What an act that came or went brings with it or takes along; figures, dates and conditions are told apart.
_ALONG = frozenset({"intensifier", "quantifier", "likelihood", "best_effort", "STRESS", "immediacy", "OUTCOME_DO", "OUTCOME_END"})


def _take_in(context: Context, old: Mark | None, new: Mark | None) -> None:
    """Explain the words of a stretch that only holds an act which came or went."""
    act, used = (old, context.old_used) if old else (new, context.new_used)
    for _, before, after in context.stretches:
        side, other = (before, after) if old else (after, before)
        if act and side.first <= act.first < side.last and not other.content:
            used.update(at for at in side.content if not any(mark.first <= at < mark.last for mark in side.marks))
            for mark in side.marks:
                if mark.table in _ALONG:
                    used.update(range(mark.first, mark.last))


def judge_outcomes(context: Context) -> None:
    """Compare outcome verbs that changed."""
    _soften(context)
    for _, old, new in context.stretches:
        if len(old.content) <= _MOST and len(new.content) <= _MOST:
            for table, rule in OUTCOME_RULES.items():
                before = [mark for mark in _of(old.marks, table) if mark.first not in context.old_used]
                after = [mark for mark in _of(new.marks, table) if mark.first not in context.new_used]
                if context.central:
                    _pair_changed(context, before, after)
                else:
                    _pair_ladder(context, before, after, rule)


def _pair_changed(context: Context, old: list[Mark], new: list[Mark]) -> None:
    """A bank's instruments go up and down; that is no direction."""
    for before, after in zip(old, new, strict=False):
        context.add("other-verb", Direction.CHANGED, before, after)


def _soften(context: Context) -> None:
    """A weak verb put before the verb that stayed takes its force: "decides to consider establishing"."""
    for _, old, new in context.stretches:
        for here, there, gone in ((new, old, False), (old, new, True)):
            for mark in here.marks:
                used = context.old_used if gone else context.new_used
                if mark.table == "OUTCOME_DO" and mark.rung <= _SOFT and mark.first not in used and _verb_stays(context, here, there, mark):
                    context.add("softener", Direction.STRONGER if gone else Direction.WEAKER, mark if gone else None, None if gone else mark)
                    break


def _verb_stays(context: Context, here: Stretch, there: Stretch, mark: Mark) -> bool:
    """Say whether the verb after the soft one stands on the other side too, without it."""
    words, lexicon = here.scan.words, context.lexicon
    if mark.last >= len(words) or lexicon.lemma(words[mark.last]) == words[mark.last] and words[mark.last] not in lexicon.nouns and mark.last >= here.last:
        return False
    verb = stem(words[mark.last], lexicon)
    if mark.last >= here.last:
        return words[mark.last] in lexicon.verbs
    return words[mark.last] in lexicon.verbs and any(stem(there.scan.words[at], lexicon) == verb for at in range(there.first, there.last))
