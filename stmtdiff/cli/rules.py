"""``stmtdiff rules``: the catalogue of rules that judge a change of wording."""

from __future__ import annotations

import json

import click

from stmtdiff.cli import output
from stmtdiff.judge.catalogue import Rule, rules


@click.command()
@click.option("--aspect", metavar="ASPECT", help="Only rules of one aspect: force, outcome, condition ...")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="View to print."
)
def command(aspect: str | None, form: str) -> None:
    """List the rules that say what a change of wording does; `stmtdiff explain RULE` gives the reason for one."""
    chosen = [rule for rule in rules() if aspect in {None, rule.aspect}]
    if not chosen:
        known = ", ".join(sorted({rule.aspect for rule in rules()}))
        raise click.UsageError(f"there is no rule for the aspect {aspect!r}; there are: {known}")
    output.emit(_as_json(chosen) if form == "json" else _as_text(chosen))


def _as_text(chosen: list[Rule]) -> str:
    wide = max(len(rule.id) for rule in chosen)
    aspect = max(len(rule.aspect) for rule in chosen)
    return "\n".join(f"{rule.id:<{wide}}  {rule.aspect:<{aspect}}  {rule.about}" for rule in chosen)


def _as_json(chosen: list[Rule]) -> str:
    told = [
        {
            **rule._asdict(),
            "directions": list(rule.directions),
            "fires": rule.fires._asdict(),
            "silent": rule.silent._asdict(),
        }
        for rule in chosen
    ]
    return json.dumps(told, ensure_ascii=False, indent=2)
