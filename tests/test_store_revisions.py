"""A statement at a revision: every form of a name, every sort of repository, and what is said when there is none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from repositories import HARBOUR, TEXTS, begin, commit, git, harbour, raw_statement, write

from stmtdiff.codec import decode_statement
from stmtdiff.corpus import open_collection
from stmtdiff.errors import StmtdiffError
from stmtdiff.model import Statement
from stmtdiff.store.names import Named, date_in, parse_name
from stmtdiff.store.repository import repository_of
from stmtdiff.store.revisions import read_revision, statements_at

pytestmark = pytest.mark.usefixtures("own_git")


@pytest.fixture
def commits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found = harbour(tmp_path)
    git(tmp_path, "tag", "first", found[0])
    git(tmp_path, "branch", "draft/two", found[1])
    monkeypatch.chdir(tmp_path)
    return found


def read(name: str) -> Statement:
    found = read_revision(name, open_collection())
    return decode_statement(found.data, where=found.path, rev=found.rev)


def firmness(statement: Statement) -> str:
    return next(clause.text.split()[2] for clause in statement.clauses if clause.id == "c-1")


@pytest.mark.usefixtures("commits")
@pytest.mark.parametrize(
    ("name", "word"),
    [
        (f"{HARBOUR}@HEAD", "urge"),
        (f"{HARBOUR}@HEAD~2", "call"),
        (f"{HARBOUR}@first", "call"),
        (f"{HARBOUR}@draft/two", "urge"),
        (f"{HARBOUR}@@", "urge"),
        ("harbour/2024@first", "call"),
        ("harb@HEAD^^", "call"),
        (f"first:statements/{HARBOUR}.json", "call"),
        (f"HEAD:./statements/{HARBOUR}.json", "urge"),
        (f":statements/{HARBOUR}.json", "urge"),
        (f":0:statements/{HARBOUR}.json", "urge"),
        (f"{HARBOUR}@{{2024-06-01}}", "call"),
        (f"{HARBOUR}@{{2024-06-02}}", "urge"),
        (f"{HARBOUR}@{{2024-06-02 09:59}}", "call"),
        (f"{HARBOUR}@{{2024-06-02T12:01:00+0200}}", "urge"),
        (f"{HARBOUR}@main@{{2024-06-01}}", "call"),
        (f"{HARBOUR}@{{1 day ago}}", "urge"),
        (f"{HARBOUR}@main...draft/two", "urge"),
        (f"{HARBOUR}@first...", "call"),
    ],
)
def test_every_form_of_a_revision_is_read(name: str, word: str) -> None:
    assert firmness(read(name)) == word


def test_the_statement_says_which_commit_it_was_read_from(commits: list[str]) -> None:
    assert read(f"{HARBOUR}@HEAD~1").rev == commits[1][:12]
    assert read(f"first:statements/{HARBOUR}.json").rev == commits[0][:12]
    assert read(f":statements/{HARBOUR}.json").rev == ":0"


def test_an_abbreviated_commit_is_a_revision(commits: list[str]) -> None:
    assert firmness(read(f"{HARBOUR}@{commits[0][:7]}")) == "call"


@pytest.mark.usefixtures("commits")
@pytest.mark.parametrize(
    ("name", "says"),
    [
        (f"{HARBOUR}@--output=owned", "does not begin with a dash"),
        ("--output=owned:x.json", "does not begin with a dash"),
        (f"{HARBOUR}@main...--all", "does not begin with a dash"),
        (f"{HARBOUR}@HEAD\nHEAD:secret", "no control characters"),
        (f"{HARBOUR}@HEAD~1..HEAD", "is a range"),
        (f"{HARBOUR}@^HEAD", "is a range"),
        (f"{HARBOUR}@", "no revision after the @"),
        ("a b@HEAD", "not of the form"),
        ("HEAD:/etc/passwd", "names no file"),
        ("HEAD:", "names no file"),
        (f"{HARBOUR}@nowhere", "no such revision"),
        (f"{HARBOUR}@frist", "did you mean 'first'"),
        (f"{HARBOUR}@{{1969-07-20}}", "begins in 1970"),
        (f"{HARBOUR}@{{2020-01-01}}", "history begins on 2024-06-01"),
        ("HEAD:statements/nothing.json", "no such file at HEAD"),
        ("bay/2020@HEAD", "no statement is called that"),
    ],
)
def test_what_is_no_revision_is_said_in_a_line(name: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(StmtdiffError, match=says):
        read(name)
    assert not (tmp_path / "owned").exists()


@pytest.mark.usefixtures("commits")
def test_a_statement_that_did_not_exist_yet_says_since_when_it_does(tmp_path: Path) -> None:
    write(tmp_path, raw_statement(id="harbour/2025-05-01", date="2025-05-01"))
    added = commit(tmp_path, date="2025-05-02T10:00:00Z")
    with pytest.raises(StmtdiffError) as caught:
        read("harbour/2025-05-01@first")
    assert "did not exist at first" in str(caught.value)
    assert f"{added[:12]} (2025-05-02)" in str(caught.value)


@pytest.mark.usefixtures("commits")
def test_a_statement_that_is_not_in_git_says_so(tmp_path: Path) -> None:
    write(tmp_path, raw_statement(id="harbour/2025-05-01", date="2025-05-01"))
    with pytest.raises(StmtdiffError, match="not in git yet"):
        read("harbour/2025-05-01@HEAD")


@pytest.mark.usefixtures("commits")
def test_a_renamed_file_is_found_under_its_name_of_then(tmp_path: Path) -> None:
    for new in ("pilots/2024-05-01", "wardens/2024-05-01"):
        (tmp_path / "statements" / new.split("/")[0]).mkdir()
        old = next((tmp_path / "statements").rglob("*.json"))
        git(tmp_path, "mv", str(old), f"statements/{new}.json")
        commit(tmp_path)
    assert firmness(read("wardens/2024-05-01@first")) == "call"
    assert firmness(read("wardens/2024-05-01@HEAD~1")) == "urge"


@pytest.mark.usefixtures("commits")
def test_a_deleted_statement_is_found_by_its_beginning_at_that_revision(tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "statements" / "harbour")
    commit(tmp_path)
    assert firmness(read("harbour/2024@HEAD~1")) == "urge"
    with pytest.raises(StmtdiffError, match="no statement is called that"):
        read("harbour/2024@HEAD")


@pytest.mark.usefixtures("commits")
def test_a_beginning_that_is_not_clear_at_that_revision_is_refused(tmp_path: Path) -> None:
    write(tmp_path, raw_statement(id="harbour/2024-05-01-annex"))
    commit(tmp_path)
    with pytest.raises(StmtdiffError, match="2 ids begin with"):
        read("harbour/2024@HEAD")
    assert firmness(read(f"{HARBOUR}@HEAD")) == "urge"


def test_merge_base_is_where_two_branches_parted(commits: list[str], tmp_path: Path) -> None:
    git(tmp_path, "checkout", "--quiet", "-b", "side", commits[0])
    write(tmp_path, raw_statement({**TEXTS, "c-4": "The pilots met in Oslo."}))
    commit(tmp_path)
    assert firmness(read(f"{HARBOUR}@main...side")) == "call"
    git(tmp_path, "checkout", "--quiet", "--orphan", "alone")
    commit(tmp_path)
    with pytest.raises(StmtdiffError, match="no common ancestor"):
        read(f"{HARBOUR}@main...alone")


@pytest.mark.usefixtures("commits")
def test_a_bare_clone_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bare = tmp_path / "bare.git"
    git(tmp_path, "clone", "--quiet", "--bare", ".", str(bare))
    monkeypatch.chdir(bare)
    assert firmness(read(f"{HARBOUR}@first")) == "call"
    assert firmness(read("harb@main")) == "urge"
    assert firmness(read(f"first:statements/{HARBOUR}.json")) == "call"


@pytest.mark.usefixtures("commits")
def test_a_shallow_clone_is_read_and_its_limit_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "--quiet", "--depth=1", tmp_path.as_uri(), str(shallow))
    monkeypatch.chdir(shallow)
    assert firmness(read(f"{HARBOUR}@HEAD")) == "urge"
    with pytest.raises(StmtdiffError, match="fetch --unshallow"):
        read(f"{HARBOUR}@HEAD~1")


def test_a_linked_worktree_is_read_at_its_own_head(
    commits: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "worktree", "add", "--quiet", "--detach", "linked", commits[0])
    monkeypatch.chdir(tmp_path / "linked")
    assert firmness(read(f"{HARBOUR}@HEAD")) == "call"
    assert firmness(read(f"{HARBOUR}@main")) == "urge"


@pytest.mark.usefixtures("commits")
def test_a_submodule_is_read_from_its_own_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outer = begin(tmp_path / "outer")
    git(outer, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(tmp_path), "texts")
    commit(outer)
    monkeypatch.chdir(outer / "texts" / "statements")
    assert firmness(read(f"{HARBOUR}@HEAD~2")) == "call"


def test_a_collection_below_the_top_and_a_folder_below_the_collection(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(tmp_path)
    write(tmp_path / "texts", raw_statement())
    commit(tmp_path)
    monkeypatch.chdir(tmp_path / "texts" / "statements" / "harbour")
    assert firmness(read(f"{HARBOUR}@HEAD")) == "call"
    assert firmness(read(f"HEAD:texts/statements/{HARBOUR}.json")) == "call"
    assert firmness(read("HEAD:./2024-05-01.json")) == "call"


def test_inside_a_hook_the_path_is_still_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(tmp_path)
    write(tmp_path / "texts", raw_statement())
    commit(tmp_path)
    monkeypatch.chdir(tmp_path / "texts")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / ".git"))
    assert firmness(read(f"{HARBOUR}@HEAD")) == "call"


@pytest.mark.usefixtures("commits")
def test_a_symbolic_link_in_git_is_no_statement(tmp_path: Path) -> None:
    (tmp_path / "statements" / "harbour" / "link.json").symlink_to("/etc/passwd")
    commit(tmp_path)
    with pytest.raises(StmtdiffError, match="symbolic link"):
        read("harbour/link@HEAD")


def test_outside_a_repository_and_before_the_first_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, raw_statement())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(StmtdiffError, match="not a git repository"):
        read(f"{HARBOUR}@HEAD")
    begin(tmp_path)
    with pytest.raises(StmtdiffError, match="no commits yet"):
        read(f"{HARBOUR}@HEAD")


def test_statements_are_listed_at_a_commit_and_in_the_index(commits: list[str], tmp_path: Path) -> None:
    write(tmp_path, raw_statement(id="harbour/2025-05-01", date="2025-05-01"))
    git(tmp_path, "add", "--all")
    repository = repository_of(open_collection())
    assert statements_at(repository, commits[0]) == (HARBOUR,)
    assert statements_at(repository, "") == (HARBOUR, "harbour/2025-05-01")


def test_names_are_taken_apart_without_git() -> None:
    assert parse_name("a/b@HEAD@{1}") == Named("HEAD@{1}", statement="a/b")
    assert parse_name("a@{2024-01-01 10:00}") == Named("{2024-01-01 10:00}", statement="a")
    assert parse_name("main@{1}:a/b.json") == Named("main@{1}", path="a/b.json")
    assert parse_name(":2:a.json") == Named("", path="2:a.json")
    assert date_in("{2024-01-01}") == ("HEAD", "2024-01-01T23:59:59+0000")
    assert date_in("main@{2 weeks ago}") == ("main", "2 weeks ago")
    assert date_in("{1}") is None
    assert date_in("HEAD") is None
