"""Which words of two sequences belong together: common ends, anchors, and the engine for what lies between."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Sequence

from stmtdiff.words.engine import MOST_PAIRS, match_by_engine

Block = tuple[int, int, int]  # start in the old sequence, start in the new one, length
Stretch = tuple[int, int, int, int]  # old from, old to, new from, new to

_RUN = 8  # where every word repeats, runs of so many words may still stand once
_FEW = 6  # so few words are looked up before anything is built for them


def match_words(a: Sequence[str], b: Sequence[str]) -> list[Block]:
    """Blocks of equal words, in order: common ends, what stands once on each side, then what the engine finds."""
    blocks: list[Block] = []
    todo = [(0, len(a), 0, len(b))]
    while todo:
        i, i_end, j, j_end = todo.pop()
        head = _common_head(a, b, i, j, min(i_end - i, j_end - j))
        if head:
            blocks.append((i, j, head))
            i, j = i + head, j + head
        tail = _common_tail(a, b, i_end, j_end, min(i_end - i, j_end - j))
        if tail:
            i_end, j_end = i_end - tail, j_end - tail
            blocks.append((i_end, j_end, tail))
        if i < i_end and j < j_end and (i_end - i > 1 or j_end - j > 1):  # else one word against another
            _match_middle(a, b, (i, i_end, j, j_end), blocks, todo)
    blocks.sort()
    return blocks


def _common_head(a: Sequence[str], b: Sequence[str], i: int, j: int, most: int) -> int:
    count = 0
    while count < most and a[i + count] == b[j + count]:
        count += 1
    return count


def _common_tail(a: Sequence[str], b: Sequence[str], i_end: int, j_end: int, most: int) -> int:
    count = 0
    while count < most and a[i_end - 1 - count] == b[j_end - 1 - count]:
        count += 1
    return count


def _match_middle(a: Sequence[str], b: Sequence[str], where: Stretch, blocks: list[Block], todo: list[Stretch]) -> None:
    """Match a stretch that differs at both ends: what lies between its anchors goes back to ``todo``."""
    i, i_end, j, j_end = where
    a_part, b_part = a[i:i_end], b[j:j_end]
    if len(a_part) < _FEW and set(a_part).isdisjoint(b_part):
        return
    anchors = _anchors(a_part, b_part)
    if not anchors and len(a_part) * len(b_part) > MOST_PAIRS:
        anchors = _anchors(_runs(a_part), _runs(b_part))
    if not anchors:
        blocks += [(i + p, j + q, 1) for p, q in match_by_engine(a_part, b_part)]
        return
    for p, q in anchors:
        if i <= p + where[0]:  # else within the block before
            p_at, q_at = p + where[0], q + where[2]
            if p_at > i and q_at > j:
                todo.append((i, p_at, j, q_at))
            count = _common_head(a, b, p_at, q_at, min(i_end - p_at, j_end - q_at))
            blocks.append((p_at, q_at, count))
            i, j = p_at + count, q_at + count
    if i < i_end and j < j_end:
        todo.append((i, i_end, j, j_end))


def _anchors(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Pairs of positions of what stands once on each side, the longest run of them in one order."""
    a_last, b_last = dict(zip(a, range(len(a)), strict=True)), dict(zip(b, range(len(b)), strict=True))
    a_first, b_first = _first(a), _first(b)
    pairs = [
        (i, b_last[item])
        for item, i in a_last.items()
        if item in b_last and a_first[item] == i and b_first[item] == b_last[item]
    ]
    return _longest_rise(pairs)


def _first(items: Sequence[Hashable]) -> dict[Hashable, int]:
    """Where each item first stands."""
    return dict(zip(reversed(items), range(len(items) - 1, -1, -1), strict=True))


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    """Every run of so many words, one for each place where one begins."""
    return list(zip(*(words[n:] for n in range(_RUN)), strict=False))


def _longest_rise(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest subsequence that rises on the second place too (patience sorting)."""
    seconds = [second for _, second in pairs]
    if seconds == sorted(seconds):
        return pairs
    tops: list[int] = []
    piles: list[int] = []  # index of the pair on top of each pile
    below: list[int] = []
    for index, second in enumerate(seconds):
        pile = bisect_left(tops, second)
        below.append(piles[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [second]
        piles[pile : pile + 1] = [index]
    rise: list[tuple[int, int]] = []
    at = piles[-1]
    while at >= 0:
        rise.append(pairs[at])
        at = below[at]
    return rise[::-1]
