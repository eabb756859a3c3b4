"""`stmtdiff log` and `stmtdiff compare` against HEAD, as a person runs them in a real repository."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from repositories import HARBOUR, TEXTS, commit, git, harbour, raw_statement, store, write

from stmtdiff.codec.schemas import violations

pytestmark = pytest.mark.usefixtures("own_git")
FILE = f"statements/{HARBOUR}.json"


@pytest.fixture
def commits(tmp_path: Path) -> list[str]:
    return harbour(tmp_path)


class Runner:
    """Runs stmtdiff in one folder."""

    def __init__(self, folder: Path, command: list[str]) -> None:
        self.folder, self.command = folder, command

    def __call__(self, *arguments: str, code: int = 0) -> str:
        done = subprocess.run([*self.command, *arguments], cwd=self.folder, capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stderr
        return done.stdout if code == 0 else done.stderr

    def log(self, *arguments: str) -> list[dict[str, Any]]:
        found = json.loads(self("log", *arguments, "--format", "json"))
        assert not list(violations(found, "log"))
        revisions: list[dict[str, Any]] = found["revisions"]
        return revisions


@pytest.fixture
def run(tmp_path: Path, stmtdiff_command: list[str]) -> Runner:
    return Runner(tmp_path, stmtdiff_command)


def test_each_revision_says_what_it_changed(commits: list[str], run: Runner) -> None:
    third, second, first = run.log(HARBOUR)
    assert [each["revision"]["commit"] for each in (first, second, third)] == commits
    assert (first["event"], first["clauses"], first["links"]) == ("created", 4, [])
    assert [link["verdict"] for link in second["links"]] == ["stronger"]
    assert second["summary"]["verdicts"]["stronger"] == 1
    assert sorted(link["verdict"] for link in third["links"] if link["verdict"] != "none") == ["dropped", "introduced"]


def test_the_text_has_date_author_subject_and_evidence(commits: list[str], run: Runner) -> None:
    text = run("log", "harbour/2024")
    assert f"{commits[1][:12]}  2024-06-02  Ada Desk\n    Second draft\n" in text
    assert 'force: "call on" -> "urge"' in text
    assert "DROPPED" in text
    assert "came in with 4 clauses" in text


@pytest.mark.parametrize("name", ["c-1", "2"])
def test_one_clause_has_only_its_own_revisions(commits: list[str], run: Runner, name: str) -> None:
    found = run.log(HARBOUR, "--clause", name)
    assert [each["revision"]["commit"] for each in found] == [commits[1], commits[0]]
    assert [link["new"] for link in found[0]["links"]] == [["c-1"]]
    assert "[-call on-]" in run("log", HARBOUR, "--clause", name)


@pytest.mark.usefixtures("commits")
def test_a_clause_is_followed_through_another_id(run: Runner, tmp_path: Path) -> None:
    store(tmp_path, {"x-1": TEXTS["c-2"].replace("welcome", "applaud")}, "Other ids", date="2024-06-04T10:00:00Z")
    found = run.log(HARBOUR, "--clause", "x-1")
    assert [each["revision"]["subject"] for each in found] == ["Other ids", "First draft"]


def test_a_limit_a_revision_and_a_path(commits: list[str], run: Runner) -> None:
    assert len(run.log(HARBOUR, "-n", "1")) == 1
    assert [each["revision"]["commit"] for each in run.log(f"{HARBOUR}@HEAD~1")] == commits[1::-1]
    assert [each["revision"]["commit"] for each in run.log(f"HEAD~1:{FILE}")] == commits[1::-1]
    assert len(run.log(FILE)) == 3


@pytest.mark.usefixtures("commits")
def test_a_revision_that_cannot_be_read_is_named_and_passed(run: Runner, tmp_path: Path) -> None:
    sound = (tmp_path / FILE).read_text(encoding="utf-8")
    (tmp_path / FILE).write_text("<<<<<<< ours\n", encoding="utf-8")
    commit(tmp_path, "Broken")
    (tmp_path / FILE).write_text(sound, encoding="utf-8")
    commit(tmp_path, "Mended")
    found = run.log(HARBOUR)
    assert [each["event"] for each in found] == ["unreadable", "unreadable", "changed", "changed", "created"]
    assert "cannot be read" in run("log", HARBOUR)


@pytest.mark.usefixtures("commits")
def test_a_deleted_statement_has_a_log(run: Runner, tmp_path: Path) -> None:
    git(tmp_path, "rm", "--quiet", FILE)
    git(tmp_path, "commit", "--quiet", "--message", "Withdraw")
    (tmp_path / "statements").mkdir(exist_ok=True)
    assert run.log(HARBOUR)[0]["event"] == "deleted"


@pytest.mark.usefixtures("commits")
def test_a_merge_has_only_what_it_changed_itself(run: Runner, tmp_path: Path) -> None:
    git(tmp_path, "checkout", "--quiet", "-b", "side", "HEAD~2")
    store(
        tmp_path, {**TEXTS, "c-2": "The ministers note the new harbour charter."}, "Side", date="2024-06-04T10:00:00Z"
    )
    git(tmp_path, "checkout", "--quiet", "main")
    git(tmp_path, "merge", "--quiet", "--no-commit", "--strategy=ours", "side")
    texts = {"c-9": "The ministers condemn the attack on the lighthouse.", **TEXTS}
    texts |= {"c-1": TEXTS["c-1"].replace("call on", "urge"), "c-2": "The ministers note the new harbour charter."}
    del texts["c-3"]
    store(tmp_path, texts, "Merge side", date="2024-06-05T10:00:00Z")
    assert run.log(HARBOUR)[0]["links"] == []
    assert "merge; nothing of its own" in run("log", HARBOUR)


@pytest.mark.usefixtures("commits")
def test_a_shallow_clone_says_that_history_may_reach_further(
    run: Runner, tmp_path: Path, stmtdiff_command: list[str]
) -> None:
    git(tmp_path, "clone", "--quiet", "--depth=1", tmp_path.as_uri(), "shallow")
    shallow = Runner(tmp_path / "shallow", stmtdiff_command)
    assert "git fetch --unshallow" in shallow("log", HARBOUR)
    assert json.loads(shallow("blame", HARBOUR, "--format", "json"))["complete"] is False
    assert "git fetch --unshallow" not in run("log", HARBOUR)


@pytest.mark.usefixtures("commits")
def test_what_has_no_log_says_so(run: Runner, tmp_path: Path) -> None:
    assert "no statement of that name is or was in git" in run("log", "bay/2020", code=2)
    write(tmp_path, raw_statement(id="bay/2020-01-01", date="2020-01-01"))
    assert "has no revision in git yet" in run("log", "bay/2020", code=2)


def test_hostile_words_of_a_commit_do_not_drive_the_terminal(run: Runner, tmp_path: Path) -> None:
    harbour(tmp_path)
    git(tmp_path, "commit", "--quiet", "--amend", "--message", "\x1b[2J\u202eevil", "--author", "\x1b]0;x\x07 <a@b>")
    text = run("log", HARBOUR)
    assert "\x1b" not in text
    assert "\u202e" not in text


@pytest.mark.usefixtures("commits")
def test_compare_with_nothing_is_the_working_tree_against_head(run: Runner, tmp_path: Path) -> None:
    assert run("compare") == ""
    firmer = TEXTS["c-2"].replace("welcome", "strongly support")
    write(tmp_path, raw_statement({**TEXTS, "c-2": firmer}))
    assert "strongly support" in run("compare")
    assert run("compare", "--staged") == ""
    git(tmp_path, "add", "--all")
    assert "strongly support" in run("compare", "--staged")
    found = json.loads(run("compare", "--staged", "--format", "json"))
    assert (found["old"]["rev"], found["new"]["rev"]) == ("HEAD", ":0")
    assert run("compare", "--exit-code", code=1) == ""


@pytest.mark.usefixtures("commits")
def test_the_predecessor_of_a_revision_is_the_one_of_then(run: Runner, tmp_path: Path) -> None:
    write(tmp_path, raw_statement(id="harbour/2025-05-01", date="2025-05-01"))
    commit(tmp_path)
    write(tmp_path, raw_statement({"c-1": "Everything was rewritten."}))
    commit(tmp_path)
    found = json.loads(run("compare", "harbour/2025-05-01@HEAD~1", "--format", "json"))
    assert (found["old"]["id"], len(found["old"]["clauses"])) == (HARBOUR, 4)


@pytest.mark.usefixtures("commits")
def test_several_changed_statements_follow_each_other(run: Runner, tmp_path: Path) -> None:
    write(tmp_path, raw_statement(id="bay/2020-01-01", date="2020-01-01", title="Bay ministers"))
    (tmp_path / FILE).unlink()
    text = run("compare")
    assert "Bay ministers" in text
    assert "introduced" in text
    assert "DROPPED" in text
    assert "2 statements differ from HEAD" in run("compare", "--format", "json", code=2)


def test_a_revision_that_begins_with_a_dash_is_refused(run: Runner, tmp_path: Path) -> None:
    harbour(tmp_path)
    for name in (f"{HARBOUR}@--output=owned", f"{HARBOUR}@-n1"):
        for command in (("log",), ("blame",), ("compare", HARBOUR)):
            assert "does not begin with a dash" in run(*command, name, code=2)
    assert not (tmp_path / "owned").exists()
