"""Promise 1, "nothing is lost", for the readers: a source's words are the words of its blocks and of what was left out.

Every document is read a second time here, by the plainest means for its format, and the two are compared letter by
letter: hyphens at line ends and letter-spacing move word boundaries, but no letter may go, come or change places.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from stmtdiff.errors import StmtdiffError
from stmtdiff.ingest import Document, Style, read_document
from stmtdiff.text import fold, words_of

CORPUS = Path(__file__).resolve().parent.parent.parent / "shared" / "corpus"
SCANS = {
    "1971-10-25_GA_Resolution_2758_ru.pdf",
    "1991-12-08_Belovezh_Accords_ru.pdf",
    "1991-12-19_Interoffice_memorandum_Fleischhauer.pdf",
    "1991-12-24_Yeltsin_to_UN_SG_ru.pdf",
    "1991-12-30_Buravkin_to_UN.pdf",
    "2022-03-04_note-verbale_un-ola.pdf",
}
GIVEN_NUMBERS = {".txt", ".md", ".pdf"}  # elsewhere lists are counted, and the count is no word of the source


def documents(*endings: str) -> list[Path]:
    found = sorted(path for path in CORPUS.rglob("*") if path.suffix in endings)
    return [path for path in found if path.name != "README.md"]


def letters(text: str) -> str:
    return "".join(character for character in fold(text) if character.isalnum())


def texts(document: Document, *, numbers: bool) -> Iterator[str]:
    for block in document.blocks:
        yield f"{block.number or ''} {block.text}" if numbers else block.text


def raw_pdf(data: bytes) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(data) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf).replace("\ufffe", "-")


def raw_html(data: bytes) -> str:
    text = re.sub(r"(?is)<(script|style)\b.*?</\1>|<!--.*?-->|<!\[.*?\]>|<[^>]+>", " ", data.decode())
    return unescape(text)


def raw(path: Path) -> str:
    data = path.read_bytes()
    if path.suffix == ".pdf":
        return raw_pdf(data)
    if path.suffix in {".html", ".xml"}:
        return raw_html(data)
    text = data.decode("utf-8-sig")
    return unescape(re.sub(r"<!--.*?-->|</?\w[^>\n]*>", "", unescaped(text))) if path.suffix == ".md" else text


def unescaped(text: str) -> str:
    """Characters that the front matter writes by their numbers are the characters."""
    return re.sub(r"\\(?:u([0-9a-f]{4})|x([0-9A-F]{2}))", lambda match: chr(int(match[1] or match[2], 16)), text)


def left_out(document: Document) -> str:
    """Code and comments are no words; a script's beginning is shown all the same."""
    aside = [omission.text for omission in document.omitted if not omission.reason.startswith(("script", "style"))]
    return unescaped(" ".join(aside))


def is_in_order(part: str, whole: str) -> bool:
    rest = iter(whole)
    return all(character in rest for character in part)


def check(path: Path) -> None:
    document = read_document(path.read_bytes(), name=path.name)
    source = raw(path)
    kept = " ".join(texts(document, numbers=path.suffix in GIVEN_NUMBERS))
    lost = Counter(letters(source))
    lost.subtract(letters(f"{kept} {left_out(document)}"))
    assert {letter: count for letter, count in lost.items() if count} == {}
    flow = [block.text for block in document.blocks if block.style is not Style.FOOTNOTE]
    assert is_in_order(letters(" ".join(flow)), letters(source))
    words = Counter(words_of(source))
    differing = (words - Counter(words_of(f"{kept} {left_out(document)}"))).total()
    assert differing <= max(3, 0.01 * words.total())


@pytest.mark.parametrize("path", documents(".txt"), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_nothing_is_lost_in_text(path: Path) -> None:
    check(path)


@pytest.mark.parametrize("path", documents(".md"), ids=lambda path: path.name)
def test_nothing_is_lost_in_markdown(path: Path) -> None:
    check(path)


@pytest.mark.parametrize("path", documents(".html", ".xml"), ids=lambda path: path.name)
def test_nothing_is_lost_in_html_and_xml(path: Path) -> None:
    check(path)


@pytest.mark.slow
@pytest.mark.parametrize(
    "path", [path for path in documents(".pdf") if path.name not in SCANS], ids=lambda path: path.name
)
def test_nothing_is_lost_in_pdf(path: Path) -> None:
    check(path)


@pytest.mark.parametrize("path", [p for p in documents(".pdf") if p.name in SCANS], ids=lambda path: path.name)
def test_a_scan_is_refused_with_what_to_do(path: Path) -> None:
    with pytest.raises(StmtdiffError, match=r"scan without a text layer.*ocrmypdf"):
        read_document(path.read_bytes(), name=path.name)


def test_there_are_documents_to_check(shared: Path) -> None:
    assert documents(".txt", ".md", ".html", ".xml", ".pdf"), f"none under {shared}"
