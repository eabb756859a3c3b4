"""The records every stage hands to the next, and the words they use.

Frozen, slotted, keyword-only; kinds are ``StrEnum`` with the very values that stand in the files.
Offsets are character offsets into the clause's ``text``, end exclusive. Dates are ISO 8601 strings.
"""

from __future__ import annotations

from enum import StrEnum

from stmtdiff.records import dataclass

SCHEMA_VERSION = 1


class ClauseKind(StrEnum):
    """What a clause is in its statement."""

    HEADING = "heading"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    NARRATIVE = "narrative"
    ATTRIBUTED = "attributed"
    PROCEDURAL = "procedural"


class TextStatus(StrEnum):
    """How the text stands to the words that were adopted."""

    VERBATIM = "verbatim"
    TRANSLATION = "translation"
    PARAPHRASE = "paraphrase"
    REPORT = "report"


class Instrument(StrEnum):
    """What sort of document the statement is."""

    JOINT_STATEMENT = "joint-statement"
    COMMUNIQUE = "communique"
    DECLARATION = "declaration"
    RESOLUTION = "resolution"
    POLICY_STATEMENT = "policy-statement"
    PRESS_STATEMENT = "press-statement"
    TREATY = "treaty"
    OTHER = "other"


class Status(StrEnum):
    """Where the statement stands in its life."""

    DRAFT = "draft"
    ADOPTED = "adopted"
    CORRECTED = "corrected"


class Relation(StrEnum):
    """Which old clauses became which new ones."""

    SAME = "same"
    EDITED = "edited"
    SPLIT = "split"
    MERGED = "merged"
    ADDED = "added"
    REMOVED = "removed"


class MatchedBy(StrEnum):
    """The evidence that made a link; ``none`` for an added or removed clause."""

    EXACT = "exact"
    NUMBER = "number"
    SIMILARITY = "similarity"
    CONTEXT = "context"
    JOIN = "join"
    NONE = "none"


class Aspect(StrEnum):
    """The part of a commitment that a change of wording touches, in order of the evidence."""

    POLARITY = "polarity"
    FORCE = "force"
    OUTCOME = "outcome"
    CONDITION = "condition"
    QUANTITY = "quantity"
    DEADLINE = "deadline"
    ACTOR = "actor"
    ADDRESSEE = "addressee"
    ENTITY = "entity"
    SCOPE = "scope"
    FOLLOWUP = "followup"
    REFERENCE = "reference"
    SECTION = "section"
    TERM = "term"


class Direction(StrEnum):
    """How much the new wording binds or presses, against the old."""

    STRONGER = "stronger"
    WEAKER = "weaker"
    CHANGED = "changed"


class Verdict(StrEnum):
    """The effects of a link in one word."""

    NONE = "none"
    STRONGER = "stronger"
    WEAKER = "weaker"
    MIXED = "mixed"
    CHANGED = "changed"
    REVERSED = "reversed"
    INTRODUCED = "introduced"
    DROPPED = "dropped"


ALARMS = frozenset({Verdict.WEAKER, Verdict.MIXED, Verdict.REVERSED, Verdict.DROPPED})


class Op(StrEnum):
    """One piece of a word edit: kept, struck, inserted."""

    KEEP = "="
    STRIKE = "-"
    INSERT = "+"


Edit = tuple[Op, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where the text of a statement came from."""

    url: str | None = None
    publisher: str | None = None
    retrieved: str | None = None
    media_type: str | None = None
    sha256: str | None = None
    file: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """Words of the source that stand in no clause, and why."""

    text: str
    reason: str
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """The smallest separately stated unit that performs one act.

    ``annotation`` holds fields of the reading that a person has pinned; a pin wins over what is read.
    """

    id: str
    kind: ClauseKind
    text: str
    number: str | None = None
    parent: str | None = None
    page: int | None = None
    speaker: str | None = None
    annotation: dict[str, object] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One text on one date. ``path`` and ``rev`` say where this copy was read; they are not stored."""

    id: str
    title: str
    date: str
    language: str
    text_status: TextStatus
    clauses: tuple[Clause, ...]
    place: str | None = None
    occasion: str | None = None
    parties: tuple[str, ...] = ()
    instrument: Instrument | None = None
    status: Status | None = None
    previous: str | None = None
    source: Source | None = None
    omitted: tuple[Omission, ...] = ()
    notes: tuple[str, ...] = ()
    path: str | None = None
    rev: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words that prove something: ``text`` stands in clause ``clause`` at ``start:end``."""

    clause: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """One aspect of a commitment that a change of wording touches, with its evidence on each side.

    ``step`` counts rungs on a ladder (0 where there is none); ``disputed`` says that sources order them differently.
    """

    aspect: Aspect
    direction: Direction
    rule: str
    why: str
    step: int = 0
    disputed: bool = False
    old: Cue | None = None
    new: Cue | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """The best partner that an unlinked clause did not get, and why not."""

    clause: str
    similarity: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What became of some clauses: ids of the old side, ids of the new, and what the change does.

    ``align`` fills the first five fields, ``words`` the edits, ``judge`` the rest. A split or merged link's edits
    run over the clauses of each side joined by a line feed.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]
    relation: Relation
    matched_by: MatchedBy
    similarity: float
    moved: bool = False
    verdict: Verdict = Verdict.NONE
    effects: tuple[Effect, ...] = ()
    edits: tuple[Edit, ...] = ()
    fingerprint: str = ""
    lapsed: str | None = None
    rejected: Rejected | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparable:
    """Whether verdicts may be given at all, and what a reader must know about the two texts."""

    verdicts: bool
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two statements, clause by clause. Every clause id of each side is in exactly one link.

    Links come in the order of the new statement, removed ones where they stood in the old.
    ``not_searched`` lists clause ids that the search budget did not reach (``("old:ID", "new:ID")``).
    """

    old: Statement
    new: Statement
    comparable: Comparable
    links: tuple[Link, ...]
    not_searched: tuple[str, ...] = ()
