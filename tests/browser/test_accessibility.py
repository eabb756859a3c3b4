"""WCAG 2.1 AA as axe-core sees it, in light and dark, wide and narrow."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from hostile import hostile
from specimen import pair, specimen
from test_series import lake

from stmtdiff.render import html
from stmtdiff.render.history import html as series

if TYPE_CHECKING:
    from browsing import Show

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
PAGES: dict[str, Callable[[], str]] = {
    "comparison": lambda: html.render(specimen()),
    "hostile": lambda: html.render(hostile()),
    "withheld": lambda: html.render(pair("متن قدیم", "متن جدید", "fa")),
    "series": lambda: series.render(lake()),
}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [
        ("comparison", 1280, "light"),
        ("comparison", 360, "dark"),
        ("series", 1280, "dark"),
        ("series", 360, "light"),
        ("hostile", 1280, "light"),
        ("withheld", 360, "dark"),
    ],
)
def test_axe_finds_nothing(show: Show, name: str, width: int, scheme: str) -> None:
    page = show(PAGES[name](), width=width, color_scheme=scheme, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    found = Axe().run(page, options=RULES)
    assert not found.violations_count, found.generate_report()
