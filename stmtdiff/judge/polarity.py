"""What turns a commitment round: opposite verbs, a negation that appears or goes; and loaded words for one thing."""

from __future__ import annotations

from stmtdiff.judge.context import Context
from stmtdiff.judge.places import Span
from stmtdiff.language.lexicon import Lexicon
from stmtdiff.model import Direction
from stmtdiff.reading.records import Scan


def judge_polarity(context: Context) -> None:
    """Look for opposites among the verbs that changed, and for negations on one side only."""
    _opposites(context)
    pair = context.pair
    old = _negations(context, pair.old, [hunk[:2] for hunk in pair.hunks])
    new = _negations(context, pair.new, [hunk[2:] for hunk in pair.hunks])
    if len(old) != len(new) and _same_words(context):
        gone, came = (old[0], None) if len(old) > len(new) else (None, new[0])
        context.add("negation", Direction.CHANGED, gone, came)
        for marks, used in ((pair.old_marks, context.old_used), (pair.new_marks, context.new_used)):
            used.update(at for mark in marks if mark.kind in {"act", "modal"} for at in range(mark.first, mark.last))  # the act is the same, turned round


# Phrases in which "not" turns nothing round: "not later than", "not only".
_NOT_IN = frozenset({"due", "bound", "exclusivity", "exception", "GUIDANCE"})


def _negations(context: Context, side: Scan, stretches: list[tuple[int, int]]) -> list[Span]:
    """Return the changed words that negate."""
    negating = context.lexicon.grammar["negating"]
    found = [at for first, last in stretches for at in range(first, last) if side.words[at] in negating]
    return [Span(at, at + 1) for at in found if not any(mark.first <= at < mark.last and mark.table in _NOT_IN for mark in side.marks)]


def _same_words(context: Context) -> bool:
    """Say whether the clause is otherwise nearly the same: only then is a negation a reversal."""
    pair = context.pair
    changed = sum(hunk.old_last - hunk.old_first + hunk.new_last - hunk.new_first for hunk in pair.hunks)
    return changed * 4 <= len(pair.old.words) + len(pair.new.words)


def lemma_key(key: str, lexicon: Lexicon) -> str:
    """Return a phrase with its verbs in base form."""
    return " ".join(lexicon.lemma(word) for word in key.split(" "))


_VERBS = frozenset({"act", "outcome", "assessment"})


def _opposites(context: Context) -> None:
    lexicon = context.lexicon
    old = {lemma_key(mark.key, lexicon): mark for mark in context.pair.old_marks if mark.kind in _VERBS}
    new = {lemma_key(mark.key, lexicon): mark for mark in context.pair.new_marks if mark.kind in _VERBS}
    for verb in old.keys() - new.keys():
        for other in lexicon.opposites.get(verb, ()):
            if other in new and other not in old:
                context.add("opposite-verbs", Direction.CHANGED, old[verb], new[other])
                return


def judge_terms(context: Context) -> None:
    """Look for a loaded word exchanged for another of its group."""
    known = context.lexicon.term_words
    for hunk in context.pair.hunks:
        if known.isdisjoint(context.pair.old.words[hunk.old_first : hunk.old_last]) or known.isdisjoint(context.pair.new.words[hunk.new_first : hunk.new_last]):
            continue
        old = " ".join(context.pair.old.words[hunk.old_first : hunk.old_last])
        new = " ".join(context.pair.new.words[hunk.new_first : hunk.new_last])
        if not old or not new:
            continue
        for group in context.lexicon.words["terms"]:
            before, after = _longest_of(group, old), _longest_of(group, new)
            if before and after and before != after and after not in old.split(" ") and before not in new.split(" "):
                context.add("loaded-term", Direction.CHANGED, _where(context.pair.old, hunk.old_first, hunk.old_last, before), _where(context.pair.new, hunk.new_first, hunk.new_last, after))
                return


def _where(side: Scan, first: int, last: int, term: str) -> Span:
    """Return the words of a term, or the whole stretch where it is short."""
    size = term.count(" ") + 1
    if last - first <= size + 1:
        return Span(first, last)
    at = next(at for at in range(first, last) if " ".join(side.words[at : at + size]) == term)
    return Span(at, at + size)


def _longest_of(group: list[str], words: str) -> str:
    padded = f" {words} "
    return max((term for term in group if f" {term} " in padded), key=len, default="")
