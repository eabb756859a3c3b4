"""A report on 2,000 clauses is ready for work in twice the time of a plain page of the same size."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BENCHMARK = Path(__file__).resolve().parents[2] / "benchmarks" / "report.py"


@pytest.mark.slow
def test_two_thousand_clauses_are_interactive_in_twice_the_time_of_a_plain_page(browser: Browser) -> None:
    benchmark = runpy.run_path(str(BENCHMARK))
    report, plain, size = benchmark["browse"](benchmark["long_comparison"](2_000), browser, runs=3)
    assert size > 1_000_000
    assert report <= 2 * plain
