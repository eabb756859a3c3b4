"""GitLab code quality: the keys that GitLab reads, one entry a finding that stands."""

from __future__ import annotations

import json

from findings_specimen import EVERYTHING, LOOK_ALIKE, NOTHING

from stmtdiff.render.gitlab import render


def test_entries_have_the_keys_that_gitlab_reads() -> None:
    entries = json.loads(render(EVERYTHING))
    assert len(entries) == 3
    for entry in entries:
        assert entry.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert entry["location"]["lines"]["begin"] >= 1
    assert entries[0]["location"]["path"] == LOOK_ALIKE.place.path
    assert len({entry["fingerprint"] for entry in entries}) == 3


def test_nothing_is_an_empty_list() -> None:
    assert json.loads(render(NOTHING)) == []
