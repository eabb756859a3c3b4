"""A repository of statements for the tests of the check: real files, real git, no mocks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from repositories import begin, commit, git

from stmtdiff.check.base import find_base
from stmtdiff.check.finding import Finding, Report
from stmtdiff.check.request import Request, Session
from stmtdiff.check.run import check
from stmtdiff.codec import decode_statement, encode_statement
from stmtdiff.config import load_config
from stmtdiff.corpus import open_collection
from stmtdiff.errors import StmtdiffError
from stmtdiff.store.process import top_of

NEW, OLD = "harbour/2024-05-01", "harbour/2023-05-01"
TODAY = "2026-01-15"

CLAUSES: list[dict[str, Any]] = [
    {"id": "c-1", "number": "1", "kind": "operative", "text": "The ministers welcome the report on harbour lights."},
    {"id": "c-2", "number": "2", "kind": "operative", "text": "They urge all ports to publish their tide tables."},
    {"id": "c-3", "number": "3", "kind": "operative", "text": "They will inspect every ferry within 30 days."},
]
SOUND: dict[str, Any] = {
    "schema_version": 1,
    "id": NEW,
    "title": "Harbour ministers: joint statement",
    "date": "2024-05-01",
    "parties": ["IS", "NO"],
    "status": "adopted",
    "language": "en",
    "text_status": "verbatim",
    "previous": OLD,
    "clauses": CLAUSES,
}


def statement(**parts: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON value
    """A sound statement with some parts exchanged."""
    return {**SOUND, **parts}


def predecessor(**parts: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON value
    """The statement before it, with some parts exchanged."""
    return {**SOUND, "id": OLD, "date": "2023-05-01", "previous": None, **parts}


def reworded(position: int, text: str) -> list[dict[str, Any]]:
    """The clauses with another wording of one."""
    return [{**each, "text": text} if at == position else each for at, each in enumerate(CLAUSES)]


def laid_out(raw: dict[str, Any]) -> str:
    """The canonical layout of a sound file, any layout of another."""
    data = json.dumps(raw, ensure_ascii=False, indent=2)
    try:
        return encode_statement(decode_statement(data.encode(), where="x"))
    except StmtdiffError:
        return data


class Repository:
    """A folder of statements under git."""

    def __init__(self, root: Path, *, tracked: bool = True) -> None:
        """Make the folder, and a repository with the branch main in it."""
        self.root = root
        (root / "statements").mkdir(parents=True, exist_ok=True)
        if tracked:
            begin(root)

    def git(self, *arguments: str) -> str:
        """Run git here."""
        return git(self.root, *arguments)

    def path(self, statement_id: str) -> Path:
        """Where a statement's file is."""
        return self.root / "statements" / f"{statement_id}.json"

    def write(self, raw: dict[str, Any] | str, statement_id: str | None = None) -> Path:
        """Write a statement file at the place its id says, in the canonical layout where it is sound."""
        path = self.path(statement_id or (raw["id"] if isinstance(raw, dict) else NEW))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(raw if isinstance(raw, str) else laid_out(raw), encoding="utf-8")
        return path

    def commit(self, message: str = "Statements") -> str:
        """Commit all there is; return the commit."""
        return commit(self.root, message)

    def check(self, *, against: str | None = None, gate: str = "error", **wishes: Any) -> Report:  # noqa: ANN401
        """Run the check on this repository."""
        collection = open_collection(str(self.root))
        config = load_config(collection.root)
        session = Session(
            request=Request(today=TODAY, **wishes),
            collection=collection,
            config=config,
            base=find_base(collection, against, config.default_branch, {}),
            root=top_of(collection.root) or collection.root,
        )
        return check(session, gate=gate, progress=lambda _done, _of: None)


def begun(root: Path) -> Repository:
    """A repository on a branch that left main after two sound statements."""
    repository = Repository(root)
    repository.write(predecessor())
    repository.write(statement())
    repository.commit()
    repository.git("checkout", "-q", "-b", "work")
    return repository


def rules_in(report: Report) -> list[str]:
    """The rules of the findings, in order."""
    return [finding.rule for finding in report.findings]


def one(report: Report, rule: str) -> Finding:
    """The only finding of a rule."""
    found = [finding for finding in report.findings if finding.rule == rule]
    assert len(found) == 1, [(each.rule, each.what) for each in report.findings]
    return found[0]
