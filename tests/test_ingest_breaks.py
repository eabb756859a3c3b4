"""Forced line breaks: which of them part paragraphs."""

from __future__ import annotations

import pytest

from stmtdiff.ingest.breaks import split_breaks


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("Ministry of Ports\nHarbour Street 1", ["Ministry of Ports Harbour Street 1"]),
        ("We agree.\nWe decide.", ["We agree.", "We decide."]),
        ("We agree.\nand more", ["We agree. and more"]),
        ("We agree,\n\nand decide", ["We agree,", "and decide"]),
        ("They will\n• open\n• close", ["They will", "• open", "• close"]),
        (" \n\n", []),
    ],
)
def test_breaks(text: str, paragraphs: list[str]) -> None:
    assert split_breaks(text) == paragraphs
