"""docs/check.md says what the check does: its rules, its formats, its settings."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from stmtdiff.check.aspects import ASPECT_RULES
from stmtdiff.check.catalogue import RULES
from stmtdiff.codec.schemas import violations
from stmtdiff.model import Aspect
from stmtdiff.render.findings import FINDING_ENDINGS, FINDING_VIEWS

DOCS = (Path(__file__).parent.parent / "docs" / "check.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    match = re.search(rf"```{language}\n(.*?)```", DOCS, re.DOTALL)
    assert match
    return match[1]


def test_the_table_of_rules_is_the_catalogue() -> None:
    aspects = {rule.id for rule in ASPECT_RULES}
    expected = [
        f"| `{rule.id}` | {rule.severity} | {rule.demands} | {rule.reason} |"
        for rule in RULES.values()
        if rule.id not in aspects
    ]
    table = DOCS.partition("## Rules")[2].partition("\n## ")[0]
    assert [line for line in table.splitlines() if line.startswith("| `")] == expected


def test_every_aspect_is_named() -> None:
    assert all(aspect.value in DOCS for aspect in Aspect)


def test_every_format_and_ending_is_named() -> None:
    assert all(f"| `{name}` |" in DOCS for name in FINDING_VIEWS)
    assert all(f"`{ending}`" in DOCS for ending in FINDING_ENDINGS if ending != ".sarif.json")


def test_the_configuration_shown_is_sound() -> None:
    shown = re.sub(r"expires = (\S+)", r'expires = "\1"', block("toml"))
    raw = tomllib.loads(shown)
    assert list(violations(raw, "config")) == []
    assert set(raw["rules"]) <= set(RULES)
