"""Comparisons as JSON: the record that every other output is a view of."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from stmtdiff.model import (
    SCHEMA_VERSION,
    Aspect,
    Clause,
    ClauseKind,
    Comparable,
    Comparison,
    Cue,
    Direction,
    Edit,
    Effect,
    Instrument,
    Link,
    MatchedBy,
    Op,
    Rejected,
    Relation,
    Source,
    Statement,
    Status,
    TextStatus,
    Verdict,
)


def encode_comparison(comparison: Comparison) -> str:
    """Write the comparison, one clause and one link a line, so that a word change is a one-line diff."""
    parts = comparison_as_json(comparison)
    lines = [f'  "{key}": {_dumps(parts[key])}' for key in ("schema_version", "comparable", "summary", "not_searched")]
    lines[1:1] = [f'  "{side}": {_side(parts[side])}' for side in ("old", "new")]
    lines.append('  "links": ' + _lines(parts["links"], "  "))
    return "{\n" + ",\n".join(lines) + "\n}\n"


def comparison_as_json(comparison: Comparison) -> dict[str, Any]:
    """Return the comparison as plain JSON values, as ``schema/comparison.schema.json`` says."""
    return {
        "schema_version": SCHEMA_VERSION,
        "old": statement_as_side(comparison.old),
        "new": statement_as_side(comparison.new),
        "comparable": {"verdicts": comparison.comparable.verdicts, "notes": list(comparison.comparable.notes)},
        "summary": summarise(comparison.links),
        "not_searched": list(comparison.not_searched),
        "links": [_link(link) for link in comparison.links],
    }


def summarise(links: tuple[Link, ...]) -> dict[str, dict[str, int]]:
    """Count relations (with ``moved``) and verdicts; every word is there, counted or 0."""
    relations, verdicts = Counter(link.relation for link in links), Counter(link.verdict for link in links)
    counts = {relation.value: relations[relation] for relation in Relation}
    counts["moved"] = sum(link.moved for link in links)
    return {"relations": counts, "verdicts": {verdict.value: verdicts[verdict] for verdict in Verdict}}


def statement_as_side(statement: Statement) -> dict[str, Any]:
    """Return what a comparison keeps of a statement."""
    return {
        "id": statement.id,
        "title": statement.title,
        "date": statement.date,
        "place": statement.place,
        "parties": list(statement.parties),
        "instrument": statement.instrument,
        "status": statement.status,
        "rev": statement.rev,
        "path": statement.path,
        "language": statement.language,
        "text_status": statement.text_status,
        "source": None if statement.source is None else _present(statement.source, Source.__slots__),
        "notes": list(statement.notes),
        "clauses": [_present(clause, Clause.__slots__) for clause in statement.clauses],
    }


def decode_comparison(raw: dict[str, Any]) -> Comparison:
    """Rebuild the records from JSON values that the schema allows."""
    return Comparison(
        old=_statement(raw["old"]),
        new=_statement(raw["new"]),
        comparable=Comparable(verdicts=raw["comparable"]["verdicts"], notes=tuple(raw["comparable"]["notes"])),
        links=tuple(map(_link_record, raw["links"])),
        not_searched=tuple(raw["not_searched"]),
    )


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _side(side: dict[str, Any]) -> str:
    head = [f'    "{key}": {_dumps(value)}' for key, value in side.items() if key != "clauses"]
    return "{\n" + ",\n".join([*head, '    "clauses": ' + _lines(side["clauses"], "    ")]) + "\n  }"


def _lines(items: list[Any], indent: str) -> str:
    if not items:
        return "[]"
    return f"[\n{indent}  " + f",\n{indent}  ".join(map(_dumps, items)) + f"\n{indent}]"


def _present(record: object, keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: value for key in keys if (value := getattr(record, key)) is not None}


def _link(link: Link) -> dict[str, Any]:
    return {
        "old": link.old,
        "new": link.new,
        "relation": link.relation,
        "moved": link.moved,
        "matched_by": link.matched_by,
        "similarity": link.similarity,
        "verdict": link.verdict,
        "effects": [effect_as_json(effect) for effect in link.effects],
        "edits": link.edits,
        "fingerprint": link.fingerprint,
        **({"lapsed": link.lapsed} if link.lapsed else {}),
        **({"rejected": _present(link.rejected, Rejected.__slots__)} if link.rejected else {}),
    }


def effect_as_json(effect: Effect) -> dict[str, Any]:
    """Return one effect with its evidence as plain JSON values."""
    return {
        "aspect": effect.aspect,
        "direction": effect.direction,
        "rule": effect.rule,
        "step": effect.step,
        "disputed": effect.disputed,
        "old": _present(effect.old, Cue.__slots__) if effect.old else None,
        "new": _present(effect.new, Cue.__slots__) if effect.new else None,
        "why": effect.why,
    }


def _statement(raw: dict[str, Any]) -> Statement:
    fields = {key: value for key, value in raw.items() if key not in {"clauses", "source"}}
    fields["text_status"] = TextStatus(raw["text_status"])
    fields["instrument"] = Instrument(raw["instrument"]) if raw.get("instrument") else None
    fields["status"] = Status(raw["status"]) if raw.get("status") else None
    fields["parties"] = tuple(raw.get("parties", ()))
    fields["notes"] = tuple(raw.get("notes", ()))
    clauses = tuple(Clause(**{**each, "kind": ClauseKind(each["kind"])}) for each in raw["clauses"])
    source = Source(**raw["source"]) if raw.get("source") else None
    return Statement(**fields, clauses=clauses, source=source)


def _link_record(raw: dict[str, Any]) -> Link:
    return Link(
        old=tuple(raw["old"]),
        new=tuple(raw["new"]),
        relation=Relation(raw["relation"]),
        moved=raw["moved"],
        matched_by=MatchedBy(raw["matched_by"]),
        similarity=raw["similarity"],
        verdict=Verdict(raw["verdict"]),
        effects=tuple(map(_effect_record, raw["effects"])),
        edits=tuple(map(_edit_record, raw["edits"])),
        fingerprint=raw["fingerprint"],
        lapsed=raw.get("lapsed"),
        rejected=Rejected(**raw["rejected"]) if raw.get("rejected") else None,
    )


def _edit_record(raw: list[str]) -> Edit:
    return Op(raw[0]), raw[1]


def _effect_record(raw: dict[str, Any]) -> Effect:
    return Effect(
        aspect=Aspect(raw["aspect"]),
        direction=Direction(raw["direction"]),
        rule=raw["rule"],
        step=raw["step"],
        disputed=raw["disputed"],
        old=Cue(**raw["old"]) if raw["old"] else None,
        new=Cue(**raw["new"]) if raw["new"] else None,
        why=raw["why"],
    )
