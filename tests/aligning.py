"""Clause lists for the tests of links, and links as a test wants to see them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

from stmtdiff.align import Alignment, align
from stmtdiff.model import Clause, ClauseKind, Link, Relation

MIRROR = {
    Relation.ADDED: Relation.REMOVED,
    Relation.REMOVED: Relation.ADDED,
    Relation.SPLIT: Relation.MERGED,
    Relation.MERGED: Relation.SPLIT,
}
Seen = tuple[tuple[str, ...], tuple[str, ...], str, bool, float, str]


def clauses(side: str, *texts: str) -> list[Clause]:
    """Operative clauses ``<side>0``, ``<side>1`` ... with these texts."""
    return [Clause(id=f"{side}{k}", kind=ClauseKind.OPERATIVE, text=text) for k, text in enumerate(texts)]


def align_texts(old: Sequence[str], new: Sequence[str]) -> Alignment:
    """Align texts as clauses ``o0``, ``o1`` ... and ``n0``, ``n1`` ..."""
    return align(clauses("o", *old), clauses("n", *new))


def pairs(links: Iterable[Link]) -> set[tuple[str, str]]:
    """Every old clause with every new clause it is linked to."""
    return {(old, new) for link in links for old in link.old for new in link.new}


def moved(links: Iterable[Link]) -> set[tuple[str, ...]]:
    """New clauses of the links that moved."""
    return {link.new for link in links if link.moved}


def seen(links: Iterable[Link], *, mirrored: bool = False) -> list[Seen]:
    """All that a link says, in an order of its own; ``mirrored`` reads it from the other side."""
    return sorted(
        (link.new, link.old, MIRROR.get(link.relation, link.relation).value, link.moved, link.similarity, by)
        if mirrored
        else (link.old, link.new, link.relation.value, link.moved, link.similarity, by)
        for link in links
        for by in [link.matched_by.value]
    )


def written(count: int, *, words: int = 60, vocabulary: int = 4000, seed: int = 7) -> list[list[str]]:
    """Clauses of made-up words, common and rare ones as in real prose."""
    draw = random.Random(seed)  # noqa: S311 (test data)
    known = ["".join(draw.choices("abcdefghijklmnopqrstuvwxyz", k=draw.randint(3, 9))) for _ in range(vocabulary)]
    weights = [1 / (rank + 3) for rank in range(vocabulary)]
    return [draw.choices(known, weights, k=words) for _ in range(count)]


def edited(texts: Sequence[Sequence[str]], *, share: float = 0.05, seed: int = 8) -> list[list[str]]:
    """The same clauses with this share of their words exchanged."""
    draw = random.Random(seed)  # noqa: S311 (test data)
    spare = [word for text in texts[:50] for word in text]
    return [[draw.choice(spare) if draw.random() < share else word for word in text] for text in texts]


def sentences(texts: Iterable[Sequence[str]]) -> list[str]:
    """Words to sentences."""
    return [f"{' '.join(text).capitalize()}." for text in texts]
