"""``stmtdiff init``: a new repository of statements; nothing that is there is written over."""

from __future__ import annotations

import os
from collections.abc import Iterator

import click

from stmtdiff import files
from stmtdiff.codec.schemas import schema_text
from stmtdiff.corpus import FOLDER, shipped_root
from stmtdiff.errors import StmtdiffError
from stmtdiff.store.process import run_git, top_of

_SCAFFOLD = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "scaffold")
# Where a file goes -> its text in the scaffold folder.
_FILES = {
    "statements/README.md": "statements.md",
    "stmtdiff.toml": "stmtdiff.toml",
    ".gitattributes": "gitattributes",
    ".github/workflows/statements.yml": "workflow.yml",
    ".pre-commit-config.yaml": "pre-commit.yaml",
}
_SCHEMAS = ("statement", "comparison", "findings", "config")


@click.command()
@click.argument("folder", default=".", metavar="[FOLDER]")
@click.option("--example", is_flag=True, help="Begin with the series that comes with stmtdiff.")
def command(folder: str, example: bool) -> None:
    """Make FOLDER (default: here) a repository of statements: folders, schemas, settings, CI workflow, hooks.

    Files that are there stay as they are. A git repository is begun where there is none.
    """
    if os.path.exists(folder) and not os.path.isdir(folder):
        raise StmtdiffError("is a file", where=folder, hint="name a folder")
    os.makedirs(folder, exist_ok=True)
    if top_of(folder) is None:
        run_git(folder, "init", "--quiet", "--initial-branch=main")
    elif not os.path.samefile(top_of(folder) or folder, folder):
        click.echo("note: this folder lies inside a repository; CI reads .github only at its top", err=True)
    for name, data in _contents(example=example):
        click.echo(f"{_write(folder, name, data):8}{name}", err=True)
    click.echo("Next: commit these files; `stmtdiff import SOURCE --series NAME --commit` adds a statement;", err=True)
    click.echo("      `stmtdiff git enable` makes git's own diff, log and merge read clauses", err=True)


def _contents(*, example: bool) -> Iterator[tuple[str, bytes]]:
    """Yield every file of a new repository: (path, content)."""
    for name, source in _FILES.items():
        yield name, files.read_bytes(os.path.join(_SCAFFOLD, source))
    for schema in _SCHEMAS:
        yield f"schema/{schema}.schema.json", schema_text(schema).encode()
    shipped = os.path.join(shipped_root(), FOLDER)
    for series in sorted(os.listdir(shipped)) if example else ():
        inside = os.path.join(shipped, series)
        for name in sorted(os.listdir(inside)) if os.path.isdir(inside) else ():
            if name.endswith(".json"):
                yield f"{FOLDER}/{series}/{name}", files.read_bytes(os.path.join(inside, name))


def _write(folder: str, name: str, data: bytes) -> str:
    path = os.path.join(folder, *name.split("/"))
    files.refuse_links(folder, path)
    if os.path.lexists(path):
        return "kept"
    files.write_whole(path, data)
    return "written"
