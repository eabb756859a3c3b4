"""The inside of a DOCX paragraph: accepted text, and apart from it what was struck or hidden."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stmtdiff.ingest.docx.names import child, is_on, name_of, value
from stmtdiff.ingest.joining import squeeze
from stmtdiff.model import Omission

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_STRUCK = "struck in tracked changes"
_GONE = {"del": _STRUCK, "moveFrom": "moved away in tracked changes"}
_CHARACTERS = {"tab": " ", "br": " ", "cr": " ", "ptab": " ", "noBreakHyphen": "‑", "softHyphen": ""}
# Deleted field codes, properties, and the second copy that AlternateContent keeps for old programs.
_SKIPPED = frozenset(
    {"pPr", "rPr", "instrText", "delInstrText", "Fallback", "sdtPr", "sdtEndPr", "tblPr", "trPr", "tcPr"}
)
_EMPHATIC = frozenset({"Emphasis", "Strong"})


@dataclass(slots=True)
class Text:
    """What a paragraph says, in pieces."""

    pieces: list[str] = field(default_factory=list)
    leading: list[str] = field(default_factory=list)  # emphasised pieces until the first plain word
    left_out: list[tuple[str, str]] = field(default_factory=list)  # text and reason
    notes: list[tuple[str, str]] = field(default_factory=list)  # "footnote" or "endnote", and the id
    boxes: list[Element] = field(default_factory=list)  # text boxes, which are blocks of their own
    plain_seen: bool = False

    @property
    def words(self) -> str:
        """The accepted text."""
        return squeeze("".join(self.pieces))

    @property
    def emphasis(self) -> str:
        """The emphasised words that the paragraph begins with."""
        return squeeze("".join(self.leading))

    def omissions(self) -> list[Omission]:
        """Return what was struck or hidden, neighbours of one reason together."""
        found: list[Omission] = []
        for text, reason in self.left_out:
            if found and found[-1].reason == reason:
                found[-1] = Omission(text=found[-1].text + text, reason=reason)
            elif text.strip():
                found.append(Omission(text=text, reason=reason))
        return [Omission(text=squeeze(omission.text), reason=omission.reason) for omission in found]

    def read(self, element: Element, reason: str = "") -> None:
        """Read an element; ``reason`` says why what is in it is left out."""
        for part in element:
            name = name_of(part)
            if name == "r":
                self.read(part, reason or _reason_of(part))
            elif name in {"t", "delText"}:
                self._add(part, reason or (_STRUCK if name == "delText" else ""))
            elif name in _CHARACTERS:
                self.pieces.append("" if reason else _CHARACTERS[name])
            elif name in {"footnoteReference", "endnoteReference"}:
                self.notes.append((name.removesuffix("Reference"), value(part, "id")))
            elif name == "txbxContent" and not reason:
                self.boxes.append(part)
            elif name not in _SKIPPED:
                self.read(part, reason or _GONE.get(name, ""))

    def _add(self, part: Element, reason: str) -> None:
        text = part.text or ""
        if reason:
            self.left_out.append((text, reason))
            return
        self.pieces.append(text)
        if _is_emphasised(part.getparent()) and not self.plain_seen:
            self.leading.append(text)
        elif any(map(str.isalnum, text)):
            self.plain_seen = True


def _reason_of(run: Element) -> str:
    properties = child(run, "rPr")
    if is_on(properties, "vanish"):
        return "hidden text"
    return "struck out in the source" if is_on(properties, "strike") or is_on(properties, "dstrike") else ""


def _is_emphasised(run: Element | None) -> bool:
    properties = child(run, "rPr")
    return is_on(properties, "i") or is_on(properties, "b") or value(child(properties, "rStyle")) in _EMPHATIC


def is_mark_struck(paragraph: Element) -> bool:
    """Whether the paragraph's end was deleted in tracked changes, so that the next paragraph goes on in it."""
    return child(paragraph, "pPr", "rPr", "del") is not None
