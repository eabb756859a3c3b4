"""Merging clause by clause: laws of a three-way merge, and conflicts that say what they are about."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from repositories import TEXTS, raw_statement

from stmtdiff.codec import decode_statement, parse_json
from stmtdiff.codec.conflicts import conflicts_in, encode_conflicts
from stmtdiff.codec.schemas import violations
from stmtdiff.errors import StmtdiffError
from stmtdiff.model import Statement
from stmtdiff.render.plain import as_lines
from stmtdiff.versions.merge import Merged, merge
from stmtdiff.versions.order import merge_order
from stmtdiff.versions.resolve import resolve


def statement(texts: dict[str, str] | None = None, **fields: object) -> Statement:
    return decode_statement(json.dumps(raw_statement(texts, **fields)).encode(), where="test")


BASE = statement()
URGES = {**TEXTS, "c-1": TEXTS["c-1"].replace("call on", "urge")}
INVITES = {**TEXTS, "c-1": TEXTS["c-1"].replace("call on", "invite")}


def merged_texts(merged: Merged) -> dict[str, str]:
    return {clause.id: clause.text for clause in merged.statement.clauses}


def without(texts: dict[str, str], name: str) -> dict[str, str]:
    return {key: text for key, text in texts.items() if key != name}


def test_changes_to_different_clauses_merge() -> None:
    theirs = {**TEXTS, "c-2": "The ministers note the new harbour charter."}
    merged = merge(BASE, statement(URGES), statement(theirs))
    assert not merged.conflicts
    assert merged_texts(merged) == {**TEXTS, "c-1": URGES["c-1"], "c-2": theirs["c-2"]}


def test_neighbouring_lines_in_one_clause_merge() -> None:
    """Where git sees two changes to one hunk: a number and a text."""
    base = statement(clauses=[{"id": "c-1", "number": "1", "kind": "operative", "text": "Ports open."}])
    ours = statement(clauses=[{"id": "c-1", "number": "7", "kind": "operative", "text": "Ports open."}])
    theirs = statement(clauses=[{"id": "c-1", "number": "1", "kind": "preambular", "text": "Ports close."}])
    merged = merge(base, ours, theirs)
    clause = merged.statement.clauses[0]
    assert (clause.number, clause.kind, clause.text, merged.conflicts) == ("7", "preambular", "Ports close.", ())


def test_one_clause_changed_on_both_sides_is_a_conflict_with_its_verdicts() -> None:
    merged = merge(BASE, statement(URGES), statement(INVITES))
    (conflict,) = merged.conflicts
    assert (conflict.clause, conflict.field) == ("c-1", "text")
    assert (conflict.base, conflict.ours, conflict.theirs) == (TEXTS["c-1"], URGES["c-1"], INVITES["c-1"])
    assert conflict.verdicts == {"ours": "stronger", "theirs": "weaker"}
    assert set(conflict.why) == {"ours", "theirs"}
    assert merged_texts(merged) == URGES


def test_the_same_change_on_both_sides_is_no_conflict() -> None:
    curly = {**URGES, "c-2": "The ministers “welcome” the new harbour charter."}
    straight = {**URGES, "c-2": 'The ministers "welcome" the new harbour charter.'}
    merged = merge(BASE, statement(curly), statement(straight))
    assert not merged.conflicts
    assert merged_texts(merged) == curly


def test_deleted_here_and_changed_there_is_a_conflict_that_keeps_the_words() -> None:
    for ours, theirs in ((without(TEXTS, "c-1"), URGES), (URGES, without(TEXTS, "c-1"))):
        merged = merge(BASE, statement(ours), statement(theirs))
        (conflict,) = merged.conflicts
        assert conflict.field == "clause"
        assert {conflict.ours, conflict.theirs} == {None, URGES["c-1"]}
        assert "dropped" in conflict.verdicts.values()
        assert merged_texts(merged)["c-1"] == URGES["c-1"]


def test_deleted_here_and_left_alone_there_is_deleted() -> None:
    merged = merge(BASE, statement(without(TEXTS, "c-2")), statement(URGES))
    assert not merged.conflicts
    assert merged_texts(merged) == without(URGES, "c-2")


def test_additions_of_both_sides_stand_at_their_places_ours_first() -> None:
    ours = {"c-0": "Opening words.", "c-1": TEXTS["c-1"], "o-1": "They thank Bergen.", **without(TEXTS, "c-1")}
    theirs = {"c-1": TEXTS["c-1"], "t-1": "They thank Oslo.", **without(TEXTS, "c-1"), "t-2": "Closing words."}
    merged = merge(BASE, statement(ours), statement(theirs))
    assert list(merged_texts(merged)) == ["c-0", "c-1", "o-1", "t-1", "c-2", "c-3", "c-4", "t-2"]
    assert [clause.number for clause in merged.statement.clauses] == [str(n) for n in range(1, 9)]


def test_numbers_that_do_not_count_on_are_left_to_a_person() -> None:
    def numbered(number: str) -> Statement:
        return replace(BASE, clauses=(replace(BASE.clauses[0], number=number), *BASE.clauses[1:]))

    merged = merge(BASE, numbered("1 bis"), numbered("1 ter"))
    assert [(each.field, each.ours, each.theirs) for each in merged.conflicts] == [("number", "1 bis", "1 ter")]


def test_a_side_that_moved_clauses_decides_the_order() -> None:
    moved = {name: TEXTS[name] for name in ("c-3", "c-1", "c-2", "c-4")}
    for ours, theirs in ((moved, URGES), (URGES, moved)):
        merged = merge(BASE, statement(ours), statement(theirs))
        assert list(merged_texts(merged)) == list(moved)
        assert merged_texts(merged)["c-1"] == URGES["c-1"]


def test_both_sides_moved_clauses_is_a_conflict_of_order() -> None:
    ours = {name: TEXTS[name] for name in ("c-3", "c-1", "c-2", "c-4")}
    theirs = {name: TEXTS[name] for name in ("c-1", "c-2", "c-4", "c-3")}
    merged = merge(BASE, statement(ours), statement(theirs))
    (conflict,) = merged.conflicts
    assert (conflict.field, conflict.theirs) == ("order", list(theirs))
    text, left = resolve(encode_conflicts(merged.statement, [conflict]).encode(), where="x", side="theirs")
    assert left == 0
    assert [clause.id for clause in decode_statement(text.encode(), where="x").clauses] == list(theirs)


def test_fields_and_lists_of_the_statement_merge() -> None:
    base = statement(notes=["a", "b"], place="Oslo")
    ours = statement(notes=["b", "o"], place="Bergen", title="Ours")
    theirs = statement(notes=["a", "b", "t"], place="Malmö")
    merged = merge(base, ours, theirs)
    assert merged.statement.notes == ("b", "o", "t")
    assert merged.statement.title == "Ours"
    assert [(each.field, each.clause) for each in merged.conflicts] == [("place", None)]


def test_a_parent_that_was_deleted_comes_back_for_its_new_item() -> None:
    item = {"id": "i-1", "kind": "operative", "text": "to light the pier", "parent": "c-1"}
    theirs = statement(clauses=[*raw_statement()["clauses"], item])
    merged = merge(BASE, statement(without(TEXTS, "c-1")), theirs)
    assert {"c-1", "i-1"} <= set(merged_texts(merged))
    assert [each.field for each in merged.conflicts] == ["clause"]


def test_a_clause_under_another_id_is_still_the_clause() -> None:
    ours = statement({"n-1": URGES["c-1"], **without(TEXTS, "c-1")})
    theirs = statement({**TEXTS, "c-2": "The ministers note the new harbour charter."})
    merged = merge(BASE, ours, theirs)
    assert not merged.conflicts
    assert merged_texts(merged)["c-1"] == URGES["c-1"]


def test_both_sides_added_the_statement() -> None:
    merged = merge(None, statement(URGES), statement(INVITES))
    assert [(each.clause, each.base, each.verdicts) for each in merged.conflicts] == [("c-1", None, {})]
    assert not merge(None, BASE, BASE).conflicts
    titled = merge(None, BASE, replace(BASE, title="Another title"))
    assert [(each.field, each.base, each.theirs) for each in titled.conflicts] == [("title", None, "Another title")]


def test_a_file_in_conflict_is_read_by_people_and_refused_by_readers() -> None:
    merged = merge(BASE, statement(URGES), statement(INVITES))
    text = encode_conflicts(merged.statement, list(merged.conflicts))
    raw: dict[str, Any] = parse_json(text.encode(), where="x")
    assert not list(violations(raw, "statement"))
    assert conflicts_in(raw) == list(merged.conflicts)
    with pytest.raises(StmtdiffError, match=r"conflicts\[0\].*clause c-1 .*ours stronger, theirs weaker.*resolve"):
        decode_statement(text.encode(), where="x.json")
    shown = as_lines(text.encode(), name="x.json")
    assert shown.startswith("UNRESOLVED MERGE")
    assert shown.count(INVITES["c-1"]) == 1


@pytest.mark.parametrize(("side", "texts"), [("ours", URGES), ("theirs", INVITES), ("base", TEXTS)])
def test_taking_a_side_settles_the_file(side: str, texts: dict[str, str]) -> None:
    merged = merge(BASE, statement(URGES), statement(INVITES))
    text, left = resolve(encode_conflicts(merged.statement, list(merged.conflicts)).encode(), where="x", side=side)
    assert left == 0
    assert decode_statement(text.encode(), where="test") == statement(texts)


@pytest.mark.parametrize(("side", "texts"), [("ours", without(TEXTS, "c-1")), ("theirs", URGES), ("base", TEXTS)])
def test_taking_a_side_settles_a_clause_that_was_deleted_on_the_other(side: str, texts: dict[str, str]) -> None:
    merged = merge(BASE, statement(without(TEXTS, "c-1")), statement(URGES))
    text, left = resolve(encode_conflicts(merged.statement, list(merged.conflicts)).encode(), where="x", side=side)
    assert left == 0
    assert {clause.id: clause.text for clause in decode_statement(text.encode(), where="test").clauses} == texts


@pytest.mark.parametrize("broken", [{"clauses": None}, {"clauses": [3]}, {"title": 7}])
def test_a_file_that_is_not_sound_beside_its_conflicts_has_no_side_to_take(broken: dict[str, object]) -> None:
    conflict = {"clause": "c-1", "field": "text", "base": "a", "ours": "b", "theirs": "c"}
    data = json.dumps({**raw_statement(), "conflicts": [conflict], **broken}).encode()
    with pytest.raises(StmtdiffError, match=r"^x\.json: "):
        resolve(data, where="x.json", side="theirs")


def test_one_clause_may_be_settled_before_the_others() -> None:
    twice = {**URGES, "c-2": "The ministers note the charter."}
    merged = merge(BASE, statement(twice), statement({**INVITES, "c-2": "The ministers praise the charter."}))
    data = encode_conflicts(merged.statement, list(merged.conflicts)).encode()
    text, left = resolve(data, where="x", side="theirs", clause="c-2")
    assert left == 1
    assert [each.clause for each in conflicts_in(json.loads(text))] == ["c-1"]
    with pytest.raises(StmtdiffError, match="c-3 is not in conflict"):
        resolve(data, where="x", side="theirs", clause="c-3")


words = st.sampled_from("ports tides lights charter pilots".split()).map(lambda word: f"They welcome {word}.")
sides = st.dictionaries(st.sampled_from([f"c-{n}" for n in range(6)]), words, max_size=6)


@given(sides, sides)
def test_merging_with_the_base_gives_the_other_side(base: dict[str, str], side: dict[str, str]) -> None:
    one, other = statement(base), statement(side)
    for ours, theirs in ((one, other), (other, one)):
        merged = merge(one, ours, theirs)
        assert not merged.conflicts
        assert sorted(merged_texts(merged).values()) == sorted(side.values())


@given(sides, sides, sides)
def test_every_word_of_both_sides_is_kept_or_in_a_conflict(
    base: dict[str, str], ours: dict[str, str], theirs: dict[str, str]
) -> None:
    merged = merge(statement(base), statement(ours), statement(theirs))
    shown = [
        *merged_texts(merged).values(),
        *(str(each) for one in merged.conflicts for each in (one.ours, one.theirs)),
    ]
    for side in (ours, theirs):
        for name, text in side.items():
            assert text in shown or base.get(name) == text or text in base.values()


@given(st.permutations("abcdef"), st.permutations("abcdef"), st.sets(st.sampled_from("abcdef")))
def test_an_order_holds_every_id_once(ours: list[str], theirs: list[str], kept: set[str]) -> None:
    found, _ = merge_order("abcdef", ours, theirs, kept=kept)
    assert sorted(found) == sorted(kept)
