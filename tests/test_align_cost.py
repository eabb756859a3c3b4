"""What alignment costs: near-linear time, no matrix in memory, a budget that is kept."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable

import pytest
from aligning import clauses, edited, pairs, sentences, written

from stmtdiff.align import align
from stmtdiff.model import Clause


def _two(count: int, *, share: float = 0.05) -> tuple[list[Clause], list[Clause]]:
    old = written(count)
    return clauses("o", *sentences(old)), clauses("n", *sentences(edited(old, share=share)))


def _seconds(work: Callable[[], object]) -> float:
    """Processor time of the best of three runs."""
    times: list[float] = []
    for _ in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.slow
@pytest.mark.parametrize("share", [0.05, 0.5])
def test_five_times_the_clauses_cost_less_than_twelve_times_the_time(share: float) -> None:
    small, large = _two(1000, share=share), _two(5000, share=share)
    assert _seconds(lambda: align(*large)) < 12 * _seconds(lambda: align(*small))


def test_every_clause_of_a_long_text_finds_its_own() -> None:
    old, new = _two(1500)
    assert pairs(align(old, new).links) == {(f"o{k}", f"n{k}") for k in range(1500)}


def test_no_matrix_of_all_pairs_is_kept() -> None:
    old, new = _two(1200, share=0.4)
    tracemalloc.start()
    align(old, new)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1200 * 1200 * 28  # an object for every pair would need more


def test_identical_clauses_by_the_thousand() -> None:
    text = "The committee decides to remain seized of the matter."
    old, new = clauses("o", *[text] * 3000), clauses("n", *[text] * 2900)
    start = time.process_time()
    links = align(old, new).links
    assert time.process_time() - start < 2
    assert sum(1 for link in links if link.new) == 2900
    assert not any(link.moved for link in links)


def test_a_small_budget_ends_the_search_and_says_so() -> None:
    old, new = _two(300, share=0.5)
    cut, whole = align(old, new, budget=500), align(old, new)
    assert cut.not_searched
    assert whole.not_searched == ()
    unlinked = {f"old:{id_}" for link in cut.links if not link.new for id_ in link.old}
    unlinked |= {f"new:{id_}" for link in cut.links if not link.old for id_ in link.new}
    assert set(cut.not_searched) <= unlinked
