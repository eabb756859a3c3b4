"""Parts to clauses: one act each, with number, parent, kind and an id that is born from the first wording."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field

from stmtdiff.ingest.document import Style
from stmtdiff.model import Clause, ClauseKind
from stmtdiff.segment.kinds import is_recital, kind_of, lacks_subject, organ_of, speaker_of
from stmtdiff.segment.layout import Part, ends_paragraph
from stmtdiff.segment.nesting import Nesting
from stmtdiff.segment.sentences import split_sentences
from stmtdiff.text import fold, words_of

_HEADINGS = frozenset({Style.TITLE, Style.HEADING})
_AGREED = "have agreed"


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
    """What is known while the parts are read: clauses so far, open lists, and whether a resolution is being read."""

    drafts: list[Draft] = field(default_factory=list)
    nesting: Nesting = field(default_factory=Nesting)
    resolution: bool = False

    def read(self, part: Part) -> None:
        if part.style in _HEADINGS:
            self._read_heading(part)
        elif part.style is Style.FOOTNOTE:
            self._add(part, part.text, _kind_of_note(part.text), number=_number(part))
        elif part.labels:
            self._read_item(part)
        else:
            self.nesting.interrupt(by_heading=False)
            self._read_paragraph(part)

    def _read_heading(self, part: Part) -> None:
        self.nesting.interrupt(by_heading=True)
        self.resolution = self.resolution and not part.text.casefold().startswith(("annex", "appendix"))
        self._add(part, part.text, ClauseKind.HEADING, number=_number(part))

    def _read_item(self, part: Part) -> None:
        index = len(self.drafts)
        label, parent = self.nesting.place(part.labels, part.level, index, self._chapeau())
        if self.resolution or is_recital(part.text) and part.text.endswith(","):
            above = None if parent is None else self.drafts[parent].kind
            self._add(part, part.text, self._kind_in_resolution(part.text, above), number=label.number, parent=parent)
            return
        for n, sentence in enumerate(split_sentences(part.text)):
            fragment = parent is not None or (label.ordinal is None and lacks_subject(sentence))
            kind = kind_of(sentence, as_item=not n and fragment)
            self._add(part, sentence, kind, number=None if n else label.number, parent=parent)

    def _read_paragraph(self, part: Part) -> None:
        if organ_of(part.text):
            self.resolution = True
            self._add(part, part.text, ClauseKind.PROCEDURAL)
        elif self.resolution and part.text.casefold().startswith(_AGREED):
            self.resolution = False
            self._add(part, part.text, ClauseKind.PROCEDURAL)
        elif self.resolution:
            self._add(part, part.text, self._kind_in_resolution(part.text, None))
        elif is_recital(part.text) and part.text.rstrip().endswith((",", ";")):
            self._add(part, part.text, ClauseKind.PREAMBULAR)
        else:
            for sentence in split_sentences(part.text):
                self._add(part, sentence, kind_of(sentence))

    def _kind_in_resolution(self, text: str, above: ClauseKind | None) -> ClauseKind:
        if above is not None:
            return above
        return ClauseKind.PREAMBULAR if is_recital(text) else ClauseKind.OPERATIVE

    def _chapeau(self) -> int | None:
        """Return the clause before, where it announces a list."""
        if self.drafts and self.drafts[-1].kind is not ClauseKind.HEADING:
            text = self.drafts[-1].text.rstrip("*_ ")
            return len(self.drafts) - 1 if text.endswith((":", "：", ":-")) else None
        return None

    def _add(
        self, part: Part, text: str, kind: ClauseKind, *, number: str | None = None, parent: int | None = None
    ) -> None:
        speaker = speaker_of(text) if kind is ClauseKind.ATTRIBUTED else None
        self.drafts.append(Draft(text=text, kind=kind, number=number, parent=parent, page=part.page, speaker=speaker))


def read_parts(parts: list[Part]) -> list[Draft]:
    """Read the parts of an official text from top to bottom."""
    reader = _Reader()
    for part in parts:
        reader.read(part)
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


def _kind_of_note(text: str) -> ClauseKind:
    return ClauseKind.ATTRIBUTED if speaker_of(text) else ClauseKind.NARRATIVE


def _number(part: Part) -> str | None:
    return part.labels[0].number if part.labels else None
