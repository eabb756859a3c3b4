"""How well and how fast clauses are linked, beside what people use today.

    python benchmarks/links.py [--gold ../shared/gold] [--only figures|settings|cost] [--write]

The labelled texts lie in a folder beside the project and are not part of it; without them only the cost is measured.
``--write`` puts the tables into docs/links.md, between their markers.
"""

from __future__ import annotations

import argparse
import importlib
import math
import random
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from links_gold import Labelled, drafts, labels, score, statements
from links_peers import peers

from stmtdiff.align import align
from stmtdiff.model import Clause, ClauseKind, Link

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "links.md"
# Module, setting, and values on both sides of the one in use.
SETTINGS: list[tuple[str, str, list[float]]] = [
    ("evidence", "THRESHOLD", [0.13, 0.15, 0.19, 0.21]),
    ("evidence", "_PLACE", [0.25, 0.29, 0.37, 0.41]),
    ("evidence", "_PLACE_AT_LEAST", [0.0, 0.04, 0.12]),
    ("place", "_NEARER", [0.0, 0.2, 0.6, 0.8]),
    ("place", "_LOOSE", [0.1, 0.2, 0.4]),
    ("place", "_PRIOR_LINKS", [2, 3, 6, 8]),
    ("place", "_PRIOR_NEARNESS", [0.6, 0.65, 0.75, 0.8]),
    ("weigh", "_STEM", [4, 5, 7, 8]),
    ("join", "_STANDS_THERE", [0.35, 0.4, 0.5, 0.55]),
    ("join", "_ADDS", [0.03, 0.08, 0.1, 0.15]),
    ("join", "_SPAN", [1, 3, 4]),
    ("plain", "_BESIDE", [0.65, 0.85]),
    ("plain", "_ANYWHERE", [0.5, 0.7]),
    ("plain", "_MARGIN", [0.1, 0.2]),
    ("decide", "_SUPPORT", [0.4, 0.45, 0.55, 0.6]),
]
EDITED = 0.05
SIZES = (100, 500, 1000, 2000, 5000, 8000)
Gold = dict[str, list[Labelled]]


def links(old: Sequence[Clause], new: Sequence[Clause]) -> tuple[Link, ...]:
    """Align with the package."""
    return align(old, new).links


def read_gold(folder: Path) -> Gold:
    """All labelled texts by the name of their set."""
    sets = {path.stem: list(drafts(path)) for path in sorted((folder / "alignment").glob("*.jsonl"))}
    return {**sets, "statements": list(statements(folder / "changes"))}


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def figures(gold: Gold) -> str:
    """F1 on changed clauses by method and set; then what else a link says."""
    known, missing = peers()
    rows = []
    for name, method in {**known, "stmtdiff": links}.items():
        scores = [score(documents, method) for documents in gold.values()]
        rows.append([name, *(f"{f1:.3f} ({p:.2f} / {r:.2f})" for p, r, f1 in scores)])
    counts = [f"{name}, {len(documents)} pairs" for name, documents in gold.items()]
    more = [[name, f"{value:.3f}"] for name, value in labels(gold["statements"], links).items()]
    parts = [table(["method", *counts], rows), *(f"Left out: {each}." for each in missing)]
    return "\n\n".join([*parts, table(["statements: what else a link says", "stmtdiff"], more)])


@contextmanager
def setting(module: str, name: str, value: float) -> Iterator[None]:
    """Another value for one setting, wherever it was imported to."""
    modules = [importlib.import_module(f"stmtdiff.align.{each}") for each in {module, "decide", "refuse", "plain"}]
    before = [(each, getattr(each, name)) for each in modules if hasattr(each, name)]
    for each, _ in before:
        setattr(each, name, value)
    try:
        yield
    finally:
        for each, old in before:
            setattr(each, name, old)


def settings(gold: Gold) -> str:
    """F1 with one setting changed at a time."""

    def row(label: str, value: str) -> list[str]:
        scores = [score(documents, links)[2] for documents in gold.values()]
        return [label, value, *(f"{f1:.3f}" for f1 in scores), f"{sum(scores) / len(scores):.3f}"]

    rows = [row("as it is", "")]
    for module, name, values in SETTINGS:
        for value in values:
            with setting(module, name, value):
                rows.append(row(f"`{module}.{name}`", str(value)))
    return table(["setting", "value", *gold, "mean"], rows)


def made_up(count: int, *, shuffled: bool) -> tuple[list[Clause], list[Clause]]:
    """Two lists of clauses of 60 words, common and rare ones; one word in twenty is exchanged."""
    draw = random.Random(count)  # noqa: S311 (reproducible text, no secrets)
    known = ["".join(draw.choices("abcdefghijklmnopqrstuvwxyz", k=draw.randint(3, 10))) for _ in range(5000)]
    weights = [1 / (rank + 2.7) for rank in range(len(known))]
    old = [draw.choices(known, weights, k=60) for _ in range(count)]
    new = [[draw.choice(known) if draw.random() < EDITED else word for word in text] for text in old]
    if shuffled:
        draw.shuffle(new)
    return _clauses("o", old), _clauses("n", new)


def _clauses(side: str, texts: list[list[str]]) -> list[Clause]:
    return [
        Clause(id=f"{side}{k}", kind=ClauseKind.OPERATIVE, text=f"{' '.join(text).capitalize()}.")
        for k, text in enumerate(texts)
    ]


def seconds(two: tuple[list[Clause], list[Clause]], rounds: int = 3) -> float:
    """Processor time of aligning these two, the best round."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        align(*two)
        times.append(time.process_time() - start)
    return min(times)


def cost() -> str:
    """Milliseconds by size, and how they grow."""
    rows = []
    for name, shuffled in (("every clause edited", False), ("every clause edited, all out of order", True)):
        taken = {size: seconds(made_up(size, shuffled=shuffled)) for size in SIZES}
        growth = math.log(taken[8000] / taken[500]) / math.log(16)
        cells = [f"{taken[size] * 1000:.1f}" for size in SIZES]
        rows.append([name, *cells, f"{growth:.2f}", f"{taken[5000] / taken[1000]:.1f}"])
    return table(["ms", *map(str, SIZES), "growth exponent 500 to 8,000", "5,000 over 1,000"], rows)


def write(parts: dict[str, str]) -> None:
    """Replace what stands between ``<!-- NAME -->`` and ``<!-- /NAME -->`` in the page."""
    page = PAGE.read_text(encoding="utf-8")
    for name, text in parts.items():
        begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
        head, rest = page.split(begin, 1)
        page = f"{head}{begin}\n\n{text}\n\n{end}{rest.split(end, 1)[1]}"
    PAGE.write_text(page, encoding="utf-8")


def main() -> None:
    """Measure, print, and with ``--write`` bring the page up to date."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "gold")
    parser.add_argument("--only", choices=["figures", "settings", "cost"])
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    wanted = [args.only] if args.only else ["figures", "settings", "cost"]
    parts: dict[str, str] = {}
    if args.gold.is_dir():
        gold = read_gold(args.gold)
        parts = {name: make(gold) for name, make in (("figures", figures), ("settings", settings)) if name in wanted}
    else:
        print(f"No labelled texts at {args.gold}: only the cost is measured.")
    if "cost" in wanted:
        parts["cost"] = cost()
    print(*parts.values(), sep="\n\n")
    if args.write:
        write(parts)


if __name__ == "__main__":
    main()
