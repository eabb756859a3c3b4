"""``stmtdiff explain``: the reason for one rule, its source, and an example on each side of its border."""

from __future__ import annotations

from difflib import get_close_matches
from textwrap import fill

import click

from stmtdiff.cli import output
from stmtdiff.judge.catalogue import Example, Rule, rules


@click.command()
@click.argument("name", metavar="RULE")
def command(name: str) -> None:
    """Say why RULE judges as it does: what it looks for, its source, and what it does and does not fire on."""
    known = {rule.id: rule for rule in rules()}
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = f"did you mean {near[0]!r}?" if near else "`stmtdiff rules` lists them"
        raise click.UsageError(f"there is no rule {name!r}; {hint}")
    output.emit(_explained(known[name]))


def _explained(rule: Rule) -> str:
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
    lines += ["", f"Fires ({rule.fires.direction}):", *_shown(rule.fires), "", "Does not fire:", *_shown(rule.silent)]
    width = output.terminal_width()
    return "\n".join(fill(line, width, subsequent_indent="    ") if line else "" for line in lines)


def _shown(example: Example) -> list[str]:
    return [f"  old: {example.old}", f"  new: {example.new}"]
