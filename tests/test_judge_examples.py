"""Small labelled pairs kept beside the project: every verdict and every effect is as labelled, through the pipeline."""

from __future__ import annotations

import json
from pathlib import Path

from stmtdiff.compare import compare
from stmtdiff.model import Clause, ClauseKind, Statement, TextStatus


def of_one_clause(text: str, date: str) -> Statement:
    kind = ClauseKind.PREAMBULAR if "(preambular)" in text else ClauseKind.OPERATIVE
    clause = Clause(id="only", kind=kind, text=text)
    return Statement(
        id=f"example/{date}",
        title="Example",
        date=date,
        language="en",
        text_status=TextStatus.VERBATIM,
        clauses=(clause,),
    )


def test_every_labelled_example_is_judged_as_labelled(shared: Path) -> None:
    lines = (shared / "language" / "examples.jsonl").read_text(encoding="utf-8").splitlines()
    wrong = []
    for example in map(json.loads, lines):
        found = compare(of_one_clause(example["old"], "2000-01-01"), of_one_clause(example["new"], "2001-01-01"))
        verdicts = [link.verdict.value for link in found.links]
        effects = {(effect.aspect.value, effect.direction.value) for link in found.links for effect in link.effects}
        labelled = {(effect["aspect"], effect["direction"]) for effect in example["effects"]}
        if verdicts != [example["verdict"]] or effects != labelled:
            wrong.append((example["id"], verdicts, effects))
    assert lines
    assert not wrong
