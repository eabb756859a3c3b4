"""Statement files out: one canonical layout, so that a word change is a one-line git diff."""

from __future__ import annotations

import json

from stmtdiff.model import SCHEMA_VERSION, Statement

SCHEMA_PATH = "../../schema/statement.schema.json"


def encode_statement(statement: Statement) -> str:
    """Write the canonical layout: fixed key order, one clause key a line, UTF-8, LF, final newline."""
    lines = [f"  {_pair('$schema', SCHEMA_PATH)}", f"  {_pair('schema_version', SCHEMA_VERSION)}"]
    lines += [f"  {_pair(key, value)}" for key in _HEAD if (value := getattr(statement, key))]
    if statement.source:
        lines.append('  "source": ' + _object(_fields(statement.source, _SOURCE), "  "))
    if statement.notes:
        lines.append('  "notes": ' + _list([_dumps(note) for note in statement.notes]))
    if statement.omitted:
        lines.append('  "omitted": ' + _list([_inline(_fields(each, _OMISSION)) for each in statement.omitted]))
    lines.append('  "clauses": ' + _list([_object(_fields(each, _CLAUSE), "    ") for each in statement.clauses]))
    return "{\n" + ",\n".join(lines) + "\n}\n"


_HEAD = (
    *("id", "title", "date", "place", "occasion", "parties", "instrument"),
    *("status", "language", "text_status", "previous"),
)
_SOURCE = ("url", "publisher", "retrieved", "media_type", "sha256", "file")
_OMISSION = ("text", "reason", "page")
_CLAUSE = ("id", "number", "kind", "parent", "speaker", "text", "page", "annotation")


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _pair(key: str, value: object) -> str:
    return f'"{key}": {_dumps(value)}'


def _fields(record: object, keys: tuple[str, ...]) -> list[str]:
    return [_pair(key, value) for key in keys if (value := getattr(record, key)) is not None]


def _inline(fields: list[str]) -> str:
    return "{" + ", ".join(fields) + "}"


def _object(fields: list[str], indent: str) -> str:
    inner = f",\n{indent}  ".join(fields)
    return f"{{\n{indent}  {inner}\n{indent}}}" if fields else "{}"


def _list(items: list[str]) -> str:
    return "[\n    " + ",\n    ".join(items) + "\n  ]" if items else "[]"
