"""How long reports take: made by the command, and opened in a browser beside a plain page of the same size.

    python benchmarks/report.py [CLAUSES]

The two statements are invented: numbered sentences, every third reworded, some dropped, added and moved. Interactive
means: laid out, the script run, the first frame painted, and a filter applied once (the plain page: painted once).
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from stmtdiff.compare import compare
from stmtdiff.model import Clause, ClauseKind, Comparison, Statement, TextStatus
from stmtdiff.render import VIEWS

VERBS = ("urge", "call on", "encourage", "request", "invite", "remind", "welcome", "support")
WHO = ("the shore states", "the harbour masters", "the Lake Commission", "all river states", "the tide office")
WHAT = ("repair the lock", "count the herons", "publish the levels", "share the charts", "dredge the channel")
RUNS = 7
DROPPED = 40  # one clause in so many is dropped


def statement(clauses: int, *, later: bool) -> Statement:
    """Return one of two statements that differ as successive ones do."""
    found = []
    for at in range(clauses):
        if later and at % DROPPED == 0:
            continue
        shift = 1 if later and at % 3 == 0 else 0
        verb, who, what = VERBS[(at + shift) % 8], WHO[(at // 8) % 5], WHAT[(at // 40) % 5]
        text = f"They {verb} {who} to {what} of section {at} before season {at % 7}, with due regard to plan {at * 7}."
        found.append(Clause(id=f"c{at}", number=str(at + 1), kind=ClauseKind.OPERATIVE, text=text))
    date = "2032-01-01" if later else "2031-01-01"
    return Statement(
        id=f"lake/{date}",
        title="Joint statement of the shore states",
        date=date,
        language="en",
        text_status=TextStatus.VERBATIM,
        clauses=tuple(found),
    )


def long_comparison(clauses: int) -> Comparison:
    """Compare the two invented statements."""
    return compare(statement(clauses, later=False), statement(clauses, later=True))


def plain_page(size: int) -> str:
    """Return a page of paragraphs of about ``size`` bytes, without styles or script."""
    line = "<p>They urge the shore states to repair the lock before the storms, with due regard to the plan.</p>\n"
    head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Plain</title><body>'
    return head + line * (size // len(line))


def opened(browser: Browser, path: Path, *, report: bool) -> float:
    """Return the seconds until a page is painted and, for a report, a filter has been applied and painted."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    start = time.perf_counter()
    page.goto(path.as_uri(), wait_until="load")
    if report:
        page.evaluate("document.querySelector('.tools [data-filter]').click()")
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    seconds = time.perf_counter() - start
    page.close()
    return seconds


def browse(comparison: Comparison, browser: Browser, *, runs: int = RUNS) -> tuple[float, float, int]:
    """Return the medians for the report and the plain page, taken in turn, and the size in bytes."""
    report = str(VIEWS["html"](comparison))
    times: dict[bool, list[float]] = {True: [], False: []}
    with tempfile.TemporaryDirectory() as folder:
        paths = {True: Path(folder, "report.html"), False: Path(folder, "plain.html")}
        paths[True].write_text(report, encoding="utf-8")
        paths[False].write_text(plain_page(len(report.encode())), encoding="utf-8")
        for _ in range(runs):
            for kind, path in paths.items():
                times[kind].append(opened(browser, path, report=kind))
    return statistics.median(times[True]), statistics.median(times[False]), len(report.encode())


def main() -> None:
    """Print the figures."""
    clauses = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    start = time.perf_counter()
    comparison = long_comparison(clauses)
    print(f"{clauses} clauses compared in {time.perf_counter() - start:.2f} s")
    for name in ("html", "markdown", "docx", "csv", "akn"):
        start = time.perf_counter()
        size = len(VIEWS[name](comparison))
        print(f"{name:>9}: {time.perf_counter() - start:.2f} s, {size / 1e6:.2f} MB")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        report, plain, size = browse(comparison, browser)
        browser.close()
    print(
        f"in the browser ({size / 1e6:.2f} MB): report {report:.3f} s, plain page {plain:.3f} s, {report / plain:.2f} x"
    )


if __name__ == "__main__":
    main()
