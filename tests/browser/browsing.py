"""What the tests in a browser share."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

# show(content, fragment="", width=..., height=..., **options of a browser context) -> the page, open
Show = Callable[..., Page]
