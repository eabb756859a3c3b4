"""``stmtdiff track``: commitments down, statements across."""

from __future__ import annotations

import click

from stmtdiff.cli import operands, output
from stmtdiff.cli.series import load_history, no_series
from stmtdiff.corpus import open_collection
from stmtdiff.render.history import HISTORY_VIEWS, history_view_for, tables, text


@click.command()
@click.argument("series")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "csv", "markdown"]), default="text", help="Format."
)
@click.option(
    "-o", "--output", "files", multiple=True, metavar="FILE", help="Write to FILE; its ending picks the format."
)
@click.option("--no-pager", is_flag=True, help="Never start a pager.")
def command(series: str, form: str, files: tuple[str, ...], no_pager: bool) -> None:
    """Show what became of every commitment of SERIES: since when, how the wording moved, what lapsed."""
    collection = open_collection()
    found = operands.series_of(series, collection)
    if found is None:
        raise no_series(series, collection)
    views = [(file, history_view_for(file)) for file in files]
    history = load_history(found, collection)
    for file, view in views:
        output.write_file(file, view(history))
    if files:
        return
    if form == "text":
        output.emit(text.render(history, width=output.terminal_width()), pager=not no_pager)
    elif form == "json":
        output.emit(tables.render_json(history, steps=False))
    else:
        content = HISTORY_VIEWS[form](history)
        output.emit(content if isinstance(content, str) else "")
