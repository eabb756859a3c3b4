"""PDF: tagged, with bookmarks, the same bytes each time; a clear message where the engine is missing."""

from __future__ import annotations

import sys

import pypdfium2
import pytest
from hostile import hostile
from specimen import specimen

from stmtdiff.errors import StmtdiffError
from stmtdiff.render import pdf


@pytest.fixture
def engine() -> None:
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError) as error:
        pytest.skip(f"WeasyPrint cannot be used here: {error}")


def test_without_the_engine_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(StmtdiffError, match=r"WeasyPrint is not installed; pip install \"stmtdiff\[pdf\]\""):
        pdf.render(specimen())


@pytest.mark.slow
@pytest.mark.usefixtures("engine")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_it_is_tagged_has_bookmarks_and_always_the_same_bytes() -> None:
    data = pdf.render(specimen())
    document = pypdfium2.PdfDocument(data)
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    titles = [bookmark.get_title() for bookmark in document.get_toc()]
    assert document.is_tagged()
    assert "Headline changes" in titles
    assert "mooring fees" in text
    assert data == pdf.render(specimen())


@pytest.mark.slow
@pytest.mark.usefixtures("engine")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_hostile_words_fetch_nothing() -> None:
    assert pdf.render(hostile()).startswith(b"%PDF-")
