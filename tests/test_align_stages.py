"""Each stage of the alignment against a slow and simple one that is plainly right."""

from __future__ import annotations

from itertools import combinations, permutations

from aligning import align_texts, clauses
from hypothesis import given
from hypothesis import strategies as st

from stmtdiff.align.assign import assign
from stmtdiff.align.exact import Exact
from stmtdiff.align.moved import find_moved
from stmtdiff.align.place import Places
from stmtdiff.align.weigh import weigh

PAIR = st.tuples(st.integers(0, 4), st.integers(0, 4))
GAINS = st.dictionaries(PAIR, st.integers(1, 30), max_size=12)


@given(GAINS)
def test_assignment_is_the_best_of_all(gains: dict[tuple[int, int], int]) -> None:
    chosen = assign(gains)
    assert len({i for i, _ in chosen}) == len({j for _, j in chosen}) == len(chosen)
    assert sum(gains[pair] for pair in chosen) == _best(gains)


def _best(gains: dict[tuple[int, int], int]) -> int:
    return max(
        sum(gains.get((i, j), 0) for i, j in enumerate(order) if j < 5)
        for order in permutations(range(10), 5)
        if all(j < 5 or j == i + 5 for i, j in enumerate(order))
    )


@given(st.permutations(range(7)))
def test_no_fewer_links_could_have_moved(order: list[int]) -> None:
    pairs = list(enumerate(order))
    texts = clauses("x", *(f"word{k}" for k in range(7)))
    moved = find_moved(texts, texts, pairs)
    stayed = [j for i, j in pairs if (i, j) not in moved]
    assert stayed == sorted(stayed)
    assert not any(list(kept) == sorted(kept) for kept in combinations(order, len(stayed) + 1))


def test_of_equally_few_the_nearer_stays() -> None:
    texts = clauses("x", *(f"word{k}" for k in range(6)))
    # two blocks change places; the second was carried farther
    assert find_moved(texts, texts, [(0, 4), (1, 5), (2, 2), (3, 3)]) == {(0, 4), (1, 5)}


def test_exact_pairs_follow_their_neighbours() -> None:
    exact = Exact(clauses("o", "a", "x", "b", "x"), clauses("n", "b", "x", "a", "x"))
    assert exact.pairs == {0: 2, 1: 3, 2: 0, 3: 1}


def test_repeats_wait_until_their_context_is_known() -> None:
    exact = Exact(clauses("o", "x", "a b", "x"), clauses("n", "a c", "x"))
    assert exact.pairs == {}
    assert exact.repeats() == ({0, 2}, {1})
    exact.settle(Places([(1, 0)], (3, 2)).distance)
    assert exact.pairs == {2: 1}


def test_nearness_is_full_between_linked_neighbours_and_falls_off() -> None:
    places = Places([(0, 0), (2, 2), (9, 9)], (10, 10))
    assert places.nearness(1, 1) == 1.0
    assert places.nearness(1, 2) < places.nearness(1, 1)
    assert places.nearness(4, 4) > places.nearness(4, 6) > places.nearness(4, 8) >= 0


def test_trust_in_order_falls_when_links_cross() -> None:
    straight = [(k, k) for k in range(10)]
    crossed = [(k, 9 - k) for k in range(10)]
    assert Places(straight, (10, 10)).trust(straight) > 0.8
    assert Places(crossed, (10, 10)).trust(crossed) < 0.5


def test_rare_words_weigh_more_and_forms_of_a_word_are_one() -> None:
    sides = weigh(
        clauses("o", "The port of Lorne", "the quays"), clauses("n", "The ports, the establishments", "established")
    )
    assert sides.worth["lorne"] > sides.worth["the"]
    assert "establ" in sides.words[1][0] & sides.words[1][1]
    assert sides.similarity(0, 0) < 1


@given(st.lists(st.text(max_size=12), max_size=4), st.lists(st.text(max_size=12), max_size=4))
def test_any_text_at_all_can_be_aligned(old: list[str], new: list[str]) -> None:
    links = align_texts(old, new).links
    assert sum(len(link.old) for link in links) == len(old)
