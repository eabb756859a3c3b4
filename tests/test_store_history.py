"""The revisions of one file as git tells them: through renamings, merges, copies and hostile messages."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from repositories import HARBOUR, TEXTS, begin, commit, git, harbour, raw_statement, store, write

from stmtdiff.corpus import open_collection
from stmtdiff.store.history import Revision, follow
from stmtdiff.store.objects import Objects
from stmtdiff.store.repository import repository_of
from stmtdiff.store.working import changed_statements

pytestmark = pytest.mark.usefixtures("own_git")
FILE = f"statements/{HARBOUR}.json"


def history(statement: str = HARBOUR, revision: str = "HEAD") -> list[Revision]:
    repository = repository_of(open_collection())
    return list(follow(repository, repository.path_of(statement), revision))


def test_revisions_come_newest_first_with_what_git_knows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commits = harbour(tmp_path)
    monkeypatch.chdir(tmp_path)
    found = history()
    assert [each.commit for each in found] == commits[::-1]
    assert found[0].subject == "Third draft"
    assert (found[0].author, found[0].committed[:19]) == ("Ada Desk", "2024-06-03T10:00:00")
    assert found[0].before == (found[1].after,)
    assert found[2].before == ()
    assert [each.commit for each in history(revision=commits[1])] == commits[1::-1]


def test_settings_of_a_person_do_not_bend_the_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commits = harbour(tmp_path)
    for key, value in {
        "log.showRoot": "false",
        "log.date": "relative",
        "diff.renames": "false",
        "diff.relative": "true",
        "diff.noprefix": "true",
        "color.ui": "always",
        "format.pretty": "fuller",
        "log.follow": "false",
        "log.diffMerges": "on",
        "core.abbrev": "4",
        "core.quotePath": "true",
        "log.decorate": "full",
    }.items():
        git(tmp_path, "config", key, value)
    monkeypatch.chdir(tmp_path / "statements")
    assert [each.commit for each in history()] == commits[::-1]
    assert history()[-1].before == ()


def test_renamings_are_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commits = harbour(tmp_path)
    (tmp_path / "statements" / "pilots").mkdir()
    git(tmp_path, "mv", FILE, "statements/pilots/2024-05-01.json")
    commits.append(commit(tmp_path))
    monkeypatch.chdir(tmp_path)
    found = history("pilots/2024-05-01")
    assert [each.commit for each in found] == commits[::-1]
    assert (found[0].was, found[0].path) == (FILE, "statements/pilots/2024-05-01.json")
    assert found[1].path == FILE


def test_a_statement_like_its_predecessor_is_no_revision_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    harbour(tmp_path)
    write(tmp_path, raw_statement(id="harbour/2025-05-01", date="2025-05-01"))
    added = commit(tmp_path)
    monkeypatch.chdir(tmp_path)
    found = history("harbour/2025-05-01")
    assert [each.commit for each in found] == [added]
    assert found[0].before == ()
    assert found[0].was == "statements/harbour/2025-05-01.json"


def test_a_merge_counts_when_it_agrees_with_no_side(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commits = harbour(tmp_path)
    git(tmp_path, "checkout", "--quiet", "-b", "side", commits[0])
    store(tmp_path, {**TEXTS, "c-2": "A side's wording."}, "Side", date="2024-06-04T10:00:00Z")
    git(tmp_path, "checkout", "--quiet", "main")
    git(tmp_path, "merge", "--quiet", "--no-commit", "--strategy=ours", "side")
    merged = store(tmp_path, {**TEXTS, "c-2": "The merge's own."}, "Merge", date="2024-06-05T10:00:00Z")
    monkeypatch.chdir(tmp_path)
    found = {each.commit: each for each in history()}
    assert len(found[merged].before) == 2
    assert len(found) == 5


def test_a_deleted_file_keeps_its_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    harbour(tmp_path)
    shutil.rmtree(tmp_path / "statements" / "harbour")
    commit(tmp_path)
    monkeypatch.chdir(tmp_path)
    found = history()
    assert len(found) == 4
    assert found[0].after is None


def test_messages_and_names_are_only_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(tmp_path)
    write(tmp_path, raw_statement())
    git(tmp_path, "add", "--all")
    message = "a \x01b\x02c :100644 \x1b[31mred\n\nbody"
    git(tmp_path, "commit", "--quiet", "--message", message, GIT_AUTHOR_NAME="N\x01a\x02me")
    monkeypatch.chdir(tmp_path)
    assert len(history()) == 1
    assert history()[0].after


def test_objects_are_read_by_name_from_one_process(tmp_path: Path) -> None:
    commits = harbour(tmp_path)
    with Objects(str(tmp_path)) as objects:
        content = objects.read(f"HEAD:{FILE}")
        assert content
        assert json.loads(content[1])["id"] == HARBOUR
        assert objects.read("HEAD:nothing here") is None
        assert objects.read("nothing at all") is None
        assert objects.read("HEAD^{tree}") is None
        commit_object = objects.read("HEAD^{commit}")
        assert commit_object
        assert commit_object[0] == commits[-1]
        assert objects.read(content[0]) == content


def test_what_differs_from_head(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    harbour(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert changed_statements(open_collection()) == []
    write(tmp_path, raw_statement(id="harbour/2025-05-01", date="2025-05-01"))
    (tmp_path / FILE).unlink()
    found = {each.statement: each for each in changed_statements(open_collection())}
    assert (found["harbour/2025-05-01"].old, found[HARBOUR].new) == (None, None)
    assert changed_statements(open_collection(), staged=True) == []
    git(tmp_path, "add", "--all")
    assert [each.statement for each in changed_statements(open_collection(), staged=True)] == sorted(found)


def test_line_endings_of_a_checkout_are_no_difference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    harbour(tmp_path)
    monkeypatch.chdir(tmp_path)
    (tmp_path / FILE).write_bytes((tmp_path / FILE).read_bytes().replace(b"\n", b"\r\n"))
    assert changed_statements(open_collection()) == []


def test_a_name_with_a_line_feed_is_no_object_and_the_next_answer_is_the_right_one(tmp_path: Path) -> None:
    commits = harbour(tmp_path)
    with Objects(str(tmp_path)) as objects:
        assert objects.read("HEAD~1:x\nHEAD~2") is None
        found = objects.read("HEAD")
    assert found
    assert found[0] == commits[-1]
