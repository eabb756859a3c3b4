"""What every part of the terminal view needs: the comparison at hand and how it shall look."""

from __future__ import annotations

from typing import NamedTuple

from stmtdiff.model import Clause, Comparison
from stmtdiff.render.languages import direction_of
from stmtdiff.render.wording import clause_labels

TEXT_WIDTH = 96  # a longer line loses the eye on its way back
WIDE = 120  # columns from which two columns read better than one
INDENT = "    "


class Page(NamedTuple):
    """A comparison with its clauses and labels by id, and the options of the view.

    A tuple, for start-up: a frozen dataclass of so many fields costs a millisecond to define.
    """

    comparison: Comparison
    old: dict[str, Clause]
    new: dict[str, Clause]
    old_labels: dict[str, str]
    new_labels: dict[str, str]
    width: int
    colour: bool
    context: int
    two_columns: bool
    explain_links: bool


def make_page(
    comparison: Comparison, *, width: int, colour: bool, context: int, side_by_side: bool | None, explain_links: bool
) -> Page:
    """Collect what the parts look up; two columns where the terminal is wide and both texts run left to right."""
    wide = width >= WIDE and not _runs_left(comparison)
    return Page(
        comparison=comparison,
        old={clause.id: clause for clause in comparison.old.clauses},
        new={clause.id: clause for clause in comparison.new.clauses},
        old_labels=clause_labels(comparison.old),
        new_labels=clause_labels(comparison.new),
        width=width,
        colour=colour,
        context=max(0, context),
        two_columns=wide if side_by_side is None else side_by_side,
        explain_links=explain_links,
    )


def _runs_left(comparison: Comparison) -> bool:
    """Tell whether a side is written right to left: a terminal would reorder both columns of a line as one."""
    return any(direction_of(s.language) == "rtl" for s in (comparison.old, comparison.new))
