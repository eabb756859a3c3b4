"""The rules as they are loaded; the files in ``rules/`` beside this module are what people edit."""

from __future__ import annotations

import json
import os

_FILE = os.path.join(os.path.dirname(__file__), "rules.json")
_BOOK: dict[str, dict[str, str]] = {}


def rule(rule_id: str) -> dict[str, str]:
    """Return what a judgement needs of a rule: its aspect and its sentences."""
    if not _BOOK:
        with open(_FILE, encoding="utf-8") as file:
            _BOOK.update(json.load(file))
    return _BOOK[rule_id]
