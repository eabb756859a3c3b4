"""Dates as documents print them."""

from __future__ import annotations

import pytest

from stmtdiff.ingest.dates import find_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Distr.: General 3 March 2031 Original: English", "2031-03-03"),
        ("March 3, 2031", "2031-03-03"),
        ("on the 21st June 2031 and on 2031-07-01", "2031-06-21"),
        ("8–13 February 2031", "2031-02-13"),
        ("2031-02-30, then 1 May 2031", "2031-05-01"),
        ("~9 September 1971", ""),
        ("in May of the year 2031", ""),
    ],
)
def test_the_first_date_is_found(text: str, date: str) -> None:
    assert find_date(text) == date
