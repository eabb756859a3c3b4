"""Real repositories for tests: identity and settings from the environment alone, statements of our own."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

ENVIRONMENT = {
    "GIT_AUTHOR_NAME": "Ada Desk",
    "GIT_AUTHOR_EMAIL": "ada@desk.invalid",
    "GIT_COMMITTER_NAME": "Ada Desk",
    "GIT_COMMITTER_EMAIL": "ada@desk.invalid",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
}
HARBOUR = "harbour/2024-05-01"
TEXTS = {
    "c-1": "The ministers call on all ports to publish their tide tables.",
    "c-2": "The ministers welcome the new harbour charter.",
    "c-3": "The ministers request a report on harbour lights by 2026.",
    "c-4": "The pilots met in Bergen on Tuesday.",
}


def git(folder: Path, *arguments: str, **environment: str) -> str:
    """Run git as a person would, with no settings but those of the repository."""
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **ENVIRONMENT, **environment},
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, f"git {' '.join(arguments)}: {done.stderr}"
    return done.stdout.rstrip("\n")


def begin(folder: Path, *options: str) -> Path:
    """Make an empty repository with the branch ``main``."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main", "--template=", *options)
    return folder


def raw_statement(texts: dict[str, str] | None = None, **fields: object) -> dict[str, Any]:
    """Return a statement file's content: numbered operative clauses, unless ``fields`` say otherwise."""
    clauses = [
        {"id": name, "number": str(number), "kind": "operative", "text": text}
        for number, (name, text) in enumerate((TEXTS if texts is None else texts).items(), 1)
    ]
    return {
        "$schema": "../../schema/statement.schema.json",
        "schema_version": 1,
        "id": HARBOUR,
        "title": "Harbour ministers: joint statement",
        "date": "2024-05-01",
        "language": "en",
        "text_status": "verbatim",
        "clauses": clauses,
        **fields,
    }


def write(folder: Path, raw: dict[str, Any]) -> Path:
    """Write a statement to its place in the collection, in the canonical layout."""
    from stmtdiff.codec import decode_statement, encode_statement

    path = folder / "statements" / f"{raw['id']}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(encode_statement(decode_statement(json.dumps(raw).encode(), where=str(path))), encoding="utf-8")
    return path


def commit(folder: Path, message: str = "change", *, date: str = "2024-06-01T10:00:00Z") -> str:
    """Commit everything; returns the commit's id."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message, GIT_AUTHOR_DATE=date, GIT_COMMITTER_DATE=date)
    return git(folder, "rev-parse", "HEAD")


def store(folder: Path, texts: dict[str, str], message: str = "change", *, date: str, **fields: object) -> str:
    """Write a statement and commit it."""
    write(folder, raw_statement(texts, **fields))
    return commit(folder, message, date=date)


def harbour(folder: Path) -> list[str]:
    """Make a repository in which one statement has three revisions; returns the commits, oldest first.

    The second makes clause 1 firmer, the third adds a clause at the top and drops clause 3.
    """
    begin(folder)
    first = store(folder, TEXTS, "First draft", date="2024-06-01T10:00:00Z")
    firmer = {**TEXTS, "c-1": TEXTS["c-1"].replace("call on", "urge")}
    second = store(folder, firmer, "Second draft", date="2024-06-02T10:00:00Z")
    added = {"c-9": "The ministers condemn the attack on the lighthouse.", **firmer}
    del added["c-3"]
    third = store(folder, added, "Third draft", date="2024-06-03T10:00:00Z")
    return [first, second, third]
