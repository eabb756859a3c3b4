"""``stmtdiff compare``: what became of every clause, and what that does to the commitments."""

from __future__ import annotations

import click

from stmtdiff.cli import operands, output
from stmtdiff.compare import compare
from stmtdiff.errors import StmtdiffError
from stmtdiff.model import Comparison, Relation
from stmtdiff.render import VIEWS, view_for


@click.command()
@click.argument("names", metavar="[OLD] [NEW]", nargs=-1)
@click.option(
    "--format", "form", type=click.Choice(list(VIEWS)), default="text", show_default=True, help="View to print."
)
@click.option(
    "-o", "--output", "files", multiple=True, metavar="FILE", help="Write to FILE; its ending picks the view."
)
@click.option("--context", default=1, show_default=True, metavar="N", help="Unchanged clauses shown around a change.")
@click.option("--side-by-side/--inline", default=None, help="Two columns or one (default: by width).")
@click.option("--explain-links", is_flag=True, help="Say what made each link, and the best partner not taken.")
@click.option("--exit-code", is_flag=True, help="Exit 1 when anything differs.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour on the terminal.")
@click.option("--no-pager", is_flag=True, help="Never start a pager.")
def command(
    names: tuple[str, ...],
    form: str,
    files: tuple[str, ...],
    context: int,
    side_by_side: bool | None,
    explain_links: bool,
    exit_code: bool,
    color: str,
    no_pager: bool,
) -> int:
    """Compare two statements clause by clause and show the changes in commitments.

    One statement is compared with its predecessor, one series by its last two; with nothing given, the
    working tree is compared with HEAD.
    """
    if len(names) > 2:  # noqa: PLR2004 - OLD and NEW
        raise click.UsageError("compare takes OLD and NEW, not more")
    comparison = compare(*operands.load_pair(names))
    for file in files:
        output.write_file(file, view_for(file)(comparison))
    if not files:
        _print(comparison, form, context, side_by_side, explain_links, color, pager=not no_pager)
    return 1 if exit_code and differs(comparison) else 0


def differs(comparison: Comparison) -> bool:
    """Tell whether any clause is not the same, or was not searched."""
    return bool(comparison.not_searched) or any(link.relation is not Relation.SAME for link in comparison.links)


def _print(
    comparison: Comparison,
    form: str,
    context: int,
    side_by_side: bool | None,
    explain_links: bool,
    color: str,
    *,
    pager: bool,
) -> None:
    if form != "text":
        view = VIEWS[form](comparison)
        if isinstance(view, bytes):
            raise StmtdiffError(f"{form} is not for a terminal", hint=f"write it to a file: -o report.{form}")
        output.emit(view)
        return
    from stmtdiff.render import terminal

    colour = output.use_colour(color)
    text = terminal.render(
        comparison,
        width=output.terminal_width(),
        colour=colour,
        context=context,
        side_by_side=side_by_side,
        explain_links=explain_links,
    )
    output.emit(text, colour=colour, pager=pager)
