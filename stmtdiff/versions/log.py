"""What each revision of a statement changed, and for one clause only the revisions that touched it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stmtdiff.compare import compare
from stmtdiff.model import Comparison, Link, Relation, Statement, Verdict
from stmtdiff.versions.steps import Step

_FIELDS = (
    *("id", "title", "date", "place", "occasion", "parties", "instrument", "status"),
    *("language", "text_status", "previous", "source", "notes", "omitted"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One revision: the comparison with what stood before it, its links that changed, and the other fields that did.

    ``comparison`` is None where the statement came in, was deleted or cannot be read.
    """

    step: Step
    comparison: Comparison | None = None
    links: tuple[Link, ...] = ()
    fields: tuple[str, ...] = ()


def entries(steps: Iterable[Step], clause: str | None = None) -> Iterator[Entry]:
    """Compare each revision with the one before; with ``clause``, an id of today, only what touched that clause.

    The clause is followed into the past: through other ids, splits and merges.
    """
    followed = {clause} if clause else None
    for step in steps:
        comparison = compare(step.old, step.new) if step.old and step.new else None
        links = tuple(filter(_is_change, comparison.links)) if comparison else ()
        if followed is None:
            yield Entry(step=step, comparison=comparison, links=links, fields=_changed_fields(step.old, step.new))
            continue
        touching = tuple(link for link in links if followed & {*link.old, *link.new})
        fresh = step.new.clauses if step.new and not step.old and not step.problem else ()
        came_in = any(each.id in followed for each in fresh)
        if touching or came_in or step.problem:
            yield Entry(step=step, comparison=comparison, links=touching)
        if comparison:
            followed |= {old for link in comparison.links if followed & {*link.new} for old in link.old}


def _is_change(link: Link) -> bool:
    return link.relation is not Relation.SAME or link.moved or link.verdict is not Verdict.NONE


def _changed_fields(old: Statement | None, new: Statement | None) -> tuple[str, ...]:
    if old is None or new is None:
        return ()
    return tuple(field for field in _FIELDS if getattr(old, field) != getattr(new, field))
