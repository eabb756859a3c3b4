"""What became of every clause, as a reader of two statements would say it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from aligning import align_texts, clauses, moved, pairs

from stmtdiff.align import align
from stmtdiff.model import Clause, ClauseKind, MatchedBy, Relation

HARBOUR = "The ministers call on both fleets to keep the harbour of Lorne open to grain ships."
TOLLS = "They agree to lower the tolls on river barges by a tenth before the spring thaw."
SCHOOLS = "They welcome the reopening of village schools along the northern railway."
PILOTS = "The Commission of Pilots shall report every quarter on delays at the lock gates."


def test_same_wording_but_for_case_quotes_dashes_and_spaces() -> None:
    (link,) = align_texts(["The “river” pact – in force."], ["THE  'river'  pact - in force"]).links[:1]
    assert link.relation is Relation.EDITED  # double quotes against single ones are another mark
    (link,) = align_texts(["The “river” pact – in force."], ['the "River"  pact - in force']).links
    assert (link.relation, link.matched_by, link.similarity) == (Relation.SAME, MatchedBy.EXACT, 1.0)


def test_an_edited_clause_says_how_similar_it_is() -> None:
    (link,) = align_texts([HARBOUR], [HARBOUR.replace("call on", "urge")]).links
    assert (link.relation, link.matched_by) == (Relation.EDITED, MatchedBy.SIMILARITY)
    assert 0.7 < link.similarity < 1


def test_order_of_the_new_statement_with_removed_ones_where_they_stood() -> None:
    old = [HARBOUR, TOLLS, SCHOOLS]
    new = [HARBOUR, "A lighthouse fund is set up for the outer islands.", SCHOOLS]
    assert [(link.old, link.new) for link in align_texts(old, new).links] == [
        (("o0",), ("n0",)),
        (("o1",), ()),
        ((), ("n1",)),
        (("o2",), ("n2",)),
    ]


def test_a_split_and_its_mirror_a_merger() -> None:
    whole = [SCHOOLS, f"{HARBOUR[:-1]} and agree to lower the tolls on river barges by a tenth.", PILOTS]
    parts = [SCHOOLS, HARBOUR, "They agree to lower the tolls on river barges by a tenth.", PILOTS]
    split = align_texts(whole, parts).links[1]
    assert (split.old, split.new, split.relation) == (("o1",), ("n1", "n2"), Relation.SPLIT)
    assert split.matched_by is MatchedBy.JOIN
    merged = align_texts(parts, whole).links[1]
    assert (merged.old, merged.new, merged.relation) == (("o1", "o2"), ("n1",), Relation.MERGED)


def test_an_unchanged_clause_is_never_part_of_a_split() -> None:
    links = align_texts([HARBOUR], [HARBOUR, "The harbour of Lorne stays open to grain ships of both fleets."]).links
    assert [link.relation for link in links] == [Relation.SAME, Relation.ADDED]


def test_the_fewest_links_move() -> None:
    links = align_texts([HARBOUR, TOLLS, SCHOOLS, PILOTS], [PILOTS, HARBOUR, TOLLS, SCHOOLS]).links
    assert moved(links) == {("n0",)}


def test_another_section_is_a_move_though_the_order_holds() -> None:
    def under(side: str, *texts: str) -> list[Clause]:
        return [
            replace(each, kind=ClauseKind.HEADING) if each.text.isupper() else each for each in clauses(side, *texts)
        ]

    old = under("o", "TRADE", HARBOUR, TOLLS, "EDUCATION", SCHOOLS)
    new = under("n", "TRADE", HARBOUR, "EDUCATION", TOLLS, SCHOOLS)
    assert moved(align(old, new).links) == {("n3",)}


def test_another_partner_in_the_same_template_is_an_edit() -> None:
    template = "{} will remove its duties on {} from the other party within a year."
    old = [template.format("Arland", goods) for goods in ("timber and pulp", "machine tools", "wine and spirits")]
    new = [template.format("Belmark", goods) for goods in ("wine and spirits", "timber and pulp", "machine tools")]
    assert pairs(align_texts(old, new).links) == {("o0", "n1"), ("o1", "n2"), ("o2", "n0")}


def test_a_common_opening_is_no_link() -> None:
    opening = "The ministers stress the importance of {}."
    old = ["prompt wages for lighthouse keepers", "dredging lower Lorne channels", "larger upland hay reserves"]
    new = ["vaccines against foreign cattle fever", "cheaper rural parcel postage", "night trains without borders"]
    alignment = align_texts([opening.format(each) for each in old], [opening.format(each) for each in new])
    assert pairs(alignment.links) == set()


def test_repeated_boilerplate_goes_with_its_neighbours() -> None:
    stay = "The committee decides to remain seized of the matter."
    links = align_texts([HARBOUR, stay, TOLLS, stay], [TOLLS, stay, HARBOUR, stay]).links
    assert pairs(links) == {("o0", "n2"), ("o1", "n3"), ("o2", "n0"), ("o3", "n1")}


def test_of_more_repeats_than_partners_the_nearest_stays() -> None:
    stay = "The committee decides to remain seized of the matter."
    old = [stay, TOLLS, SCHOOLS, stay, PILOTS]
    new = [
        TOLLS.replace("tenth", "fifth"),
        SCHOOLS.replace("village", "town"),
        stay,
        PILOTS.replace("quarter", "month"),
    ]
    assert ("o3", "n2") in pairs(align_texts(old, new).links)


def test_an_id_on_both_sides_is_a_strong_hint() -> None:
    old, new = clauses("o", HARBOUR, TOLLS), clauses("n", SCHOOLS, TOLLS)
    assert pairs(align(old, new).links) == {("o1", "n1")}
    kept = [replace(old[0], id="c-7"), old[1]], [replace(new[0], id="c-7"), new[1]]
    link = align(*kept).links[0]
    assert (link.old, link.new, link.matched_by) == (("c-7",), ("c-7",), MatchedBy.NUMBER)


def test_ids_that_only_count_are_no_proof() -> None:
    texts = [HARBOUR, TOLLS, SCHOOLS, PILOTS]
    links = align(clauses("c", *texts), clauses("c", "A lighthouse fund is set up.", *texts)).links
    assert [link.relation for link in links] == [Relation.ADDED, *[Relation.SAME] * 4]


def test_numbers_count_once_sure_links_have_borne_them_out() -> None:
    def numbered(side: str, *texts: str) -> list[Clause]:
        return [replace(each, number=str(k)) for k, each in enumerate(clauses(side, *texts), 1)]

    rest = [HARBOUR, TOLLS, SCHOOLS, PILOTS]
    old, new = [*rest, "Grain convoys sail under escort."], [*rest, "Navy escort joins wheat transports."]
    assert ("o4", "n4") not in pairs(align_texts(old, new).links)
    link = align(numbered("o", *old), numbered("n", *new)).links[-1]
    assert (link.old, link.new, link.matched_by) == (("o4",), ("n4",), MatchedBy.NUMBER)


def test_an_unlinked_clause_tells_its_best_rejected_partner() -> None:
    old = [HARBOUR, TOLLS, SCHOOLS, PILOTS, "Barges may wait in the harbour."]
    new = ["Herring quotas follow in autumn, as may a harbour tax.", HARBOUR, TOLLS, SCHOOLS, PILOTS]
    added = align_texts(old, new).links[0]
    assert added.relation is Relation.ADDED
    assert added.rejected is not None
    assert added.rejected.clause == "o4"
    assert 0 < added.rejected.similarity < 0.5
    assert added.rejected.why


@pytest.mark.parametrize(("old", "new"), [([], []), ([], [TOLLS]), ([TOLLS], []), ([""], [""]), ([""], [TOLLS])])
def test_empty_sides_and_empty_texts(old: list[str], new: list[str]) -> None:
    links = align_texts(old, new).links
    assert sum(len(link.old) for link in links) == len(old)
    assert sum(len(link.new) for link in links) == len(new)


def test_one_clause_against_a_thousand() -> None:
    crowd = [f"{TOLLS} Item {k} of the annex on barge {k * k}." for k in range(1000)]
    assert pairs(align_texts([crowd[700]], crowd).links) == {("o0", "n700")}
    assert pairs(align_texts([crowd[700].replace("spring", "late")], crowd).links) == {("o0", "n700")}


def test_languages_without_spaces_are_compared_by_characters() -> None:
    old = ["各方同意在春季之前降低内河驳船的通行费。", "部长们欢迎北方铁路沿线的乡村学校重新开学。"]
    new = ["部长们高度欢迎北方铁路沿线乡村学校的重新开学。", "各方承诺在春季之前降低内河驳船通行费。"]
    assert pairs(align_texts(old, new).links) == {("o0", "n1"), ("o1", "n0")}


def test_what_the_budget_does_not_reach_is_named() -> None:
    old, new = [HARBOUR, TOLLS], [TOLLS.replace("agree", "promise"), HARBOUR]
    cut = align(clauses("o", *old), clauses("n", *new), budget=0)
    assert pairs(cut.links) == {("o0", "n1")}
    assert cut.not_searched == ("old:o1", "new:n0")
    whole = align(clauses("o", *old), clauses("n", *new))
    assert pairs(whole.links) == {("o0", "n1"), ("o1", "n0")}
    assert whole.not_searched == ()
