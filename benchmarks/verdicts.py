"""Measure verdicts against labelled pairs of statements, given the right links: python benchmarks/verdicts.py FOLDER.

FOLDER holds JSON files {name, old, new, links}: two clause lists and, for every link, its effects and verdict. Without
FOLDER the pairs beside the project are read. Prints Markdown: figures, confusion matrix, aspects; --errors adds every
link that is judged otherwise than it is labelled.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from stmtdiff.judge import judge
from stmtdiff.model import Clause, ClauseKind, Link, MatchedBy, Relation, Statement, TextStatus
from stmtdiff.words import word_edits

BESIDE = Path(__file__).resolve().parent.parent.parent / "shared" / "gold" / "changes"
WORDS = ("none", "stronger", "weaker", "mixed", "changed", "reversed")
ALARMS = {"weaker", "mixed", "reversed"}


class Judged(NamedTuple):
    """One reworded link: what people said, what the rules say."""

    name: str
    wanted: str
    given: str
    wanted_aspects: set[str]
    given_aspects: set[str]
    text: str


def statement(name: str, side: dict[str, Any]) -> Statement:
    """Return one side of a labelled pair as a statement."""
    clauses = tuple(
        Clause(
            id=each["id"], kind=ClauseKind(each.get("kind", "operative")), text=each["text"], parent=each.get("parent")
        )
        for each in side["clauses"]
    )
    return Statement(
        id=f"{name}/{side['date']}", title=name, date=side["date"], language="en", text_status=TextStatus.VERBATIM,
        clauses=clauses,
    )  # fmt: skip


def reworded(pair: dict[str, Any]) -> Iterator[Judged]:
    """Judge every link of a pair whose wording differs and that has clauses on both sides."""
    old, new = statement(pair["name"], pair["old"]), statement(pair["name"], pair["new"])
    for link in pair["links"]:
        if link["relation"] != "same" and link["old"] and link["new"]:
            yield judged(pair["name"], link, old, new)


def judged(name: str, link: dict[str, Any], old: Statement, new: Statement) -> Judged:
    """Judge one labelled link."""
    before = tuple(clause for clause in old.clauses if clause.id in link["old"])
    after = tuple(clause for clause in new.clauses if clause.id in link["new"])
    edits = word_edits(*("\n".join(clause.text for clause in side) for side in (before, after)))
    record = Link(
        old=tuple(link["old"]), new=tuple(link["new"]), relation=Relation(link["relation"]),
        matched_by=MatchedBy.SIMILARITY, similarity=0.0, moved=link["moved"],
    )  # fmt: skip
    result = judge(record, before, after, edits, old_statement=old, new_statement=new)
    wanted = {effect["aspect"] for effect in link["effects"]}
    return Judged(
        f"{name} {'+'.join(link['old'])} -> {'+'.join(link['new'])}",
        "reversed" if "polarity" in wanted else link["verdict"],
        result.verdict.value,
        wanted,
        {effect.aspect.value for effect in result.effects},
        "".join(text if op == "=" else f"[-{text}-]" if op == "-" else f"{{+{text}+}}" for op, text in edits),
    )


def prf(hits: int, given: int, wanted: int) -> tuple[float, float, float]:
    """Return precision, recall and F1."""
    precision, recall = hits / given if given else 0.0, hits / wanted if wanted else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if hits else 0.0


def figures(found: list[Judged]) -> list[str]:
    """Return the figures as Markdown."""
    pairs = Counter((each.wanted, each.given) for each in found)
    scores = {
        word: prf(
            pairs[word, word],
            sum(count for (_, given), count in pairs.items() if given == word),
            sum(count for (wanted, _), count in pairs.items() if wanted == word),
        )
        for word in WORDS
    }
    seen = [word for word in WORDS if any(wanted == word for wanted, _ in pairs)]
    alarms = prf(
        sum(each.wanted in ALARMS and each.given in ALARMS for each in found),
        sum(each.given in ALARMS for each in found),
        sum(each.wanted in ALARMS for each in found),
    )
    right = sum(pairs[word, word] for word in WORDS)
    summary = (
        f"{len(found)} reworded clauses: accuracy {right / len(found):.3f}, "
        f"macro F1 {sum(scores[word][2] for word in seen) / len(seen):.3f}; "
        f"alarms: precision {alarms[0]:.3f}, recall {alarms[1]:.3f}; aspects: F1 {aspects(found)[2]:.3f}."
    )
    head = "| labelled \\ judged | " + " | ".join(WORDS) + " | recall |"
    lines = [summary, "", head, "|---|" + "---:|" * (len(WORDS) + 1)]
    for wanted in seen:
        row = " | ".join(str(pairs[wanted, given] or "") for given in WORDS)
        lines.append(f"| {wanted} | {row} | {scores[wanted][1]:.2f} |")
    precisions = " | ".join(f"{scores[word][0]:.2f}" if word in seen else "" for word in WORDS)
    return [*lines, f"| precision | {precisions} | |"]


def aspects(found: list[Judged]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of the aspects named."""
    return prf(
        sum(len(each.wanted_aspects & each.given_aspects) for each in found),
        sum(len(each.given_aspects) for each in found),
        sum(len(each.wanted_aspects) for each in found),
    )


def aspect_table(found: list[Judged]) -> list[str]:
    """Return for each aspect how often it is named rightly, missed, or named without need."""
    lines = ["| aspect | right | missed | extra |", "|---|---:|---:|---:|"]
    for aspect in sorted({aspect for each in found for aspect in each.wanted_aspects | each.given_aspects}):
        right = sum(aspect in each.wanted_aspects & each.given_aspects for each in found)
        missed = sum(aspect in each.wanted_aspects - each.given_aspects for each in found)
        extra = sum(aspect in each.given_aspects - each.wanted_aspects for each in found)
        lines.append(f"| {aspect} | {right} | {missed} | {extra} |")
    return lines


def main() -> None:
    """Print the figures of a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=BESIDE)
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    paths = sorted(arguments.folder.glob("*.json"))
    found = [each for path in paths for each in reworded(json.loads(path.read_text(encoding="utf-8")))]
    print(*figures(found), "", *aspect_table(found), sep="\n")
    if arguments.errors:
        wrong = (each for each in found if each.wanted != each.given)
        print(*(f"\n{each.name}: {each.wanted} judged {each.given}\n  {each.text}" for each in wrong), sep="\n")


if __name__ == "__main__":
    main()
