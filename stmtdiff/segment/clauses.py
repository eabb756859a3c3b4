"""Parts to clauses: one act each, with number, parent, kind and an id that is born from the first wording."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field

from stmtdiff.ingest.document import Style
from stmtdiff.model import Clause, ClauseKind
from stmtdiff.segment.dates import is_place_and_date
from stmtdiff.segment.kinds import kind_of, lacks_subject
from stmtdiff.segment.nesting import Nesting
from stmtdiff.segment.numbering import Label
from stmtdiff.segment.parts import Part, ends_paragraph
from stmtdiff.segment.recitals import (
    ends_preamble,
    is_known_organ,
    is_recital,
    opens_with_act,
    opens_with_participle,
    organ_of,
)
from stmtdiff.segment.sentences import split_sentences
from stmtdiff.segment.voices import is_closing, is_continued, speaker_of
from stmtdiff.text import fold

_HEADINGS = frozenset({Style.TITLE, Style.HEADING})
_CAPTION_WORDS = 6
_SIGNATURE_WORDS = 25
_COLONS = (":", "：", ":-")
_RECITAL_ENDS = (",", ";", "，", "；", "،", "؛")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A clause before it has an id; ``parent`` is the index of the parent's draft."""

    text: str
    kind: ClauseKind
    number: str | None = None
    parent: int | None = None
    page: int | None = None
    speaker: str | None = None


@dataclass(slots=True)
class _Reader:
    """What is known while the parts are read: clauses so far, open lists, and where in the document this is.

    In a resolution every paragraph is one clause; after the closing formula everything is procedure.
    """

    language: str
    own: re.Pattern[str] | None
    drafts: list[Draft] = field(default_factory=list)
    nesting: Nesting = field(default_factory=Nesting)
    in_resolution: bool = False
    of_organ: bool = False
    in_closing: bool = False
    acted: bool = False

    def read(self, part: Part, following: Part | None) -> None:
        self.in_closing = is_closing(part.text) or (self.in_closing and not _is_body(part.text))
        if self.in_closing and part.style is not Style.FOOTNOTE:
            self._add(part, part.text, ClauseKind.PROCEDURAL, number=_number(part))
        elif part.style in _HEADINGS:
            self._read_heading(part)
        elif part.style is Style.FOOTNOTE:
            self._add(part, part.text, _kind_of_note(part.text), number=_number(part))
        elif part.labels:
            self._read_item(part, following)
        else:
            self.nesting.interrupt(by_heading=False)
            self._read_paragraph(part, following.text if following else "")

    def _read_heading(self, part: Part) -> None:
        self.nesting.interrupt(by_heading=True)
        self.in_resolution = self.in_resolution and not (_is_annex(part.text) or _is_article(part.text))
        dateline = part.style is not Style.TITLE and is_place_and_date(part.text)
        kind = ClauseKind.PROCEDURAL if dateline else ClauseKind.HEADING
        self._add(part, part.text, kind, number=_number(part))

    def _read_item(self, part: Part, following: Part | None) -> None:
        label, parent = self.nesting.place(part.labels, part.level, len(self.drafts), self._chapeau())
        above = None if parent is None else self.drafts[parent].kind
        if self.in_resolution or (is_recital(part.text) and part.text.endswith(",")):
            kind = above if above and above is not ClauseKind.HEADING else self._kind_in_resolution(part.text)
            self._add(part, part.text, kind, number=label.number, parent=parent)
        elif _is_caption(part.text) and (_restarts(label, following) or self._heads(label, parent)):
            self._add(part, part.text, ClauseKind.HEADING, number=label.number)
        else:
            for n, sentence in enumerate(split_sentences(part.text)):
                kind = kind_of(sentence, self.language, self.own)
                if kind is ClauseKind.NARRATIVE and not n and _inherits(sentence, label.ordinal, above):
                    kind = ClauseKind.OPERATIVE
                self._add(part, sentence, kind, number=None if n else label.number, parent=parent)

    def _read_paragraph(self, part: Part, following: str) -> None:
        if organ_of(part.text, following):
            self.in_resolution, self.of_organ = True, is_known_organ(part.text)
            self._add(part, part.text, ClauseKind.PROCEDURAL)
        elif ends_preamble(part.text):
            self.in_resolution = self.in_resolution and not part.text.endswith(":")
            self._add(part, part.text, ClauseKind.PROCEDURAL)
        elif self.in_resolution and self._resolves(part.text):
            self._add(part, part.text, self._kind_in_resolution(part.text))
        elif part.text.rstrip().endswith(_RECITAL_ENDS) and (is_recital(part.text) or is_recital(following)):
            self._add(part, part.text, ClauseKind.PREAMBULAR)
        else:
            option = self._chapeau() if self.drafts and self.drafts[-1].kind is ClauseKind.HEADING else None
            for sentence in split_sentences(part.text):
                self._add(part, sentence, kind_of(sentence, self.language, self.own), parent=option)

    def _resolves(self, text: str) -> bool:
        """Say whether a paragraph keeps the form of a resolution; a sentence with a subject ends it."""
        self.in_resolution = (
            self.of_organ or self._kind_in_resolution(text) is ClauseKind.PREAMBULAR or opens_with_act(text)
        )
        return self.in_resolution

    def _kind_in_resolution(self, text: str) -> ClauseKind:
        recital = is_recital(text) or (not self.acted and opens_with_participle(text))
        return ClauseKind.PREAMBULAR if recital else ClauseKind.OPERATIVE

    def _chapeau(self) -> int | None:
        """Return the clause before, where it announces a list."""
        last = len(self.drafts) - 1
        return last if self.drafts and self._announces(last) else None

    def _dissenter(self, text: str) -> str | None:
        """Name who goes on explaining a view in the sentence after the one that attributes it."""
        before = self.drafts[-1] if self.drafts else None
        return before.speaker if before and before.speaker and is_continued(text, before.speaker) else None

    def _heads(self, label: Label, parent: int | None) -> bool:
        return label.ordinal is not None and not self._announces(parent)

    def _announces(self, parent: int | None) -> bool:
        return parent is not None and self.drafts[parent].text.rstrip("*_ ").endswith(_COLONS)

    def _add(
        self, part: Part, text: str, kind: ClauseKind, *, number: str | None = None, parent: int | None = None
    ) -> None:
        speaker = speaker_of(text) if kind is ClauseKind.ATTRIBUTED else None
        if kind in {ClauseKind.NARRATIVE, ClauseKind.OPERATIVE} and (speaker := self._dissenter(text)):
            kind = ClauseKind.ATTRIBUTED
        self.acted = self.acted or kind is ClauseKind.OPERATIVE
        self.drafts.append(Draft(text=text, kind=kind, number=number, parent=parent, page=part.page, speaker=speaker))


def read_parts(parts: list[Part], language: str = "en", own: re.Pattern[str] | None = None) -> list[Draft]:
    """Read the parts of an official text from top to bottom; ``own`` finds its issuers by name."""
    reader = _Reader(language, own)
    for index, part in enumerate(parts):
        reader.read(part, parts[index + 1] if index + 1 < len(parts) else None)
    return reader.drafts


def with_ids(drafts: list[Draft]) -> tuple[Clause, ...]:
    """Give every clause its id: from its folded wording, counted where a wording repeats, never from its place."""
    ids = _ids([draft.text for draft in drafts])
    return tuple(
        Clause(
            id=ids[index],
            kind=draft.kind,
            text=draft.text,
            number=draft.number,
            parent=None if draft.parent is None else ids[draft.parent],
            page=draft.page,
            speaker=draft.speaker,
        )
        for index, draft in enumerate(drafts)
    )


def _ids(texts: list[str]) -> list[str]:
    seen: Counter[str] = Counter()
    taken: set[str] = set()
    ids = []
    for text in texts:
        wording = fold(text)
        while True:
            seen[wording] += 1
            repeat = "" if seen[wording] == 1 else f"\n{seen[wording]}"
            born = "c-" + hashlib.sha256(f"{wording}{repeat}".encode()).hexdigest()[:8]
            if born not in taken:
                break
        taken.add(born)
        ids.append(born)
    return ids


def _inherits(text: str, ordinal: int | None, above: ClauseKind | None) -> bool:
    """Say whether an item without an act of its own shares the act of its chapeau, or of all bullets like it."""
    if above is None:
        return ordinal is None and lacks_subject(text)
    return above is ClauseKind.OPERATIVE or lacks_subject(text)


def _kind_of_note(text: str) -> ClauseKind:
    """Tell the kind of a footnote: it describes, unless somebody speaks in it."""
    return ClauseKind.ATTRIBUTED if speaker_of(text) else ClauseKind.NARRATIVE


def _is_body(text: str) -> bool:
    """Say whether a paragraph cannot stand among the signatures: an annex, an article, a long sentence."""
    is_long = len(text.split()) > _SIGNATURE_WORDS and ends_paragraph(text)
    return is_long or _is_annex(text) or _is_article(text)


def _is_annex(text: str) -> bool:
    return text.casefold().startswith(("annex", "appendix"))


def _is_article(text: str) -> bool:
    return text.casefold().startswith(("article ", "section ", "chapter ", "part "))


def _is_caption(text: str) -> bool:
    """Say whether a numbered line is too short and too open for a sentence: "3. Differentiated efforts"."""
    return len(text.split()) <= _CAPTION_WORDS and text[:1].isupper() and not ends_paragraph(text)


def _restarts(label: Label, following: Part | None) -> bool:
    """Say whether the next paragraph begins to count anew, in numbers of the same shape: a heading stands over it."""
    labels = following.labels if following and label.ordinal else ()
    return any(one.shape == label.shape and one.ordinal == 1 for one in labels)


def _number(part: Part) -> str | None:
    return part.labels[0].number if part.labels else None
