"""The language data: prepared as written, complete, and open to another language."""

from __future__ import annotations

import json
import tomllib

import pytest

from stmtdiff.errors import StmtdiffError
from stmtdiff.language import prepare
from stmtdiff.language.cues import collect
from stmtdiff.language.inflection import alternatives, inflected, key_of, verbs_of
from stmtdiff.language.lexicon import load
from stmtdiff.language.prepare import HOME
from stmtdiff.reading.scan import scan


def test_the_prepared_form_is_what_the_toml_says() -> None:
    assert (HOME / "en" / "prepared.json").read_text(encoding="utf-8") == prepare.written("en")


def test_every_file_of_the_language_keeps_the_schema() -> None:
    from jsonschema import Draft202012Validator

    schema = json.loads((HOME.parent.parent / "schema" / "language.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for path in sorted((HOME / "en").glob("*.toml")):
        tables = {"file": path.stem, "tables": tomllib.loads(path.read_text(encoding="utf-8"))}
        assert not [error.message for error in validator.iter_errors(tables)], path.name


def test_sources_of_the_ladders_are_listed() -> None:
    tables = prepare.source_tables("en")
    known = tables["sources"]["sources"].keys()
    for stem in ("acts", "modals", "outcomes"):
        for table in tables[stem].values():
            for rung in table.get("rungs", []):
                assert known >= set(rung["sources"])


def test_rungs_rise() -> None:
    for stem in ("acts", "modals", "outcomes", "quantities", "times", "parties", "references"):
        for table in prepare.source_tables("en")[stem].values():
            levels = [rung["level"] for rung in table.get("rungs", [])]
            assert levels == sorted(set(levels))


def test_alternatives_and_inflections_are_written_out() -> None:
    assert alternatives("(a|b) c (d|)") == ["a c d", "a c", "b c d", "b c"]
    verbs = verbs_of({"call": "calls called calling"}, {"spelling": {"words": [], "endings": []}})
    assert inflected("{call} on", verbs) == {
        "b": ["call on"],
        "s": ["calls on"],
        "d": ["called on"],
        "g": ["calling on"],
    }


def test_a_verb_without_inflections_is_refused() -> None:
    with pytest.raises(StmtdiffError, match="no inflections for 'glorp'"):
        inflected("{glorp} on", {})


def test_a_phrase_in_two_ladders_needs_a_rule() -> None:
    tables = prepare.source_tables("en")
    tables["acts"]["OTHER"] = {"rungs": [{"level": 1, "cues": ["{condemn}"]}]}
    with pytest.raises(StmtdiffError, match="stands in two ladders, BLAME and OTHER"):
        collect(tables, verbs_of(tables["verbs"], tables["plain"]))


def test_an_unknown_language_has_no_lexicon() -> None:
    assert load("tlh") is None
    assert load("../en") is None
    assert load("en-GB") is load("en")


def test_both_spellings_of_a_cue_are_known() -> None:
    lexicon = load("en")
    assert lexicon
    for phrase in ("recognise the need", "recognize the need", "endeavour to", "endeavor to", "criticised"):
        assert key_of(phrase) in lexicon.phrases


def test_every_cue_of_the_public_ladders_is_known(shared) -> None:  # noqa: ANN001 - a path
    ladders = json.loads((shared / "language" / "scales.json").read_text(encoding="utf-8"))
    lexicon = load("en")
    assert lexicon
    unknown = []
    for family, ladder in ladders.items():
        for level in ladder.get("levels", []):
            for cue in level["cues"]:
                text = f"We {cue.removesuffix(' X').replace('X', 'States')} it"
                marks = scan(text, lexicon).marks
                if not any(mark.kind in {"act", "modal", "outcome", "qualifier", "time", "quantity"} for mark in marks):
                    unknown.append((family, cue))
    assert len(unknown) <= 12, unknown
