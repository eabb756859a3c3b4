"""One text in two extractions is one text: PDF and plain, Markdown and plain, a page and its dump, two corpora.

What still differs was looked at: words that an extraction broke ("informat ion"), lost or misspelt, stray asterisks,
and votes that one of the two central-bank corpora leaves out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from stmtdiff.align import align
from stmtdiff.ingest import read_document
from stmtdiff.model import Relation, Statement
from stmtdiff.segment import statement_from

Pairs = Callable[[Path], Iterator[tuple[Path, Path]]]
STATED = ("title", "date", "place", "parties", "instrument", "status")


def read(path: Path) -> Statement:
    return statement_from(read_document(path.read_bytes(), name=path.name), name=path.name, dated=False)


def unsc(corpus: Path) -> Iterator[tuple[Path, Path]]:
    for path in sorted((corpus / "unsc-pdf").glob("*.pdf"))[::2]:
        yield path, corpus / "unsc-txt" / f"{path.stem}.txt"


def white_house(corpus: Path) -> Iterator[tuple[Path, Path]]:
    folder = corpus / "white-house"
    for path in sorted((folder / "markdown").glob("*.md"))[::3]:
        yield path, next(other for other in folder.glob(f"*/{path.stem}.txt"))


def pages(corpus: Path) -> Iterator[tuple[Path, Path]]:
    for path in sorted((corpus / "rba-html").glob("*.html"))[::5]:
        yield path, path.with_suffix(".txt")


def bank(corpus: Path) -> Iterator[tuple[Path, Path]]:
    both = [path for path in sorted((corpus / "fomc").glob("*.txt")) if (corpus / "fomc-flat" / path.name).exists()]
    for path in both[::6]:
        yield path, corpus / "fomc-flat" / path.name


@pytest.mark.parametrize(
    ("pairs", "level"),
    [(unsc, 0.97), (white_house, 0.995), (pages, 0.99), (bank, 0.995)],
    ids=["resolutions", "communiques", "pages", "bank"],
)
def test_the_same_text_in_two_extractions_has_the_same_clauses(shared: Path, pairs: Pairs, level: float) -> None:
    same = total = 0
    for first, second in pairs(shared / "corpus"):
        old, new = read(first), read(second)
        links = align(old.clauses, new.clauses).links
        same += sum(len(link.old) for link in links if link.relation is Relation.SAME)
        total += len(old.clauses)
        kinds = {clause.id: clause.kind for clause in (*old.clauses, *new.clauses)}
        alike = [link for link in links if link.relation is Relation.SAME]
        assert all(kinds[link.old[0]] == kinds[link.new[0]] for link in alike)
    assert total
    assert same / total >= level


@pytest.mark.parametrize("pairs", [unsc, white_house, pages], ids=["resolutions", "communiques", "pages"])
def test_two_extractions_say_the_same_of_the_statement(shared: Path, pairs: Pairs) -> None:
    for first, second in pairs(shared / "corpus"):
        old, new = read(first), read(second)
        assert [getattr(old, field) for field in STATED] == [getattr(new, field) for field in STATED]
