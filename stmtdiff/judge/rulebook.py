"""The rules as they are loaded; the TOML in ``rules/`` beside this module is what people edit."""

from __future__ import annotations

import json
import os

_FILE = os.path.join(os.path.dirname(__file__), "rules.json")
Entry = dict[str, str]
_BOOK: dict[str, Entry] = {}
_LADDERS: dict[str, str] = {}
_CLASSES: dict[str, Entry] = {}


def rule(rule_id: str) -> Entry:
    """Return what a judgement needs of a rule: its aspect, what it applies to, and its sentences."""
    if not _BOOK:
        _load()
    return _BOOK[rule_id]


def ladder_rule(table: str) -> str:
    """Return the rule that compares the rungs of a ladder."""
    if not _BOOK:
        _load()
    return _LADDERS[table]


def class_rules() -> dict[str, Entry]:
    """Return the rules that look for classes of words, by class; those whose words reach further come first."""
    if not _BOOK:
        _load()
    return _CLASSES


def _load() -> None:
    with open(_FILE, encoding="utf-8") as file:
        _BOOK.update(json.load(file))
    for rule_id, entry in sorted(_BOOK.items(), key=lambda item: "reaches" not in item[1]):
        entry["id"] = rule_id
        if "ladder" in entry:
            _LADDERS[entry["ladder"]] = rule_id
        if "class" in entry:
            _CLASSES[entry["class"]] = entry
