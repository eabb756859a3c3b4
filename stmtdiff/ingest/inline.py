"""The inside of a Markdown paragraph: plain text, its leading emphasis, and what is no text of the statement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from stmtdiff.ingest.breaks import BREAK
from stmtdiff.model import Omission

if TYPE_CHECKING:
    from markdown_it.token import Token

_FOOTNOTE_MARK = re.compile(r"\[\^[^\]\s]+\]")
_TAG = re.compile(r"<(/?)([a-zA-Z]+)")
_STRUCK = frozenset({"s", "del", "strike"})


@dataclass(slots=True)
class Run:
    """What a paragraph says, in pieces."""

    pieces: list[str] = field(default_factory=list)
    leading: list[str] = field(default_factory=list)  # emphasised pieces until the first plain word
    omitted: list[Omission] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    emphasised: int = 0
    striking: int = 0
    plain_seen: bool = False

    @property
    def text(self) -> str:
        """The words as a reader sees them."""
        return "".join(self.pieces)

    @property
    def emphasis(self) -> str:
        """The emphasised words that the paragraph begins with."""
        return "".join(self.leading)

    def add(self, text: str) -> None:
        """Take text at this place, its footnote marks apart."""
        if self.striking:
            self.struck.append(text)
            return
        text = text.replace("**", "")  # kramdown closes emphasis before a letter, CommonMark does not
        marks = _FOOTNOTE_MARK.findall(text)
        self.omitted += [Omission(text=mark, reason="footnote mark") for mark in marks]
        text = _FOOTNOTE_MARK.sub("", text) if marks else text
        self.pieces.append(text)
        self._note_emphasis(text)

    def _note_emphasis(self, text: str) -> None:
        if self.emphasised and not self.plain_seen:
            self.leading.append(text)
        elif any(character.isalnum() for character in text):
            self.plain_seen = True

    def strike(self, change: int) -> None:
        """Enter or leave struck text, which goes to what is left out."""
        self.striking = max(0, self.striking + change)
        if not self.striking and self.struck:
            self.omitted.append(Omission(text="".join(self.struck), reason="struck out in the source"))
            self.struck.clear()


def inline_run(tokens: Sequence[Token]) -> Run:
    """Read the inline tokens of one paragraph."""
    run = Run()
    for place, token in enumerate(tokens):
        if token.type == "link_open":
            _take_link(run, token, _linked(tokens[place + 1 :]))
        else:
            _step(run, token)
    run.strike(-run.striking)
    return run


def _step(run: Run, token: Token) -> None:
    kind = token.type
    if kind in {"text", "code_inline"}:
        run.add(token.content)
    elif kind in {"softbreak", "hardbreak"}:
        run.add(BREAK if kind == "hardbreak" else " ")
    elif kind in {"em_open", "strong_open", "em_close", "strong_close"}:
        run.emphasised += token.nesting
    elif kind in {"s_open", "s_close"}:
        run.strike(token.nesting)
    elif kind == "image":
        _omit(run, token.content, str(token.attrs.get("src") or ""), reason="picture")
    elif kind == "html_inline":
        _take_tag(run, token.content)


def _linked(tokens: Sequence[Token]) -> str:
    """Return the text of a link, whose tokens follow its opening."""
    return "".join(token.content for token in takewhile(lambda token: token.type != "link_close", tokens))


def _take_link(run: Run, link: Token, text: str) -> None:
    """Leave a link's target out; one by reference has its target in the definition, and may have a label."""
    label = str(link.meta.get("label", ""))
    if label:
        if _letters(label) != _letters(text):
            _omit(run, label, reason="link label")
    elif link.attrs.get("href") != text:
        _omit(run, str(link.attrs.get("href") or ""), str(link.attrs.get("title") or ""), reason="link target")


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _omit(run: Run, *texts: str, reason: str) -> None:
    text = " ".join(filter(None, texts))
    if text:
        run.omitted.append(Omission(text=text, reason=reason))


def _take_tag(run: Run, tag: str) -> None:
    """Tags are no words; a line break separates words and struck text is left out."""
    match = _TAG.match(tag)
    name = match[2].lower() if match else ""
    if name == "br":
        run.add(BREAK)
    elif name in _STRUCK and match:
        run.strike(-1 if match[1] else 1)
