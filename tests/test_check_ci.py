"""What other people's pipelines run: the shell of the GitHub action, and the hooks for pre-commit."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from checking import NEW, Repository, begun, reworded, statement
from repositories import ENVIRONMENT, git

yaml = pytest.importorskip("yaml", reason="pre-commit, which brings a YAML reader, is not installed")

ROOT = Path(__file__).parent.parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
HIDDEN = reworded(0, "They thank the har\u200bbour master of Bergen.")
_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return begun(tmp_path / "work" / "statements-repository")


class Runner:
    """A runner's environment, as far as a composite action sees it."""

    def __init__(self, folder: Path, workspace: Path) -> None:
        """Lay the files that a runner hands to a step, and the tool where the install step puts it."""
        self.workspace, self.temp = workspace, folder / "temp"
        self.outputs, self.summary = folder / "outputs", folder / "summary.md"
        tool = self.temp / "stmtdiff" / "bin" / "stmtdiff"
        tool.parent.mkdir(parents=True)
        tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m stmtdiff "$@"\n', encoding="utf-8")
        tool.chmod(0o755)
        self.outputs.touch()

    def check(self, pushed_onto: str = "", **inputs: str) -> subprocess.CompletedProcess[str]:
        """Run the step with ``id: check``; inputs that are not given have their defaults."""
        (step,) = [each for each in ACTION["runs"]["steps"] if each.get("id") == "check"]
        values = {name: str(given["default"]) for name, given in ACTION["inputs"].items()}
        values |= {name.replace("_", "-"): value for name, value in inputs.items()}
        context = {f"inputs.{name}": value for name, value in values.items()}
        context["github.event_name == 'push' && github.event.before || ''"] = pushed_onto

        def filled(text: str) -> str:
            return _EXPRESSION.sub(lambda match: context[match[1]], text)

        script = self.temp / "step.sh"
        script.write_text(step["run"], encoding="utf-8")
        base = {k: v for k, v in os.environ.items() if not k.startswith(("GITHUB_", "CI_"))}
        given = {
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_WORKSPACE": str(self.workspace),
            "GITHUB_OUTPUT": str(self.outputs),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "RUNNER_TEMP": str(self.temp),
            **{name: filled(value) for name, value in step["env"].items()},
        }
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=self.workspace / filled(step["working-directory"]),
            env={**base, **ENVIRONMENT, **given},
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def runner(repository: Repository, tmp_path: Path) -> Runner:
    return Runner(tmp_path / "runner", repository.root)


def test_inputs_are_named_like_the_flags() -> None:
    from stmtdiff.cli.check import command

    flags = {option.removeprefix("--") for parameter in command.params for option in parameter.opts}
    assert set(ACTION["inputs"]) - {"files", "working-directory"} <= flags


def test_the_script_holds_no_expression() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step["run"]


def test_every_output_is_written_by_the_check(runner: Runner) -> None:
    runner.check()
    written = {line.partition("=")[0] for line in runner.outputs.read_text(encoding="utf-8").splitlines()}
    for name, output in ACTION["outputs"].items():
        assert output["value"] == f"${{{{ steps.check.outputs.{name} }}}}"
        assert name in written


def test_a_clean_step_passes_with_a_summary(runner: Runner) -> None:
    done = runner.check()
    assert done.returncode == 0, done.stderr
    assert "no findings" in done.stdout
    assert "no findings" in runner.summary.read_text(encoding="utf-8")


def test_a_finding_fails_the_step_and_is_annotated(runner: Runner, repository: Repository) -> None:
    repository.write(statement(clauses=HIDDEN))
    done = runner.check(output="findings.sarif\ngitlab=quality.json\n")
    assert done.returncode == 1, done.stderr
    assert f"::error file=statements/{NEW}.json,line=" in done.stdout
    assert "result=failed" in runner.outputs.read_text(encoding="utf-8")
    assert (repository.root / "findings.sarif").exists()
    assert (repository.root / "quality.json").exists()


def test_every_input_reaches_the_command(runner: Runner, repository: Repository) -> None:
    repository.write(statement(clauses=HIDDEN))
    assert runner.check(fail_on="never").returncode == 0
    assert "checked 2 of 2" in runner.check(all="true").stdout
    assert "adopted-edited" not in runner.check(only="invisible\nlayout\n").stdout
    assert runner.check(files=f"statements/{NEW}.json\nharbour\n").returncode == 1
    assert runner.check(against="nowhere").returncode == 2
    assert "there is no such file" in runner.check(config="nowhere.toml").stderr
    assert runner.check(strict="true").returncode == 1
    assert runner.check(format="json").stdout.startswith("{")
    assert "checked 1 of 2" in runner.check(working_directory="statements").stdout


@pytest.mark.parametrize("words", ["$(touch owned)", "`touch owned`", '"; touch owned; "', "--help", "-x"])
def test_an_input_is_never_run_nor_taken_for_an_option(runner: Runner, repository: Repository, words: str) -> None:
    done = runner.check(files=words, against="")
    assert done.returncode == 2, done.stdout
    assert runner.check(against=words).returncode == 2
    assert not (repository.root / "owned").exists()


def test_a_push_is_checked_against_what_it_was_pushed_onto(runner: Runner, repository: Repository) -> None:
    repository.git("checkout", "-q", "main")
    onto = repository.git("rev-parse", "HEAD")
    repository.write(statement(place="Bergen"))
    repository.commit("One")
    (repository.root / "README.md").write_text("Two", encoding="utf-8")
    repository.commit("Two")
    assert "checked 0 of 2" in runner.check().stdout
    assert "checked 1 of 2" in runner.check(pushed_onto=onto).stdout


@pytest.mark.parametrize("onto", ["0" * 40, "1234567890" * 4])
def test_a_new_branch_or_a_forced_push_takes_the_default_base(runner: Runner, onto: str) -> None:
    assert runner.check(pushed_onto=onto).returncode == 0


@pytest.mark.slow
def test_the_install_step_installs_the_command(tmp_path: Path) -> None:
    step = ACTION["runs"]["steps"][0]
    given = {"RUNNER_TEMP": str(tmp_path), "GITHUB_ACTION_PATH": str(ROOT)}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        env={**os.environ, **given},
        capture_output=True,
        text=True,
        check=False,
    )
    if "No matching distribution" in done.stderr or "Connection" in done.stderr:
        pytest.skip("no package registry here to build from")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "stmtdiff" / "bin" / "stmtdiff").exists()


def test_hooks_run_commands_that_exist() -> None:
    from stmtdiff.cli import COMMANDS

    assert {hook["id"] for hook in HOOKS} == {"stmtdiff-check", "stmtdiff-format"}
    for hook in HOOKS:
        assert hook["entry"].split()[:2] == ["stmtdiff", "check"]
        assert hook["entry"].split()[1] in COMMANDS
        assert re.search(hook["files"], f"statements/{NEW}.json")
        assert re.search(hook["files"], "archive/statements/a/b.json")
        assert not re.search(hook["files"], "schema/statement.schema.json")


@pytest.mark.slow
@pytest.mark.skipif(find_spec("pre_commit") is None, reason="pre-commit is not installed")
def test_the_real_pre_commit_runs_the_hooks(repository: Repository, tmp_path: Path) -> None:
    # The hooks as they are published, but run by this environment's command: nothing is installed from a network.
    tools = tmp_path / "tools"
    tools.mkdir()
    command = tools / "stmtdiff"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m stmtdiff "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    hooks: list[dict[str, Any]] = [{**hook, "language": "system"} for hook in HOOKS]
    config = {"repos": [{"repo": "local", "hooks": hooks}]}
    (repository.root / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    environment = {
        **os.environ,
        **ENVIRONMENT,
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "PRE_COMMIT_HOME": str(tmp_path / "cache"),
    }

    def pre_commit() -> subprocess.CompletedProcess[str]:
        repository.git("add", "-A")
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", "--verbose"],
            cwd=repository.root,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    repository.write(statement(place="Bergen"))
    assert pre_commit().returncode == 0
    repository.path(NEW).write_text(repository.path(NEW).read_text(encoding="utf-8").replace("\n", "\n\n"), "utf-8")
    reformatted = pre_commit()
    assert reformatted.returncode == 1
    assert "files were modified by this hook" in reformatted.stdout
    assert pre_commit().returncode == 0
    repository.write(statement(clauses=HIDDEN))
    failed = pre_commit()
    assert failed.returncode == 1
    assert "[invisible " in failed.stdout
    assert git(repository.root, "status", "--porcelain") != ""
