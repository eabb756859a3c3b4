"""Which revision counts as before: the one that was named, or where this work left the default branch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from stmtdiff.corpus import Collection
from stmtdiff.errors import StmtdiffError
from stmtdiff.store.branches import branches, current_branch, first_parent
from stmtdiff.store.process import top_of
from stmtdiff.store.repository import Repository, has_commits, shallow_commits
from stmtdiff.store.revisions import known_commit, merge_base
from stmtdiff.store.working import changed_since

_SHORT = 9
_COMMON = ("main", "master", "trunk", "default")
_DEEPEN = (
    "this clone is shallow: set `fetch-depth: 0` (GitHub) or `GIT_DEPTH: 0` (GitLab), or run `git fetch --unshallow`"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """The revision that counts as before: its commit, or None with the reason; ``says`` names it for people.

    ``beginning`` says that nothing came before: no commit is missing, there was none.
    """

    commit: str | None
    says: str
    beginning: bool = False


def find_base(collection: Collection, against: str | None, branch: str | None, environment: Mapping[str, str]) -> Base:
    """Return the base of a check of a collection; ``branch`` is the configured default branch.

    Raises StmtdiffError where there must be a base and it is not in this clone: a missing base is never "no changes".
    """
    folder = collection.root
    if against:
        commit = _known(folder, against)
        return Base(commit=commit, says=_named(against, commit))
    if top_of(folder) is None:
        return Base(commit=None, says="this is not a git repository")
    if not has_commits(folder):
        return Base(commit=None, says="this repository has no commits yet", beginning=True)
    merging = None if branch else environment.get("CI_MERGE_REQUEST_DIFF_BASE_SHA")
    if merging:  # GitLab fetches no target branch, but says where the work left it
        return Base(commit=_known(folder, merging), says=_named("the base of the merge request", merging))
    return _where_it_left(collection, _target(folder, branch, environment))


def _where_it_left(collection: Collection, target: str | None) -> Base:
    """Return the commit where the work left a branch; on the branch itself, or without one, what came before HEAD."""
    folder = collection.root
    head = known_commit(folder, "HEAD")
    if target is None:
        return _before_head(collection, head)
    parted = _parted(folder, target)
    short = target.removeprefix("refs/heads/").removeprefix("refs/remotes/")
    if parted == head and current_branch(folder) in {None, short, short.removeprefix("origin/")}:
        return _before_head(collection, head)
    return Base(commit=parted, says=_named(short, parted))


def _before_head(collection: Collection, head: str) -> Base:
    """On the default branch itself: what is not committed yet, else what the last commit brought."""
    folder = collection.root
    if changed_since(collection, Repository(folder=folder), head):
        return Base(commit=head, says=_named("HEAD", head))
    if head in shallow_commits(folder):
        raise StmtdiffError("the commit before HEAD is not in this clone", hint=_DEEPEN)
    before = first_parent(folder, head)
    if before is None:
        return Base(commit=None, says="this is the first commit", beginning=True)
    return Base(commit=before, says=_named("HEAD^", before))


def _target(folder: str, branch: str | None, environment: Mapping[str, str]) -> str | None:
    """Return the branch that the work is for; None where HEAD is on the only branch there is."""
    refs = branches(folder)
    wanted = branch or environment.get("GITHUB_BASE_REF")
    if wanted:
        found = next((each for each in (f"refs/remotes/origin/{wanted}", f"refs/heads/{wanted}") if each in refs), None)
        if found is None:
            raise StmtdiffError(
                f"the branch {wanted!r} is not in this clone", hint=_hint(folder, f"git fetch origin {wanted}")
            )
        return found
    head_of_origin = refs.get("refs/remotes/origin/HEAD")
    if head_of_origin in refs:
        return head_of_origin
    for name in _COMMON:
        for ref in (f"refs/remotes/origin/{name}", f"refs/heads/{name}"):
            if ref in refs:
                return ref
    if len(refs) <= 1 and not shallow_commits(folder):
        return None
    hint = _hint(folder, "say --against REV, or set default-branch in stmtdiff.toml")
    raise StmtdiffError("cannot tell what the default branch is", hint=hint)


def _parted(folder: str, target: str) -> str:
    try:
        return merge_base(folder, "HEAD", target)
    except StmtdiffError as error:
        hint = _hint(folder, "say --against REV")
        raise StmtdiffError(f"HEAD and {target}: {error.what}", hint=hint) from None


def _known(folder: str, revision: str) -> str:
    try:
        return known_commit(folder, revision)
    except StmtdiffError as error:
        if not shallow_commits(folder):
            raise
        raise StmtdiffError(error.what, where=error.where, hint=_DEEPEN) from None


def _hint(folder: str, otherwise: str) -> str:
    return _DEEPEN if shallow_commits(folder) else otherwise


def _named(name: str, commit: str) -> str:
    short = commit[:_SHORT]
    return short if commit.startswith(name) else f"{name} ({short})"
