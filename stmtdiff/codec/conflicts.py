"""What a merge of both sides' changes could not settle: entries under ``conflicts`` in a statement file.

The file stays JSON that people and tools can read: the clause stands as our side has it, and the entry holds all three
wordings with what each does against the base. No statement is read from such a file until the entries are gone.
"""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from stmtdiff.codec.encode import encode_statement
from stmtdiff.model import Statement

KEY = "conflicts"
WHOLE_CLAUSE = "clause"
ORDER = "order"
_AFTER = '  "schema_version": '


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """One value that both sides changed, each in its way.

    ``clause`` is the id of the clause, None for a field of the statement. ``field`` is the key that is meant;
    ``clause`` where one side deleted what the other changed, ``order`` where both moved clauses. A side that has no
    such value is None. ``verdicts`` and ``why`` say by side what a wording does against the base.
    """

    field: str
    clause: str | None = None
    base: Any = None
    ours: Any = None
    theirs: Any = None
    verdicts: dict[str, str] = dataclasses.field(default_factory=dict)
    why: dict[str, list[str]] = dataclasses.field(default_factory=dict)

    def __str__(self) -> str:
        """Say in a line what is in conflict."""
        what = f"the {self.field}" if self.clause is None else f"the {self.field} of clause {self.clause}"
        if self.field == WHOLE_CLAUSE:
            what = f"clause {self.clause}, deleted on one side"
        said = ", ".join(f"{side} {verdict}" for side, verdict in self.verdicts.items())
        return what + (f" ({said})" if said else "")


def conflicts_in(raw: object) -> list[Conflict]:
    """Return the conflicts of a parsed statement file; an entry that is no conflict of ours still counts as one."""
    entries = raw.get(KEY) if isinstance(raw, dict) else None
    return [_conflict(entry) for entry in entries] if isinstance(entries, list) else []


def encode_conflicts(statement: Statement, conflicts: list[Conflict]) -> str:
    """Write a statement in the canonical layout with its conflicts near the top, one value a line."""
    text = encode_statement(statement)
    if not conflicts:
        return text
    at = text.index("\n", text.index(_AFTER)) + 1
    entries = ",\n    ".join(map(_entry, conflicts))
    return f'{text[:at]}  "{KEY}": [\n    {entries}\n  ],\n{text[at:]}'


def _entry(conflict: Conflict) -> str:
    values: dict[str, object] = {"clause": conflict.clause} if conflict.clause is not None else {}
    values |= {"field": conflict.field, "base": conflict.base, "ours": conflict.ours, "theirs": conflict.theirs}
    values |= {key: value for key in ("verdicts", "why") if (value := getattr(conflict, key))}
    lines = [f'"{key}": {json.dumps(value, ensure_ascii=False)}' for key, value in values.items()]
    return "{\n      " + ",\n      ".join(lines) + "\n    }"


def _conflict(entry: object) -> Conflict:
    known = entry if isinstance(entry, dict) else {}
    named, clause = known.get("field"), known.get("clause")
    told = {key: value for key in ("verdicts", "why") if isinstance(value := known.get(key), dict)}
    return Conflict(
        field=named if isinstance(named, str) else "text",
        clause=clause if isinstance(clause, str) else None,
        base=known.get("base"),
        ours=known.get("ours"),
        theirs=known.get("theirs"),
        **told,
    )
