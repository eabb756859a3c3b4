"""Labelled pairs of texts, read into clause lists and the links that careful readers gave them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stmtdiff.model import Clause, ClauseKind, Link
from stmtdiff.text import same_wording

Pairs = set[tuple[str, str]]
Aligner = Callable[[Sequence[Clause], Sequence[Clause]], Sequence[Link] | Pairs]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """Two texts and the links between them; ``links`` also holds relation and move where they were labelled."""

    old: list[Clause]
    new: list[Clause]
    wanted: Pairs
    ignored: Pairs
    links: list[dict[str, Any]]

    def changed(self, pairs: Iterable[tuple[str, str]]) -> Pairs:
        """Those of the pairs whose wording differs: the others are found by any method."""
        wording = {each.id: same_wording(each.text) for each in [*self.old, *self.new]}
        return {(old, new) for old, new in pairs if wording[old] != wording[new] and (old, new) not in self.ignored}


def drafts(path: Path) -> Iterator[Labelled]:
    """Sentence links between successive drafts, one JSON object a line."""
    for line in path.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        yield Labelled(
            old=[_sentence("o", k, text) for k, text in enumerate(gold["old"])],
            new=[_sentence("n", k, text) for k, text in enumerate(gold["new"])],
            wanted={(f"o{i}", f"n{j}") for i, j in gold["pairs"]},
            ignored={(f"o{i}", f"n{j}") for i, j in gold.get("ignore", ())},
            links=[],
        )


def statements(folder: Path) -> Iterator[Labelled]:
    """Clause links between successive statements, one JSON file a pair."""
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        yield Labelled(
            old=[_clause(each) for each in gold["old"]["clauses"]],
            new=[_clause(each) for each in gold["new"]["clauses"]],
            wanted={(old, new) for link in gold["links"] for old in link["old"] for new in link["new"]},
            ignored=set(),
            links=gold["links"],
        )


def _sentence(side: str, place: int, text: str) -> Clause:
    return Clause(id=f"{side}{place}", kind=ClauseKind.OPERATIVE, text=text)


def _clause(each: dict[str, Any]) -> Clause:
    return Clause(
        id=each["id"],
        kind=ClauseKind(each["kind"]),
        text=each["text"],
        number=each.get("number"),
        parent=each.get("parent"),
    )


def pairs_of(links: Sequence[Link] | Pairs) -> Pairs:
    """Every old clause with every new one it is linked to."""
    if isinstance(links, set):
        return links
    return {(old, new) for link in links for old in link.old for new in link.new}


def score(documents: Iterable[Labelled], aligner: Aligner) -> tuple[float, float, float]:
    """Precision, recall and F1 of the links between clauses whose wording changed, over all documents."""
    right = found = wanted = 0
    for document in documents:
        mine = document.changed(pairs_of(aligner(document.old, document.new)))
        gold = document.changed(document.wanted)
        right, found, wanted = right + len(mine & gold), found + len(mine), wanted + len(gold)
    return right / max(found, 1), right / max(wanted, 1), 2 * right / max(found + wanted, 1)


def labels(documents: Iterable[Labelled], aligner: Callable[..., Sequence[Link]]) -> dict[str, float]:
    """Share of links found whole, of right relations among them, and F1 of ``moved`` among them."""
    count: Counter[str] = Counter()
    for document in documents:
        mine = {(frozenset(link.old), frozenset(link.new)): link for link in aligner(document.old, document.new)}
        for link in document.links:
            count["links"] += 1
            other = mine.get((frozenset(link["old"]), frozenset(link["new"])))
            if other is not None:
                count["whole"] += 1
                count["relation"] += other.relation == link["relation"]
                count["moved right"] += other.moved and link["moved"]
                count["moved either"] += other.moved + link["moved"]
    return {
        "links found whole": count["whole"] / count["links"],
        "relation right, of those": count["relation"] / count["whole"],
        "`moved` F1, of those": 2 * count["moved right"] / max(count["moved either"], 1),
    }
