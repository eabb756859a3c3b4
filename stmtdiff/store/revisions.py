"""A statement's file at a revision: ``ID@REV``, ``ID@{date}``, ``REV:path``, renamed files followed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, NoReturn

from stmtdiff.corpus import FOLDER, Collection
from stmtdiff.errors import StmtdiffError
from stmtdiff.store.history import follow
from stmtdiff.store.names import Named, checked_revision, date_in, parse_name
from stmtdiff.store.objects import Objects
from stmtdiff.store.process import ask_git, run_git
from stmtdiff.store.repository import Repository, has_commits, repository_here, repository_of, shallow_commits

INDEX = ":0"
_SHORT = 12
_LINK = b"120000 "


class Stored(NamedTuple):
    """A file as git holds it: its content, its path, and the commit (12 hex digits; ``:0`` is the index)."""

    data: bytes
    path: str
    rev: str


def read_revision(name: str, collection: Collection) -> Stored:
    """Read the file that ``ID@REV`` or ``REV:path`` names; an id may be the beginning of one that stood there."""
    named = parse_name(name)
    repository = repository_of(collection) if named.statement else repository_here()
    revision = resolve_revision(repository.folder, named.revision)
    with Objects(repository.folder) as objects:
        commit = _commit_of(objects, revision)
        for path in _candidates(named, commit, repository, collection) if commit is not None else ():
            found = objects.read(f"{revision}:{path}")
            if found:
                _refuse_link(repository, revision, path, found[1])
                return Stored(found[1], path.removeprefix("./"), commit[:_SHORT] if commit else INDEX)
    raise _explained(name, named, commit, repository, collection)


def resolve_revision(folder: str, revision: str) -> str:
    """Return a name that git itself understands: dates and merge bases become commits, the rest stays.

    ``{date}`` is the last commit of the main line at that moment, by commit date: unlike a reflog it is the same in
    every clone.
    """
    checked_revision(revision)
    if "..." in revision:
        ours, _, theirs = revision.partition("...")
        return merge_base(folder, ours or "HEAD", theirs or "HEAD")
    if ".." in revision:
        raise StmtdiffError("is a range of revisions, not one", where=revision, hint="A...B is their merge base")
    moment = date_in(revision)
    if moment:
        return _commit_before(folder, *moment)
    return f"@{revision}" if revision.startswith("{") else revision


def known_commit(folder: str, revision: str) -> str:
    """Return the full id of the commit that a revision means, or say what is wrong with it."""
    name = resolve_revision(folder, revision) + "^{commit}"
    found = ask_git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
    if found is None:
        _refuse_unknown(folder, revision)
    return found.decode().strip()


def merge_base(folder: str, ours: str, theirs: str) -> str:
    """Return the commit where two revisions parted, or say that they share none or that the clone is too shallow."""
    sides = known_commit(folder, ours), known_commit(folder, theirs)
    found = ask_git(folder, "merge-base", *sides)
    if found is None:
        hint = _UNSHALLOW if shallow_commits(folder) else ""
        raise StmtdiffError("have no common ancestor", where=f"{ours}...{theirs}", hint=hint)
    return found.decode().strip()


def statements_at(repository: Repository, commit: str) -> tuple[str, ...]:
    """Return the ids of the statements of the collection at a commit (a full id), or in the index (empty)."""
    listing = ("ls-tree", "-r", "--name-only", commit) if commit else ("ls-files",)
    output = run_git(repository.folder, *listing, "-z", "--", f"{FOLDER}/")
    paths = dict.fromkeys(output.decode("utf-8", "surrogateescape").split("\0"))
    within = [path.removeprefix(f"{FOLDER}/") for path in paths if path.endswith(".json")]
    return tuple(sorted(path.removesuffix(".json") for path in within if path.count("/") <= 1))


_UNSHALLOW = "this clone is shallow: `git fetch --unshallow`, or fetch-depth: 0 in CI"


def _commit_of(objects: Objects, revision: str) -> str | None:
    """Return the full id of the commit, the empty string for the index, None where there is no such revision."""
    if not revision:
        return ""
    found = objects.read(revision + "^{commit}")
    return found[0] if found else None


def _candidates(named: Named, commit: str, repository: Repository, collection: Collection) -> Iterator[str]:
    """Yield where the file may have stood, cheapest first: its path today, by its beginning, before a renaming."""
    if not named.statement:
        yield named.path
        return
    known = named.statement if named.statement in collection.ids else None
    if known:
        yield repository.path_of(known)
    else:
        found = Collection(root=collection.root, ids=statements_at(repository, commit)).resolve(named.statement)
        if found:
            yield repository.path_of(found)
        known = collection.resolve(named.statement)
    if known and commit:
        yield _name_before(repository, commit, repository.path_of(known))


def _name_before(repository: Repository, commit: str, path: str) -> str:
    """Return what a file of today was called at an earlier commit."""
    since = list(follow(repository, path, f"{commit}..HEAD"))
    return since[-1].was if since else path


def _refuse_link(repository: Repository, revision: str, path: str, data: bytes) -> None:
    """Git holds a symbolic link as a file with the target's name: not what anybody means."""
    if b"\n" in data or not revision:
        return
    entry = ask_git(repository.folder, "ls-tree", revision, "--", path) or b""
    if entry.startswith(_LINK):
        raise StmtdiffError("is a symbolic link", where=f"{revision}:{path}", hint="name the file it leads to")


def _commit_before(folder: str, revision: str, moment: str) -> str:
    commit = known_commit(folder, revision)
    found = run_git(folder, "rev-list", "-1", "--first-parent", f"--before={moment}", commit).decode().strip()
    if not found:
        first = run_git(folder, "log", "-1", "--format=%cs", "--max-parents=0", commit).decode().strip()
        hint = _UNSHALLOW if shallow_commits(folder) else ""
        raise StmtdiffError(f"history begins on {first}", where=f"{revision}@{{{moment}}}", hint=hint)
    return found


def _explained(
    name: str, named: Named, commit: str | None, repository: Repository, collection: Collection
) -> StmtdiffError:
    """Say why nothing was found: no such revision, no such file in it, or not yet."""
    if commit is None:
        _refuse_unknown(repository.folder, named.revision)
    at = named.revision or "the index"
    if not named.statement:
        return StmtdiffError(
            f"there is no such file at {at}", where=named.path, hint="paths begin at the top, or with ./"
        )
    known = collection.resolve(named.statement)
    if known is None:
        return StmtdiffError(f"no statement is called that, now or at {at}", where=name)
    history = list(follow(repository, repository.path_of(known), "HEAD")) if has_commits(repository.folder) else []
    if not history:
        return StmtdiffError("is not in git yet", where=known, hint=f"`stmtdiff compare {known}` reads the file")
    first = history[-1]
    short = first.commit[:_SHORT]
    hint = _UNSHALLOW if shallow_commits(repository.folder) else f"the first revision is {known}@{short}"
    return StmtdiffError(
        f"did not exist at {at}: it came in with {short} ({first.committed[:10]})", where=known, hint=hint
    )


def _refuse_unknown(folder: str, revision: str) -> NoReturn:
    if not has_commits(folder):
        raise StmtdiffError("this repository has no commits yet", where=revision, hint="commit something first")
    names = run_git(folder, "for-each-ref", "--format=%(refname:short)").decode("utf-8", "replace").split()
    from difflib import get_close_matches

    near = get_close_matches(revision, names, n=1)
    hint = f"did you mean {near[0]!r}?" if near else _UNSHALLOW if shallow_commits(folder) else "`git log` lists them"
    raise StmtdiffError("there is no such revision", where=revision, hint=hint)
