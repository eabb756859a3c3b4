"""The best partner that an unlinked clause did not get, and why not."""

from __future__ import annotations

from collections.abc import Collection

from stmtdiff.align.decide import Decision
from stmtdiff.align.evidence import THRESHOLD, Evidence
from stmtdiff.align.pairs import Pair, Sides
from stmtdiff.model import Rejected


def refused(
    sides: Sides, decision: Decision, joined: Collection[Pair]
) -> tuple[dict[int, Rejected], dict[int, Rejected]]:
    """Best rejected candidate of every unlinked clause of either side, by position."""
    if decision.evidence is None:
        return {}, {}
    linked = {*decision.links, *joined}
    free = {i for i, _ in linked}, {j for _, j in linked}
    best: tuple[dict[int, tuple[float, int, Pair]], dict[int, tuple[float, int, Pair]]] = ({}, {})
    for pair, similarity in decision.similarities.items():
        for side in (0, 1):
            if pair[side] in free[side] or not similarity:
                continue
            offer = (similarity, -pair[1 - side], pair)
            best[side][pair[side]] = max(offer, best[side].get(pair[side], offer))
    return _told(sides, decision.evidence, best[0], 0, free[1]), _told(sides, decision.evidence, best[1], 1, free[0])


def _told(
    sides: Sides, evidence: Evidence, best: dict[int, tuple[float, int, Pair]], side: int, linked: set[int]
) -> dict[int, Rejected]:
    other = sides.old if side else sides.new
    told: dict[int, Rejected] = {}
    for place, (similarity, _, pair) in best.items():
        partner = pair[1 - side]
        score = evidence.score(*pair, similarity)
        if partner in linked and score >= THRESHOLD:
            why = "linked better elsewhere"
        elif evidence.needs_place(similarity) and similarity >= THRESHOLD:
            why = "too little in common for a clause so far from its place"
        else:
            why = "too little in common"
        told[place] = Rejected(clause=other[partner].id, similarity=round(similarity, 3), why=why)
    return told
