"""Lines and columns in a statement file, for a place in the data such as ``clauses[3].text``."""

from __future__ import annotations

import re

from stmtdiff.codec.positions import clause_lines

_CLAUSE_PLACE = re.compile(r"clauses\[(\d+)\](?:\.(\w+))?")
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|.", re.DOTALL)

Found = tuple[int, int | None, int | None]


class Lines:
    """The lines of one file; clauses are looked for only when asked about."""

    def __init__(self, text: str) -> None:
        """Take the file's text, whatever it holds."""
        self._text = text
        self._clauses: list[dict[str, int]] | None = None
        self._rows: list[str] | None = None

    def find(self, at: str, span: tuple[int, int] | None = None) -> Found:
        """Return line, column and end column (None where not exact) of a place in the data, line 1 where unknown."""
        match = _CLAUSE_PLACE.match(at)
        if not match:
            return self._head(re.split(r"[.\[]", at)[0]), None, None
        clauses, index = self._clause_lines(), int(match[1])
        if index >= len(clauses):
            return self._head("clauses"), None, None
        key = match[2] or ""
        line = clauses[index].get(key, clauses[index][""])
        if span is None or key != "text":
            return line, None, None
        return line, *self._columns(line, span)

    def _clause_lines(self) -> list[dict[str, int]]:
        if self._clauses is None:
            try:
                self._clauses = clause_lines(self._text)
            except ValueError:  # a file that is no JSON still gets its findings, on line 1
                self._clauses = []
        return self._clauses

    def _head(self, key: str) -> int:
        match = re.search(rf'^\s*"{re.escape(key)}"\s*:', self._text, re.MULTILINE) if key else None
        return self._text.count("\n", 0, match.end()) + 1 if match else 1

    def _columns(self, line: int, span: tuple[int, int]) -> tuple[int | None, int | None]:
        """Return the columns of a span of the clause's text, which JSON writes on one line."""
        if self._rows is None:
            self._rows = self._text.split("\n")
        words = self._rows[line - 1]
        starts = [match.end() for match in re.finditer(r'"text"\s*:\s*"', words)]
        if len(starts) != 1:
            return None, None
        widths = [len(match.group()) for match in _ESCAPE.finditer(words, starts[0])]
        start, end = (starts[0] + sum(widths[:offset]) + 1 for offset in span)
        return start, end
