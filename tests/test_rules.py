"""The catalogue: every rule fires on its example and both ways, is silent on its look-alike and on no change."""

from __future__ import annotations

import json
import subprocess

import pytest
from judging import MIRROR, golden_cases, judged

from stmtdiff.check.catalogue import RULES as CHECKED
from stmtdiff.judge.catalogue import HOME, Rule, rules, written
from stmtdiff.model import Aspect

RULES = rules()
ONLY_FORWARD = {"lapsed-time", "calendar-date"}  # time passes one way: the example rests on the dates of the statements


def _id(rule: Rule) -> str:
    return rule.id


def fired(old: str, new: str, kind: str) -> set[tuple[str, str]]:
    return {(effect.rule, effect.direction.value) for effect in judged(old, new, kind).effects}


@pytest.mark.parametrize("rule", RULES, ids=_id)
def test_a_rule_fires_on_its_example(rule: Rule) -> None:
    assert (rule.id, rule.fires.direction) in fired(rule.fires.old, rule.fires.new, rule.fires.kind)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.id not in ONLY_FORWARD], ids=_id)
def test_a_rule_fires_the_other_way_round(rule: Rule) -> None:
    mirrored = MIRROR.get(rule.fires.direction, rule.fires.direction)
    assert (rule.id, mirrored) in fired(rule.fires.new, rule.fires.old, rule.fires.kind)


@pytest.mark.parametrize("rule", RULES, ids=_id)
def test_a_rule_is_silent_on_its_look_alike(rule: Rule) -> None:
    assert rule.id not in {name for name, _ in fired(rule.silent.old, rule.silent.new, rule.silent.kind)}


@pytest.mark.parametrize("rule", RULES, ids=_id)
def test_nothing_fires_where_nothing_changed(rule: Rule) -> None:
    for text in (rule.fires.old, rule.fires.new, rule.silent.old, rule.silent.new):
        assert not judged(text, text, rule.fires.kind).effects


def test_nothing_fires_on_a_golden_case_against_itself() -> None:
    for case in golden_cases():
        for text in (case.old, case.new):
            assert not judged(text, text, case.kind, case.dates).effects


@pytest.mark.parametrize("rule", RULES, ids=_id)
def test_a_rule_has_both_directions_or_says_why_not(rule: Rule) -> None:
    assert {"stronger", "weaker"} <= set(rule.directions) or rule.one_way
    assert rule.aspect in set(Aspect)
    assert rule.reason
    assert rule.source


def test_rules_have_names_of_their_own() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_what_a_judgement_loads_is_what_the_toml_says() -> None:
    assert (HOME / "rules.json").read_text(encoding="utf-8") == written()


def test_the_command_lists_and_explains_every_rule(stmtdiff_command: list[str]) -> None:
    def output(*arguments: str) -> str:
        done = subprocess.run([*stmtdiff_command, *arguments], capture_output=True, text=True, check=True)
        return done.stdout

    listed = json.loads(output("rules", "--format", "json"))
    assert [entry["id"] for entry in listed["judgement"]] == [rule.id for rule in RULES]
    assert [entry["id"] for entry in listed["check"]] == list(CHECKED)
    assert "previous" in output("explain", "previous-cycle")
    assert RULES[0].id in output("rules", "--aspect", RULES[0].aspect)
    explained = output("explain", RULES[0].id)
    assert RULES[0].fires.new in " ".join(explained.split())
    assert "Does not fire" in explained


def test_an_unknown_rule_is_an_error_with_the_nearest_name(stmtdiff_command: list[str]) -> None:
    done = subprocess.run([*stmtdiff_command, "explain", "demand-lader"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "demand-ladder" in done.stderr
