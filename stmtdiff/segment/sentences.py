"""Sentence ends that keep "para. 3", "U.S.", "S/2018/341" and quotations whole, in any script."""

from __future__ import annotations

import re
from bisect import bisect_left

_ABBREVIATIONS = frozenset(
    "no nos para paras art arts sec secs fig figs vol vols ch pp p cf ed eds rev add corr doc docs res resp approx ca "
    "mr mrs ms dr prof gen lt col sgt hon amb st mt vs e.g i.e viz etc al inc ltd co jr sr "
    "u.s u.k u.n e.u d.c g7 jan feb mar apr jun jul aug sept sep oct nov dec "
    "gov sen rep dept corp fed univ ст п пп г гг им т.е т.д стр абз рез nº núm cap".split()
)
# Abbreviations that may also end a sentence: the splitter's own opinion stands when a capital follows.
_MAY_END = frozenset(
    "etc u.s u.k u.n e.u d.c al inc ltd co jr sr corp no art add cap sec fig st fed may mar г п".split()
)
_OPENING = {"(": ")", "[": "]", "“": "”", "«": "»", "「": "」", "『": "』", "（": "）", "《": "》"}
_CLOSING = {closing: opening for opening, closing in _OPENING.items()}
_LAST_WORD = re.compile(r"(?:^|[\s(\[“\"'’/])([^\s(\[“\"]+?)\.[)\]”\"’']*\d{0,2}\s*$")
# An end mark, closing quotes, brackets, the mark of a note, then white space (or, after ideographic marks, nothing).
_END = re.compile(r"(?:[.!?؟۔।॥]+[)\]”’\"'»]*(?:(?<=[a-z]{3}\.)\d{1,2})?(?=\s)|[。！？]+[」』”’）》]*)\s*")
_NUMBER_FOLLOWS = re.compile(r"\s*\d")
_PLAIN_LENGTH = 3
_TOO_LONG = 100_000


def split_sentences(text: str) -> list[str]:
    """Split a paragraph into sentences, white space at their ends removed; no word is lost or cut."""
    bounds = _bounds(text)
    pieces = [text[start:end] for start, end in zip([0, *bounds], [*bounds, len(text)], strict=True)]
    return [piece.strip() for piece in _join_fragments(pieces) if piece.strip()]


def _bounds(text: str) -> list[int]:
    """Offsets where a new sentence may begin."""
    found = {match.end() for match in _END.finditer(text)}
    if found and len(text) < _TOO_LONG and (text.isascii() or _mostly_latin(text)):
        starts = _punkt(text)
        found = {at for at in found if at in starts or _after_plain_word(text, at)}
    spans = _enclosed(text)
    return [at for at in sorted(found) if _is_free(at, spans) and _is_boundary(text, at)]


def _punkt(text: str) -> set[int]:
    """Sentence starts by the nupunkt model, moved over the white space before them."""
    from nupunkt import sent_spans

    ends = (end for _, end in sent_spans(text))
    return {end + len(text[end:]) - len(text[end:].lstrip()) if end < len(text) else end for end in ends}


def _mostly_latin(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return 2 * sum(c < "\u0250" for c in letters) > len(letters)


def _after_plain_word(text: str, at: int) -> bool:
    """Say whether the word before the mark is too plain for an abbreviation, whatever the model has learned."""
    match = _LAST_WORD.search(text[max(0, at - 40) : at])
    if not match or not match[1].isalpha() or match[1].casefold() in _ABBREVIATIONS:
        return not match
    return len(match[1]) >= (_PLAIN_LENGTH if match[1].islower() else _PLAIN_LENGTH + 1)


def _is_boundary(text: str, at: int) -> bool:
    if at >= len(text):
        return False
    following = text[at : at + 8].lstrip("([“\"'’‘«{")
    if following[:1].islower():
        return False
    match = _LAST_WORD.search(text[max(0, at - 40) : at])
    if not match:
        return True
    word = match[1].casefold()
    if word in _ABBREVIATIONS:
        return word in _MAY_END and not _NUMBER_FOLLOWS.match(text, at)
    return not (len(word) == 1 and word.isalpha() and match[1].isupper())


def _enclosed(text: str) -> list[tuple[int, int]]:
    """Spans of quotations and brackets that close, outermost only."""
    waiting: list[int] = []
    spans: list[tuple[int, int]] = []
    for at, character in enumerate(text):
        if character in _OPENING:
            waiting.append(at)
        elif character in _CLOSING:
            _close(text, at, waiting, spans)
    return spans


def _is_free(at: int, spans: list[tuple[int, int]]) -> bool:
    """Say whether an offset lies in no span; the spans stand in order."""
    nearest = bisect_left(spans, (at, -1)) - 1
    return nearest < 0 or spans[nearest][1] < at


def _close(text: str, at: int, waiting: list[int], spans: list[tuple[int, int]]) -> None:
    """Close the nearest fitting opening; openings inside it that never closed are forgotten."""
    opening = _CLOSING[text[at]]
    depth = next((n for n in range(len(waiting) - 1, -1, -1) if text[waiting[n]] == opening), None)
    if depth is None:
        return
    start = waiting[depth]
    del waiting[depth:]
    while spans and spans[-1][0] > start:
        spans.pop()
    spans.append((start, at))


def _join_fragments(pieces: list[str]) -> list[str]:
    """Join a piece that holds no letter ("3.") to the next, or at the end to the one before."""
    joined: list[str] = []
    pending = ""
    for piece in pieces:
        pending += piece
        if any(c.isalpha() for c in piece):
            joined.append(pending)
            pending = ""
    if pending and joined:
        joined[-1] += pending
        return joined
    return [*joined, pending] if pending else joined
