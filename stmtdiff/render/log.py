"""The revisions of a statement with what each changed: as text, and as JSON after ``schema/log.schema.json``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from stmtdiff.codec import comparison_as_json
from stmtdiff.model import SCHEMA_VERSION, Link, Relation, Verdict
from stmtdiff.render.terminal.clauses import change_lines
from stmtdiff.render.terminal.columns import clean_line, clip, wrap
from stmtdiff.render.terminal.heads import verdict_cell
from stmtdiff.render.terminal.page import INDENT, TEXT_WIDTH, Page, make_page
from stmtdiff.render.terminal.paint import Style, paint
from stmtdiff.render.wording import evidence, link_label, opening, plural, summary
from stmtdiff.versions.log import Entry


def render(entries: Iterable[Entry], *, width: int = 100, colour: bool = False, wording: bool = False) -> Iterator[str]:
    """Yield the text of each entry, with a final line feed; ``wording`` shows every change in full."""
    for number, entry in enumerate(entries):
        lines = [] if number == 0 else [""]
        lines += _head(entry, width, colour=colour)
        if entry.comparison:
            page = make_page(
                entry.comparison, width=width, colour=colour, context=0, side_by_side=False, explain_links=False
            )
            for link in entry.links:
                lines += ["", *change_lines(link, page)] if wording else [_line(link, page)]
        yield "\n".join(lines) + "\n"


def _head(entry: Entry, width: int, *, colour: bool) -> Iterator[str]:
    revision = entry.step.revision
    if revision is None:
        yield paint("not committed yet", Style.BOLD, colour=colour)
    else:
        start = f"{revision.commit[:12]}  {revision.committed[:10]}"
        yield f"{paint(start, Style.BOLD, colour=colour)}  {clip(clean_line(revision.author), max(8, width - 26))}"
        yield INDENT + clip(clean_line(revision.subject), width - len(INDENT))
    for line in wrap(clean_line(_said(entry)), min(width, TEXT_WIDTH) - len(INDENT)):
        yield INDENT + paint(line, Style.DIM, colour=colour)


def _said(entry: Entry) -> str:
    step = entry.step
    if step.problem:
        return f"cannot be read: {step.problem}"
    if step.new is None:
        return "deleted"
    if step.old is None:
        return f"came in with {plural(len(step.new.clauses), 'clause')}"
    if step.revision and len(step.revision.before) > 1 and not entry.links:
        return "merge; nothing of its own"
    fields = f"fields changed: {', '.join(entry.fields)}" if entry.fields else ""
    return "; ".join(filter(None, (summary(entry.comparison).rstrip(".") if entry.comparison else "", fields)))


def _line(link: Link, page: Page) -> str:
    """Verdict, label, and the evidence or the beginning of the clause."""
    name = ""
    if not page.comparison.comparable.verdicts:
        name = link.relation.value
    elif link.verdict is Verdict.NONE:
        name = "moved" if link.relation is Relation.SAME else "wording"
    label = clean_line(link_label(link, page.old_labels, page.new_labels))
    if link.effects and link.old and link.new:
        said = "; ".join(f"{effect.aspect}: {evidence(effect) or effect.why}" for effect in link.effects)
    else:
        said = opening([page.new[each] for each in link.new] or [page.old[each] for each in link.old])
    start = f"{INDENT}{verdict_cell(link.verdict, page, name)}  {label}  "
    return start + clip(clean_line(said), max(20, page.width - len(INDENT) - 16 - len(label)))


def as_json(statement: str, entries: Iterable[Entry], notes: Iterable[str]) -> str:
    """Return everything in one document; every link that changed has its effects and its edits."""
    found = {
        "schema_version": SCHEMA_VERSION,
        "statement": statement,
        "notes": list(notes),
        "revisions": [_entry(entry) for entry in entries],
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def revision_as_json(entry: Entry) -> dict[str, Any] | None:
    """Return who stored what when; None for the working tree."""
    revision = entry.step.revision
    if revision is None:
        return None
    keys = ("commit", "author", "authored", "committed", "subject", "path")
    return {key: getattr(revision, key) for key in keys}


def _entry(entry: Entry) -> dict[str, Any]:
    step = entry.step
    whole = comparison_as_json(entry.comparison) if entry.comparison else None
    shown = {(link.old, link.new) for link in entry.links}
    links = [link for link in whole["links"] if (tuple(link["old"]), tuple(link["new"])) in shown] if whole else []
    return {
        "revision": revision_as_json(entry),
        "event": _event(entry),
        "problem": step.problem or None,
        "clauses": len(step.new.clauses) if step.new else None,
        "fields": list(entry.fields),
        "comparable": whole["comparable"] if whole else None,
        "summary": whole["summary"] if whole else None,
        "not_searched": whole["not_searched"] if whole else [],
        "links": links,
    }


def _event(entry: Entry) -> str:
    if entry.step.problem:
        return "unreadable"
    if entry.step.new is None:
        return "deleted"
    return "created" if entry.step.old is None else "changed"
