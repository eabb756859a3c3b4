"""What no cue explains: names, references, verbs and plain content words that came, went or were exchanged."""

from __future__ import annotations

from stmtdiff.judge.context import Context
from stmtdiff.language.lexicon import Lexicon
from stmtdiff.judge.places import Span
from stmtdiff.judge.stretches import JOINS, Stretch, is_content
from stmtdiff.model import Aspect, Direction
from stmtdiff.reading.records import Mark, Scan

_CITED = frozenset({"reference", "instrument", "meeting", "citing"})


def judge_references(context: Context) -> None:
    """Citations and meetings that changed."""
    tables = ("reference", "instrument", "meeting")
    old, new = context.gone(*tables), context.came(*tables)
    keys = {mark.key for mark in new}
    gone = [mark for mark in old if mark.key not in keys]
    keys = {mark.key for mark in old}
    came = [mark for mark in new if mark.key not in keys]
    for mark in old:
        context.use(mark, None)
    for mark in new:
        context.use(None, mark)
    if (gone or came) and not _charter_basis(context, old, new):
        context.add("reference", Direction.CHANGED, gone[0] if gone else None, came[0] if came else None)


def _charter_basis(context: Context, old: list[Mark], new: list[Mark]) -> bool:
    """Judge the basis of a resolution: a chapter of the Charter, or only named articles of it."""
    sides = [(scan, marks) for scan, marks in ((context.pair.old, old), (context.pair.new, new))]
    named = [next((mark for mark in marks if mark.key in _BASES and _is_basis(scan, mark)), None) for scan, marks in sides]
    if bool(named[0]) == bool(named[1]):
        return False
    mark = named[0] or named[1]
    assert mark is not None
    widens = (mark.key == "chapter") == (named[1] is not None)
    context.add("charter-basis", Direction.STRONGER if widens else Direction.WEAKER, *named)
    return True


_BASES = frozenset({"chapter", "article", "articles"})


def _is_basis(scan: Scan, mark: Mark) -> bool:
    """Say whether "acting under" leads to it."""
    return scan.words[max(0, mark.first - 2) : mark.first][-2:] == ["acting", "under"]


def judge_followup(context: Context) -> None:
    """What is to check or report on the promise."""
    old, new = context.gone("followup"), context.came("followup")
    for before, after in zip(old, new, strict=False):
        context.use(before, after)
        if before.key != after.key:
            context.add("followup", Direction.CHANGED, before, after)
    for mark in old[len(new) :]:
        context.add("followup", Direction.WEAKER, mark, None)
        context.use(_with_object(context.pair.old, mark, context.lexicon), None)
    for mark in new[len(old) :]:
        context.add("followup", Direction.STRONGER, None, mark)
        context.use(None, _with_object(context.pair.new, mark, context.lexicon))


def _with_object(scan: Scan, mark: Mark, lexicon: Lexicon) -> Span:
    """Return what follows up with what it follows up: the words to the next break."""
    last = mark.last
    while last < len(scan.words) and scan.words[last] not in lexicon.grammar["ends"]:
        last += 1
    return Span(mark.first, last)


# So many content words on a side that something was promised there.
_SOME, _MUCH = 3, 6


def judge_content(context: Context) -> None:
    """Judge each changed stretch by the content words that no cue has explained."""
    for _, old, new in context.stretches:
        lost = [at for at in old.content if at not in context.old_used and at not in old.minor]
        gained = [at for at in new.content if at not in context.new_used and at not in new.minor]
        if _explained(context, old, new, lost, gained):
            continue
        if lost and gained:
            _exchanged(context, old, new, lost, gained)
        elif lost or gained:
            _one_sided(context, old if lost else new, lost or gained, gone=bool(lost))


def _premodifies(side: Stretch, lexicon: Lexicon) -> bool:
    """Say whether the words only qualify the noun after them: narrower or wider, nobody knows."""
    words = side.scan.words
    return side.last < len(words) and is_content(words[side.last], lexicon)


_FEW = 2


def _explained(context: Context, old: Stretch, new: Stretch, lost: list[int], gained: list[int]) -> bool:
    """Say whether the effects found here already tell what a word or two beside them do."""
    told = not context.old_used.isdisjoint(range(old.first, old.last)) or not context.new_used.isdisjoint(range(new.first, new.last))
    if len(lost) <= _FEW and len(gained) <= _FEW:
        exchanged = old.last > old.first and new.last > new.first
        return (told and exchanged) or (context.central and any(effect.aspect is Aspect.QUANTITY for effect in context.effects))
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
    if not names and len(words) <= _FEW and not _joined(side) and _premodifies(side, context.lexicon):
        context.add("scope", Direction.CHANGED, span if gone else None, None if gone else span)
        return
    rule = "entity" if names and len(names) * 2 >= len(words) else "scope"
    direction = Direction.WEAKER if gone else Direction.STRONGER
    context.add(rule, direction, span if gone else None, None if gone else span)


_RELATIVE = frozenset({"which", "who", "that", "where"})


def _joined(side: Stretch) -> bool:
    """Say whether the words are an item of a list: joined to what stands before or after."""
    words = side.scan.words
    edges = {words[side.first], words[side.last - 1], words[side.first - 1] if side.first else ""}
    if not _RELATIVE.isdisjoint(words[side.first : side.first + 2]) or any(mark.kind == "act" or mark.table == "STANCE" for mark in side.marks):
        return False
    return not edges.isdisjoint(JOINS)


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
        context.add("other-verb", Direction.CHANGED, *spans)
    elif names[0] and names[1]:
        context.add("entity", Direction.CHANGED, *spans)
    else:
        context.add("scope", Direction.CHANGED, *spans)
