"""``stmtdiff rules``: the catalogue of rules, those that judge a change of wording and those that the check holds."""

from __future__ import annotations

import json

import click

from stmtdiff.check.catalogue import RULES as CHECKED
from stmtdiff.check.rule import Rule as CheckRule
from stmtdiff.cli import output
from stmtdiff.judge.catalogue import Rule, rules


@click.command()
@click.option("--aspect", metavar="ASPECT", help="Only the rules of judgement of one aspect: force, outcome ...")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="View to print."
)
def command(aspect: str | None, form: str) -> None:
    """List the rules of judgement and of the check; `stmtdiff explain RULE` gives the reason for one."""
    judging = [rule for rule in rules() if aspect in {None, rule.aspect}]
    if not judging:
        known = ", ".join(sorted({rule.aspect for rule in rules()}))
        raise click.UsageError(f"there is no rule for the aspect {aspect!r}; there are: {known}")
    checking = list(CHECKED.values()) if aspect is None else []
    output.emit(_as_json(judging, checking) if form == "json" else _as_text(judging, checking))


def _as_text(judging: list[Rule], checking: list[CheckRule]) -> str:
    lines = ["What a change of wording does", *_columns([(rule.id, rule.aspect, rule.about) for rule in judging])]
    if checking:
        rows = [(rule.id, severity_of(rule), rule.demands) for rule in checking]
        lines += ["", "What the check demands", *_columns(rows)]
    return "\n".join(lines)


def severity_of(rule: CheckRule) -> str:
    """Say how much a breach weighs."""
    return rule.severity.value if rule.severity else "as the verdict"


def _columns(rows: list[tuple[str, str, str]]) -> list[str]:
    first, second = max(len(row[0]) for row in rows), max(len(row[1]) for row in rows)
    return [f"  {name:<{first}}  {kind:<{second}}  {about}" for name, kind, about in rows]


def _as_json(judging: list[Rule], checking: list[CheckRule]) -> str:
    told = {
        "judgement": [
            {
                **rule._asdict(),
                "directions": list(rule.directions),
                "fires": rule.fires._asdict(),
                "silent": rule.silent._asdict(),
            }
            for rule in judging
        ],
        "check": [
            {
                "id": rule.id,
                "group": rule.group.value,
                "severity": rule.severity.value if rule.severity else None,
                "demands": rule.demands,
                "reason": rule.reason,
                "passes": rule.passes,
                "fails": rule.fails,
            }
            for rule in checking
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)
