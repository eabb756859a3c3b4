"""Characters that deceive: letters of another script that look alike, and characters that nobody can see."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from stmtdiff.check.subject import Breach, Subject

# Letters of Greek and Cyrillic that a reader takes for Latin ones, after Unicode's table of confusables (UTS 39).
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορυ", "ABEZHIKMNOPTYXavopu", strict=True))
_CYRILLIC = dict(zip("АВЕЅІЈКМНОРСТУХаеѕіјорсухԁԛԝһ", "ABESIJKMHOPCTYXaesijopcyxdqwh", strict=True))
_LOOKS_LIKE = {**_GREEK, **_CYRILLIC}
_LATIN_LOOKS_LIKE = {latin: other for other, latin in reversed(_CYRILLIC.items())}
_WORD = re.compile(r"[^\W\d_]+")
# Joiners decide how letters of these scripts are written; marks of direction order mixed lines.
_JOINING = re.compile(r"[\u0590-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\u1800-\u18af]")
_ALLOWED_THERE = "\u200c\u200d\u200e\u200f"
_BLANK = "\u115f\u1160\u3164\uffa0\u2800\u034f"
_SHOWN = 5  # places named in a sentence
_HIDDEN = {"Cc", "Cf", "Co", "Cn", "Zl", "Zp"}


def look_alike(subject: Subject) -> Iterator[Breach]:
    """Find words that mix scripts by letters that look alike, and whole words of such letters in a Latin text."""
    for position, clause in enumerate(subject.clauses):
        if clause.text.isascii():
            continue
        script = _script_of(clause.text)
        for match in _WORD.finditer(clause.text):
            for offset in _strangers(match.group(), script):
                yield _stranger(position, clause.id, clause.text, match, match.start() + offset)


def invisible(subject: Subject) -> Iterator[Breach]:
    """Find characters without a shape; joiners and marks of direction are left to the scripts that need them."""
    for position, clause in enumerate(subject.clauses):
        for character, places in _hidden_in(clause.text).items():
            first = places[0]
            shown = ", ".join(str(at + 1) for at in places[:_SHOWN]) + (", ..." if len(places) > _SHOWN else "")
            where = f"at character {shown}" if len(places) == 1 else f"{len(places)} times, at characters {shown}"
            yield Breach(
                rule="invisible",
                what=f"invisible {_called(character)} {where}: …{_around(clause.text, first)}…",
                key=(clause.id, f"{ord(character):04X}"),
                at=f"clauses[{position}].text",
                clause=position,
                span=(first, first + 1),
                hint="delete it" if len(places) == 1 else "delete them",
            )


def _hidden_in(text: str) -> dict[str, list[int]]:
    """Map each character of a text that nobody can see to its offsets."""
    found: dict[str, list[int]] = {}
    if text.isprintable() and not any(blank in text for blank in _BLANK):
        return found
    needs = _JOINING.search(text) is not None
    for at, character in enumerate(text):
        if _is_hidden(character, needs=needs):
            found.setdefault(character, []).append(at)
    return found


def _script_of(text: str) -> str:
    """Return the script that most letters of a text are in."""
    counts: dict[str, int] = {}
    for character in text:
        if character.isalpha():
            script = _script(character)
            counts[script] = counts.get(script, 0) + 1
    return max(counts, key=lambda script: (counts[script], script), default="LATIN")


def _script(character: str) -> str:
    return "LATIN" if character.isascii() else unicodedata.name(character, "UNKNOWN").split()[0]


def _strangers(word: str, script: str) -> list[int]:
    """Offsets of the letters in a word that look like letters of the script its other letters, or its text, are in."""
    if word.isascii() and script == "LATIN":
        return []
    scripts = [_script(character) for character in word]
    most = max(set(scripts), key=lambda each: (scripts.count(each), each == script, each))
    if len(set(scripts)) > 1:
        table = _LATIN_LOOKS_LIKE if most == "CYRILLIC" else _LOOKS_LIKE
        return [at for at, character in enumerate(word) if scripts[at] != most and character in table]
    whole = script == "LATIN" and most in {"GREEK", "CYRILLIC"} and all(character in _LOOKS_LIKE for character in word)
    return list(range(len(word))) if whole and word.islower() and len(word) > 1 else []


def _stranger(position: int, clause: str, text: str, word: re.Match[str], at: int) -> Breach:
    character = text[at]
    like = _LOOKS_LIKE.get(character) or _LATIN_LOOKS_LIKE.get(character, "")
    what = f"{word.group()!r} holds {_called(character)} at character {at + 1}, which only looks like {_called(like)}"
    return Breach(
        rule="look-alike",
        what=what,
        key=(clause, word.group(), f"{ord(character):04X}"),
        at=f"clauses[{position}].text",
        clause=position,
        span=(at, at + 1),
        hint=f"type {like!r} in its place",
    )


def _is_hidden(character: str, *, needs: bool) -> bool:
    if character in "\n\t" or (needs and character in _ALLOWED_THERE):
        return False
    return character in _BLANK or unicodedata.category(character) in _HIDDEN


def _called(character: str) -> str:
    """Write a character as U+0430 CYRILLIC SMALL LETTER A."""
    name = unicodedata.name(character, "a character without a name")
    return f"U+{ord(character):04X} {name}"


def _around(text: str, at: int) -> str:
    """Return some words around a hidden character, with its code point in its place."""
    before, after = text[max(0, at - 12) : at], text[at + 1 : at + 13]
    return f"{before}<U+{ord(text[at]):04X}>{after}"
