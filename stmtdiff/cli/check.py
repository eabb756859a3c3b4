"""``stmtdiff check``: whether a new or changed statement is sound, and what it does to commitments."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime

import click

from stmtdiff.check.base import Base, find_base
from stmtdiff.check.catalogue import needs_base
from stmtdiff.check.finding import Report
from stmtdiff.check.request import Request, Session
from stmtdiff.check.run import check
from stmtdiff.check.severity import refuse_unknown_rule
from stmtdiff.cli import output
from stmtdiff.config import CONFIG, load_config
from stmtdiff.corpus import FOLDER, Collection, find_root, open_collection
from stmtdiff.errors import StmtdiffError
from stmtdiff.render.findings import FINDING_VIEWS, finding_view_for
from stmtdiff.render.findings_wording import summary
from stmtdiff.store.process import top_of

GATES = ("error", "warning", "info", "never")
_MANY = 20  # files from which on a person would like to see that something happens
_LOGS = frozenset({"text", "github"})  # these may follow one another on standard output


@click.command()
@click.argument("names", metavar="[FILE]...", nargs=-1)
@click.option("--against", metavar="REV", help="What counts as before (default: where the work left the main branch).")
@click.option("--all", "everything", is_flag=True, help="Check every statement in depth, not only what changed.")
@click.option("--fail-on", type=click.Choice(GATES), help="Least severity that exits 1 (default: error).")
@click.option("--strict", is_flag=True, help="What could not be compared is an error too.")
@click.option("--fix", is_flag=True, help="Rewrite sound files in the canonical layout.")
@click.option("--only", "only", metavar="RULE", multiple=True, help="Only this rule; may be repeated.")
@click.option("--config", "config", metavar="FILE", help=f"Configuration (default: {CONFIG} or pyproject.toml).")
@click.option(
    "--format",
    "forms",
    type=click.Choice(list(FINDING_VIEWS)),
    multiple=True,
    help="View to print; may be repeated (default: text).",
)
@click.option(
    "-o", "--output", "files", multiple=True, metavar="FILE", help="Write to FILE by its ending, or FORMAT=FILE."
)
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour on the terminal.")
def command(  # noqa: PLR0913, PLR0917 - one parameter an option
    names: tuple[str, ...],
    against: str | None,
    everything: bool,
    fail_on: str | None,
    strict: bool,
    fix: bool,
    only: tuple[str, ...],
    config: str | None,
    forms: tuple[str, ...],
    files: tuple[str, ...],
    color: str,
) -> int:
    """Check new and changed statements: integrity, and what they do to commitments.

    FILE is a statement file, a folder, a series or an id; without one, what differs from the base is checked. Exit
    code 1: findings at or above --fail-on; 2: the check could not be done.
    """
    forms = forms or ("text",)
    _refuse_mixed(forms)
    targets = [finding_view_for(file) for file in files]
    request = Request(names=names, everything=everything, fix=fix, strict=strict, only=frozenset(only), today=today())
    session = open_session(request, against, config)
    report = run_with_progress(session, fail_on)
    for view, path in targets:
        output.write_file(path, view(report))
    for form in forms:
        _print(report, form, color)
    if "text" not in forms:
        click.echo(f"stmtdiff check: {summary(report)}", err=True)
    if "github" in forms:
        _tell_runner(report)
    return 1 if report.failed else 0


def open_session(request: Request, against: str | None, config_path: str | None) -> Session:
    """Find collection, configuration and base of a run; the first file named says where to look."""
    for rule in request.only:
        refuse_unknown_rule(rule, "--only")
    collection = _collection(request.names)
    config = load_config(collection.root, path=config_path)
    base = Base(commit=None, says="no rule needs a base")
    if needs_base(request.only):
        base = find_base(collection, against, config.default_branch, os.environ)
    return Session(
        request=request,
        collection=collection,
        config=config,
        base=base,
        root=top_of(collection.root) or collection.root,
    )


def today() -> str:
    """Return the day that waivers run out by, in UTC; SOURCE_DATE_EPOCH makes it the same in every run."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    except (ValueError, OverflowError, OSError):
        raise StmtdiffError("is no time in seconds since 1970", where=f"SOURCE_DATE_EPOCH={epoch}") from None
    return moment.strftime("%Y-%m-%d")


def run_with_progress(session: Session, fail_on: str | None) -> Report:
    """Run the check; a terminal on standard error shows how far it is."""
    gate = fail_on or session.config.fail_on
    if not sys.stderr.isatty():
        return check(session, gate=gate, progress=lambda done, of: None)  # noqa: ARG005 - nobody is looking
    try:
        return check(session, gate=gate, progress=_show_progress)
    finally:
        click.echo("\r\x1b[K", err=True, nl=False)


def _show_progress(done: int, of: int) -> None:
    if of > _MANY:
        click.echo(f"\rchecking {done} of {of}", err=True, nl=False)


def _refuse_mixed(forms: tuple[str, ...]) -> None:
    """Keep JSON, SARIF and XML alone on standard output."""
    if len(set(forms)) > 1 and not set(forms) <= _LOGS:
        hint = "print one, and write the others: -o FORMAT=FILE"
        raise StmtdiffError(f"{' and '.join(dict.fromkeys(forms))} cannot share standard output", hint=hint)


def _print(report: Report, form: str, color: str) -> None:
    if form != "text":
        view = FINDING_VIEWS[form](report)
        if view:
            output.emit(view)
        return
    from stmtdiff.render import findings_text

    colour = output.use_colour(color)
    width = output.terminal_width() if output.on_terminal() else None
    output.emit(findings_text.render(report, width=width, colour=colour), colour=colour)


def _tell_runner(report: Report) -> None:
    """Write the job summary and the step's outputs where a GitHub runner reads them."""
    from stmtdiff.render import github

    for variable, text in (("GITHUB_STEP_SUMMARY", github.step_summary), ("GITHUB_OUTPUT", github.step_outputs)):
        path = os.environ.get(variable)
        if path:
            with open(path, "a", encoding="utf-8") as file:
                file.write(text(report))


def _collection(names: tuple[str, ...]) -> Collection:
    start = next((os.path.dirname(os.path.abspath(name)) for name in names if os.path.isfile(name)), None)
    root = find_root(start) or find_root()
    if root:
        return open_collection(root)
    if start:
        return Collection(root=start, ids=())
    missing = next((name for name in names if not os.path.exists(name)), None)
    if missing:
        raise StmtdiffError("there is no such file, and no collection here", where=missing, hint="check the path")
    hint = "run it in a repository of statements, name a FILE, or make one: `stmtdiff init`"
    raise StmtdiffError(f"there is no {FOLDER}/ folder here or above", hint=hint)
