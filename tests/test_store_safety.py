"""A repository of somebody else's: nothing in its configuration, hooks or attributes runs when stmtdiff reads it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from repositories import HARBOUR, TEXTS, begin, commit, git, harbour, raw_statement, write

pytestmark = pytest.mark.usefixtures("own_git")

READING = (
    ("compare", f"{HARBOUR}@HEAD~2", f"{HARBOUR}@HEAD"),
    ("compare", f"HEAD~1:statements/{HARBOUR}.json", f"statements/{HARBOUR}.json"),
    ("compare", f"{HARBOUR}@HEAD...HEAD~1", f"{HARBOUR}@{{2024-06-02}}"),
    ("compare",),
    ("compare", "--staged"),
    ("log", HARBOUR),
    ("log", HARBOUR, "--clause", "c-1"),
    ("blame", HARBOUR, "--series"),
    ("compare", f"{HARBOUR}@nowhere", HARBOUR),
)


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A repository whose every known way to start a program leaves a mark in the file ``ran``."""
    harbour(tmp_path)
    write(tmp_path, raw_statement({**TEXTS, "c-4": "The pilots met in Oslo."}))
    git(tmp_path, "add", "--all")
    write(tmp_path, raw_statement({**TEXTS, "c-4": "The pilots met in Malmö."}))
    trap = tmp_path / "trap"
    trap.write_text(f'#!/bin/sh\necho "$0 $@" >> "{tmp_path}/ran"\n', encoding="utf-8")
    trap.chmod(0o755)
    hooks = tmp_path / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for hook in ("post-index-change", "reference-transaction", "pre-commit", "commit-msg", "post-commit"):
        (hooks / hook).symlink_to(trap)
    (tmp_path / ".git" / "info").mkdir(exist_ok=True)
    attributes = "*.json diff=trap filter=trap merge=trap\n"
    (tmp_path / ".git" / "info" / "attributes").write_text(attributes, encoding="utf-8")
    for key in (
        *("core.fsmonitor", "core.pager", "pager.log", "core.sshCommand", "core.editor", "core.askPass"),
        *("diff.external", "diff.trap.command", "diff.trap.textconv", "merge.trap.driver", "gpg.program"),
        *("filter.trap.clean", "filter.trap.smudge", "filter.trap.process", "alias.cat-file", "alias.log"),
        *("core.alternateRefsCommand", "credential.helper", "uploadpack.packObjectsHook", "remote.origin.uploadpack"),
    ):
        git(tmp_path, "config", key, f"{trap} {key}")
    for key in ("log.showSignature", "commit.gpgSign", "filter.trap.required"):
        git(tmp_path, "config", key, "true")
    return tmp_path


def run(folder: Path, *arguments: str, command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*command, *arguments], cwd=folder, capture_output=True, text=True, check=False)


def test_the_traps_work(hostile: Path) -> None:
    subprocess.run(["git", "status"], cwd=hostile, capture_output=True, check=False)
    assert "core.fsmonitor" in (hostile / "ran").read_text(encoding="utf-8")
    subprocess.run(["git", "diff"], cwd=hostile, capture_output=True, check=False)
    assert "filter.trap" in (hostile / "ran").read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_reading_runs_nothing(hostile: Path, arguments: tuple[str, ...], stmtdiff_command: list[str]) -> None:
    done = run(hostile, *arguments, command=stmtdiff_command)
    assert done.returncode == (2 if f"{HARBOUR}@nowhere" in arguments else 0), done.stderr
    assert not (hostile / "ran").exists(), (hostile / "ran").read_text(encoding="utf-8")


def test_storing_runs_nothing(hostile: Path, stmtdiff_command: list[str]) -> None:
    source = hostile / "new.md"
    source.write_text("# Pilots\n\n1. The pilots welcome the charter.\n", encoding="utf-8")
    arguments = ("import", "new.md", "--series", "pilots", "--date", "2024-07-01", "--commit")
    done = run(hostile, *arguments, command=stmtdiff_command)
    assert done.returncode == 0, done.stderr
    assert not (hostile / "ran").exists(), (hostile / "ran").read_text(encoding="utf-8")
    done = run(hostile, "compare", "pilots/2024@HEAD", "pilots/2024", command=stmtdiff_command)
    assert done.returncode == 0, done.stderr


def test_a_missing_object_of_a_partial_clone_is_not_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stmtdiff_command: list[str]
) -> None:
    whole = tmp_path / "whole"
    harbour(whole)
    git(whole, "config", "uploadpack.allowFilter", "true")
    partial = tmp_path / "partial"
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", whole.as_uri(), str(partial))
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\nexit 1\n", encoding="utf-8")
    trap.chmod(0o755)
    git(partial, "config", "remote.origin.uploadpack", str(trap))
    monkeypatch.chdir(partial)
    done = run(partial, "compare", f"{HARBOUR}@HEAD~2", f"{HARBOUR}@HEAD", command=stmtdiff_command)
    assert done.returncode == 2
    assert not (tmp_path / "ran").exists()
    subprocess.run(["git", "cat-file", "-p", f"HEAD~2:statements/{HARBOUR}.json"], capture_output=True, check=False)
    assert (tmp_path / "ran").exists()


@pytest.mark.parametrize("arguments", [("compare",), ("check", "--against", "HEAD~1"), ("check",)], ids=" ".join)
def test_a_file_that_git_knows_and_does_not_hold_is_no_new_file(
    tmp_path: Path, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, stmtdiff_command: list[str]
) -> None:
    """What is not here cannot be compared, and is not said to have come in."""
    harbour(tmp_path)
    for revision in ("HEAD", "HEAD~1"):
        blob = git(tmp_path, "rev-parse", f"{revision}:statements/{HARBOUR}.json")
        (tmp_path / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    write(tmp_path, raw_statement({**TEXTS, "c-4": "The pilots met in Malmö."}))
    monkeypatch.chdir(tmp_path)
    done = run(tmp_path, *arguments, command=stmtdiff_command)
    assert done.returncode == 2, done.stdout
    assert "git does not hold this content here" in done.stderr
    assert done.stdout == ""


def test_a_python_file_in_the_repository_is_not_imported(tmp_path: Path) -> None:
    """Drivers are started by git at the top of the working tree."""
    from stmtdiff.store.drivers import own_command

    (tmp_path / "click.py").write_text("open('ran', 'w')\n", encoding="utf-8")
    (tmp_path / "git.py").write_text("open('ran', 'w')\n", encoding="utf-8")
    done = subprocess.run(f"{own_command()} --version", shell=True, cwd=tmp_path, capture_output=True, check=False)  # noqa: S602 - as git starts it
    assert done.returncode == 0
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(
    "name", ["quote'd", "new\nline", "$(touch ran)", "`touch ran`", "-rf", "tab\tbed", "ünïcode", ":(top)x"]
)
def test_a_hostile_file_name_is_only_a_name(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch, stmtdiff_command: list[str]
) -> None:
    begin(tmp_path)
    path = write(tmp_path, raw_statement())
    commit(tmp_path)
    path.with_name(f"{name}.json").write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    path.unlink()
    commit(tmp_path)
    monkeypatch.chdir(tmp_path)
    for arguments in (("compare",), ("log", HARBOUR), ("compare", f"{HARBOUR}@HEAD~1", f"{HARBOUR}@HEAD")):
        done = run(tmp_path, *arguments, command=stmtdiff_command)
        assert done.returncode in {0, 2}
        assert "bug in stmtdiff" not in done.stderr
        assert "\n" not in done.stderr.rstrip("\n")
    assert not (tmp_path / "ran").exists()


def test_a_link_out_of_the_tree_is_neither_read_nor_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stmtdiff_command: list[str]
) -> None:
    collection, outside = begin(tmp_path / "collection"), tmp_path / "outside"
    write(collection, raw_statement())
    outside.mkdir()
    (outside / "2024-07-01.json").write_text("secret\n", encoding="utf-8")
    (collection / "statements" / "pilots").symlink_to(outside)
    (collection / "new.md").write_text("# Pilots\n\n1. The pilots welcome the charter.\n", encoding="utf-8")
    monkeypatch.chdir(collection)
    for arguments in (
        ("import", "new.md", "--series", "pilots", "--date", "2024-07-01"),
        ("import", "new.md", "--series", "pilots", "--date", "2024-08-01", "--commit"),
        ("compare",),
        ("show", "pilots/2024-07-01"),
    ):
        done = run(collection, *arguments, command=stmtdiff_command)
        assert done.returncode == 2, arguments
        assert "symbolic link" in done.stderr
        assert "secret" not in done.stdout + done.stderr
    assert os.listdir(outside) == ["2024-07-01.json"]
