"""``stmtdiff blame``: for every clause, since when its present wording stands and what it said before."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import chain

import click

from stmtdiff.cli import output
from stmtdiff.cli.revisions import Subject, cut_short, nothing_found, subject_of
from stmtdiff.codec import decode_statement
from stmtdiff.corpus import Collection
from stmtdiff.errors import StmtdiffError
from stmtdiff.model import Statement
from stmtdiff.render import blame as view
from stmtdiff.store.history import follow
from stmtdiff.store.objects import Objects
from stmtdiff.versions.blame import Origin, origins
from stmtdiff.versions.steps import Step, read_steps


@click.command()
@click.argument("statement")
@click.option("--series", is_flag=True, help="Also: since which statement of the series the wording stands.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour on the terminal.")
@click.option("--no-pager", is_flag=True, help="Never start a pager.")
def command(statement: str, series: bool, form: str, color: str, no_pager: bool) -> None:
    """Say for every clause of STATEMENT since which revision its present wording stands, and what it said before.

    STATEMENT is an id or its beginning, ID@REV, REV:path or a file. What is not committed yet is said to be so.
    """
    subject = subject_of(statement)
    newest, found, note = _revisions(subject)
    earlier = _series(newest, subject.collection) if series else None
    blame = view.Blame(statement=newest, revisions=found, series=earlier, cut_short=note)
    if form == "json":
        output.emit(view.as_json(blame))
        return
    colour = output.use_colour(color)
    text = view.render(blame, width=output.terminal_width(), colour=colour)
    output.emit(text, colour=colour, pager=not no_pager)


def _revisions(subject: Subject) -> tuple[Statement, dict[str, Origin], str]:
    """Return the statement, the origins of its clauses, and what cuts the history short."""
    working = _working(subject)
    revisions = list(follow(subject.repository, subject.path, subject.revision))
    if not revisions and working is None:
        raise nothing_found(subject)
    with Objects(subject.repository.folder) as objects:
        steps = read_steps(revisions, objects)
        first = next(steps, None)
        if first and first.problem:
            raise StmtdiffError(first.problem, where=f"{subject.statement}@{subject.revision}")
        head = first.new if first else None
        newest = working or head
        if newest is None:
            hint = f"the last revision with it is {subject.statement}@{revisions[0].commit[:12]}~1"
            raise StmtdiffError("is deleted", where=subject.statement, hint=hint)
        walk: Iterator[Step] = chain([first] if first else [], steps)
        if working and (head is None or working.clauses != head.clauses):
            walk = chain([Step(revision=None, old=head, new=working)], walk)
        found = origins(walk)
    return newest, found, cut_short(subject, revisions[-1].commit) if revisions else ""


def _working(subject: Subject) -> Statement | None:
    if not subject.in_tree or subject.statement not in subject.collection.ids:
        return None
    path = subject.collection.path_of(subject.statement)
    return decode_statement(subject.collection.read(subject.statement), where=path)


def _series(newest: Statement, collection: Collection) -> dict[str, Origin]:
    """Walk back through the series, statement by statement, with a progress bar on a terminal."""
    most = len(collection.statements_of(newest.id.rpartition("/")[0]))
    steps = _steps_back(newest, collection)
    if not sys.stderr.isatty():
        return origins(steps, by_id=False)
    with click.progressbar(steps, length=most, label="Walking back the series", file=sys.stderr) as shown:
        bar: Iterable[Step] = shown
        return origins(bar, by_id=False)


def _steps_back(newest: Statement, collection: Collection) -> Iterator[Step]:
    seen, at = {newest.id}, newest
    while True:
        name = at.previous or collection.predecessor(at.id)
        if name is None or name in seen or name not in collection.ids:
            yield Step(revision=None, old=None, new=at)
            return
        seen.add(name)
        path = collection.path_of(name)
        before = decode_statement(collection.read(name), where=path)
        yield Step(revision=None, old=before, new=at)
        at = before
