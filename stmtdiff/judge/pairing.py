"""Lay two scans over each other: which words stayed, which stretches changed, which marks are not on both sides."""

from __future__ import annotations

from typing import NamedTuple

from stmtdiff.language.lexicon import Lexicon
from stmtdiff.model import Edit, Op
from stmtdiff.reading.records import Mark, Scan


class Hunk(NamedTuple):
    """A changed stretch, in words of each side; one of the two may be empty."""

    old_first: int
    old_last: int
    new_first: int
    new_last: int


class Pair(NamedTuple):
    """The two sides of a link, with what changed between them."""

    old: Scan
    new: Scan
    partner: list[int]  # old word -> the same word in new, or -1
    kept_new: list[bool]
    hunks: list[Hunk]
    old_marks: list[Mark]  # changed: not on the other side at the same place
    new_marks: list[Mark]


def pair_up(old: Scan, new: Scan, edits: tuple[Edit, ...], lexicon: Lexicon) -> Pair:
    """Compare two scans along the word edits."""
    partner = _partners(old, new, edits)
    kept_new = [False] * len(new.words)
    for at in partner:
        if at >= 0:
            kept_new[at] = True
    hunks = _hunks(partner, len(new.words), old, lexicon)
    new_at = {mark.first: mark for mark in new.marks}
    gone, stayed = [], set()
    for mark in old.marks:
        twin = new_at.get(partner[mark.first])
        if twin is not None and twin.table == mark.table and twin.key == mark.key and partner[mark.last - 1] >= 0:
            stayed.add(twin.first)
        else:
            gone.append(mark)
    return Pair(old, new, partner, kept_new, hunks, gone, [mark for mark in new.marks if mark.first not in stayed])


def _partners(old: Scan, new: Scan, edits: tuple[Edit, ...]) -> list[int]:
    """Old word -> new word for words inside kept pieces."""
    at = {start: index for index, start in enumerate(new.starts)}
    partner = [-1] * len(old.words)
    index = old_end = shift = 0
    for op, text in edits:
        if op is Op.INSERT:
            shift += len(text)
            continue
        old_end += len(text)
        while index < len(old.starts) and old.starts[index] < old_end:
            if op is Op.KEEP:
                twin = at.get(old.starts[index] + shift, -1)
                if twin >= 0 and new.words[twin] == old.words[index]:
                    partner[index] = twin
            index += 1
        if op is Op.STRIKE:
            shift -= len(text)
    return partner


_BRIDGE = 2  # so many words without content between two changed stretches do not set them apart


def _hunks(partner: list[int], count: int, old: Scan, lexicon: Lexicon) -> list[Hunk]:
    """Return changed stretches in order; those with only a function word or two between them are one."""
    hunks: list[Hunk] = []
    first_old = first_new = 0
    for index, twin in [*enumerate(partner), (len(partner), count)]:
        if twin < 0:
            continue
        if index > first_old or twin > first_new:
            _append(hunks, Hunk(first_old, index, first_new, twin), old.words, lexicon)
        first_old, first_new = index + 1, twin + 1
    return hunks


def _append(hunks: list[Hunk], hunk: Hunk, words: list[str], lexicon: Lexicon) -> None:
    if hunks:
        between = words[hunks[-1].old_last : hunk.old_first]
        if len(between) <= _BRIDGE and all(word in lexicon.function for word in between):
            last = hunks.pop()
            hunk = Hunk(last.old_first, hunk.old_last, last.new_first, hunk.new_last)
    hunks.append(hunk)
