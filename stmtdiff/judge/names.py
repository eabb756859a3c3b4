"""Who is named, who acts, who is asked, and in which part of the document it stands."""

from __future__ import annotations

from stmtdiff.judge.context import Context
from stmtdiff.judge.places import Span
from stmtdiff.judge.stretches import Stretch
from stmtdiff.model import Clause, ClauseKind, Direction
from stmtdiff.reading.records import Mark, Scan

_ASKING = frozenset({"DEMAND", "MANDATE"})
_FEW = 2  # words beside the names


def judge_section(context: Context, old: tuple[Clause, ...], new: tuple[Clause, ...]) -> bool:
    """Judge a move between the operative part and the preamble; say whether there was one."""
    before, after = (_section(scan, clauses) for scan, clauses in ((context.pair.old, old), (context.pair.new, new)))
    if not before or not after or before == after:
        return False
    down = after is ClauseKind.PREAMBULAR
    context.add("section", Direction.WEAKER if down else Direction.STRONGER, Span(0, min(2, len(context.pair.old.words))), Span(0, min(2, len(context.pair.new.words))))
    return True


def _section(scan: Scan, clauses: tuple[Clause, ...]) -> ClauseKind | None:
    """Return the part a clause belongs to, by its form where it opens with an act: participle or verb."""
    if clauses[0].kind is ClauseKind.PREAMBULAR:
        return ClauseKind.PREAMBULAR
    first = next((mark for mark in scan.marks if mark.kind == "act"), None)
    if first is None or first.first > _FEW or clauses[0].kind is not ClauseKind.OPERATIVE:
        return None
    if first.form == "s":
        return ClauseKind.OPERATIVE
    return ClauseKind.PREAMBULAR if first.form == "-" and first.table == "ENDORSE" else None


def judge_names(context: Context) -> None:
    """Judge names that came, went or were exchanged in a list or an object."""
    for _, old, new in context.stretches:
        gone, came = (_names(side, used) for side, used in ((old, context.old_used), (new, context.new_used)))
        gone, came = _main_words(_without(gone, context.pair.new), old), _main_words(_without(came, context.pair.old), new)
        if not gone and not came:
            continue
        if gone and came:
            if len(old.content) <= len(_words(gone)) + _FEW and len(new.content) <= len(_words(came)) + _FEW and not _zone(context, old, new):
                context.add("entity", Direction.CHANGED, _span(gone), _span(came))
        elif gone and not _zone(context, old, new):
            context.add("entity", Direction.WEAKER, _span(gone), None)
        elif came and not _zone(context, old, new):
            context.add("entity", Direction.STRONGER, None, _span(came))


Named = tuple[str, int, int]  # canonical name, first word, word after the last


def _names(side: Stretch, used: set[int]) -> list[Named]:
    """Return the names of a stretch: those of the table, and runs of capitalised words."""
    found: list[Named] = [(mark.table, mark.first, mark.last) for mark in side.marks if mark.kind == "name" and mark.first not in used]
    known = {at for _, first, last in found for at in range(first, last)}
    run: list[int] = []
    for at in [*[at for at in side.names if at not in known and at not in used], -1]:
        if run and at != run[-1] + 1:
            found.append((" ".join(side.scan.words[run[0] : run[-1] + 1]), run[0], run[-1] + 1))
            run = []
        run.append(at)
    return sorted(found, key=lambda name: name[1])


def _without(names: list[Named], other: Scan) -> list[Named]:
    """Leave out names that the other side has anywhere."""
    there = {mark.table for mark in other.marks if mark.kind == "name"}
    words = " ".join(other.words)
    return [name for name in names if name[0] not in there and name[0] not in words]


def _main_words(names: list[Named], side: Stretch) -> list[Named]:
    """Return the names where they are what a stretch is about: a list, or nearly nothing else."""
    return names if len(_words(names)) * 2 >= len(side.content) else []


def _words(names: list[Named]) -> list[int]:
    return [at for _, first, last in names for at in range(first, last)]


def _span(names: list[Named]) -> Span:
    return Span(names[0][1], names[-1][2])


def _zone(context: Context, old: Stretch, new: Stretch) -> str:
    """Say whether a stretch is the subject of the act or the one who is asked."""
    for side, scan in ((old, context.pair.old), (new, context.pair.new)):
        if side.last <= side.first:
            return ""
        if not _asked(scan, side):
            return ""
    return "addressee"


def _asked(scan: Scan, side: Stretch) -> bool:
    """Say whether a stretch stands between an act that asks and what it asks for."""
    act = next((mark for mark in reversed(scan.marks) if mark.table in _ASKING and mark.kind == "act" and mark.last <= side.first + (mark.first >= side.first) * 99), None)
    if act is None:
        return False
    start = max(side.first, act.last)
    return start - act.last <= _FEW and not any(word in {"to", "that", ",", "for"} for word in scan.words[act.last : start]) and "to" in scan.words[start : side.last + 3]


def judge_addressee(context: Context) -> None:
    """Judge a change of who is asked."""
    for hunk, old, new in context.stretches:
        if not context.old_used.isdisjoint(range(old.first, old.last)):
            continue
        if _zone(context, old, new) == "addressee" and (old.content or new.content):
            acts = [mark for mark in (*old.marks, *new.marks) if mark.table in _ASKING]
            span = _asked_span(old), _asked_span(new)
            if span[0] and span[1]:
                context.add("addressee", Direction.CHANGED, *span)
                if len({mark.table for mark in acts}) > 1:
                    for mark in acts:
                        context.old_used.add(mark.first) if mark in old.marks else context.new_used.add(mark.first)


def _asked_span(side: Stretch) -> Span | None:
    act = max((mark.last for mark in side.marks if mark.table in _ASKING), default=side.first)
    words = side.scan.words
    last = act
    while last < side.last and words[last] not in {"to", "that", "for"}:
        last += 1
    return Span(act, last) if last > act else None


def judge_actor(context: Context) -> None:
    """Judge a change of who is bound: the subject before the act."""
    for hunk, old, new in context.stretches:
        if old.first > 1 or not old.last or not new.last:
            continue
        before, after = (_subject(side) for side in (old, new))
        if before and after and before.key != after.key and not {before.key, after.key} & {"it", "they", "we"}:
            context.add("actor", Direction.CHANGED, before, after)


def _subject(side: Stretch) -> Mark | None:
    return next((mark for mark in side.scan.marks if mark.table == "issuer" and mark.first <= 1 and mark.first < side.last), None)
