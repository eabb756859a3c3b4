"""What a statement says of itself: title, date, place, occasion, instrument, status, whether it is a translation."""

from __future__ import annotations

import re

from stmtdiff.ingest.document import Style
from stmtdiff.model import Instrument, Status
from stmtdiff.segment.dates import date_in_name, dates_in, is_dateline, meeting_date
from stmtdiff.segment.parts import Part
from stmtdiff.segment.voices import SINCE_MET, is_closing

_INSTRUMENTS = (
    (
        Instrument.JOINT_STATEMENT,
        (
            r"\bjoint (?:\w+ )?statement\b|\bjoint press release\b|\b(?:leaders|ministers)\W+ statement\b|"
            r"совместное заявление|联合声明|declaración conjunta|déclaration conjointe|بیانیه مشترک|بيان مشترك"
        ),
    ),
    (Instrument.COMMUNIQUE, r"\bcommuniqu[eé]\b|公报|коммюнике"),
    (Instrument.DECLARATION, r"\bdeclaration\b|\bvision\b|декларация|宣言|declaración|déclaration|إعلان|اعلامیه"),
    (Instrument.PRESS_STATEMENT, r"\bpress (?:statement|release)\b|\bmedia release\b"),
    (Instrument.RESOLUTION, r"\b(?:resolution|draft decision|decision \d)\b|резолюция|决议|résolution|resolución"),
    (Instrument.TREATY, r"\b(?:agreement|treaty|convention|protocol|covenant|pact)\b|договор|соглашение|条约|协定"),
)
_MONETARY = re.compile(
    r"\b(?:federal funds rate|cash rate|target range|bank rate|policy rate|monetary policy)\b", re.IGNORECASE
)
_DRAFT = re.compile(r"\bdraft\b|\bprovisional text\b|\bzero draft\b|\bnegotiating text\b", re.IGNORECASE)
_TRANSLATION = re.compile(
    r"\btranslat(?:ion|ed) (?:from|by|of)\b|\b(?:un-?official|courtesy|provisional|machine|our) translation\b",
    re.IGNORECASE,
)
_NAME = r"[A-Z][\w'’.-]+(?:[ -](?:[A-Z][\w'’-]+|de|da|al)){0,4}(?:, (?:D\.?C\.?|[A-Z]{2}\b))?"
_PLACE = re.compile(rf"\b(?:in|at|In|At)\s+(?P<place>{_NAME})")
_GATHERED = re.compile(r"\b(?:met|meeting|held|gathered|convened|summit|done|signed|assembled)\b", re.IGNORECASE)
_TO_COME = re.compile(r"\bto be held\b|\bwill (?:meet|be held|host)\b|\bpreviously\b", re.IGNORECASE)
_VIRTUAL = re.compile(
    r"\b(?:met|meet|gathered|convened|held|meeting) (?:virtually|online|by video\w*)|"
    r"\bvirtual (?:meeting|summit|session)\b",
    re.IGNORECASE,
)
_NOT_A_PLACE = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|The|This|Article|"
    r"Chapter|Annex|Security|General|Council|Committee|International|United|European|Information|It|We)\b"
)
_OCCASION = re.compile(
    r"\b(?:on|at|in) the (?:sidelines|margins?|occasion) of (?:the )?(?P<what>[^,.;]+?)"
    r"(?= (?:on|in|at|where) (?:the )?[A-Z\d]|[,.;]|$)"
)
_DAYS = re.compile(r"\d\s*[-–—]\s*(?:\w+\s)?\d")
_DATELINE = re.compile(rf"\(?(?P<place>{_NAME})(?:, (?:on )?| \(| [—–-] )[^,]*\d[^.]*\)?")
_REACH = 110
_TITLE_WORDS = 14
_TITLE_WITHIN = 12


def find_title(parts: list[Part], metadata: dict[str, str], *, organ_at: int | None = None) -> str:
    """Title by the source's own mark, else its metadata, else the first line that looks like one, else empty."""
    above = parts[: _TITLE_WITHIN if organ_at is None else organ_at]
    for part in above:
        if part.style is Style.TITLE:
            return part.text
    if metadata.get("title", "").strip():
        return " ".join(metadata["title"].split())
    headings = [part for part in above if part.style is Style.HEADING and any(c.isalpha() for c in part.text)]
    if headings:
        return next((part for part in headings if part.level == 1), headings[0]).text
    return ""


def first_words(parts: list[Part]) -> str:
    """Name a text without a title by its first words."""
    words = parts[0].text.split() if parts else []
    return " ".join(words[:_TITLE_WORDS]) + ("…" if len(words) > _TITLE_WORDS else "")


def find_date(parts: list[Part], metadata: dict[str, str], name: str) -> str | None:
    """ISO date: metadata, a dateline at the head or the foot, the file's name, a meeting's date in the opening."""
    if metadata.get("date"):
        found = dates_in(metadata["date"])
        if found:
            return found[0].iso
    datelines = [part.text for part in [*parts[:8], *parts[-3:]] if is_dateline(part.text)]
    if datelines:  # one day is the statement's, a span of days its session's
        return dates_in(next((line for line in datelines if not _DAYS.search(line)), datelines[0]))[0].iso
    closing = [part.text for part in parts if is_closing(part.text)]
    return date_in_name(name) or meeting_date(closing) or meeting_date([part.text for part in parts[:6]])


def find_place(title: str, lines: list[str], sentences: list[str]) -> str | None:
    """Place of the meeting: from a dateline, else from the title or a sentence that speak of the meeting."""
    for line in lines:
        match = _DATELINE.fullmatch(line.strip()) if is_dateline(line) else None
        if match and not _NOT_A_PLACE.match(match["place"]):
            return _trim(match["place"])
    for sentence in [title, *sentences]:
        if _VIRTUAL.search(sentence):
            return None
        own = SINCE_MET.sub(" ", sentence)
        for met in _GATHERED.finditer(own):
            place = _place_after(own[met.end() :][:_REACH])
            if place and not _TO_COME.search(own):
                return place
    return None


def _place_after(text: str) -> str | None:
    places = (match["place"] for match in _PLACE.finditer(text))
    return next((_trim(place) for place in places if not _NOT_A_PLACE.match(place)), None)


def find_occasion(sentences: list[str]) -> str | None:
    """Larger event on whose margins the statement was made."""
    for sentence in sentences:
        match = _OCCASION.search(sentence)
        if match:
            return match["what"].strip()
    return None


def find_instrument(title: str, opening: str, *, organ: str | None, issuers: int) -> Instrument:
    """Sort of document by its title, else by its opening, else by its subject."""
    for instrument, pattern in _INSTRUMENTS:
        if re.search(pattern, title, re.IGNORECASE):
            return instrument
    if organ:
        return (
            Instrument.TREATY if re.search(r"\bparties\b(?! serving)", organ, re.IGNORECASE) else Instrument.RESOLUTION
        )
    if issuers > 1 and "statement" in title.casefold():
        return Instrument.JOINT_STATEMENT
    if _MONETARY.search(opening):
        return Instrument.POLICY_STATEMENT
    for instrument, pattern in _INSTRUMENTS[:3]:
        if re.search(pattern, opening, re.IGNORECASE):
            return instrument
    return Instrument.OTHER


def find_status(title: str, masthead: str) -> Status | None:
    """``draft`` where the title or the lines above the text say so; unknown otherwise."""
    return Status.DRAFT if _DRAFT.search(f"{title}\n{masthead}") else None


def is_translation(sentences: list[str]) -> bool:
    """Say whether the text calls itself a translation."""
    return any(_TRANSLATION.search(sentence) for sentence in sentences)


def _trim(place: str) -> str:
    return place if place.endswith("D.C.") else place.rstrip(".,'’")
