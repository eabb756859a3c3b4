"""The collection: ids from places, series in order, and names that mean one statement."""

from __future__ import annotations

from pathlib import Path

import pytest

from stmtdiff.corpus import Collection, find_root, open_collection
from stmtdiff.errors import StmtdiffError

COLLECTION = Collection(
    root="/somewhere", ids=("alps/2001-01-01", "alps/2002-01-01", "alps/2002-06-01", "lake/1999-12-31")
)


@pytest.mark.parametrize(
    ("name", "found"),
    [("alps/2002-01-01", "alps/2002-01-01"), ("alps/2001", "alps/2001-01-01"), ("lak", "lake/1999-12-31"), ("x", None)],
)
def test_an_id_or_its_beginning_means_one_statement(name: str, found: str | None) -> None:
    assert COLLECTION.resolve(name) == found


def test_a_beginning_of_several_ids_is_refused_with_the_choice() -> None:
    with pytest.raises(StmtdiffError, match="2 ids begin with 'alps/2002'; say which: alps/2002-01-01"):
        COLLECTION.resolve("alps/2002")


def test_the_predecessor_is_the_one_before_in_its_series() -> None:
    assert COLLECTION.predecessor("alps/2002-06-01") == "alps/2002-01-01"
    assert COLLECTION.predecessor("alps/2001-01-01") is None
    assert COLLECTION.predecessor("lake/1999-12-31") is None


def test_the_nearest_statements_folder_is_the_collection(tmp_path: Path) -> None:
    (tmp_path / "statements" / "lake").mkdir(parents=True)
    (tmp_path / "statements" / "lake" / "2001-01-01.json").write_text("{}", encoding="utf-8")
    (tmp_path / "statements" / "lake" / ".hidden.json").write_text("{}", encoding="utf-8")
    below = tmp_path / "notes" / "deep"
    below.mkdir(parents=True)
    assert find_root(str(below)) == str(tmp_path)
    assert open_collection(str(below)).ids == ("lake/2001-01-01",)


def test_the_shipped_series_serves_where_there_is_no_collection(tmp_path: Path) -> None:
    assert "quad-afghanistan" in open_collection(str(tmp_path)).series()
