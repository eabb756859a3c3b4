"""From similarities to links of one clause with one: sure ones first, the rest in their light."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from stmtdiff.align.assign import assign
from stmtdiff.align.candidates import DEEP, QUICK, Similarities, search
from stmtdiff.align.evidence import THRESHOLD, Evidence
from stmtdiff.align.exact import Exact
from stmtdiff.align.pairs import Budget, Pair, Sides
from stmtdiff.align.place import Places
from stmtdiff.model import MatchedBy

# A pair is sure when it is the best of both its clauses, this similar, and ahead of the second best by the margin.
_SURE_QUICKLY, _MARGIN_QUICKLY = 0.6, 0.15
_SURE, _MARGIN = 0.5, 0.1
# A pair chosen with this score helps to place its neighbours in the second round.
_SUPPORT = 0.4
_UNIT = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Links of one with one and what made them, and what was weighed on the way."""

    links: dict[Pair, MatchedBy]
    similarities: Similarities
    evidence: Evidence


def decide(sides: Sides, exact: Exact, budget: Budget) -> Decision:
    """Link what is alike: quickly what is plain, then thoroughly what is left, each clause once at most."""
    sure = _plain(sides, exact, budget)
    known = exact.pairs | sure
    open_ = _open(sides, known)
    evidence = Evidence(sides, known.items())
    found = search(sides, open_, evidence.places, DEEP, budget) | _proposed(sides, evidence, open_)
    links = dict.fromkeys(exact.pairs.items(), MatchedBy.EXACT) | dict.fromkeys(sure.items(), MatchedBy.SIMILARITY)
    settled = list(links)
    support: Collection[Pair] = _ahead(found, _SURE, _MARGIN)
    chosen: dict[Pair, float] = {}
    for _ in range(2):
        evidence = Evidence(sides, [*settled, *support])
        chosen = _choose(sides, found, evidence)
        support = [pair for pair, score in chosen.items() if score >= _SUPPORT]
    links |= {pair: _reason(pair, found[pair], evidence) for pair in chosen}
    similarities = found | {pair: sides.similarity(*pair) for pair in sure.items()}
    return Decision(links=links, similarities=similarities, evidence=evidence)


def _plain(sides: Sides, exact: Exact, budget: Budget) -> dict[int, int]:
    """Find edited clauses that a handful of rare words give away; then repeats, next to what is linked by now."""
    sizes = len(sides.old), len(sides.new)
    repeats = exact.repeats()
    open_old, open_new = _open(sides, exact.pairs)
    places = Places(exact.pairs.items(), sizes)
    found = search(sides, (open_old - repeats[0], open_new - repeats[1]), places, QUICK, budget)
    sure = dict(_ahead(found, _SURE_QUICKLY, _MARGIN_QUICKLY))
    if repeats[0]:
        exact.follow(sure)
        exact.settle(Places((exact.pairs | sure).items(), sizes).distance)
    return sure


def _open(sides: Sides, links: dict[int, int]) -> tuple[set[int], set[int]]:
    return set(range(len(sides.old))) - links.keys(), set(range(len(sides.new))) - set(links.values())


def _proposed(sides: Sides, evidence: Evidence, open_: tuple[set[int], set[int]]) -> Similarities:
    """Pairs that the neighbours or a name propose, whatever their words."""
    places = evidence.places
    pairs = {(i, j) for i in open_[0] for j in places.expected(i)}
    pairs |= {(i, j) for j in open_[1] for i in places.expected_back(j)}
    pairs.update(evidence.named())
    return {(i, j): sides.similarity(i, j) for i, j in pairs if i in open_[0] and j in open_[1]}


def _ahead(found: Similarities, least: float, margin: float) -> list[Pair]:
    """Pairs that are the best of both their clauses, by a margin."""
    best: dict[int, list[float]] = {}
    for (i, j), similarity in found.items():
        for clause in (i, -1 - j):
            top = best.setdefault(clause, [0.0, 0.0])
            if similarity > top[1]:
                top[1] = similarity
                top.sort(reverse=True)
    return [
        (i, j)
        for (i, j), similarity in found.items()
        if similarity >= least
        and similarity == best[i][0] == best[-1 - j][0]
        and similarity - max(best[i][1], best[-1 - j][1]) >= margin
    ]


def _choose(sides: Sides, found: Similarities, evidence: Evidence) -> dict[Pair, float]:
    scores = {pair: evidence.score(*pair, similarity) for pair, similarity in found.items()}
    scores = {pair: score for pair, score in scores.items() if score >= THRESHOLD}
    gains = {pair: (round((score - THRESHOLD) * _UNIT) << 32) + sides.tie(*pair) for pair, score in scores.items()}
    return {pair: scores[pair] for pair in sorted(assign(gains))}


def _reason(pair: Pair, similarity: float, evidence: Evidence) -> MatchedBy:
    """Name the evidence without which there would be no link."""
    named = evidence.by_name(*pair)
    if named > 0 and evidence.score(*pair, similarity) - named < THRESHOLD:
        return MatchedBy.NUMBER
    return MatchedBy.CONTEXT if evidence.needs_place(similarity) else MatchedBy.SIMILARITY
