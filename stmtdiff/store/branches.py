"""The branches of a repository, and the commit before another."""

from __future__ import annotations

from stmtdiff.store.process import ask_git, run_git


def first_parent(folder: str, commit: str) -> str | None:
    """Return the commit before a commit on its main line; None for a first one."""
    found = ask_git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}^1")
    return found.decode().strip() if found else None


def branches(folder: str) -> dict[str, str]:
    """Return the local and remote branches by their full name, each with what it stands for where it is symbolic."""
    form = "--format=%(refname)%00%(symref)"
    lines = run_git(folder, "for-each-ref", form, "refs/heads", "refs/remotes").decode("utf-8", "replace").splitlines()
    return dict(line.split("\0", 1) for line in lines)


def current_branch(folder: str) -> str | None:
    """Return the branch that HEAD is on; None where it is on none, as CI services check out."""
    found = ask_git(folder, "symbolic-ref", "--quiet", "--short", "HEAD")
    return found.decode("utf-8", "replace").strip() if found else None
