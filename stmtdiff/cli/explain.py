"""``stmtdiff explain``: the reason for one rule, its source, and an example on each side of its border."""

from __future__ import annotations

import json
from difflib import get_close_matches
from textwrap import fill
from typing import Any

import click

from stmtdiff.check.catalogue import RULES as CHECKED
from stmtdiff.check.rule import Rule as CheckRule
from stmtdiff.cli import output
from stmtdiff.cli.rules import severity_of
from stmtdiff.judge.catalogue import Example, Rule, rules


@click.command()
@click.argument("name", metavar="RULE")
def command(name: str) -> None:
    """Say why RULE judges as it does: what it looks for, its source, and what it does and does not fire on."""
    known: dict[str, Rule | CheckRule] = {**CHECKED, **{rule.id: rule for rule in rules()}}
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = f"did you mean {near[0]!r}?" if near else "`stmtdiff rules` lists them"
        raise click.UsageError(f"there is no rule {name!r}; {hint}")
    rule = known[name]
    lines = _of_check(rule) if isinstance(rule, CheckRule) else _of_judgement(rule)
    width = output.terminal_width()
    output.emit("\n".join(fill(line, width, subsequent_indent="    ") if line else "" for line in lines))


def _of_check(rule: CheckRule) -> list[str]:
    return [
        f"{rule.id}: a rule of the check, {severity_of(rule)} by default",
        "",
        rule.demands,
        "",
        f"Why: {rule.reason}",
        "",
        "Passes:",
        f"  {_example(rule.passes)}",
        "",
        "Fails:",
        f"  {_example(rule.fails)}",
    ]


def _example(parts: dict[str, Any]) -> str:
    return json.dumps(parts, ensure_ascii=False) if parts else "a sound statement as it is"


def _of_judgement(rule: Rule) -> list[str]:
    lines = [
        f"{rule.id}: aspect {rule.aspect}, direction {' or '.join(rule.directions)}",
        "",
        rule.about,
        "",
        f"Why: {rule.reason}",
        f"Source: {rule.source}",
    ]
    if rule.one_way:
        lines.append(f"One way: {rule.one_way}")
    return [
        *lines,
        "",
        f"Fires ({rule.fires.direction}):",
        *_shown(rule.fires),
        "",
        "Does not fire:",
        *_shown(rule.silent),
    ]


def _shown(example: Example) -> list[str]:
    return [f"  old: {example.old}", f"  new: {example.new}"]
