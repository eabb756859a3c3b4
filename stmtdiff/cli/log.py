"""``stmtdiff log``: the revisions of a statement, with what each changed in commitments."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from stmtdiff.cli import output
from stmtdiff.cli.revisions import Subject, cut_short, nothing_found, subject_of
from stmtdiff.errors import StmtdiffError
from stmtdiff.store.history import Revision, follow
from stmtdiff.store.objects import Objects

if TYPE_CHECKING:
    from stmtdiff.versions.log import Entry


@click.command()
@click.argument("statement")
@click.option("--clause", metavar="ID", help="Only what touched this clause: its id, or its number of today.")
@click.option("-n", "--max-count", "limit", type=click.IntRange(min=1), metavar="N", help="At most N revisions.")
@click.option("-p", "--patch", is_flag=True, help="Show every change with its words (default with --clause).")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour on the terminal.")
@click.option("--no-pager", is_flag=True, help="Never start a pager.")
def command(
    statement: str, clause: str | None, limit: int | None, patch: bool, form: str, color: str, no_pager: bool
) -> None:
    """List the revisions of STATEMENT, newest first: date, author, and what each changed in commitments.

    STATEMENT is an id or its beginning, ID@REV, REV:path or a file. Renamed files are followed.
    """
    subject = subject_of(statement)
    reading = follow(subject.repository, subject.path, subject.revision, limit=None if clause else limit)
    from stmtdiff.render import log as view  # while git walks
    from stmtdiff.versions.log import entries
    from stmtdiff.versions.steps import read_steps

    revisions = list(reading)
    if not revisions:
        raise nothing_found(subject)
    note = cut_short(subject, revisions[-1].commit)
    with Objects(subject.repository.folder) as objects:
        asked = _clause_id(clause, subject, revisions, objects) if clause else None
        found = _first(entries(read_steps(revisions, objects), asked), limit)
        if form == "json":
            output.emit(view.as_json(subject.statement, found, [note] if note else []))
            return
        colour = output.use_colour(color)
        pieces = view.render(found, width=output.terminal_width(), colour=colour, wording=patch or bool(clause))
        text = "".join(pieces) + (f"\n! {note}\n" if note else "")
    output.emit(text, colour=colour, pager=not no_pager)


def _first(found: Iterable[Entry], limit: int | None) -> list[Entry]:
    from itertools import islice

    return list(islice(found, limit))


def _clause_id(asked: str, subject: Subject, revisions: list[Revision], objects: Objects) -> str:
    """Return the id that ``asked`` is, or begins, or that the clause of this number has in the newest revision."""
    from stmtdiff.codec import decode_statement
    from stmtdiff.render.wording import clause_labels

    blob = next((each.after for each in revisions if each.after), None)
    content = objects.read(blob) if blob else None
    statement = decode_statement(content[1], where=subject.statement) if content else None
    ids = [clause.id for clause in statement.clauses] if statement else []
    if asked in ids:
        return asked
    labels = clause_labels(statement) if statement else {}
    found = [each for each in ids if labels[each] == asked] or [each for each in ids if each.startswith(asked)]
    if len(found) > 1:
        raise StmtdiffError(f"{asked!r} means {len(found)} clauses", where=subject.statement, hint=f"say {found[0]}")
    return found[0] if found else asked
