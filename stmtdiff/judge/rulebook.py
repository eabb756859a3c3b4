"""The rules as they are loaded; ``rules.toml`` beside this module is what people edit."""

from __future__ import annotations

import json
from pathlib import Path

HOME = Path(__file__).parent
_BOOK: dict[str, dict[str, str]] = {}


def rule(rule_id: str) -> dict[str, str]:
    """Return what a judgement needs of a rule: its aspect and its sentences."""
    if not _BOOK:
        _BOOK.update(json.loads((HOME / "rules.json").read_text(encoding="utf-8")))
    return _BOOK[rule_id]
