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
    paragraphs = [{"text": _text(each), "note": _note(each)} for each in track(report)]
    return fill("report.critic.j2", report=report, paragraphs=paragraphs)


def _text(paragraph: Paragraph) -> str:
    return as_markup(_number(paragraph) + critic_runs(paragraph.runs))


def _number(paragraph: Paragraph) -> str:
    """Return the clause's number as a tracked run of its own."""
    old = paragraph.old.number if paragraph.old and paragraph.end is not Op.INSERT else None
    new = paragraph.new.number if paragraph.new and paragraph.end is not Op.STRIKE else None
    if old == new:
        return critic_runs([Run(Op.KEEP, f"{new} ")]) if new else ""
    return critic_runs(_changed(old, new))


def _changed(old: str | None, new: str | None) -> Iterable[Run]:
    for op, number in ((Op.STRIKE, old), (Op.INSERT, new)):
        if number:
            yield Run(op, f"{number} ")


def _note(paragraph: Paragraph) -> str:
    return "; ".join(item_lines(paragraph.item)) if paragraph.opens else ""
