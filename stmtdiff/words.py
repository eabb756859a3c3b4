"""Word edits between two wordings of a clause; the only home of diff-match-patch.

Words settle most of it: what both ends share, then every word that stands once on each side, holds the two texts
together. diff-match-patch decides only the stretches between, on tokens mapped to single characters. The last step is
for the reader: edits begin and end where a person would put the pencil.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Sequence
from functools import cache
from itertools import accumulate

from stmtdiff.model import Edit, Op
from stmtdiff.text import split_tokens

Block = tuple[int, int, int]  # start in the old sequence, start in the new one, length
Change = tuple[str, str]  # what is struck, what is inserted
Engine = Callable[[str, str], list[tuple[str, int]]]

# diff-match-patch takes quadratic time on words that repeat. Above this many word pairs (200 x 200, about 30 ms in
# Python) a stretch is held together by runs of words that stand once, and without such runs struck and inserted whole.
_MOST_PAIRS = 40_000
_RUN = 8
_FEW = 6  # so few words are looked up before anything is built for them
_FIRST_CODE = 0x100  # a stretch within _MOST_PAIRS never needs so many codes that they reach the surrogates

_JOINING = frozenset({"and", "or", "nor", "but", "et", "ou", "y", "o", "und", "oder"})
_ARTICLES = {
    "a",
    "an",
    "the",
    "its",
    "their",
    "our",
    "this",
    "these",
    "le",
    "la",
    "les",
    "el",
    "los",
    "las",
    "der",
    "die",
}
_PREPOSITIONS = {"of", "to", "in", "on", "at", "for", "by", "with", "from", "de", "du", "des", "del"}
_BINDING = frozenset(_ARTICLES | _PREPOSITIONS)
_MARKS = " \n\t.,;:-–—()[]'\"’“”،、，；"
# A kept piece folds into the changes around it when they are so many times as long: every side of two exchanges, or the
# longer sides where one of them only adds or strikes.
_SHARE_OF_EXCHANGE = 2
_SHARE_OF_ADDITION = 6
_OTHER_SIDE = {Op.KEEP: Op.KEEP, Op.STRIKE: Op.INSERT, Op.INSERT: Op.STRIKE}


def word_edits(old: str, new: str) -> tuple[Edit, ...]:
    """Return the pieces kept, struck and inserted; swapping the texts swaps strikes and insertions, nothing else.

    Kept and struck pieces rebuild ``old``, kept and inserted ones ``new``. No piece is empty, no two neighbours do the
    same, and what is struck comes before what takes its place.
    """
    if old == new:
        return ((Op.KEEP, old),) if old else ()
    if (len(old), old) > (len(new), new):
        return _mirror(word_edits(new, old))
    keeps, changes = _between(old, new, _kept(old, new))
    if len(changes) > 1:
        keeps, changes = _without_islands(keeps, changes)
    return tuple(_pieces(keeps, changes))


def _mirror(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """Swap the sides, keeping what is struck before what is inserted."""
    swapped: list[Edit] = []
    for op, text in edits:
        at = len(swapped)
        if op is Op.INSERT and swapped and swapped[-1][0] is Op.INSERT:
            at -= 1
        swapped.insert(at, (_OTHER_SIDE[op], text))
    return tuple(swapped)


# --- What holds the two texts together


def _kept(old: str, new: str) -> list[Block]:
    """Kept stretches, counted in characters: first what stands between spaces, then tokens in what is left."""
    a, b = old.split(" "), new.split(" ")
    a_at, b_at = _offsets(a), _offsets(b)
    kept: list[Block] = []
    a_end = b_end = 0
    for i, j, count in _match(a, b):
        a_start, b_start = a_at[i] + i, b_at[j] + j
        if a_start > a_end + 1 and b_start > b_end + 1:
            kept += _kept_tokens(old[a_end:a_start], new[b_end:b_start], a_end, b_end)
        length = a_at[i + count] - a_at[i] + count - 1
        a_end, b_end = a_start + length, b_start + length
        kept.append((a_start, b_start, length))
    if a_end < len(old) and b_end < len(new):
        kept += _kept_tokens(old[a_end:], new[b_end:], a_end, b_end)
    return kept


def _offsets(parts: list[str]) -> list[int]:
    """How many characters stand before each part, the spaces between parts not counted, and in all."""
    return [0, *accumulate(map(len, parts))]


def _kept_tokens(a_text: str, b_text: str, a_start: int, b_start: int) -> list[Block]:
    """Kept tokens inside one changed stretch of each text."""
    if a_text.isascii() and a_text.strip().isalpha() and b_text.isascii() and b_text.strip().isalpha():
        return []  # one word against one word, the commonest change of all
    a, a_at = _tokens_at(a_text, a_start)
    b, b_at = _tokens_at(b_text, b_start)
    return [(a_at[i + n], b_at[j + n], len(a[i + n])) for i, j, count in _match(a, b) for n in range(count)]


def _tokens_at(text: str, start: int) -> tuple[list[str], list[int]]:
    """Tokens without white space, and where each begins."""
    words: list[str] = []
    starts: list[int] = []
    for token in split_tokens(text):
        if not token.isspace():
            words.append(token)
            starts.append(start)
        start += len(token)
    return words, starts


def _match(a: Sequence[str], b: Sequence[str]) -> list[Block]:
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
        if i < i_end and j < j_end:
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


Stretch = tuple[int, int, int, int]  # old from, old to, new from, new to


def _match_middle(a: Sequence[str], b: Sequence[str], where: Stretch, blocks: list[Block], todo: list[Stretch]) -> None:
    """Match a stretch that differs at both ends: what lies between its anchors goes back to ``todo``."""
    i, i_end, j, j_end = where
    a_part, b_part = a[i:i_end], b[j:j_end]
    if len(a_part) < _FEW and set(a_part).isdisjoint(b_part):
        return
    anchors = _anchors(a_part, b_part)
    if not anchors and len(a_part) * len(b_part) > _MOST_PAIRS:
        anchors = _anchors(_runs(a_part), _runs(b_part))
    if not anchors:
        blocks += [(i + p, j + q, 1) for p, q in _match_by_engine(a_part, b_part)]
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


# --- Anchors


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


# --- The engine


def _match_by_engine(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of positions that diff-match-patch keeps; none where the words repeat beyond its means."""
    common = set(a).intersection(b)
    a_at = [i for i, word in enumerate(a) if word in common]
    b_at = [j for j, word in enumerate(b) if word in common]
    if not common or len(a_at) * len(b_at) > _MOST_PAIRS:
        return []
    codes: dict[str, str] = {}
    for i in a_at:
        codes.setdefault(a[i], chr(_FIRST_CODE + len(codes)))
    kept: list[tuple[int, int]] = []
    p = q = 0
    for op, count in _engine()("".join([codes[a[i]] for i in a_at]), "".join([codes[b[j]] for j in b_at])):
        if op == Op.KEEP:
            kept += zip(a_at[p : p + count], b_at[q : q + count], strict=True)
        p += count if op != Op.INSERT else 0
        q += count if op != Op.STRIKE else 0
    return kept


@cache
def _engine() -> Engine:
    """Return the C++ twin where it is installed; the edits are the same."""
    try:
        return _fast_engine()
    except ImportError:
        return _python_engine()


def _fast_engine() -> Engine:
    from fast_diff_match_patch import diff

    def run(a: str, b: str) -> list[tuple[str, int]]:
        edits: list[tuple[str, int]] = diff(a, b, timelimit=0, checklines=False, cleanup="No")
        return edits

    return run


def _python_engine() -> Engine:
    from diff_match_patch import diff_match_patch

    differ = diff_match_patch()
    differ.Diff_Timeout = 0  # a clock would make the edits depend on the machine
    ops = {differ.DIFF_EQUAL: "=", differ.DIFF_DELETE: "-", differ.DIFF_INSERT: "+"}
    return lambda a, b: [(ops[op], len(text)) for op, text in differ.diff_main(a, b, checklines=False)]


# --- For the reader


def _between(old: str, new: str, kept: list[Block]) -> tuple[list[str], list[Change]]:
    """Alternate what is kept and what changes: one more kept piece, empty at an end, than changes."""
    keeps = [""]
    changes: list[Change] = []
    i = j = 0
    for i_next, j_next, count in [*kept, (len(old), len(new), 0)]:
        struck, inserted = old[i:i_next], new[j:j_next]
        i, j = i_next + count, j_next + count
        if struck == inserted:
            keeps[-1] += old[i_next - len(struck) : i]
            continue
        before, struck, inserted, after = _shared_spaces(struck, inserted)
        keeps[-1] += before
        changes.append((struck, inserted))
        keeps.append(after + old[i_next:i])
        if not struck or not inserted:
            _slide(keeps, changes)
    return keeps, changes


def _shared_spaces(struck: str, inserted: str) -> tuple[str, str, str, str]:
    """Keep white space that both sides have before and after a change."""
    most = min(len(struck), len(inserted))
    head = 0
    while head < most and struck[head] == inserted[head] and struck[head].isspace():
        head += 1
    most -= head
    tail = 0
    while tail < most and struck[-1 - tail] == inserted[-1 - tail] and struck[-1 - tail].isspace():
        tail += 1
    end = len(struck) - tail
    return struck[:head], struck[head:end], inserted[head : len(inserted) - tail], struck[end:]


def _slide(keeps: list[str], changes: list[Change]) -> None:
    """Move the last change, on one side only, back over words it shares with what stands before it.

    ``the {+States and the+} parties`` becomes ``{+the States and+} the parties``.
    """
    struck, inserted = changes[-1]
    text, before = struck or inserted, keeps[-2]
    shared = _common_tail(before, text, len(before), len(text), min(len(before), len(text)))
    if shared < 2:  # noqa: PLR2004 - a lone space is no word
        return
    turns = [n for n in range(2, shared + 1) if _starts_word(text, n) and _starts_word(before, n)]
    best = max([0, *turns], key=lambda n: (_neatness(_turned(text, n)), -n))
    if best:
        keeps[-2], keeps[-1] = before[:-best], before[-best:] + keeps[-1]
        moved = _turned(text, best)
        changes[-1] = (moved, "") if struck else ("", moved)


def _turned(text: str, count: int) -> str:
    """Put the last ``count`` characters first."""
    return text[len(text) - count :] + text[: len(text) - count]


def _starts_word(text: str, count: int) -> bool:
    """Tell whether a word starts ``count`` characters before the end."""
    at = len(text) - count
    return not text[at].isspace() and (at == 0 or text[at - 1].isspace())


def _neatness(text: str) -> int:
    """Grade where an edit begins and ends: rather before a conjunction, not after an article or a preposition."""
    words = text.lower().split()
    return (words[0] in _JOINING) - (words[-1] in _JOINING) - 2 * (words[-1] in _BINDING)


def _without_islands(keeps: list[str], changes: list[Change]) -> tuple[list[str], list[Change]]:
    """Fold short kept pieces into the changes around them where two edits would read as confetti."""
    kept, joined = keeps[:1], changes[:1]
    for island, change in zip(keeps[1:-1], changes[1:], strict=True):
        kept.append(island)
        joined.append(change)
        while len(joined) > 1 and _is_island(kept[-1], joined[-2], joined[-1]):
            between, right, left = kept.pop(), joined.pop(), joined.pop()
            joined.append((left[0] + between + right[0], left[1] + between + right[1]))
    return [*kept, keeps[-1]], joined


def _is_island(kept: str, left: Change, right: Change) -> bool:
    """Tell whether a kept piece is too slight to hold a reader's eye between two exchanges: a mark, a small word.

    Beside something only struck or only inserted, it must be slight against both; between two such, it stays.
    """
    least = min(len(left[0]), len(left[1]), len(right[0]), len(right[1]))
    if least:
        word = kept.strip(_MARKS).lower()
        return not word or word in _BINDING or word in _JOINING or len(word) * _SHARE_OF_EXCHANGE <= least
    if not (all(left) or all(right)):
        return False
    return len(kept.strip()) * _SHARE_OF_ADDITION <= min(max(map(len, left)), max(map(len, right)))


def _pieces(keeps: list[str], changes: list[Change]) -> list[Edit]:
    """Write it out, without empty pieces."""
    edits: list[Edit] = []
    for kept, (struck, inserted) in zip(keeps, changes, strict=False):
        edits += [(Op.KEEP, kept), (Op.STRIKE, struck), (Op.INSERT, inserted)]
    edits.append((Op.KEEP, keeps[-1]))
    return [edit for edit in edits if edit[1]]
