"""What no cue explains: names, references, verbs and plain content words that came, went or were exchanged."""

from __future__ import annotations

from stmtdiff.judge.context import Context
from stmtdiff.judge.places import Span
from stmtdiff.judge.pairing import Hunk
from stmtdiff.model import Direction
from stmtdiff.reading.records import Scan


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


def judge_content(context: Context) -> None:
    """Judge each changed stretch by the content words that nothing has explained."""
    lost_all = _left_over(context, "old")
    gained_all = _left_over(context, "new")
    for hunk in context.pair.hunks:
        lost = [at for at in range(hunk.old_first, hunk.old_last) if at in lost_all]
        gained = [at for at in range(hunk.new_first, hunk.new_last) if at in gained_all]
        _judge_hunk(context, hunk, lost, gained)


def _left_over(context: Context, side: str) -> set[int]:
    """Return changed content words that no rule explained and the other side's changed words do not hold."""
    pair, lexicon = context.pair, context.lexicon
    here, there = (pair.old, pair.new) if side == "old" else (pair.new, pair.old)
    used = context.old_used if side == "old" else context.new_used
    spans = [(h.old_first, h.old_last, h.new_first, h.new_last) for h in pair.hunks]
    if side == "new":
        spans = [(c, d, a, b) for a, b, c, d in spans]
    other = {stem(there.words[at], lexicon) for _, _, first, last in spans for at in range(first, last)}
    return {
        at
        for first, last, _, _ in spans
        for at in range(first, last)
        if at not in used and is_content(here.words[at], lexicon) and stem(here.words[at], lexicon) not in other
    }


def is_content(word: str, lexicon) -> bool:
    """Say whether a word carries content of its own."""
    return word not in lexicon.function and word not in lexicon.connectives and word[0].isalnum()


def stem(word: str, lexicon) -> str:
    """Return a rough stem: verb base, no plural, one spelling."""
    word = lexicon.lemma(word)
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def _judge_hunk(context: Context, hunk: Hunk, lost: list[int], gained: list[int]) -> None:
    if not lost and not gained:
        return
    old = Span(lost[0], lost[-1] + 1) if lost else None
    new = Span(gained[0], gained[-1] + 1) if gained else None
    direction = Direction.CHANGED if lost and gained else Direction.STRONGER if gained else Direction.WEAKER
    aspect = _aspect(context, lost, gained)
    context.add({"outcome": "content-verb", "entity": "entity", "quantity": "degree"}.get(aspect, "scope"), direction, old, new)


def _aspect(context: Context, lost: list[int], gained: list[int]) -> str:
    pair, lexicon = context.pair, context.lexicon
    kinds = {_kind(pair.old, at, lexicon) for at in lost} | {_kind(pair.new, at, lexicon) for at in gained}
    for kind in ("verb", "name", "degree"):
        if kind in kinds:
            return {"verb": "outcome", "name": "entity", "degree": "quantity"}[kind]
    return "scope"


def _kind(side: Scan, at: int, lexicon) -> str:
    word = side.words[at]
    for mark in side.marks:
        if mark.first <= at < mark.last:
            if mark.table == "development":
                return "verb"
            if mark.table == "degree":
                return "degree"
    if at and side.text[side.starts[at]].isupper():
        return "name"
    return "verb" if word in lexicon.verbs and word not in lexicon.nouns else "noun"
