"""What holds two texts together, counted in characters."""

from __future__ import annotations

from itertools import accumulate

from stmtdiff.text import split_tokens
from stmtdiff.words.match import Block, match_words


def kept_stretches(old: str, new: str) -> list[Block]:
    """Kept stretches, counted in characters: first what stands between spaces, then tokens in what is left."""
    a, b = old.split(" "), new.split(" ")
    a_at, b_at = _offsets(a), _offsets(b)
    kept: list[Block] = []
    a_end = b_end = 0
    for i, j, count in match_words(a, b):
        a_start, b_start = a_at[i] + i, b_at[j] + j
        if a_start > a_end + 1 and b_start > b_end + 1:
            kept += _kept_tokens(old[a_end:a_start], new[b_end:b_start], a_end, b_end)
        length = a_at[i + count] - a_at[i] + count - 1
        a_end, b_end = a_start + length, b_start + length
        if length:
            kept.append((a_start, b_start, length))
    if a_end < len(old) and b_end < len(new):
        kept += _kept_tokens(old[a_end:], new[b_end:], a_end, b_end)
    return kept


def _offsets(parts: list[str]) -> list[int]:
    """How many characters stand before each part, the spaces between parts not counted, and in all."""
    return [0, *accumulate(map(len, parts))]


def _kept_tokens(a_text: str, b_text: str, a_start: int, b_start: int) -> list[Block]:
    """Kept tokens inside one changed stretch of each text."""
    a_word, b_word = a_text.strip(), b_text.strip()
    if a_word != b_word and is_whole(a_word) and is_whole(b_word):
        return []  # one word against one word, the commonest change of all
    a_words, b_words = a_text.split(), b_text.split()
    if set(a_words).isdisjoint(b_words) and all(map(is_whole, a_words)) and all(map(is_whole, b_words)):
        return []  # whole words, none of them on both sides
    a, a_at = _tokens_at(a_text, a_start)
    b, b_at = _tokens_at(b_text, b_start)
    return [(a_at[i + n], b_at[j + n], len(a[i + n])) for i, j, count in match_words(a, b) for n in range(count)]


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


def is_whole(word: str) -> bool:
    """Tell whether a word is one token, so that two different ones share nothing."""
    return word.isascii() and (word.isalpha() or (word.isalnum() and (word[0].isalpha() or word.isdigit())))
