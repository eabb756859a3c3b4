"""``stmtdiff report``: a comparison, or a whole series, as a document to hand on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import click

from stmtdiff.cli import operands, output
from stmtdiff.cli.series import load_history
from stmtdiff.compare import compare
from stmtdiff.corpus import open_collection
from stmtdiff.errors import StmtdiffError
from stmtdiff.render import VIEWS, view_for
from stmtdiff.render.history import HISTORY_VIEWS, HistoryView, history_view_for

Content = str | bytes


@click.command()
@click.argument("names", metavar="SERIES | [OLD] [NEW]", nargs=-1, required=True)
@click.option(
    *("-o", "--output", "files"),
    multiple=True,
    metavar="FILE",
    help="Write to FILE; its ending picks the format. May be given several times.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(VIEWS)),
    default="markdown",
    show_default=True,
    help="Format to print where no FILE is given.",
)
def command(names: tuple[str, ...], files: tuple[str, ...], form: str) -> None:
    """Write a change report: headline changes first, each with its wording and the reason.

    One series gives a report on all its statements, with a timeline and a matrix of commitments; anything else is
    read as by `compare`. Formats: .html .md .critic.md .docx (tracked changes) .pdf .csv .json .xml (Akoma Ntoso) .txt
    """
    if not 1 <= len(names) <= 2:  # noqa: PLR2004 - OLD and NEW
        raise click.UsageError("report takes a series, or OLD and NEW")
    collection = open_collection()
    series = operands.series_of(names[0], collection) if len(names) == 1 else None
    if series:
        # An ending that no view has is said before the long work.
        of_series, view = {file: history_view_for(file) for file in files}, _known(form)
        history = load_history(series, collection)
        _deliver({file: partial(each, history) for file, each in of_series.items()}, partial(view, history), form)
        return
    of_pair = {file: view_for(file) for file in files}
    comparison = compare(*operands.load_pair(names))
    _deliver(
        {file: partial(each, comparison) for file, each in of_pair.items()}, partial(VIEWS[form], comparison), form
    )


def _known(form: str) -> HistoryView:
    if form not in HISTORY_VIEWS:
        hint = f"use one of {', '.join(HISTORY_VIEWS)}, or name OLD and NEW"
        raise StmtdiffError(f"{form} shows one comparison, not a series", hint=hint)
    return HISTORY_VIEWS[form]


def _deliver(writes: dict[str, Callable[[], Content]], printed: Callable[[], Content], form: str) -> None:
    """Write every file, each whole; print where there is none."""
    for file, content in writes.items():
        output.write_file(file, content())
    if not writes:
        text = printed()
        if isinstance(text, bytes):
            raise StmtdiffError(f"{form} is not for a terminal", hint=f"write it to a file: -o report.{form}")
        output.emit(text)
