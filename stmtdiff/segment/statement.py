"""A document as a statement: clauses, what it says of itself, and what was left out and why."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from stmtdiff.errors import StmtdiffError
from stmtdiff.ingest.document import Document
from stmtdiff.model import Clause, ClauseKind, Instrument, Omission, Source, Statement, Status, TextStatus
from stmtdiff.segment import header
from stmtdiff.segment.clauses import read_parts, with_ids
from stmtdiff.segment.languages import clean_tag, detect_language
from stmtdiff.segment.layout import Part, lay_out
from stmtdiff.segment.parties import find_parties
from stmtdiff.segment.recitals import organ_of
from stmtdiff.segment.report import is_report, read_report

PRESS = "press report"
_OPENING_PARTS = 5
_OPENING_CLAUSES = 12
_OPENING_SENTENCES = 6
_ORGAN_WITHIN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Segmented:
    """What was read in a document: everything of a statement but its place in a collection."""

    title: str
    date: str | None
    place: str | None
    occasion: str | None
    parties: tuple[str, ...]
    instrument: Instrument
    status: Status | None
    language: str
    text_status: TextStatus
    clauses: tuple[Clause, ...]
    omitted: tuple[Omission, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overrides:
    """What a person knows better than the reading; None leaves what was read."""

    title: str | None = None
    date: str | None = None
    place: str | None = None
    occasion: str | None = None
    parties: tuple[str, ...] | None = None
    instrument: Instrument | None = None
    status: Status | None = None
    language: str | None = None
    text_status: TextStatus | None = None


def segment(document: Document, *, name: str = "") -> Segmented:
    """Read the clauses and the header of a document; ``name`` is its file name, which may hold the date.

    The words of the blocks and of ``document.omitted`` are the words of the clauses, their numbers and ``omitted``.
    """
    metadata = dict(document.metadata)
    parts, ornaments = lay_out(document.blocks)
    language = clean_tag(metadata.get("language", "")) or detect_language("\n".join(part.text for part in parts))
    report = is_report(parts)
    if report:
        drafts, furniture = read_report(parts, metadata.get("publisher") or PRESS)
    else:
        drafts, furniture = read_parts(parts, language), []
    clauses = with_ids(drafts)
    return _described(
        parts,
        metadata,
        name=name,
        language=language,
        clauses=clauses,
        report=report,
        omitted=(*document.omitted, *ornaments, *furniture),
        warnings=document.warnings,
    )


def statement_from(
    document: Document,
    *,
    id: str | None = None,  # noqa: A002  the field's own name
    series: str | None = None,
    name: str = "",
    source: Source | None = None,
    overrides: Overrides | None = None,
    dated: bool = True,
) -> Statement:
    """Make a statement of a document; ``id`` defaults to ``SERIES/DATE``, without a series to the title and date.

    Raises StmtdiffError when the document holds no clause, or when no date is found and none is given. With ``dated``
    False, for a text that is compared and not kept, a missing date is the empty string.
    """
    read = _overridden(segment(document, name=name), overrides or Overrides())
    if read.date is None and dated:
        raise StmtdiffError("no date found", where=name, hint="give it with --date YYYY-MM-DD")
    if not read.clauses:
        raise StmtdiffError("no clause found", where=name, hint="is this the text of a statement?")
    return Statement(
        id=id or (f"{series}/{read.date}" if series else f"{read.date or ''}-{_slug(read.title)}".strip("-") or "text"),
        title=read.title,
        date=read.date or "",
        place=read.place,
        occasion=read.occasion,
        parties=read.parties,
        instrument=read.instrument,
        status=read.status,
        language=read.language,
        text_status=read.text_status,
        source=_source(document, source or Source()),
        omitted=read.omitted,
        notes=read.warnings,
        clauses=read.clauses,
    )


def _described(
    parts: list[Part],
    metadata: dict[str, str],
    *,
    name: str,
    language: str,
    clauses: tuple[Clause, ...],
    report: bool,
    omitted: tuple[Omission, ...],
    warnings: tuple[str, ...],
) -> Segmented:
    title = header.find_title(parts, metadata)
    sentences = [clause.text for clause in clauses[:_OPENING_CLAUSES] if clause.kind is not ClauseKind.HEADING]
    opening = [part.text for part in parts[:_OPENING_PARTS]]
    organ = _first_organ(parts)
    parties = find_parties(organ or title, [] if organ else sentences, metadata.get("publisher", ""))
    return Segmented(
        title=title,
        date=header.find_date(parts, metadata, name),
        place=header.find_place(title, opening, sentences[:_OPENING_SENTENCES]),
        occasion=header.find_occasion(sentences),
        parties=parties,
        instrument=header.find_instrument(title, " ".join(opening), organ=organ, issuers=len(parties)),
        status=header.find_status(title, " ".join(one.text for one in omitted[:_OPENING_PARTS])),
        language=language,
        text_status=_text_status(opening, report=report),
        clauses=clauses,
        omitted=omitted,
        warnings=warnings,
    )


def _first_organ(parts: list[Part]) -> str | None:
    """Return the organ or the parties that a resolution or treaty opens with."""
    for part, following in zip(parts[:_ORGAN_WITHIN], parts[1:], strict=False):
        organ = organ_of(part.text, following.text)
        if organ:
            return organ
    return None


def _text_status(opening: list[str], *, report: bool) -> TextStatus:
    if report:
        return TextStatus.REPORT
    return TextStatus.TRANSLATION if header.is_translation(opening) else TextStatus.VERBATIM


def _overridden(read: Segmented, overrides: Overrides) -> Segmented:
    given = {field: getattr(overrides, field) for field in overrides.__slots__}
    return replace(read, **{field: value for field, value in given.items() if value is not None})


def _source(document: Document, source: Source) -> Source:
    metadata = dict(document.metadata)
    return replace(
        source,
        url=source.url or metadata.get("url"),
        publisher=source.publisher or metadata.get("publisher"),
        media_type=source.media_type or document.media_type,
    )


def _slug(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
    return "-".join(re.findall(r"[a-z0-9]+", plain)[:6])
