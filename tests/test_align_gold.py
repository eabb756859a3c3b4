"""Links of real texts against what careful readers linked: floors below the figures in docs/links.md."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from aligning import align_texts, pairs

from stmtdiff.align import align
from stmtdiff.model import Clause, ClauseKind
from stmtdiff.text import same_wording

Linked = set[tuple[str, str]]


def _f1(found: int, predicted: int, wanted: int) -> float:
    return 2 * found / (predicted + wanted)


def _drafts(path: Path) -> float:
    """F1 of the links between sentences whose wording changed."""
    counts = [0, 0, 0]
    for line in path.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        wording = {f"{side[0]}{k}": same_wording(text) for side in ("old", "new") for k, text in enumerate(gold[side])}
        wanted = {(f"o{i}", f"n{j}") for i, j in gold["pairs"]}
        ignored = {(f"o{i}", f"n{j}") for i, j in gold.get("ignore", ())}
        found = pairs(align_texts(gold["old"], gold["new"]).links) - ignored
        _count(counts, *({pair for pair in some if wording[pair[0]] != wording[pair[1]]} for some in (wanted, found)))
    return _f1(*counts)


def _count(counts: list[int], wanted: Linked, found: Linked) -> None:
    for place, some in enumerate((wanted & found, found, wanted)):
        counts[place] += len(some)


@pytest.mark.parametrize(
    ("name", "floor"), [("argrewrite2", 0.91), ("argrewrite2_moved", 0.91), ("iterater_human", 0.955)]
)
def test_sentences_of_successive_drafts(shared: Path, name: str, floor: float) -> None:
    assert _drafts(shared / "gold" / "alignment" / f"{name}.jsonl") >= floor


def test_clauses_of_successive_statements(shared: Path) -> None:
    links, relations, moves = [0, 0, 0], [0, 0], [0, 0, 0]
    for path in sorted((shared / "gold" / "changes").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        old, new = ([_clause(each) for each in gold[side]["clauses"]] for side in ("old", "new"))
        wording = {each.id: same_wording(each.text) for each in [*old, *new]}
        mine = {(frozenset(link.old), frozenset(link.new)): link for link in align(old, new).links}
        for link in gold["links"]:
            other = mine.get((frozenset(link["old"]), frozenset(link["new"])))
            if other is not None:
                relations[0] += other.relation == link["relation"]
                relations[1] += 1
                _count(moves, {("m", "m")} if link["moved"] else set(), {("m", "m")} if other.moved else set())
        wanted = {(o, n) for link in gold["links"] for o in link["old"] for n in link["new"]}
        found = pairs(mine.values())
        _count(links, *({pair for pair in some if wording[pair[0]] != wording[pair[1]]} for some in (wanted, found)))
    assert _f1(*links) >= 0.82
    assert relations[0] >= 0.95 * relations[1]
    assert _f1(*moves) >= 0.75


def _clause(each: dict[str, Any]) -> Clause:
    return Clause(
        id=each["id"],
        kind=ClauseKind(each["kind"]),
        text=each["text"],
        number=each.get("number"),
        parent=each.get("parent"),
    )
