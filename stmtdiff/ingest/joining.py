"""Lines to paragraphs: words that a line end broke in two are mended only where the document itself says how."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_HYPHENS = "-‐‑"
_LONGEST = 80  # characters of the longest compound that may be broken at a line end
_WORD = re.compile(rf"[^\W\d_]+(?:[{_HYPHENS}][^\W\d_]+)*")
_TAIL = re.compile(rf"([^\W\d_]+(?:[{_HYPHENS}][^\W\d_]+)*)([{_HYPHENS}])$")
_HEAD = re.compile(rf"\d+|[^\W\d_]+(?:[{_HYPHENS}][^\W\d_]+)*")
# "women ’s", "two -state": spaces that an extraction put where letters were set wide.
_APOSTROPHE_GAP = re.compile(r"(?<=\w) (?=['’]s\b|’[a-z]{2})")
_HYPHEN_GAP = re.compile(rf"\b([^\W\d_]+) ([{_HYPHENS}]) ?([^\W\d_]+)\b")
_SOFT = "\u00ad\x02\ufffe"
_SUSPENDED = frozenset({"and", "or", "to", "nor", "und", "et"})


def known_words(lines: Iterable[str]) -> frozenset[str]:
    """Return the words and hyphenated compounds of lines, each line's last word apart where a hyphen ends it."""
    return frozenset(match.group().casefold() for line in lines for match in _WORD.finditer(line))


def squeeze(text: str) -> str:
    """One space for every run of white space, none at the ends."""
    return " ".join(text.split())


def join_lines(lines: Sequence[str], known: frozenset[str]) -> str:
    """One paragraph. A hyphen at a line end goes where the joined word stands elsewhere in the document.

    Otherwise it stays and the two halves are joined ("information-sharing"); before "and" and "or" it is a suspended
    hyphen and the space stays ("troop- and police-contributing").
    """
    pieces: list[str] = []
    for line in filter(None, map(squeeze, lines)):
        if pieces:
            pieces[-1], between = _glue(pieces[-1], line, known)
            pieces.append(between)
        pieces.append(line)
    paragraph = "".join(pieces)
    paragraph = _APOSTROPHE_GAP.sub("", paragraph)
    return _HYPHEN_GAP.sub(lambda gap: _mend(gap, known), paragraph)


def _mend(gap: re.Match[str], known: frozenset[str]) -> str:
    """Close a gap at a hyphen where the compound stands elsewhere in the document."""
    compound = gap[1] + gap[2] + gap[3]
    return compound if compound.casefold() in known else gap.group()


def _glue(left: str, right: str, known: frozenset[str]) -> tuple[str, str]:
    """Return the left line, without a hyphen that is none of its own, and what goes between the two."""
    if left[-1] in _SOFT:
        return left.rstrip(_SOFT), ""
    head = _HEAD.match(right)
    tail = _TAIL.search(left[-_LONGEST:]) if left[-1] in _HYPHENS else None
    if tail and head and head.group() not in _SUSPENDED:
        return (left[:-1] if _is_broken(tail[1], head.group(), known) else left), ""
    if left[-1] in "–—/" and not left[-2:-1].isspace():
        return left, ""
    return left, "" if _is_cjk(left[-1]) and _is_cjk(right[0]) else " "


def _is_broken(tail: str, head: str, known: frozenset[str]) -> bool:
    """Whether the hyphen was put in by the typesetter: the whole word is known and the compound is not."""
    whole, compound = (tail + head).casefold(), f"{tail}-{head}".casefold()
    return head[0].islower() and whole in known and compound not in known


def _is_cjk(character: str) -> bool:
    return "\u2e80" <= character <= "\u9fff" or "\uf900" <= character <= "\uffef"
