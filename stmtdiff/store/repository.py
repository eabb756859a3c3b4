"""Where a collection lies in git: worktrees, submodules and bare repositories alike."""

from __future__ import annotations

import os
from dataclasses import dataclass

from stmtdiff.corpus import FOLDER, Collection, find_root
from stmtdiff.store.process import ask_git, run_git, top_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """``folder`` is where git is run; paths in it begin with ``prefix``.

    The prefix is ``./`` in a working tree. A bare repository has no such place: there a path begins at the top.
    """

    folder: str
    prefix: str = "./"

    def path_of(self, statement_id: str) -> str:
        """Return the path of a statement's file, for git run in ``folder``: after ``--`` and after ``REV:``."""
        return f"{self.prefix}{FOLDER}/{statement_id}.json"


def repository_of(collection: Collection) -> Repository:
    """Return the repository of a collection found here or above; without one, of the folder we are in."""
    if find_root() == collection.root:
        return Repository(folder=collection.root)
    here = os.getcwd()
    top = top_of(here)
    return Repository(folder=top) if top else Repository(folder=here, prefix="")


def repository_here(*, at_top: bool = False) -> Repository:
    """Return the repository of the folder we are in, for paths that a person types; ``at_top`` runs git at its top."""
    here = os.getcwd()
    top = top_of(here)
    return Repository(folder=top if top and at_top else here, prefix="./" if top else "")


def git_path(folder: str, name: str) -> str:
    """Return where git keeps ``name`` (``index``, ``info/attributes`` ...) for the working tree at ``folder``."""
    found = run_git(folder, "rev-parse", "--git-path", name).decode("utf-8", "surrogateescape").rstrip("\n")
    return os.path.join(folder, found)


def shallow_commits(folder: str) -> frozenset[str]:
    """Return the commits whose parents a shallow clone left out; empty in a whole clone."""
    path = git_path(folder, "shallow")
    try:
        with open(path, encoding="ascii") as file:
            return frozenset(file.read().split())
    except OSError:
        return frozenset()


def has_commits(folder: str) -> bool:
    """Tell whether HEAD is a commit; False in a repository without any."""
    if ask_git(folder, "rev-parse", "--verify", "--quiet", "HEAD^{commit}") is not None:
        return True
    run_git(folder, "rev-parse", "--git-dir")  # not a repository at all: say so
    return False
