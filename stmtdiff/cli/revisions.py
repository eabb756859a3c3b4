"""What ``log`` and ``blame`` are asked about: a statement in git, up to a revision."""

from __future__ import annotations

import os
from dataclasses import dataclass

from stmtdiff.corpus import FOLDER, Collection, open_collection
from stmtdiff.errors import StmtdiffError
from stmtdiff.store.names import Named, parse_name
from stmtdiff.store.repository import Repository, repository_here, repository_of, shallow_commits
from stmtdiff.store.revisions import known_commit


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A file in git: ``statement`` is its id or its path, ``path`` as git takes it; ``revision`` a commit or HEAD."""

    statement: str
    path: str
    revision: str
    repository: Repository
    collection: Collection
    in_tree: bool


def subject_of(name: str) -> Subject:
    """Find what ``name`` means: an id or its beginning, ``ID@REV``, ``REV:path``, or a file."""
    collection = open_collection()
    if os.path.isfile(name):
        inside = os.path.relpath(os.path.realpath(name), os.path.realpath(os.path.join(collection.root, FOLDER)))
        if inside.startswith(".."):
            return _subject(name, f"./{name}", "HEAD", repository_here(), collection, in_tree=True)
        name = inside.replace(os.sep, "/").removesuffix(".json")
    elif "@" in name or ":" in name:
        return _at_revision(parse_name(name), collection)
    repository = repository_of(collection)
    statement = collection.resolve(name) or name
    return _subject(statement, repository.path_of(statement), "HEAD", repository, collection, in_tree=True)


def _at_revision(named: Named, collection: Collection) -> Subject:
    if not named.revision:
        raise StmtdiffError("the index has no history", where=named.path, hint="name a commit, such as HEAD")
    if not named.statement:  # a path from the top, unless it begins with a dot: as everywhere in git
        repository = repository_here(at_top=not named.path.startswith("."))
        commit = known_commit(repository.folder, named.revision)
        return _subject(named.path, named.path, commit, repository, collection, in_tree=False)
    repository = repository_of(collection)
    commit = known_commit(repository.folder, named.revision)
    statement = collection.resolve(named.statement) or named.statement
    return _subject(statement, repository.path_of(statement), commit, repository, collection, in_tree=False)


def _subject(
    statement: str, path: str, revision: str, repository: Repository, collection: Collection, *, in_tree: bool
) -> Subject:
    return Subject(
        statement=statement,
        path=path,
        revision=revision,
        repository=repository,
        collection=collection,
        in_tree=in_tree,
    )


def nothing_found(subject: Subject) -> StmtdiffError:
    """Say that git has no revision of the statement."""
    if subject.statement in subject.collection.ids:
        hint = f"`stmtdiff import ... --commit` stores one, or `git add` and commit {subject.path.removeprefix('./')}"
        return StmtdiffError("has no revision in git yet", where=subject.statement, hint=hint)
    return StmtdiffError("no statement of that name is or was in git", where=subject.statement)


def cut_short(subject: Subject, oldest: str) -> str:
    """Say that the history ends where a shallow clone ends it; empty where it is whole."""
    if oldest not in shallow_commits(subject.repository.folder):
        return ""
    return "This clone is shallow: the history may reach further back. `git fetch --unshallow` brings the rest."
