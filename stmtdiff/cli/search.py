"""``stmtdiff search``: agreed language, the nearest wordings in the whole collection."""

from __future__ import annotations

import click

from stmtdiff.cli import operands, output
from stmtdiff.corpus import open_collection
from stmtdiff.render import usage
from stmtdiff.series import find_usage


@click.command()
@click.argument("text", nargs=-1, required=True)
@click.option("--series", metavar="NAME", help="Look in one series only.")
@click.option("-n", "--limit", default=10, show_default=True, type=click.IntRange(min=1), help="Wordings to show.")
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", help="Format.")
def command(text: tuple[str, ...], series: str | None, limit: int, form: str) -> int:
    """Find where a wording stood before: the nearest clauses, each with its first and last use.

    Exits 1 where nothing is near, as grep does.
    """
    collection = open_collection()
    ids = collection.ids
    if series is not None:
        found = operands.series_of(series, collection)
        if found is None:
            from stmtdiff.cli.series import no_series

            raise no_series(series, collection)
        ids = collection.statements_of(found)
    sought = " ".join(text)
    passages = find_usage(sought, (operands.load_statement(each, collection) for each in ids), limit=limit + 1)
    output.emit(usage.SEARCH_VIEWS[form](sought, passages[:limit], len(ids), output.terminal_width()))
    if len(passages) > limit:
        click.echo(f"only the nearest {limit} are shown; -n {limit * 5} shows more", err=True)
    return 0 if passages else 1
