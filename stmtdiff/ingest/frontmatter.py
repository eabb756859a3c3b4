"""The block of ``key: value`` lines that a Markdown or HTML file may open with, fenced by ``---``."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from dataclasses import replace

from stmtdiff.ingest.document import Block, Style
from stmtdiff.ingest.joining import squeeze
from stmtdiff.model import Omission
from stmtdiff.text import fold

REASON = "front matter"
_FENCED = re.compile(r"\A\s*---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"([A-Za-z_][\w-]*)\s*:(?:\s+(.*)|$)")
# What YAML escapes with letters of its own: \\_ is a space that does not break, \\x has two digits.
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([_ NLPe0av\"\\/ntrbf]))")
_ESCAPED = {"_": "\u00a0", "N": "\x85", "L": "\u2028", "P": "\u2029", "n": "\n", "t": "\t", "r": "\n"}
_SURROGATES = (0xD800, 0xDFFF)
_CONTINUED = re.compile(r"\\\n[ \t]*")
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
    return rest, metadata, [Omission(text=match[1].strip(), reason=REASON)]


def with_title(
    blocks: Sequence[Block], metadata: tuple[tuple[str, str], ...], omitted: Sequence[Omission]
) -> tuple[list[Block], list[Omission]]:
    """Put the title of the front matter over a text that has none of its own, and leave it out of what is omitted."""
    title = dict(metadata).get("title", "")
    headed = any(block.style is Style.TITLE or block.level == 1 for block in blocks if block.style is not Style.ITEM)
    if not title or headed or any(fold(block.text) == fold(title) for block in blocks):
        return list(blocks), list(omitted)
    rest = [replace(one, text=_without_title(one.text)) if one.reason == REASON else one for one in omitted]
    return [Block(text=title, style=Style.TITLE), *blocks], rest


def _without_title(front: str) -> str:
    kept: list[str] = []
    inside = False
    for line in front.split("\n"):
        match = _ENTRY.match(line)
        inside = match[1].lower() in _NAMES["title"] if match else inside and line[:1].isspace()
        kept += [f"{match[1]}:"] if inside and match else [] if inside else [line]
    return "\n".join(kept)


def _entries(body: str) -> dict[str, str]:
    entries: dict[str, str] = {}
    key = ""
    for line in body.split("\n"):
        match = _ENTRY.match(line)
        if match:
            key = match[1].lower()
            entries[key] = (match[2] or "").strip()
        elif key and line[:1].isspace():
            entries[key] = f"{entries[key]}\n{line.strip()}"
    return {key: _unquoted(value) for key, value in entries.items()}


def _unquoted(value: str) -> str:
    if value[:1] == '"' and value[-1:] == '"' and len(value) > 1:
        return squeeze(_ESCAPE.sub(_unescaped, _CONTINUED.sub("", value[1:-1])))
    value = squeeze(value)
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    return ", ".join(_listed(value)) if value[:1] == "[" else value


def _unescaped(match: re.Match[str]) -> str:
    digits = match[1] or match[2] or match[3]
    if digits:
        code = int(digits, 16)
        return chr(code) if code <= sys.maxunicode and not _SURROGATES[0] <= code <= _SURROGATES[1] else "\ufffd"
    return _ESCAPED.get(match[4], match[4])


def _listed(value: str) -> list[str]:
    """Read a list on one line; what is none stays as it stands, without its brackets."""
    try:
        found = json.loads(value)
    except ValueError:
        return [value.strip("[]")]
    return [str(one) for one in found]


def _first(key: str, names: tuple[str, ...], entries: dict[str, str]) -> str:
    found = next((entries[name] for name in names if entries.get(name)), "")
    if key == "date":
        match = _DATE.match(found)
        return match[1] if match else ""
    return found
