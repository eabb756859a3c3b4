"""What a rule of the check is, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from stmtdiff.check.finding import Group, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: what it demands, how much a breach weighs, why, and an example of keeping and of breaking it.

    ``severity`` None means: as the rule of the link's verdict. An example is what is put in place of the parts of a
    sound statement (``clauses``, ``date``, ...); ``base`` and ``previous`` hold the same for the statement at the base
    and for the predecessor, ``file`` the whole file, ``source`` the text of the stored source. For commitments it is
    the old and the new wording of one clause, "" where there is none.
    """

    id: str
    group: Group
    severity: Severity | None
    demands: str
    reason: str
    passes: dict[str, Any]
    fails: dict[str, Any]
