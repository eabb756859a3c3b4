"""Press reports about a statement: told from the statement itself, and read for what it is reported to say."""

from __future__ import annotations

import re
from dataclasses import replace

from stmtdiff.ingest.document import Style
from stmtdiff.model import ClauseKind, Omission
from stmtdiff.segment import cues
from stmtdiff.segment.clauses import Draft
from stmtdiff.segment.parts import Part
from stmtdiff.segment.sentences import split_sentences
from stmtdiff.segment.voices import is_meeting

_ACT = "|".join(sorted(cues.REPORTED_ACTS))
_BETWEEN = r"(?:\s+(?:also|further|again|jointly|strongly|once more|in addition|then|[a-z]+ly))*\s+"
_STATEMENT_SPEAKS = re.compile(rf"\b(?:the|a) {cues.REPORTING_NOUNS}{_BETWEEN}(?P<act>{_ACT})\b", re.IGNORECASE)
_PEOPLE_SPEAK = re.compile(rf"\b(?:the )?{cues.REPORTING_PEOPLE}{_BETWEEN}(?P<act>{_ACT})\b", re.IGNORECASE)
_PRONOUN_SPEAKS = re.compile(rf"\b(?:they|it){_BETWEEN}(?P<act>{_ACT})\b", re.IGNORECASE)
_CONTINUES = re.compile(
    r"(?:this|these|such|that)\b(?: \w+)? (?:include|includes|included|means|meant|would|involves?)\b", re.IGNORECASE
)
_FURNITURE = re.compile(
    r"\s*(?:also read|read also|read more|see also|related(?: news| stories)?|more on this|advertisement|subscribe|"
    r"follow us|share this|click here|photo|image credit|file photo)\b\s*[:|—-]?",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"\((?:reuters|afp|ap|xinhua|tass|app|irna|dpa|ani|pti)\)|^[A-Z]{4,}(?: [A-Z]+)*(?:, \w+ \d+)? [—–-]{1,2} ",
    re.IGNORECASE,
)
_WE = re.compile(r"\bwe\b,? (?!said)", re.IGNORECASE)
_LEAST_SPEECHES = 2
_MUCH_FURNITURE = 3


def is_report(parts: list[Part]) -> bool:
    """Say whether a text tells what a statement says instead of saying it.

    An official text may report in the third person too ("the Ministers urged"), but it does not speak of "the
    statement" as of somebody else's, and carries no furniture of a newspaper.
    """
    text = "\n".join(part.text for part in parts)
    speeches = len(_STATEMENT_SPEAKS.findall(text))
    furniture = sum(bool(_FURNITURE.match(part.text) or _AGENCY.search(part.text[:200])) for part in parts)
    people = len(_PEOPLE_SPEAK.findall(text))
    if any(part.labels and part.labels[0].ordinal for part in parts) or len(_WE.findall(text)) > speeches + people:
        return False
    return speeches >= _LEAST_SPEECHES or (speeches + people >= _MUCH_FURNITURE and bool(furniture))


def read_report(parts: list[Part], publisher: str) -> tuple[list[Draft], list[Omission]]:
    """Split a report into what it attributes to the issuers (operative) and its own commentary (narrative, marked)."""
    drafts: list[Draft] = []
    omitted: list[Omission] = []
    for part in parts:
        if _FURNITURE.match(part.text):
            omitted.append(Omission(text=part.text, reason="link or furniture of the publication", page=part.page))
        elif part.style in {Style.HEADING, Style.TITLE}:
            number = part.labels[0].number if part.labels else None
            drafts.append(Draft(text=part.text, kind=ClauseKind.HEADING, number=number, page=part.page))
        else:
            attributed = bool(drafts) and drafts[-1].kind is ClauseKind.OPERATIVE
            drafts.extend(_read_paragraph(part, publisher, attributed=attributed))
    return drafts, omitted


def _read_paragraph(part: Part, publisher: str, *, attributed: bool) -> list[Draft]:
    """Read a paragraph's sentences; ``attributed`` says whether the sentence before gave the issuers' act."""
    drafts: list[Draft] = []
    for sentence in split_sentences(part.text):
        attributed = _is_attributed(sentence, after=attributed)
        draft = Draft(text=sentence, kind=ClauseKind.OPERATIVE, page=part.page)
        if not attributed:
            kind = ClauseKind.PROCEDURAL if is_meeting(sentence) else ClauseKind.NARRATIVE
            draft = replace(draft, kind=kind, speaker=publisher if kind is ClauseKind.NARRATIVE else None)
        drafts.append(draft)
    if drafts and part.labels:
        drafts[0] = replace(drafts[0], number=part.labels[0].number)
    return drafts


def _is_attributed(sentence: str, *, after: bool) -> bool:
    """Say whether a sentence gives the issuers' act, by its own verb or as the rest of the sentence before."""
    if _STATEMENT_SPEAKS.search(sentence) or _PEOPLE_SPEAK.search(sentence) or _PRONOUN_SPEAKS.search(sentence):
        return True
    return after and bool(_CONTINUES.match(sentence))
