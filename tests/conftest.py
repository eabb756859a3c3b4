"""What several test modules need: the optional real documents, and the command as a person runs it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import repositories
from hypothesis import settings

# A busy machine is no failure; in CI the same examples are tried every time.
settings.register_profile("stmtdiff", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("stmtdiff")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="Rewrite the golden files; review them with git diff."
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with ``tests/golden/<name>``, or rewrite that file with ``--update-golden``."""

    def check(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"{path} is missing: run pytest --update-golden and review it"
        assert text == path.read_text(encoding="utf-8")

    return check


@pytest.fixture(scope="session")
def shared() -> Path:
    """Real statements, labelled pairs and facts: optional test data beside the project."""
    if not SHARED.is_dir():
        pytest.skip(f"no real documents at {SHARED}")
    return SHARED


@pytest.fixture(scope="session")
def stmtdiff_command() -> list[str]:
    """The command line of this environment, for whole-process tests."""
    return [sys.executable, "-m", "stmtdiff"]


@pytest.fixture
def own_git(monkeypatch: pytest.MonkeyPatch) -> None:
    """Git with an identity from the environment and no settings of the machine."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in repositories.ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
