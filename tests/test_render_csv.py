"""The table of effects: one row an effect, nothing lost, no cell that a spreadsheet would compute."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from specimen import identical, pair, specimen

from stmtdiff.model import Comparison, Relation
from stmtdiff.render.csv import COLUMNS, render, write_table


def rows(comparison: Comparison) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render(comparison))))


def test_the_table_is_as_reviewed(golden: Callable[[str, str], None]) -> None:
    golden("report/specimen.csv", render(specimen()).replace("\r\n", "\n"))


def test_every_effect_is_a_row_and_every_change_without_one_too() -> None:
    changed = [link for link in specimen().links if link.relation is not Relation.SAME or link.moved]
    assert len(rows(specimen())) == sum(max(1, len(link.effects)) for link in changed)


def test_a_row_holds_verdict_cues_and_both_texts() -> None:
    row = next(row for row in rows(specimen()) if row["verdict"] == "weaker")
    assert (row["aspect"], row["old_cue"], row["new_cue"], row["disputed"]) == ("force", "urge", "call on", "yes")
    assert row["old_text"].startswith("The ministers urge")
    assert row["new_text"].startswith("The ministers call on")


def test_nothing_changed_is_a_table_with_a_head_alone() -> None:
    assert render(identical()) == ",".join(COLUMNS) + "\r\n"


@pytest.mark.parametrize("text", ["=1+1", "+SUM(A1)", "-2", "@cmd", "\t=1", "\r=1"])
def test_a_cell_that_looks_like_a_formula_is_made_text(text: str) -> None:
    cell = next(csv.reader(io.StringIO(write_table(["x"], [[text]]).split("\r\n", 1)[1], newline="")))[0]
    assert cell == f"'{text}"


def test_line_feeds_and_quotes_survive() -> None:
    comparison = pair('They "urge"\nall.', "They urge; all.", "en")
    assert rows(comparison)[0]["old_text"] == 'They "urge"\nall.'
