"""From similarities to links of one clause with one: plain ones first, the rest in their light."""

from __future__ import annotations

from collections.abc import Collection

from stmtdiff.align.assign import assign
from stmtdiff.align.candidates import DEEP, Similarities, compare, search
from stmtdiff.align.evidence import THRESHOLD, Evidence, Names
from stmtdiff.align.exact import Exact
from stmtdiff.align.pairs import Budget, Open, Pair, Sides
from stmtdiff.align.plain import ahead, find_plain
from stmtdiff.model import MatchedBy
from stmtdiff.records import dataclass

# The first round takes its bearings from pairs this similar and this far ahead of the second best ...
_SURE, _MARGIN = 0.5, 0.1
# ... the second from those chosen in the first with this score.
_SUPPORT = 0.5
# Scores are compared in steps of a millionth; below that the place decides, then the wording.
_STEPS = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Links of one with one and what made them; what was weighed on the way, ``None`` where nothing was open."""

    links: dict[Pair, MatchedBy]
    similarities: Similarities
    evidence: Evidence | None = None


def decide(sides: Sides, exact: Exact, budget: Budget) -> Decision:
    """Link what is alike: quickly what is plain, then thoroughly what is left, each clause once at most."""
    plain = find_plain(sides, exact, budget)
    settled = [*exact.pairs.items(), *plain]
    links = dict.fromkeys(exact.pairs.items(), MatchedBy.EXACT) | dict.fromkeys(plain, MatchedBy.SIMILARITY)
    open_ = Open(
        old=set(range(len(sides.old))) - {i for i, _ in settled},
        new=set(range(len(sides.new))) - {j for _, j in settled},
    )
    if not open_.both():
        return Decision(links=links, similarities=plain)
    names = Names(sides.old), Names(sides.new)
    evidence = Evidence(sides, settled, names)
    found = search(sides, open_, evidence.places, DEEP, budget) | compare(sides, _proposed(evidence, open_), budget)
    chosen: dict[Pair, float] = {}
    support: Collection[Pair] = ahead(found, _SURE, _MARGIN)
    for _ in range(2):
        evidence = Evidence(sides, [*settled, *support], names)
        chosen = _choose(sides, found, evidence)
        support = [pair for pair, score in chosen.items() if score >= _SUPPORT]
    links |= {pair: _reason(pair, found[pair], evidence) for pair in chosen}
    return Decision(links=links, similarities=plain | found, evidence=evidence)


def _proposed(evidence: Evidence, open_: Open) -> set[Pair]:
    """Pairs that the neighbours or a name propose, whatever their words."""
    places = evidence.places
    pairs = {(i, j) for i in open_.old for j in places.expected(i)}
    pairs |= {(i, j) for j in open_.new for i in places.expected_back(j)}
    pairs.update(evidence.named())
    return {(i, j) for i, j in pairs if i in open_.old and j in open_.new}


def _choose(sides: Sides, found: Similarities, evidence: Evidence) -> dict[Pair, float]:
    scores = {pair: evidence.score(*pair, similarity) for pair, similarity in found.items()}
    scores = {pair: score for pair, score in scores.items() if score >= THRESHOLD}
    gains = {pair: _gain(sides, pair, score) for pair, score in scores.items()}
    return {pair: scores[pair] for pair in sorted(assign(gains))}


def _gain(sides: Sides, pair: Pair, score: float) -> int:
    """Return the score as a whole number that differs from pair to pair and is the same from either side."""
    i, j = pair
    by_place = (1 << 63) - (i - j) ** 2
    by_wording = (sides.tie(i, j) << 32) - i - j
    return (round((score - THRESHOLD) * _STEPS) << 144) + (by_place << 80) + by_wording


def _reason(pair: Pair, similarity: float, evidence: Evidence) -> MatchedBy:
    """Name the evidence without which there would be no link."""
    named = evidence.by_name(*pair)
    if named > 0 and evidence.score(*pair, similarity) - named < THRESHOLD:
        return MatchedBy.NUMBER
    return MatchedBy.CONTEXT if evidence.needs_place(similarity) else MatchedBy.SIMILARITY
