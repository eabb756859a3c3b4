"""What the commit of a statement says: a first line with the change in commitments, and trailers."""

from __future__ import annotations

from typing import NamedTuple

from stmtdiff.codec import summarise
from stmtdiff.model import Comparison, Relation, Statement, Verdict

_NEWS = tuple(verdict for verdict in Verdict if verdict is not Verdict.NONE)


class Message(NamedTuple):
    """A commit message in its parts."""

    subject: str
    body: str
    trailers: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        """Return subject, body and trailers, an empty line between them, with a final line feed."""
        trailers = "\n".join(f"{key}: {value}" for key, value in self.trailers)
        return "\n\n".join(filter(None, (self.subject, self.body, trailers))) + "\n"


def commit_message(statement: Statement, comparison: Comparison | None, *, problem: str = "") -> Message:
    """Say what the new revision changed against ``comparison.old``: the revision before, or the predecessor.

    Without a comparison it is the first of its series, or ``problem`` says why it was not compared.
    """
    subject = f"{statement.id}: {headline(comparison) if comparison else _counted(len(statement.clauses), 'clause')}"
    first = f"Not compared: {problem}" if problem else "The first statement of its series."
    body = _against(comparison) if comparison else first
    return Message(subject, body, trailers_of(statement))


def headline(comparison: Comparison) -> str:
    """Say in a line what changed: ``2 stronger, 1 weaker, 3 introduced``; wording alone where no verdict is given."""
    counts = summarise(comparison.links)
    verdicts, relations = counts["verdicts"], counts["relations"]
    news = [f"{verdicts[verdict]} {verdict}" for verdict in _NEWS if verdicts[verdict]]
    if news:
        return ", ".join(news)
    changed = [relation for relation in Relation if relation is not Relation.SAME and relations[relation]]
    differing = [f"{relations[relation]} {relation}" for relation in changed]
    if not comparison.comparable.verdicts:
        return ", ".join(differing or ["no clause changed"]) + " (verdicts withheld)"
    if differing:
        reworded = sum(link.relation is not Relation.SAME for link in comparison.links)
        return f"{_counted(reworded, 'clause')} reworded, no change of commitment"
    return f"{_counted(relations['moved'], 'clause')} moved" if relations["moved"] else "no clause changed"


def trailers_of(statement: Statement) -> tuple[tuple[str, str], ...]:
    """Return id, true date and source as git trailers; what is not known is left out."""
    source = statement.source
    found = {
        "Statement-Id": statement.id,
        "Source-Date": statement.date,
        "Source-Url": source.url if source else None,
        "Source-Sha256": source.sha256 if source else None,
    }
    return tuple((key, "%20".join(value.split())) for key, value in found.items() if value)


def _against(comparison: Comparison) -> str:
    old, new = comparison.old, comparison.new
    what = "the revision before" if old.id == new.id else old.id
    gaps = f"\n{_counted(len(comparison.not_searched), 'clause')} not searched." if comparison.not_searched else ""
    return f"Compared with {what}." + "".join(f"\n{note}" for note in comparison.comparable.notes) + gaps


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
