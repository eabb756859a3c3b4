"""Laws of links: they hold for any two lists of clauses."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from aligning import align_texts, clauses, edited, moved, pairs, seen, sentences, written
from hypothesis import given, settings
from hypothesis import strategies as st

from stmtdiff.align import align
from stmtdiff.model import Clause, ClauseKind, MatchedBy, Relation

# Few words, so that repeats, near repeats and ties are the rule.
WORDS = st.sampled_from("ports grain ferry tariff winter pilots school treaty border river".split())
TEXT = st.lists(WORDS, max_size=7).map(" ".join)
TEXTS = st.lists(TEXT, max_size=9)
NUMBER = st.sampled_from([None, None, "1", "2", "(a)"])
KIND = st.sampled_from([ClauseKind.OPERATIVE, ClauseKind.OPERATIVE, ClauseKind.HEADING])
BUDGET = st.sampled_from([0, 3, 20, 1_000_000])


@st.composite
def sides(draw: st.DrawFn) -> tuple[list[Clause], list[Clause]]:
    """Two lists that share some wordings, some ids, some numbers."""
    old, new = draw(TEXTS), draw(TEXTS)
    new = draw(st.permutations([*new, *draw(st.lists(st.sampled_from(old), max_size=5))])) if old else new
    return _dress(draw, clauses("o", *old)), _dress(draw, clauses("n", *new))


def _dress(draw: st.DrawFn, plain: list[Clause]) -> list[Clause]:
    return [
        replace(
            each, number=draw(NUMBER), kind=draw(KIND), id=draw(st.sampled_from([each.id, each.id, f"c{each.id[1:]}"]))
        )
        for each in plain
    ]


@given(sides(), BUDGET)
def test_every_clause_is_in_exactly_one_link(two: tuple[list[Clause], list[Clause]], budget: int) -> None:
    links = align(*two, budget=budget).links
    for side, clauses_ in (("old", two[0]), ("new", two[1])):
        assert sorted(id_ for link in links for id_ in getattr(link, side)) == sorted(each.id for each in clauses_)


@given(sides(), BUDGET)
def test_swapping_the_sides_mirrors_the_links(two: tuple[list[Clause], list[Clause]], budget: int) -> None:
    there, back = align(*two, budget=budget), align(*reversed(two), budget=budget)
    assert seen(there.links) == seen(back.links, mirrored=True)
    swap = {"old": "new", "new": "old"}
    turned = sorted(f"{swap[name[:3]]}{name[3:]}" for name in back.not_searched)
    assert sorted(there.not_searched) == turned


@given(sides())
def test_links_come_in_the_order_of_the_new_statement(two: tuple[list[Clause], list[Clause]]) -> None:
    links = align(*two).links
    place = {each.id: k for k, each in enumerate(two[1])}
    firsts = [place[link.new[0]] for link in links if link.new]
    assert firsts == sorted(firsts)
    gone = {each.id: k for k, each in enumerate(two[0])}
    removed = [gone[link.old[0]] for link in links if not link.new]
    assert removed == sorted(removed)


@given(TEXTS)
def test_a_text_against_itself_is_all_the_same(texts: list[str]) -> None:
    links = align_texts(texts, texts).links
    assert [(link.old, link.new) for link in links] == [((f"o{k}",), (f"n{k}",)) for k in range(len(texts))]
    assert {link.relation for link in links} <= {Relation.SAME}
    assert not moved(links)


@given(sides())
def test_relation_similarity_and_evidence_agree(two: tuple[list[Clause], list[Clause]]) -> None:
    for link in align(*two).links:
        count = len(link.old), len(link.new)
        expected = {
            Relation.ADDED: count == (0, 1),
            Relation.REMOVED: count == (1, 0),
            Relation.SPLIT: count[0] == 1 and count[1] > 1,
            Relation.MERGED: count[1] == 1 and count[0] > 1,
        }
        assert expected.get(link.relation, count == (1, 1))
        assert (link.matched_by is MatchedBy.NONE) == (0 in count)
        assert (link.matched_by is MatchedBy.JOIN) == (sum(count) > 2)
        assert (link.similarity == 1) == (link.relation is Relation.SAME)
        assert link.rejected is None or 0 in count


@given(st.lists(TEXT, min_size=1, max_size=9, unique=True), st.randoms(use_true_random=False))
def test_shuffled_clauses_only_move(texts: list[str], chance: random.Random) -> None:
    texts = [f"{text} {'abcdefghi'[k]}" for k, text in enumerate(texts)]
    order = chance.sample(range(len(texts)), len(texts))
    links = align_texts(texts, [texts[k] for k in order]).links
    assert {link.relation for link in links} == {Relation.SAME}
    assert len(moved(links)) == len(order) - _longest_rise(order)


def _longest_rise(order: list[int]) -> int:
    best: list[int] = []
    for k, place in enumerate(order):
        best.append(1 + max((best[before] for before in range(k) if order[before] < place), default=0))
    return max(best)


@settings(max_examples=20)
@given(st.integers(0, 1000))
def test_edited_prose_in_any_order_finds_its_own(seed: int) -> None:
    old = written(30, words=25, seed=seed)
    new = edited(old, share=0.15, seed=seed + 1)
    order = random.Random(seed).sample(range(30), 30)  # noqa: S311 (test data)
    links = align_texts(sentences(old), sentences([new[k] for k in order])).links
    assert pairs(links) == {(f"o{k}", f"n{place}") for place, k in enumerate(order)}


@settings(max_examples=20)
@given(st.integers(0, 1000))
def test_a_clause_inserted_anywhere_leaves_the_other_links_alone(seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 (test data)
    old = written(20, words=20, seed=seed)
    new = edited(old, share=0.1, seed=seed + 1)
    place = draw.randrange(21)
    new.insert(place, written(1, words=20, seed=seed + 2000)[0])
    links = align_texts(sentences(old), sentences(new)).links
    assert pairs(links) == {(f"o{k}", f"n{k + (k >= place)}") for k in range(20)}
    assert not moved(links)


def test_links_do_not_depend_on_hash_seeds() -> None:
    here = Path(__file__).parent
    code = (
        "import random\n"
        "from aligning import *\n"
        "draw = random.Random(3)\n"
        "words = 'ports grain ferry tariff winter pilots school treaty border river'.split()\n"
        "texts = lambda: [' '.join(draw.choices(words, k=draw.randint(1, 8))) for _ in range(60)]\n"
        "old, new = texts(), texts()\n"
        "links = align_texts(old, new).links\n"
        "print([(link.old, link.new, link.moved, link.similarity, link.rejected) for link in links])\n"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{here}{os.pathsep}{here.parent}"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "42")
    }
    assert len(told) == 1
    assert "o59" in told.pop()
