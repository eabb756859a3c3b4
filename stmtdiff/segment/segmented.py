"""A document read from its blocks to its clauses, with what it says of itself and what was left out."""

from __future__ import annotations

from dataclasses import dataclass

from stmtdiff.ingest.document import Document, Style
from stmtdiff.model import Clause, ClauseKind, Instrument, Omission, Status, TextStatus
from stmtdiff.segment import header
from stmtdiff.segment.clauses import Draft, read_parts, with_ids
from stmtdiff.segment.languages import clean_tag, detect_language
from stmtdiff.segment.layout import lay_out
from stmtdiff.segment.masthead import find_organ, is_sponsors, name_resolution, set_apart
from stmtdiff.segment.parties import find_parties, party_name, pattern_of
from stmtdiff.segment.parts import Part
from stmtdiff.segment.report import is_report, read_report
from stmtdiff.segment.sentences import split_sentences
from stmtdiff.segment.voices import is_closing

PRESS = "press report"
_OPENING_PARTS = 5
_OPENING_CLAUSES = 12
_OPENING_SENTENCES = 6


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
class _Source:
    """A document as parts, before and while its header is found."""

    parts: list[Part]
    metadata: dict[str, str]
    name: str
    title: str
    language: str
    organ: str | None
    parties: tuple[str, ...]
    report: bool
    omitted: tuple[Omission, ...]


def segment(document: Document, *, name: str = "") -> Segmented:
    """Read the clauses and the header of a document; ``name`` is its file name, which may hold the date.

    The words of the blocks and of ``document.omitted`` are the words of the clauses, their numbers and ``omitted``.
    """
    source = _laid_out(document, name)
    drafts, furniture = _drafts_of(source)
    omitted = (*source.omitted, *furniture)
    return _described(source, with_ids(drafts), omitted, document.warnings)


def _laid_out(document: Document, name: str) -> _Source:
    metadata = {key: value for key, value in document.metadata if key != "title" or not is_sponsors(value)}
    parts, ornaments = lay_out(document)
    found = find_organ(parts)
    parts, sponsors = set_apart(parts, found[0] if found else 0)
    organ_at, organ = find_organ(parts) or (None, None)
    title = header.find_title(parts, metadata, organ_at=organ_at)
    return _Source(
        parts=parts,
        metadata=metadata,
        name=name,
        title=title,
        language=clean_tag(metadata.get("language", "")) or detect_language("\n".join(part.text for part in parts)),
        organ=organ,
        parties=find_parties(organ, []) if organ else _parties_of(parts, title, metadata),
        report=organ is None and is_report(parts),
        omitted=(*document.omitted, *ornaments, *sponsors),
    )


def _parties_of(parts: list[Part], title: str, metadata: dict[str, str]) -> tuple[str, ...]:
    """Find who issues a text that no organ does: the names in its title and its first sentences."""
    texts = [part.text for part in parts[:_OPENING_PARTS] if part.style not in {Style.HEADING, Style.TITLE}]
    sentences = [sentence for text in texts for sentence in split_sentences(text)]
    return find_parties(title, sentences[:_OPENING_CLAUSES], metadata.get("publisher", ""))


def _drafts_of(source: _Source) -> tuple[list[Draft], list[Omission]]:
    if source.report:
        return read_report(source.parts, source.metadata.get("publisher") or PRESS)
    return read_parts(source.parts, source.language, pattern_of(source.parties)), []


def _described(
    source: _Source, clauses: tuple[Clause, ...], omitted: tuple[Omission, ...], warnings: tuple[str, ...]
) -> Segmented:
    opening = [part.text for part in source.parts[:_OPENING_PARTS]]
    closing = [part.text for part in source.parts if is_closing(part.text)]
    sentences = [clause.text for clause in clauses[:_OPENING_CLAUSES] if clause.kind is not ClauseKind.HEADING]
    instrument = header.find_instrument(
        source.title, " ".join(opening), organ=source.organ, issuers=len(source.parties)
    )
    title = _title_of(source, instrument)
    return Segmented(
        title=title,
        date=header.find_date(source.parts, source.metadata, source.name),
        place=header.find_place(title, opening, [*sentences[:_OPENING_SENTENCES], *closing]),
        occasion=header.find_occasion(sentences),
        parties=source.parties,
        instrument=instrument,
        status=header.find_status(title, " ".join(one.text for one in omitted)),
        language=source.language,
        text_status=_text_status(opening, report=source.report),
        clauses=clauses,
        omitted=omitted,
        warnings=warnings,
    )


def _title_of(source: _Source, instrument: Instrument) -> str:
    """Title that the document bears; one without is named by what it is, else by its first words."""
    if source.title:
        return source.title
    if source.organ:
        return name_resolution(source.organ, source.omitted, source.name)
    if source.report:
        return "Press report of a joint statement"
    if instrument is Instrument.POLICY_STATEMENT and source.parties:
        return f"{party_name(source.parties[-1])}: {instrument.value.replace('-', ' ')}"
    return header.first_words(source.parts)


def _text_status(opening: list[str], *, report: bool) -> TextStatus:
    if report:
        return TextStatus.REPORT
    return TextStatus.TRANSLATION if header.is_translation(opening) else TextStatus.VERBATIM
