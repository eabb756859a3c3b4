"""Make the two pictures of the README from the shipped series: ``python docs/make_pictures.py``.

They are the only pictures in the repository. Needs Chromium and the development extras; prints the sizes.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from stmtdiff.cli import operands
from stmtdiff.cli.series import load_history
from stmtdiff.compare import compare
from stmtdiff.corpus import open_collection, shipped_root
from stmtdiff.render import html
from stmtdiff.render.history import html as series

PICTURES = Path(__file__).parent / "pictures"
SERIES = "quad-afghanistan"
WIDE = {"width": 1040, "height": 640}


def shoot(browser: Browser, content: str, name: str, *, hover: str = "", first: str = "") -> None:
    """Take a picture of a page from the element ``first`` down, with the pointer over ``hover``."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "page.html")
        path.write_text(content, encoding="utf-8")
        page = browser.new_page(viewport=WIDE, color_scheme="light", reduced_motion="reduce")
        page.goto(path.as_uri())
        if first:
            page.locator(first).evaluate("node => scrollTo(0, node.getBoundingClientRect().top + scrollY - 12)")
        if hover:
            page.locator(hover).first.hover()
            page.wait_for_timeout(100)
        page.screenshot(path=PICTURES / name)
        page.close()
    sys.stdout.write(f"{name}: {(PICTURES / name).stat().st_size // 1024} KiB\n")


def main() -> None:
    """Make both pictures."""
    PICTURES.mkdir(exist_ok=True)
    collection = open_collection(shipped_root())
    last = collection.statements_of(SERIES)[-2:]
    old, new = (operands.load_statement(each, collection) for each in last)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        shoot(browser, html.render(compare(old, new)), "report.png", first=".lead")
        history = load_history(SERIES, collection)
        shoot(browser, series.render(history), "series.png", first="#h-matrix", hover=".cell.v-mixed")
        browser.close()


if __name__ == "__main__":
    main()
