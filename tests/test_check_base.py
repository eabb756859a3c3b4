"""Which revision counts as before; one that is missing stops the run, it never reads as no changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from checking import NEW, Repository, begun, predecessor, statement
from repositories import git

from stmtdiff.check.base import Base, find_base
from stmtdiff.corpus import Collection, open_collection
from stmtdiff.errors import StmtdiffError


def collection(root: Path) -> Collection:
    return open_collection(str(root))


def cloned(repository: Repository, folder: Path, *options: str) -> Path:
    git(repository.root, "clone", "--quiet", *options, f"file://{repository.root}", str(folder))
    return folder


def merged(repository: Repository) -> Repository:
    """The work committed, and main moved on."""
    repository.write(statement(place="Bergen"))
    repository.commit("Work")
    repository.git("checkout", "-q", "main")
    repository.write(predecessor(place="Oslo"))
    repository.commit("Main")
    return repository


def test_a_clone_finds_the_branch_of_origin(tmp_path: Path) -> None:
    repository = merged(begun(tmp_path / "origin"))
    clone = cloned(repository, tmp_path / "clone", "--branch", "work")
    base = find_base(collection(clone), None, None, {})
    assert base.commit == repository.git("merge-base", "main", "work")
    assert base.says.startswith("origin/main (")


def test_a_pull_request_names_its_branch_in_the_environment(tmp_path: Path) -> None:
    repository = merged(begun(tmp_path / "origin"))
    repository.git("checkout", "-q", "-b", "release", "work")
    clone = cloned(repository, tmp_path / "clone", "--branch", "work")
    base = find_base(collection(clone), None, None, {"GITHUB_BASE_REF": "release"})
    assert base.commit == repository.git("rev-parse", "release")


def test_a_merge_request_names_its_base_in_the_environment(tmp_path: Path) -> None:
    repository = merged(begun(tmp_path / "origin"))
    base = repository.git("merge-base", "main", "work")
    whole = cloned(repository, tmp_path / "whole", "--branch", "work", "--single-branch")
    environment = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
    assert find_base(collection(whole), None, None, environment).commit == base
    shallow = cloned(repository, tmp_path / "shallow", "--branch", "work", "--depth", "1")
    with pytest.raises(StmtdiffError, match="GIT_DEPTH: 0"):
        find_base(collection(shallow), None, None, environment)


def test_a_branch_of_the_environment_that_is_not_here_says_how_to_get_it(tmp_path: Path) -> None:
    repository = merged(begun(tmp_path / "origin"))
    clone = cloned(repository, tmp_path / "clone", "--branch", "work", "--depth", "1")
    with pytest.raises(StmtdiffError, match=r"'main' is not in this clone; .*fetch-depth: 0"):
        find_base(collection(clone), None, None, {"GITHUB_BASE_REF": "main"})


@pytest.mark.parametrize("depth", ["1", "2"])
def test_a_shallow_clone_of_the_main_branch_stops_or_finds_the_commit_before(tmp_path: Path, depth: str) -> None:
    repository = merged(begun(tmp_path / "origin"))
    clone = cloned(repository, tmp_path / "clone", "--branch", "main", "--depth", depth)
    if depth == "2":
        assert find_base(collection(clone), None, None, {}).commit == repository.git("rev-parse", "main^")
        return
    with pytest.raises(StmtdiffError, match="this clone is shallow"):
        find_base(collection(clone), None, None, {})


def test_a_missing_revision_in_a_shallow_clone_says_how_to_get_it(tmp_path: Path) -> None:
    repository = merged(begun(tmp_path / "origin"))
    wanted = repository.git("rev-parse", "main^")
    clone = cloned(repository, tmp_path / "clone", "--branch", "main", "--depth", "1")
    with pytest.raises(StmtdiffError, match="fetch-depth: 0"):
        find_base(collection(clone), wanted, None, {})


@pytest.mark.parametrize("revision", ["nowhere", "--output=/tmp/x", "main..work"])
def test_what_is_no_revision_is_refused(tmp_path: Path, revision: str) -> None:
    repository = begun(tmp_path)
    with pytest.raises(StmtdiffError):
        find_base(collection(repository.root), revision, None, {})


def test_branches_without_a_common_ancestor_are_refused(tmp_path: Path) -> None:
    repository = begun(tmp_path)
    repository.git("checkout", "-q", "--orphan", "apart")
    repository.commit("Apart")
    with pytest.raises(StmtdiffError, match="no common ancestor"):
        find_base(collection(repository.root), None, None, {})


def test_the_configured_branch_is_the_base(tmp_path: Path) -> None:
    repository = merged(begun(tmp_path))
    repository.git("branch", "archive", "main^")
    base = find_base(collection(repository.root), None, "archive", {})
    assert base.says.startswith("archive (")
    with pytest.raises(StmtdiffError, match="'nowhere' is not in this clone"):
        find_base(collection(repository.root), None, "nowhere", {})


def test_several_branches_of_no_known_name_need_a_word(tmp_path: Path) -> None:
    repository = begun(tmp_path)
    repository.git("branch", "-m", "main", "harbour")
    with pytest.raises(StmtdiffError, match="cannot tell what the default branch is; say --against REV"):
        find_base(collection(repository.root), None, None, {})


def test_a_repository_without_commits_has_no_base(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.write(statement())
    assert find_base(collection(tmp_path), None, None, {}) == Base(
        commit=None, says="this repository has no commits yet", beginning=True
    )
    with pytest.raises(StmtdiffError):
        find_base(collection(tmp_path), "HEAD", None, {})


def test_the_first_commit_has_no_base(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.write(predecessor())
    repository.write(statement())
    repository.commit()
    assert repository.check().coverage.checked == ("harbour/2023-05-01", NEW)


def test_a_worktree_has_its_own_head(tmp_path: Path) -> None:
    repository = begun(tmp_path / "main")
    repository.git("worktree", "add", "-q", "-b", "aside", str(tmp_path / "aside"))
    aside = Repository(tmp_path / "aside", tracked=False)
    aside.write(statement(place="Bergen"))
    assert aside.check().coverage.checked == (NEW,)
    assert repository.check().coverage.checked == ()
