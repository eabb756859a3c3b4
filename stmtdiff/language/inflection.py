"""Write out the cues of the TOML: alternatives, every form of a verb, both spellings."""

from __future__ import annotations

import itertools
import re
from typing import Any

from stmtdiff.errors import StmtdiffError
from stmtdiff.text import split_tokens

Table = dict[str, Any]  # one TOML file
Verbs = dict[str, list[tuple[str, str]]]  # lemma -> (form, its code)
BASE, NO_VERB = "b", "-"
_CODES = "sdg"  # third person, past, gerund
_CODES_OF_FOUR = "sddg"  # with a participle of its own
_BE = [("be", "b"), ("is", "s"), ("are", "b"), ("am", "b"), ("was", "d"), ("were", "d"), ("been", "d"), ("being", "g")]
_ALTERNATIVES = re.compile(r"\(([^()]*)\)")
VERB = re.compile(r"\{(\w+)\}")
_STEM = 3  # letters before an ending


def verbs_of(table: Table, plain: Table) -> Verbs:
    """Return the forms of every verb in the table, with the other spelling of each."""
    verbs: Verbs = {"be": _BE}
    for lemma, written in table.items():
        parts = str(written).split()
        codes = _CODES if len(parts) == len(_CODES) else _CODES_OF_FOUR
        forms = [(lemma, BASE), *zip(parts, codes, strict=True)]
        more = [(other, code) for form, code in forms for other in spellings(form, plain)]
        verbs[lemma] = list(dict.fromkeys([*forms, *more]))
    return verbs


def spellings(word: str, plain: Table) -> list[str]:
    """Return the word in its other spelling, where the tables know one."""
    found = [b if word == a else a for a, b in plain["spelling"]["words"] if word in (a, b)]
    found += [
        word[: -len(b)] + a
        for a, b in plain["spelling"]["endings"]
        if b.startswith(("iz", "yz")) and len(word) > len(b) + _STEM and word.endswith(b)
    ]
    return [other for other in dict.fromkeys(found) if other != word]


def respelled(surface: str, plain: Table) -> list[str]:
    """Return a key with one of its words in the other spelling."""
    words = surface.split(" ")
    return [
        " ".join([*words[:at], other, *words[at + 1 :]])
        for at, word in enumerate(words)
        for other in spellings(word, plain)
    ]


def alternatives(cue: str) -> list[str]:
    """Write out ``(a|b|)``."""
    pieces = _ALTERNATIVES.split(cue)
    choices = [[piece] if place % 2 == 0 else piece.split("|") for place, piece in enumerate(pieces)]
    return [" ".join("".join(parts).split()) for parts in itertools.product(*choices)]


def inflected(cue: str, verbs: Verbs) -> dict[str, list[str]]:
    """Write out ``{verb}``: code of the first verb's form -> surfaces as keys."""
    found = VERB.search(cue)
    if found is None:
        return {NO_VERB: [key_of(cue)]}
    if found[1] not in verbs:
        raise StmtdiffError(f"no inflections for {found[1]!r}", where="verbs.toml", hint="add a line")
    surfaces: dict[str, list[str]] = {}
    for form, code in verbs[found[1]]:
        rest = cue[: found.start()] + form + cue[found.end() :]
        for keys in inflected(rest, verbs).values():
            surfaces.setdefault(code, []).extend(keys)
    return surfaces


def key_of(text: str) -> str:
    """Return the key of a phrase: its tokens in lower case, one space between."""
    return " ".join(token for token in split_tokens(text.casefold()) if not token.isspace())
