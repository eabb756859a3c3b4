"""A series: rows follow clauses through edits, splits, mergers and gaps; who is asked; where a wording stood."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from pathlib import Path

import pytest

from stmtdiff.codec.schemas import violations
from stmtdiff.errors import StmtdiffError
from stmtdiff.model import Clause, ClauseKind, Relation, Statement, TextStatus, Verdict
from stmtdiff.render.history import HISTORY_VIEWS, history_view_for
from stmtdiff.render.history.matrix import entries_of, label_of
from stmtdiff.series import BACK, History, Row, addressees_in, find_usage, follow, mentions, names_in

DOCK = "The parties will repair the northern dock of Alder before the winter storms."
DOCK_FIRMER = "The parties commit to repair the northern dock of Alder before the winter storms."
EELS = "They urge the river states to count the eels in every tributary each spring."
TOLL = "They support a common toll for barges that carry timber through the locks."
PILOTS = "They thank the pilots, the harbour masters and the tide office for their work at night."
CHARTS = "They agree to share their charts with every vessel that asks for them."
HERONS = "They welcome the return of the herons to the western shallows."
OPENING = "The ministers met in Alder."


def statement(date: str, *texts: str) -> Statement:
    clauses = [Clause(id=f"p{date}", kind=ClauseKind.PROCEDURAL, text=OPENING)]
    clauses += [Clause(id=f"c{at}", kind=ClauseKind.OPERATIVE, text=text) for at, text in enumerate(texts)]
    return Statement(
        id=f"lake/{date}",
        title="Joint statement of the shore states",
        date=date,
        language="en",
        text_status=TextStatus.VERBATIM,
        clauses=tuple(clauses),
    )


def lake() -> History:
    return follow(
        "lake",
        [
            statement("2031-01-01", DOCK, PILOTS, CHARTS, EELS),
            statement("2032-01-01", TOLL, DOCK_FIRMER, PILOTS, CHARTS),
            statement("2033-01-01", TOLL, PILOTS, DOCK_FIRMER, CHARTS, EELS, HERONS),
        ],
    )


def row_of(history: History, word: str) -> Row:
    return next(row for row in history.commitments if word in row.wording.text)


def test_a_row_follows_its_clause_through_edits_and_moves() -> None:
    row = row_of(lake(), "dock")
    assert row.places == (0, 1, 2)
    assert [cell.relation for cell in row.cells if cell] == [None, Relation.EDITED, Relation.SAME]


def test_what_was_dropped_and_comes_back_goes_on_in_its_row() -> None:
    row = row_of(lake(), "eels")
    assert row.places == (0, 2)
    gone, back = row.cells[1], row.cells[2]
    assert gone is not None
    assert gone.clause is None
    assert gone.verdict is Verdict.DROPPED
    assert back is not None
    assert back.note == BACK


def test_first_and_last_appearance() -> None:
    history = lake()
    assert [(row_of(history, word).first, row_of(history, word).last) for word in ("dock", "toll", "herons")] == [
        (0, 2),
        (1, 2),
        (2, 2),
    ]


def test_every_clause_of_every_statement_is_in_exactly_one_row() -> None:
    history = lake()
    for at, each in enumerate(history.statements):
        shown = [cell.clause for row in history.rows if (cell := row.cells[at]) and cell.clause]
        assert sorted(clause.id for clause in shown) == sorted(clause.id for clause in each.clauses)


def test_what_is_no_commitment_is_not_in_the_matrix() -> None:
    assert all(row.wording.text != OPENING for row in lake().commitments)


def test_a_split_goes_on_in_one_part_and_a_merger_ends_in_the_other() -> None:
    whole = f"{EELS} {HERONS}"
    history = follow("lake", [statement("2031-01-01", whole), statement("2032-01-01", EELS, HERONS)])
    rows = history.commitments
    assert sorted(row.first for row in rows) == [0, 1]
    assert any(cell and cell.note.startswith("split from") for row in rows for cell in row.cells)
    backwards = follow("lake", [statement("2031-01-01", EELS, HERONS), statement("2032-01-01", whole)])
    assert sorted(row.last for row in backwards.commitments) == [0, 1]
    assert any(cell and cell.note.startswith("merged into") for row in backwards.commitments for cell in row.cells)


def test_one_statement_is_no_series() -> None:
    with pytest.raises(StmtdiffError, match="holds 1 statement"):
        follow("lake", [statement("2031-01-01", DOCK)])


def test_progress_is_told_a_step_at_a_time() -> None:
    steps: list[int] = []
    follow("lake", [statement(f"203{at}-01-01", DOCK) for at in range(4)], on_step=lambda: steps.append(1))
    assert len(steps) == 3


def test_who_is_asked_is_read_from_the_words() -> None:
    assert addressees_in("They urge the river states to count the eels.", "en") == ("river states",)
    assert addressees_in("They welcome the efforts of the river states to count.", "en") == ()
    assert addressees_in("Requests the Secretary-General to report by May;", "en") == ("Secretary-General",)
    assert addressees_in("They call for more money to be found.", "en") == ()
    assert addressees_in("Ils demandent aux États d'agir.", "xx") == ()


def test_names_have_one_form_whatever_their_spelling() -> None:
    assert names_in("ISIS and Daesh", "en") == names_in("ISIL", "en")


def test_mentions_say_in_which_statements() -> None:
    found = {mention.name: mention.places for mention in mentions(lake().statements, addressed=True)}
    assert found == {"river states": (0, 2)}


def test_a_search_finds_the_words_in_a_row_first_and_the_first_and_last_use() -> None:
    found = find_usage("count the EELS", lake().statements)
    assert found[0].exact
    assert (found[0].first.statement.date, found[0].last.statement.date) == ("2031-01-01", "2033-01-01")
    assert len(found[0].uses) == 2


def test_a_search_finds_near_wordings_and_not_far_ones() -> None:
    found = find_usage("The parties will repair the southern dock of Alder before the storms", lake().statements)
    assert "dock" in found[0].text
    assert not found[0].exact
    assert not find_usage("quantum computing", lake().statements)


def test_a_search_for_nothing_is_an_error() -> None:
    with pytest.raises(StmtdiffError, match="no word to look for"):
        find_usage(" ... ", lake().statements)


def test_marks_and_words_of_the_matrix() -> None:
    history = lake()
    shown = [entry and (entry.mark, entry.name) for entry in entries_of(history, row_of(history, "eels"))]
    assert shown == [("○", "stands"), ("−", "dropped"), ("+", BACK)]


def test_a_label_is_cut_at_a_word() -> None:
    row = row_of(lake(), "dock")
    assert label_of(row, longest=30) == "The parties commit to repair…"


@pytest.mark.parametrize("name", [name for name in HISTORY_VIEWS if name != "pdf"])
def test_every_view_of_a_series_says_what_became_of_it_and_is_the_same_each_time(name: str) -> None:
    content = HISTORY_VIEWS[name](lake())
    assert isinstance(content, str)
    assert "dropped" in content
    assert content == HISTORY_VIEWS[name](lake())


def test_csv_and_json_hold_the_whole_matrix() -> None:
    table = HISTORY_VIEWS["csv"](lake())
    assert isinstance(table, str)
    rows = list(csv.DictReader(io.StringIO(table)))
    assert len(rows) == len(lake().commitments)
    assert next(row for row in rows if "eels" in row["wording"])["lake/2032-01-01"] == "dropped"
    text = HISTORY_VIEWS["json"](lake())
    assert isinstance(text, str)
    content = json.loads(text)
    assert [row["wording"] for row in content["commitments"]] == [row.wording.text for row in lake().commitments]
    assert len(content["steps"]) == 2
    assert not list(violations(content, "series"))


def test_an_ending_that_shows_one_comparison_is_refused_for_a_series() -> None:
    with pytest.raises(StmtdiffError, match=r"no view of a series.*name OLD and NEW"):
        history_view_for("x.docx")


class TestCommands:
    """The commands as a person runs them, on the series that is shipped."""

    def run(self, command: list[str], *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run([*command, *arguments], capture_output=True, text=True, check=False, cwd=cwd)

    def test_report_writes_every_format_by_its_ending(self, stmtdiff_command: list[str], tmp_path: Path) -> None:
        endings = ["html", "md", "critic.md", "docx", "csv", "json", "xml", "txt"]
        files = [argument for ending in endings for argument in ("-o", f"report.{ending}")]
        ids = ("quad-afghanistan/2024", "quad-afghanistan/2025")
        done = self.run(stmtdiff_command, "report", *ids, *files, cwd=tmp_path)
        said = "".join(f"report.{ending}: written\n" for ending in endings)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", said)
        assert sorted(path.name for path in tmp_path.iterdir()) == sorted(f"report.{ending}" for ending in endings)

    def test_report_on_a_series_has_timeline_and_matrix(self, stmtdiff_command: list[str], tmp_path: Path) -> None:
        done = self.run(stmtdiff_command, "report", "quad-afghanistan", "-o", "series.html", cwd=tmp_path)
        assert done.returncode == 0
        page = (tmp_path / "series.html").read_text(encoding="utf-8")
        assert 'class="timeline"' in page
        assert 'class="matrix"' in page

    def test_an_unknown_ending_writes_nothing(self, stmtdiff_command: list[str], tmp_path: Path) -> None:
        done = self.run(stmtdiff_command, "report", "quad-afghanistan", "-o", "a.html", "-o", "b.xyz", cwd=tmp_path)
        assert done.returncode == 2
        assert "b.xyz" in done.stderr
        assert not list(tmp_path.iterdir())

    def test_track_prints_the_matrix(self, stmtdiff_command: list[str], tmp_path: Path) -> None:
        done = self.run(stmtdiff_command, "track", "quad-afghanistan", cwd=tmp_path)
        assert done.returncode == 0
        assert "2021-09-16" in done.stdout
        parsed = self.run(stmtdiff_command, "track", "quad-afghanistan", "--format", "json", cwd=tmp_path)
        assert not list(violations(json.loads(parsed.stdout), "series"))

    def test_track_without_such_a_series_names_those_there_are(
        self, stmtdiff_command: list[str], tmp_path: Path
    ) -> None:
        done = self.run(stmtdiff_command, "track", "nowhere", cwd=tmp_path)
        assert done.returncode == 2
        assert "quad-afghanistan" in done.stderr

    def test_search_exits_1_where_nothing_is_near(self, stmtdiff_command: list[str], tmp_path: Path) -> None:
        found = self.run(stmtdiff_command, "search", "international obligations", cwd=tmp_path)
        assert found.returncode == 0
        assert "word for word" in found.stdout
        assert self.run(stmtdiff_command, "search", "quantum computing", cwd=tmp_path).returncode == 1


def test_a_title_that_all_statements_share_is_said_once() -> None:
    shown = HISTORY_VIEWS["text"](lake())
    assert isinstance(shown, str)
    assert shown.count("Joint statement of the shore states") == 1
    assert "  1  2031-01-01    2  2032-01-01    3  2033-01-01\n" in shown
