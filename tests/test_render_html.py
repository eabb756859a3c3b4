"""The HTML report: one file, nothing loaded, nothing from a document acts as markup, all there without a script."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from hostile import STRINGS, hostile
from lxml import html as reader
from specimen import new_statement, old_statement, pair, specimen

from stmtdiff import __version__
from stmtdiff.model import Comparable, Comparison, Source
from stmtdiff.render import html
from stmtdiff.render.runs import plain

Element = reader.HtmlElement


def page(comparison: Comparison) -> Element:
    return reader.document_fromstring(html.render(comparison))


def test_the_page_without_styles_and_script_is_as_reviewed(golden: Callable[[str, str], None]) -> None:
    text = html.render(specimen())
    bare = re.sub(r"(<(style|script)>).*?(</\2>)", r"\1\3", text, flags=re.DOTALL)
    bare = re.sub(r"sha256-[A-Za-z0-9+/=]+", "sha256-", bare)
    golden("report/specimen.html", bare.replace(f"stmtdiff {__version__}", "stmtdiff"))


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert html.render(specimen()) == html.render(specimen())


def test_the_policy_allows_exactly_the_styles_and_the_script_in_the_file() -> None:
    tree = page(hostile())
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    for tag, name in (("style", "style-src"), ("script", "script-src")):
        content = tree.xpath(f"//{tag}/text()")
        assert len(content) == 1
        digest = base64.b64encode(hashlib.sha256(content[0].encode()).digest()).decode()
        assert f"{name} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_nothing_in_the_file_loads_anything() -> None:
    tree = page(specimen())
    assert not tree.xpath(
        "//@src | //link | //iframe | //object | //embed | //@style | //@*[starts-with(name(), 'on')]"
    )
    assert "url(" not in tree.xpath("string(//style)")
    links = {href for href in tree.xpath("//a/@href") if not href.startswith("#")}
    assert links == {"https://lake.example/2", "https://lake.example/3"}


def test_hostile_words_add_no_element_and_no_attribute() -> None:
    def shape(tree: Element) -> Counter[str]:
        return Counter(
            f"{node.tag} {' '.join(sorted(node.attrib))}" for node in tree.iter() if isinstance(node.tag, str)
        )

    sides = [replace(side, source=Source(publisher="Gazette")) for side in (old_statement(), new_statement())]
    harmless = replace(specimen(), old=sides[0], new=sides[1], comparable=Comparable(verdicts=True, notes=("Note.",)))
    assert set(shape(page(hostile()))) <= set(shape(page(harmless)))


@pytest.mark.parametrize("words", STRINGS)
def test_hostile_words_are_shown_as_they_are(words: str) -> None:
    text = page(hostile()).xpath("string(//main)")
    assert " ".join(plain(words).split()) in " ".join(text.split())


def test_no_link_leads_to_a_script() -> None:
    assert all(href.startswith("#") for href in page(hostile()).xpath("//a/@href"))


def test_no_word_of_a_document_stands_in_the_script_or_the_styles() -> None:
    tree = page(hostile())
    for tag in ("script", "style"):
        assert tree.xpath(f"string(//{tag})") == page(specimen()).xpath(f"string(//{tag})")


def test_every_clause_has_a_place_that_can_be_linked_and_every_link_a_goal() -> None:
    tree = page(specimen())
    ids = tree.xpath("//@id")
    assert len(set(ids)) == len(ids)
    clauses = {clause.id for side in (old_statement(), new_statement()) for clause in side.clauses}
    assert {f"clause-{each}" for each in clauses} <= set(ids)
    assert {href[1:] for href in tree.xpath("//a/@href") if href.startswith("#")} <= set(ids)


def test_every_wording_stands_in_the_page_without_a_script() -> None:
    text = " ".join(page(specimen()).xpath("string(//section[@id='full-text'])").split())
    for side in (old_statement(), new_statement()):
        assert all(" ".join(clause.text.split()) in text for clause in side.clauses if clause.id != "o8")


def test_colour_is_never_the_only_signal() -> None:
    for verdict in page(specimen()).xpath("//*[contains(@class, 'verdict')]"):
        mark, word = verdict.xpath("string(span)"), verdict.text_content()
        assert mark.strip()
        assert word.replace(mark, "").strip()


def test_the_headlines_come_before_the_full_text_and_lead_to_it() -> None:
    tree = page(specimen())
    sections = tree.xpath("//main/section/@id")
    assert sections.index("headlines") < sections.index("full-text")
    for item in tree.xpath("//section[@id='headlines']//article"):
        goal = item.xpath(".//a[@class='anchor']/@href")[0][1:]
        assert tree.xpath(f"//section[@id='full-text']//*[@id='{goal}']")


def test_filters_know_verdict_aspects_and_addressee() -> None:
    item = page(specimen()).get_element_by_id("clause-o2")
    assert item.get("data-verdict") == "weaker"
    assert item.get("data-aspects") == "force addressee"
    assert item.get("data-to") == "all shore states|shore states"


@pytest.mark.parametrize(("language", "way"), [("fa", "rtl"), ("ar", "rtl"), ("zh", "ltr"), ("ja", "ltr")])
def test_wording_bears_its_language_and_direction(language: str, way: str) -> None:
    words = page(pair("متن قدیم", "متن جدید", language)).xpath("//*[contains(@class, 'words')]")
    assert words
    assert all(node.get("lang") == language and node.get("dir") == way for node in words)


def test_two_languages_are_shown_side_by_side_only() -> None:
    comparison = pair("They urge.", "Ils demandent.", "en")
    apart = replace(comparison, new=replace(comparison.new, language="fr"))
    assert page(apart).xpath("//main/@class") == ["apart"]
    assert not page(comparison).xpath("//main/@class")


def test_what_could_not_be_compared_is_said_before_the_summary() -> None:
    text = page(pair("它们敦促。", "它们呼吁。", "zh")).xpath("string(//main)")
    assert text.index("withheld") < text.index("clause")
    assert "no rules for the language zh" in text


def test_what_a_reader_must_know_of_a_text_stands_with_it() -> None:
    assert "The order of the last two points is not certain." in page(specimen()).xpath("string(//header)")
