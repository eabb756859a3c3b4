"""The comparison as CriticMarkup: one text with struck and inserted words, the reasons as comments."""

from __future__ import annotations

from collections.abc import Iterable

from stmtdiff.model import Comparison, Op
from stmtdiff.render.items import item_lines
from stmtdiff.render.marks import critic_runs
from stmtdiff.render.presentation import present
from stmtdiff.render.runs import Run
from stmtdiff.render.template import as_markup, fill
from stmtdiff.render.tracked import Paragraph, track


def render(comparison: Comparison) -> str:
    """Return Markdown with CriticMarkup; accepting all gives the new text, rejecting all the old one.

    CriticMarkup cannot say that a paragraph's end goes: where clauses merge or split, each keeps its own line.
    """
    report = present(comparison)
    paragraphs = []
    before: Paragraph | None = None
    for each in track(report):
        paragraphs.append({"text": as_markup(_number(each, before) + critic_runs(each.runs)), "note": _note(each)})
        before = each
    return fill("report.critic.j2", report=report, paragraphs=paragraphs)


def _number(paragraph: Paragraph, before: Paragraph | None) -> str:
    """Return the numbers of the clauses that begin in a paragraph as a tracked run."""
    old, new = (
        clause.number if clause and not (before and clause is last) else None
        for clause, last in ((paragraph.old, before and before.old), (paragraph.new, before and before.new))
    )
    if old == new:
        return critic_runs([Run(Op.KEEP, f"{new} ")]) if new else ""
    return critic_runs(_changed(old, new))


def _changed(old: str | None, new: str | None) -> Iterable[Run]:
    for op, number in ((Op.STRIKE, old), (Op.INSERT, new)):
        if number:
            yield Run(op, f"{number} ")


def _note(paragraph: Paragraph) -> str:
    return "; ".join(item_lines(paragraph.item)) if paragraph.opens else ""
