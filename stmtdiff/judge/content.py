"""What no cue explains: names, references, verbs and plain content words that came, went or were exchanged."""

from __future__ import annotations

from stmtdiff.judge.context import Context
from stmtdiff.judge.stretches import Stretch, stretches_of
from stmtdiff.model import Aspect, Direction

_CITED = frozenset({"reference", "instrument", "meeting", "citing"})


def judge_references(context: Context) -> None:
    """Citations and meetings that changed."""
    tables = {"reference", "instrument", "meeting"}
    old = [mark for mark in context.pair.old_marks if mark.table in tables]
    new = [mark for mark in context.pair.new_marks if mark.table in tables]
    keys = {mark.key for mark in new}
    gone = [mark for mark in old if mark.key not in keys]
    keys = {mark.key for mark in old}
    came = [mark for mark in new if mark.key not in keys]
    for mark in old:
        context.use(mark, None)
    for mark in new:
        context.use(None, mark)
    if gone or came:
        context.add("reference", Direction.CHANGED, gone[0] if gone else None, came[0] if came else None)


def judge_followup(context: Context) -> None:
    """What is to check or report on the promise."""
    old = [mark for mark in context.pair.old_marks if mark.table == "followup"]
    new = [mark for mark in context.pair.new_marks if mark.table == "followup"]
    for before, after in zip(old, new, strict=False):
        context.use(before, after)
        if before.key != after.key:
            context.add("followup", Direction.CHANGED, before, after)
    for mark in old[len(new) :]:
        context.add("followup", Direction.WEAKER, mark, None)
    for mark in new[len(old) :]:
        context.add("followup", Direction.STRONGER, None, mark)


# So many content words on a side that something was promised there.
_SOME, _MUCH = 3, 6


def judge_content(context: Context) -> None:
    """Judge each changed stretch by the content words that no cue has explained."""
    for _, old, new in stretches_of(context):
        lost = [at for at in old.content if at not in context.old_used and at not in old.minor]
        gained = [at for at in new.content if at not in context.new_used and at not in new.minor]
        if _explained(context, old, new, lost, gained):
            continue
        if lost and gained:
            _exchanged(context, old, new, lost, gained)
        elif lost or gained:
            _one_sided(context, old if lost else new, lost or gained, gone=bool(lost))


_FEW = 2


def _explained(context: Context, old: Stretch, new: Stretch, lost: list[int], gained: list[int]) -> bool:
    """Say whether the effects found here already tell what a word or two beside them do."""
    told = not context.old_used.isdisjoint(range(old.first, old.last)) or not context.new_used.isdisjoint(range(new.first, new.last))
    if len(lost) <= _FEW and len(gained) <= _FEW:
        return (told and bool(lost and gained)) or (context.central and any(effect.aspect is Aspect.QUANTITY for effect in context.effects))
    return context.central and any(mark.table == "contrast" for mark in new.marks)


def _one_sided(context: Context, side: Stretch, words: list[int], *, gone: bool) -> None:
    """Judge words that only one side has."""
    span = side.span_of(words)
    names = [at for at in side.names if at in words]
    if side.has(_CITED) and not names and len(words) <= _SOME:
        return
    if context.central and not _joined(side):
        context.add("scope", Direction.CHANGED, span if gone else None, None if gone else span)
        return
    rule = "entity" if names and len(names) * 2 >= len(words) else "scope"
    direction = Direction.WEAKER if gone else Direction.STRONGER
    context.add(rule, direction, span if gone else None, None if gone else span)


_JOINS = frozenset({"and", ",", "or", ";"})
_RELATIVE = frozenset({"which", "who", "that", "where"})


def _joined(side: Stretch) -> bool:
    """Say whether the words are an item of a list: joined to what stands before or after."""
    words = side.scan.words
    edges = {words[side.first], words[side.last - 1], words[side.first - 1] if side.first else ""}
    if not _RELATIVE.isdisjoint(words[side.first : side.first + 2]) or any(mark.kind == "act" or mark.table == "STANCE" for mark in side.marks):
        return False
    return not edges.isdisjoint(_JOINS)


def _exchanged(context: Context, old: Stretch, new: Stretch, lost: list[int], gained: list[int]) -> None:
    """Judge words exchanged for others: a few are another wording, many are one thing gone and another come."""
    spans = old.span_of(lost), new.span_of(gained)
    if not context.central and len(lost) >= _MUCH and len(gained) >= _MUCH:
        context.add("scope", Direction.WEAKER, spans[0], None)
        context.add("scope", Direction.STRONGER, None, spans[1])
        return
    verbs = [at for at in old.verbs if at in lost], [at for at in new.verbs if at in gained]
    names = [at for at in old.names if at in lost], [at for at in new.names if at in gained]
    if verbs[0] and verbs[1]:
        context.add("content-verb", Direction.CHANGED, *spans)
    elif names[0] and names[1]:
        context.add("entity", Direction.CHANGED, *spans)
    else:
        context.add("scope", Direction.CHANGED, *spans)
