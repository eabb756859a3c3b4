"""What a name with a revision says: ``ID@REV``, ``ID@{date}``, ``REV:path``; told apart without asking git."""

from __future__ import annotations

import re
from typing import NamedTuple

from stmtdiff.errors import StmtdiffError

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9._-]*)?")
_BRACES = re.compile(r"\{[^}]*\}")
_DATE = re.compile(
    r"(?P<of>.*?)@?\{(?:(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<time>\d\d:\d\d(?::\d\d)?)(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
    r"|(?P<ago>yesterday|\d+[ .](?:second|minute|hour|day|week|month|year)s?[ .]ago))\}"
)
_LAST_SECOND = "23:59:59"


class Named(NamedTuple):
    """A file at a revision: ``statement`` is an id or its beginning, else ``path`` is a path in the repository.

    An empty revision is the index, of which ``:1:``, ``:2:`` and ``:3:`` are the sides of a merge.
    """

    revision: str
    statement: str = ""
    path: str = ""


def parse_name(name: str) -> Named:
    """Take ``ID@REV`` or ``REV:path`` apart; refuses what git would take for an option."""
    if any(ord(character) < 32 or ord(character) == 127 for character in name):  # noqa: PLR2004 - control characters
        raise StmtdiffError("a revision has no control characters", where=repr(name))
    if name.startswith("-"):
        raise StmtdiffError("a revision does not begin with a dash", where=name)
    colon = _BRACES.sub(lambda match: "_" * len(match.group()), name).find(":")
    if colon >= 0:
        revision, path = name[:colon], name[colon + 1 :]
        return Named(checked_revision(revision), path=_checked_path(path, name))
    statement, _, revision = name.partition("@")
    if not _ID.fullmatch(statement):
        raise StmtdiffError("is not of the form ID@REV", where=name, hint="such as quad-afghanistan/2024-09-27@HEAD~1")
    if not revision:
        raise StmtdiffError("says no revision after the @", where=name, hint=f"such as {statement}@HEAD~1")
    return Named(checked_revision(revision), statement=statement)


def checked_revision(revision: str) -> str:
    """Return the revision; refuses one that begins with a dash, wherever a person may type one."""
    for part in re.split(r"\.{2,3}", revision):
        if part.startswith("-"):
            raise StmtdiffError("a revision does not begin with a dash", where=revision)
    if revision.startswith("^"):
        raise StmtdiffError("is a range of revisions, not one", where=revision)
    return revision


def date_in(revision: str) -> tuple[str, str] | None:
    """Split ``REV@{2024-09-27 18:00}`` into a revision (default: HEAD) and a moment; a day means its end, in UTC."""
    found = _DATE.fullmatch(revision)
    if not found:
        return None
    of = found["of"] or "HEAD"
    if found["ago"]:
        return of, found["ago"].replace(".", " ")
    if found["day"] < "1970-01-02":
        raise StmtdiffError("git's history begins in 1970", where=revision)
    zone = (found["zone"] or "+0000").replace("Z", "+0000")
    return of, f"{found['day']}T{found['time'] or _LAST_SECOND}{zone}"


def _checked_path(path: str, name: str) -> str:
    bare = path[2:] if re.match(r"[0-3]:", path) else path
    if not bare or bare.startswith("/"):
        raise StmtdiffError("names no file of the repository", where=name, hint="such as HEAD~1:statements/a/b.json")
    return path
