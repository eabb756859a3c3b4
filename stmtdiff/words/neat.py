"""Edits for the reader: they begin and end where a person would put the pencil.

A text is kept pieces with changes between them: one more kept piece, empty at an end, than changes.
"""

from __future__ import annotations

Change = tuple[str, str]  # what is struck, what is inserted

_JOINING = frozenset({"and", "or", "nor", "but", "et", "ou", "y", "o", "und", "oder"})
_ARTICLES = {"a", "an", "the", "its", "their", "our", "this", "these", "le", "la", "les", "el", "los", "las", "der"}
_PREPOSITIONS = {"of", "to", "in", "on", "at", "for", "by", "with", "from", "de", "du", "des", "del"}
_BINDING = frozenset(_ARTICLES | _PREPOSITIONS)
_MARKS = " \n\t.,;:-–—()[]'\"’“”،、，；"
# A kept piece folds into the changes around it when they are so many times as long: every side of two exchanges, or the
# longer sides where one of them only adds or strikes.
_SHARE_OF_EXCHANGE = 2
_SHARE_OF_ADDITION = 6
_FARTHEST = 80  # characters that a change may slide


def set_spaces_apart(struck: str, inserted: str) -> tuple[str, str, str, str]:
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


def slide_back(keeps: list[str], changes: list[Change]) -> None:
    """Move the last change, on one side only, back over words it shares with what stands before it.

    ``the {+States and the+} parties`` becomes ``{+the States and+} the parties``.
    """
    struck, inserted = changes[-1]
    text, before = struck or inserted, keeps[-2]
    shared = _shared_tail(text, before)
    turns = [n for n in range(2, shared + 1) if _starts_word(text, n) and _starts_word(before, n)]
    if not turns:
        return
    best = max([0, *turns], key=lambda n: (_neatness(_turned(text, n)), -n))
    if best and (best < len(before) or len(keeps) == 2):  # noqa: PLR2004 - two changes never touch
        keeps[-2], keeps[-1] = before[:-best], before[-best:] + keeps[-1]
        moved = _turned(text, best)
        changes[-1] = (moved, "") if struck else ("", moved)


def _shared_tail(text: str, before: str) -> int:
    """How many characters both end with, as far as a change may slide."""
    most = min(len(text), len(before), _FARTHEST)
    count = 0
    while count < most and text[-1 - count] == before[-1 - count]:
        count += 1
    return count


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


def fold_islands(keeps: list[str], changes: list[Change]) -> tuple[list[str], list[Change]]:
    """Fold short kept pieces into the changes around them where two edits would read as confetti."""
    kept, joined = keeps[:1], changes[:1]
    for island, change in zip(keeps[1:-1], changes[1:], strict=True):
        kept.append(island)
        joined.append(change)
        while len(joined) > 1 and _is_island(kept[-1], joined[-2], joined[-1]):
            between, right, left = kept.pop(), joined.pop(), joined.pop()
            joined.append((left[0] + between + right[0], left[1] + between + right[1]))
    kept.append(keeps[-1])
    for n, (struck, inserted) in enumerate(joined):
        after = kept[n + 1]
        if after[:1] == ")" and after != ")" and _opens(struck) and _opens(inserted):
            joined[n], kept[n + 1] = (struck + ")", inserted + ")"), after[1:]
    return kept, joined


def _opens(text: str) -> bool:
    """Tell whether a bracket stays open."""
    return text.count("(") > text.count(")")


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
