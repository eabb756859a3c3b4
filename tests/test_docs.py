"""The documents say what is so: commands, outputs, links and module map are held against reality.

``pytest --update-golden`` rewrites the command table and the outputs shown in the README; review the diff.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from stmtdiff.cli import COMMANDS

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
DOCUMENTS = [README, *sorted((ROOT / "docs").glob("*.md"))]
EXAMPLE = re.compile(r"(?P<head>```console\n\$ (?P<command>[^\n]+)\n)(?P<output>.*?)(?P<tail>```)", re.DOTALL)
TABLE = re.compile(r"(?P<head><!-- commands -->\n).*?(?P<tail><!-- end -->)", re.DOTALL)


def output_of(command: str) -> str:
    """What a command line of the README prints, run in the project's folder at 80 columns."""
    line = command.replace("stmtdiff", f"{sys.executable} -m stmtdiff", 1)
    done = subprocess.run(
        ["bash", "-c", line],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={"COLUMNS": "80", "PATH": "/usr/bin:/bin"},
    )
    return done.stdout + done.stderr


def command_table() -> str:
    return "".join(f"| `stmtdiff {name}` | {line} |\n" for name, (_, line) in COMMANDS.items())


def test_the_command_table_is_the_programs_own(pytestconfig: pytest.Config) -> None:
    text = README.read_text(encoding="utf-8")
    right = TABLE.sub(lambda found: found["head"] + command_table() + found["tail"], text)
    if pytestconfig.getoption("--update-golden"):
        README.write_text(right, encoding="utf-8")
        return
    assert text == right


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_shown_output_is_what_the_command_prints(document: Path, pytestconfig: pytest.Config) -> None:
    text = document.read_text(encoding="utf-8")
    right = EXAMPLE.sub(lambda found: found["head"] + output_of(found["command"]) + found["tail"], text)
    if pytestconfig.getoption("--update-golden"):
        document.write_text(right, encoding="utf-8")
        return
    assert text == right


def test_the_readme_shows_outputs() -> None:
    assert len(EXAMPLE.findall(README.read_text(encoding="utf-8"))) >= 2


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_inside_the_project_leads_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\((?!https?://|#)([^)#\s]+)", document.read_text(encoding="utf-8")):
        assert (document.parent / target).exists(), target


def test_the_install_commands_are_single_lines_between_their_marks() -> None:
    text = README.read_text(encoding="utf-8")
    for mark in ("main command", "test command"):
        block = re.search(rf"<!-- {mark} -->\n```sh\n([^\n]+)\n```\n<!-- end -->", text)
        assert block, mark
        assert block[1].startswith("python3 -m venv .venv && .venv/bin/pip install")


def test_the_readme_names_every_stage_of_the_package() -> None:
    text = README.read_text(encoding="utf-8")
    stages = {path.stem for path in (ROOT / "stmtdiff").iterdir() if not path.name.startswith(("_", "py", "schema"))}
    missing = {stage for stage in stages if f"`{stage}" not in text and f"{stage} " not in text}
    assert not missing
