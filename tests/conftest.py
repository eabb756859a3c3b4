"""What several test modules need: the optional real documents, and the command as a person runs it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


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
