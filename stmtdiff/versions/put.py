"""A statement that was read goes to its file, and into git: the next revision of what stands there."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace

from stmtdiff import files
from stmtdiff.codec import decode_statement, encode_statement
from stmtdiff.compare import compare
from stmtdiff.corpus import Collection
from stmtdiff.errors import StmtdiffError
from stmtdiff.model import Comparison, Statement
from stmtdiff.store.lock import exclusive
from stmtdiff.store.objects import Objects
from stmtdiff.store.process import ask_git
from stmtdiff.store.repository import Repository
from stmtdiff.versions.carry import revise
from stmtdiff.versions.message import Message, commit_message


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a statement: ``done`` is written, updated or unchanged; ``commit`` is None without one."""

    statement: Statement
    path: str
    done: str
    commit: str | None = None
    subject: str = ""


def put(statement: Statement, path: str, *, root: str | None = None) -> Outcome:
    """Write a statement to its file, as the next revision of the statement of that id that stands there.

    A file below ``root`` does not leave it through a symbolic link. Two writers wait for each other.
    """
    folder = root or os.path.dirname(path) or "."
    os.makedirs(folder, exist_ok=True)
    with exclusive(folder):
        if root:
            files.refuse_links(root, path)
        revised, done, text = _revised(statement, path)
        if done != "unchanged":
            files.write_whole(path, text)
    return Outcome(statement=revised, path=path, done=done)


def put_in_git(statement: Statement, collection: Collection) -> Outcome:
    """Write a statement to its place in the collection and commit it alone, dated as the statement."""
    from stmtdiff.store.commit import Target, commit_file

    path = collection.path_of(statement.id)
    with exclusive(collection.root):
        files.refuse_links(collection.root, path)
        revised, done, text = _revised(statement, path)
        message = _message(revised, collection)
        target = Target(root=collection.root, path=path)
        commit = commit_file(target, text.encode(), str(message), date=revised.date)
    return Outcome(statement=revised, path=path, done=done, commit=commit, subject=message.subject)


def _revised(statement: Statement, path: str) -> tuple[Statement, str, str]:
    """Return the next revision, what that means for the file, and its text."""
    if not os.path.lexists(path):
        return statement, "written", encode_statement(statement)
    before = files.read_bytes(path)
    old = decode_statement(before, where=path)
    revised = revise(old, statement) if old.id == statement.id else statement
    text = encode_statement(revised)
    return revised, "unchanged" if text.encode() == before else "updated", text


def _message(statement: Statement, collection: Collection) -> Message:
    try:
        return commit_message(statement, _change(statement, collection))
    except StmtdiffError as error:  # another file that cannot be read does not keep this one out
        return commit_message(statement, None, problem=str(error))


def _change(statement: Statement, collection: Collection) -> Comparison | None:
    """Compare with the revision at HEAD; a statement that is new there, with its predecessor in the series."""
    repository = Repository(folder=collection.root)
    if ask_git(collection.root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}") is not None:
        with Objects(collection.root) as objects:
            found = objects.read(f"HEAD:{repository.path_of(statement.id)}")
        if found:
            return compare(decode_statement(found[1], where=f"{statement.id}@HEAD"), statement)
    known = replace(collection, ids=tuple(sorted({*collection.ids, statement.id})))
    before = statement.previous or known.predecessor(statement.id)
    if before is None or before not in collection.ids:
        return None
    path = collection.path_of(before)
    return compare(decode_statement(collection.read(before), where=path), statement)
