"""The block of ``key: value`` lines that a Markdown or HTML file may open with, fenced by ``---``."""

from __future__ import annotations

import json
import re

from stmtdiff.model import Omission

_FENCED = re.compile(r"\A\s*---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"([A-Za-z_][\w-]*)\s*:(?:\s+(.*)|$)")
_DATE = re.compile(r"(\d{4}-\d\d-\d\d)")
# How files name what a Document's metadata holds; the first that is present wins.
_NAMES = {
    "title": ("title", "headline"),
    "date": ("date", "published", "published_time", "created"),
    "url": ("source_url", "url", "link", "canonical_url"),
    "language": ("language", "lang"),
    "publisher": ("publisher", "source", "author", "authors"),
}


def split_front_matter(text: str) -> tuple[str, tuple[tuple[str, str], ...], list[Omission]]:
    """Return the text after the front matter, its metadata, and the front matter itself as left out."""
    match = _FENCED.match(text)
    entries = _entries(match[1] or "") if match else {}
    if not match or not entries:
        return text, (), []
    metadata = tuple((key, found) for key, names in _NAMES.items() if (found := _first(key, names, entries)))
    # Blank lines keep the line numbers of what follows.
    rest = "\n" * match.group().count("\n") + text[match.end() :]
    return rest, metadata, [Omission(text=match[1].strip(), reason="front matter")]


def _entries(body: str) -> dict[str, str]:
    entries: dict[str, str] = {}
    key = ""
    for line in body.splitlines():
        match = _ENTRY.match(line)
        if match:
            key = match[1].lower()
            entries[key] = (match[2] or "").strip()
        elif key and line[:1].isspace():
            entries[key] = f"{entries[key]} {line.strip()}".strip()
    return {key: _unquoted(value) for key, value in entries.items()}


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    if value[:1] in {'"', "["}:
        return _from_json(value)
    return value


def _from_json(value: str) -> str:
    """Double-quoted strings and plain lists of YAML are JSON; anything else stays as it stands."""
    try:
        found = json.loads(value)
    except ValueError:
        return value.strip('"[]')
    return ", ".join(map(str, found)) if isinstance(found, list) else str(found)


def _first(key: str, names: tuple[str, ...], entries: dict[str, str]) -> str:
    found = next((entries[name] for name in names if entries.get(name)), "")
    if key == "date":
        match = _DATE.match(found)
        return match[1] if match else ""
    return found
