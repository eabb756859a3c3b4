"""The Word document: accept all and it reads as the new text, reject all and it reads as the old, word for word."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hostile import hostile
from lxml import etree
from specimen import new_statement, old_statement, pair, specimen

from stmtdiff import ingest
from stmtdiff.model import Clause, Comparison
from stmtdiff.render import docx
from stmtdiff.render.docx import _list_number
from stmtdiff.render.runs import plain

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def settle(root: etree._Element, *, gone: str) -> list[str]:
    """Accept (``gone`` is ``del``) or reject (``ins``) everything, as a word processor does: the paragraphs."""
    texts, current = [], ""
    for paragraph in root.iter(f"{W}p"):
        for node in paragraph.iter(f"{W}t", f"{W}delText", f"{W}br"):
            if not any(above.tag == f"{W}{gone}" for above in node.iterancestors()):
                current += "\n" if node.tag == f"{W}br" else node.text or ""
        if paragraph.find(f"{W}pPr/{W}rPr/{W}{gone}") is None:
            texts.append(current)
            current = ""
    assert not current
    return texts


@pytest.mark.parametrize("comparison", [specimen(), hostile(), pair("متن قدیم", "متن جدید", "fa")])
def test_accepting_gives_the_new_words_and_rejecting_the_old(comparison: Comparison) -> None:
    root = part(docx.render(comparison))
    assert settle(root, gone="del") == [plain(clause.text) for clause in comparison.new.clauses]
    assert settle(root, gone="ins") == [plain(clause.text) for clause in comparison.old.clauses]


def test_reading_it_again_gives_the_new_statement_with_its_numbers() -> None:
    blocks = ingest.read_document(docx.render(specimen()), name="report.docx").blocks
    assert [block.text for block in blocks] == [clause.text for clause in new_statement().clauses]
    assert [(block.number or "").rstrip(".") for block in blocks] == [
        clause.number or "" for clause in new_statement().clauses
    ]


def test_rejecting_and_reading_it_again_gives_the_old_statement() -> None:
    data = rejected(docx.render(specimen()))
    blocks = ingest.read_document(data, name="report.docx").blocks
    assert [block.text for block in blocks] == [clause.text for clause in old_statement().clauses]
    assert [(block.number or "").rstrip(".") for block in blocks] == [
        clause.number or "" for clause in old_statement().clauses
    ]


def rejected(data: bytes) -> bytes:
    """Reject every change in the XML, as a word processor does."""
    root = part(data)
    for change in list(root.iter(f"{W}pPrChange")):
        form = change.getparent()
        old = change.find(f"{W}pPr")
        form.clear()
        form.extend(list(old))
    waiting: list[etree._Element] = []
    for paragraph in list(root.iter(f"{W}p")):
        for inserted in list(paragraph.findall(f"{W}ins")):
            paragraph.remove(inserted)
        place = 1
        for child in waiting:
            paragraph.insert(place, child)
            place += 1
        waiting = []
        if paragraph.find(f"{W}pPr/{W}rPr/{W}ins") is not None:
            waiting = list(paragraph)[1:]
            paragraph.getparent().remove(paragraph)
    etree.strip_tags(root, f"{W}del")
    for text in root.iter(f"{W}delText"):
        text.tag = f"{W}t"
    return repacked(data, etree.tostring(root))


def repacked(data: bytes, document: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, document if name == "word/document.xml" else old.read(name))
    return buffer.getvalue()


def test_every_change_has_author_date_and_a_number_of_its_own() -> None:
    root = part(docx.render(specimen()))
    changes = [*root.iter(f"{W}ins", f"{W}del")]
    assert changes
    assert all(change.get(f"{W}author") == "stmtdiff" for change in changes)
    assert {change.get(f"{W}date") for change in changes} == {"2032-05-11T00:00:00Z"}


def test_word_s_markup_for_moves_is_not_used() -> None:
    assert not [*part(docx.render(specimen())).iter(f"{W}moveFrom", f"{W}moveTo")]


def test_comments_carry_the_reasons_and_stand_at_their_clauses() -> None:
    data = docx.render(specimen())
    comments = {
        comment.get(f"{W}id"): "\n".join("".join(line.itertext()) for line in comment)
        for comment in part(data, "word/comments.xml")
    }
    referred = [node.get(f"{W}id") for node in part(data).iter(f"{W}commentReference")]
    assert sorted(referred, key=int) == list(comments)
    assert any("DEMAND 5 (urge) → 4 (call on)" in text and "clause 2" in text for text in comments.values())
    assert "Of 17 clauses" in comments["0"]


def test_a_program_for_word_files_reads_it() -> None:
    reader = pytest.importorskip("docx", reason="python-docx is not installed")
    document = reader.Document(io.BytesIO(docx.render(hostile())))
    assert document.core_properties.title == plain(hostile().new.title)
    assert document.sections[0].header.paragraphs[0].text == plain(hostile().new.title)


def test_the_same_comparison_gives_the_same_bytes_and_no_clock_is_in_them() -> None:
    data = docx.render(specimen())
    assert data == docx.render(specimen())
    entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_right_to_left_paragraphs_say_so() -> None:
    root = part(docx.render(pair("متن قدیم", "متن جدید", "ar")))
    assert all(paragraph.find(f"{W}pPr/{W}bidi") is not None for paragraph in root.iter(f"{W}p"))
    assert {node.get(f"{W}bidi") for node in root.iter(f"{W}lang")} == {"ar"}


@pytest.mark.parametrize(
    ("label", "style", "start", "text"),
    [
        ("3", "decimal", 3, "%1."),
        ("(b)", "lowerLetter", 2, "(%1)"),
        ("IV.", "upperRoman", 4, "%1."),
        ("xii", "lowerRoman", 12, "%1."),
        ("5 bis", "decimal", 1, "5 bis"),
        ("3.2", "decimal", 1, "3.2"),
        ("100%", "decimal", 1, "100"),
    ],
)
def test_a_label_becomes_a_list_number(label: str, style: str, start: int, text: str) -> None:
    number = _list_number(label, 560)
    assert (number.style, number.start, number.text) == (style, start, text)


def test_a_statement_without_clauses_is_a_document_all_the_same() -> None:
    nothing: tuple[Clause, ...] = ()
    comparison = replace(
        specimen(),
        old=replace(old_statement(), clauses=nothing),
        new=replace(new_statement(), clauses=nothing),
        links=(),
    )
    assert settle(part(docx.render(comparison)), gone="del") == []


@pytest.mark.slow
def test_libreoffice_opens_it_and_prints_both_texts(tmp_path: Path) -> None:
    office, to_text = shutil.which("soffice"), shutil.which("pdftotext")
    if not office or not to_text:
        pytest.skip("needs LibreOffice and pdftotext")
    path = tmp_path / "report.docx"
    path.write_bytes(docx.render(specimen()))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    text = subprocess.run(
        [to_text, str(tmp_path / "report.pdf"), "-"], check=True, capture_output=True, text=True
    ).stdout
    words = re.sub(r"\s+", " ", text)
    assert "establish a joint panel on mooring fees" in words
    assert "ban on drift nets from next year" in words
