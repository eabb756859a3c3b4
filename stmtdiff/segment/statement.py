"""A document as a statement of a collection: what was read, what a person knows better, an id and a source."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from stmtdiff.errors import StmtdiffError
from stmtdiff.ingest.document import Document
from stmtdiff.model import Instrument, Source, Statement, Status, TextStatus
from stmtdiff.segment.segmented import Segmented, segment

_SLUG_WORDS = 6


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
        id=id or _id_of(read, series),
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


def _overridden(read: Segmented, overrides: Overrides) -> Segmented:
    given = {field: getattr(overrides, field) for field in overrides.__slots__}
    return replace(read, **{field: value for field, value in given.items() if value is not None})


def _id_of(read: Segmented, series: str | None) -> str:
    if series:
        return f"{series}/{read.date}" if read.date else f"{series}/undated"
    return f"{read.date or ''}-{_slug(read.title)}".strip("-") or "text"


def _source(document: Document, source: Source) -> Source:
    """Fill what the caller does not know of the source from what the document says."""
    metadata = dict(document.metadata)
    return replace(
        source,
        url=source.url or metadata.get("url"),
        publisher=source.publisher or metadata.get("publisher"),
        media_type=source.media_type or document.media_type,
    )


def _slug(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
    return "-".join(re.findall(r"[a-z0-9]+", plain)[:_SLUG_WORDS])
