"""Clause ids survive edits: along the links, once each, and the same document twice is the same file."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from repositories import TEXTS, raw_statement

from stmtdiff.codec import decode_statement
from stmtdiff.model import Clause, ClauseKind, Source, Statement
from stmtdiff.versions.carry import adopt_ids, carry_ids, revise


def statement(texts: dict[str, str] | None = None, **fields: object) -> Statement:
    return decode_statement(json.dumps(raw_statement(texts, **fields)).encode(), where="test")


def born(*texts: str) -> Statement:
    """Return a draft as an import reads it, with ids of its own."""
    return statement({f"new-{number}": text for number, text in enumerate(texts)})


def ids(carried: Statement) -> list[str]:
    return [clause.id for clause in carried.clauses]


def test_a_reworded_and_a_moved_clause_keep_their_ids() -> None:
    reworded = TEXTS["c-1"].replace("call on", "urge")
    carried = carry_ids(statement(), born(TEXTS["c-3"], reworded, "They condemn the theft of a bell.", TEXTS["c-2"]))
    assert ids(carried) == ["c-3", "c-1", "new-2", "c-2"]


def test_of_a_split_clause_one_part_keeps_the_id() -> None:
    long = "The ministers welcome the new harbour charter and they request a report on harbour lights by 2026."
    old = statement({"c-1": long})
    parts = ("The ministers welcome the new harbour charter.", "They request a report on harbour lights by 2026.")
    carried = carry_ids(old, born(*parts))
    assert ids(carried).count("c-1") == 1
    assert len(set(ids(carried))) == 2


def test_an_id_that_is_taken_is_born_again() -> None:
    """A wording that comes back would be born with the id that its successor carries."""
    old = statement({"c-1": "The ministers urge all ports to publish their tide tables every morning."})
    new = statement(
        {
            "n-1": "The ministers urge all ports to publish their tide tables every morning.",
            "c-1": "Ferries are free.",
        }
    )
    carried = carry_ids(old, new)
    assert ids(carried)[0] == "c-1"
    assert len(set(ids(carried))) == 2


def test_parents_follow_their_ids() -> None:
    clauses = (
        Clause(id="a", kind=ClauseKind.OPERATIVE, text="The ministers request the harbour office:"),
        Clause(id="b", kind=ClauseKind.OPERATIVE, text="to light the northern pier", parent="a"),
    )
    old = replace(statement(), clauses=clauses)
    renamed = (
        replace(clauses[0], id="x"),
        replace(clauses[1], id="y", parent="x", text="to light the northern pier now"),
    )
    carried = carry_ids(old, replace(old, clauses=renamed))
    assert [(clause.id, clause.parent) for clause in carried.clauses] == [("a", None), ("b", "a")]


def test_a_pin_stays_with_the_wording_it_was_set_for() -> None:
    old = statement()
    pinned = tuple(replace(clause, annotation={"topics": ["ports"]}) for clause in old.clauses[:2])
    old = replace(old, clauses=(*pinned, *old.clauses[2:]))
    carried = carry_ids(old, born(TEXTS["c-1"].upper(), TEXTS["c-2"].replace("welcome", "support")))
    assert carried.clauses[0].annotation == {"topics": ["ports"]}
    assert carried.clauses[1].annotation is None


def test_what_only_the_file_says_stays() -> None:
    old = statement(place="Bergen", previous="harbour/2023-05-01", notes=["Page 2 is torn."])
    new = replace(born(*TEXTS.values()), title="Corrected title", source=Source(sha256="ab" * 32))
    revised = revise(old, new)
    assert (revised.place, revised.previous, revised.notes) == (old.place, old.previous, old.notes)
    assert (revised.title, revised.source) == (new.title, new.source)


texts = st.lists(
    st.lists(
        st.sampled_from("ports tides lights charter pilots urge welcome all new".split()), min_size=1, max_size=8
    ).map(" ".join),
    max_size=8,
)


@given(texts, texts)
def test_ids_stay_unique_and_a_second_time_changes_nothing(old: list[str], new: list[str]) -> None:
    before = statement({f"c-{number}": text for number, text in enumerate(old)})
    carried = carry_ids(before, born(*new))
    assert len(set(ids(carried))) == len(new)
    assert [clause.text for clause in carried.clauses] == new
    assert revise(carried, born(*new)) == carried


@given(texts, texts)
def test_adopting_ids_keeps_those_in_common(old: list[str], new: list[str]) -> None:
    base = statement({f"c-{number}": text for number, text in enumerate(old)})
    side = statement({f"c-{number + 2}": text for number, text in enumerate(new)})
    adopted = adopt_ids(base, side)
    assert len(set(ids(adopted))) == len(new)
    common = {clause.id for clause in base.clauses}
    for was, now in zip(side.clauses, adopted.clauses, strict=True):
        assert was.id == now.id or was.id not in common
