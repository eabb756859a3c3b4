"""One comparison in the browser: filters, links, keyboard, layouts, print, no script, hostile words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hostile import hostile
from playwright.sync_api import Page, expect
from specimen import pair, specimen

from stmtdiff.render import html

if TYPE_CHECKING:
    from browsing import Show


def visible(page: Page) -> set[str]:
    """Return the anchors of the clauses that are shown."""
    found: list[str] = page.eval_on_selector_all(
        "#full-text .item", "items => items.filter(each => each.checkVisibility()).map(each => each.id)"
    )
    return set(found)


def test_a_verdict_filters_headlines_and_full_text(show: Show) -> None:
    page = show(html.render(specimen()))
    page.get_by_role("button", name="weaker").click()
    assert visible(page) == {"clause-o2"}
    expect(page.locator("#headlines .item:visible")).to_have_count(1)
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^2 of \d+ shown$"))
    page.get_by_role("button", name="mixed").click()
    assert visible(page) == {"clause-o2", "clause-o3"}
    page.get_by_role("button", name="Clear").click()
    expect(page.get_by_role("status")).to_have_text("")
    assert len(visible(page)) == 10


def test_aspect_addressee_and_words_filter_together(show: Show) -> None:
    page = show(html.render(specimen()))
    page.locator("select[name=aspect]").select_option("deadline")
    assert visible(page) == {"clause-o3"}
    page.locator("select[name=aspect]").select_option("")
    page.locator("select[name=to]").select_option("all shore states")
    assert visible(page) == {"clause-o2"}
    page.locator("select[name=to]").select_option("")
    page.get_by_label("Words").fill("HERONS")
    assert visible(page) == {"clause-o3"}
    page.get_by_label("Words").fill("herons and no such thing")
    assert visible(page) == set()


def test_words_find_unchanged_clauses_and_unfold_them(show: Show) -> None:
    page = show(html.render(specimen()))
    page.get_by_label("Words").fill("northern lock")
    assert visible(page) == {"clause-o4a"}


def test_a_link_to_a_folded_clause_unfolds_and_focuses_it(show: Show) -> None:
    page = show(html.render(specimen()), fragment="#clause-o4a")
    expect(page.locator("#clause-o4a")).to_be_visible()
    expect(page.locator("#clause-o4a")).to_be_focused()


def test_a_headline_leads_to_its_clause_even_when_filtered_away(show: Show) -> None:
    page = show(html.render(specimen()))
    page.locator("#headlines .item", has_text="drift nets").get_by_role("link").click()
    expect(page.locator("#clause-o7")).to_be_focused()
    expect(page.locator("#clause-o7")).to_be_in_viewport()


def test_a_link_that_is_no_address_harms_nothing(show: Show) -> None:
    page = show(html.render(specimen()), fragment="#%E0%A4%A")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_keys_lead_from_clause_to_clause_and_to_the_search(show: Show) -> None:
    page = show(html.render(specimen()))
    page.keyboard.press("j")
    expect(page.locator("#headline-1")).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(page.locator("#headline-1")).to_be_focused()
    page.keyboard.press("/")
    expect(page.get_by_label("Words")).to_be_focused()
    page.keyboard.type("j herons")
    expect(page.get_by_label("Words")).to_have_value("j herons")
    page.keyboard.press("Escape")
    expect(page.get_by_label("Words")).to_have_value("")


def test_keys_can_be_turned_off(show: Show) -> None:
    page = show(html.render(specimen()))
    page.get_by_label("Keys").uncheck()
    page.keyboard.press("j")
    expect(page.locator("#headline-1")).not_to_be_focused()


def test_everything_can_be_reached_with_tab_alone(show: Show) -> None:
    page = show(html.render(specimen()))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="To the content")).to_be_focused()
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.name || document.activeElement.textContent.trim()"))
    assert {"Clear", "words", "aspect", "to", "keys", "Unfold all"} <= reached


def test_side_by_side_on_a_wide_screen_and_inline_on_a_phone(show: Show) -> None:
    page = show(html.render(specimen()))
    item = page.locator("#clause-o2")
    expect(item.locator(".pair")).to_be_visible()
    expect(item.locator(".inline")).to_be_hidden()
    page.get_by_role("button", name="Inline").click()
    expect(item.locator(".inline")).to_be_visible()
    page.set_viewport_size({"width": 360, "height": 740})
    expect(item.locator(".pair")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_it_follows_the_reader_s_choice_of_dark_or_light(show: Show) -> None:
    shades = []
    for scheme in ("light", "dark"):
        page = show(html.render(specimen()), color_scheme=scheme)
        shades.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert shades == ["rgb(253, 252, 249)", "rgb(23, 22, 20)"]


def test_printed_it_has_every_clause_and_no_buttons(show: Show) -> None:
    page = show(html.render(specimen()))
    page.emulate_media(media="print")
    expect(page.locator(".tools")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#clause-o4a")).to_be_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not page.locator("details.fold").first.evaluate("fold => fold.open")
    assert page.pdf().startswith(b"%PDF-")


def test_without_a_script_all_of_it_is_there_and_no_dead_button(show: Show) -> None:
    page = show(html.render(specimen()), java_script_enabled=False)
    expect(page.locator(".tools")).to_be_hidden()
    expect(page.locator("#clause-o2 .pair")).to_be_visible()
    page.locator("summary").first.click()
    expect(page.locator("#clause-h1")).to_be_visible()


def test_hostile_words_run_nothing_and_hide_nothing(show: Show) -> None:
    page = show(html.render(hostile()))
    expect(page.locator("#clause-o2")).to_be_visible()
    assert page.evaluate("document.scripts.length") == 1
    assert page.evaluate("document.styleSheets.length") == 1


@pytest.mark.parametrize(("language", "way"), [("fa", "rtl"), ("zh", "ltr")])
def test_wording_runs_in_its_own_direction(show: Show, language: str, way: str) -> None:
    page = show(html.render(pair("متن قدیم", "متن جدید", language)))
    shown = page.locator("#clause-o1 .words").first
    assert shown.evaluate("node => getComputedStyle(node).direction") == way
    assert shown.evaluate("node => getComputedStyle(node).unicodeBidi") == "isolate"
