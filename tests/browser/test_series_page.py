"""A series in the browser: the matrix shows its wordings on hover, focus and click, with and without a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from test_series import lake

from stmtdiff.render.history import html

if TYPE_CHECKING:
    from browsing import Show


@pytest.fixture(scope="module")
def content() -> str:
    return html.render(lake())


def test_pointing_at_a_cell_shows_its_wording_until_escape(show: Show, content: str) -> None:
    page = show(content)
    page.locator(".cell", has_text="dropped").first.hover()
    shown = page.locator(".pane.shown")
    expect(shown).to_contain_text("eels")
    shown.hover()
    page.wait_for_timeout(400)
    expect(shown).to_be_visible()
    page.keyboard.press("Escape")
    expect(shown).to_have_count(0)


def test_a_cell_is_reached_with_the_keyboard(show: Show, content: str) -> None:
    page = show(content)
    page.locator(".cell").first.focus()
    expect(page.locator(".pane.shown")).to_be_visible()


def test_a_wording_leads_to_the_full_report_of_its_step(show: Show, content: str) -> None:
    page = show(content)
    page.locator(".cell", has_text="dropped").first.click()
    page.locator(".pane.shown").get_by_role("link", name="In the full report").click()
    expect(page.locator("#s1 .item:focus")).to_contain_text("eels")


def test_without_a_script_a_click_shows_the_wording(show: Show, content: str) -> None:
    page = show(content, java_script_enabled=False)
    page.locator(".cell", has_text="dropped").first.click()
    expect(page.locator(".pane:target")).to_contain_text("eels")
    page.locator(".pane:target").get_by_role("link", name="Close").click()
    expect(page.locator(".pane:target")).to_have_count(0)


def test_filters_reach_into_every_step(show: Show, content: str) -> None:
    page = show(content)
    page.get_by_label("Words").fill("timber")
    assert page.locator("#s1 .item:visible").count() > 0
    expect(page.locator("#s1 .item:visible").first).to_contain_text("timber")


def test_a_phone_shows_it_without_scrolling_sideways(show: Show, content: str) -> None:
    page = show(content, width=360, height=740)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
