"""Turn the TOML of one language into the form that is loaded: ``python -m stmtdiff.language.prepare [LANGUAGE]``.

The form is committed beside its source; a test holds the two together.
"""

from __future__ import annotations

import itertools
import json
import re
import sys
import tomllib
from pathlib import Path

from stmtdiff.errors import StmtdiffError
from stmtdiff.text import split_tokens

HOME = Path(__file__).parent
Table = dict[str, dict[str, object]]
Sense = tuple[str, str, int]  # kind, table, rung
# What the tables of a file are to the reader; a file that is not named here holds no cues.
KIND_OF_FILE = {
    "acts": "act",
    "modals": "modal",
    "outcomes": "outcome",
    "qualifiers": "qualifier",
    "quantities": "quantity",
    "times": "time",
    "references": "reference",
    "parties": "party",
    "narrative": "assessment",
    "plain": "plain",
}
_NO_CUES = frozenset({"event", "ends", "units", "currencies", "per", "function", "nouns", "continuing"})
_ONLY_PHRASES = frozenset({"connectives"})  # single words of these are looked up as words
_ALTERNATIVES = re.compile(r"\(([^()]*)\)")
_VERB = re.compile(r"\{(\w+)\}")
FORM_BASE, FORM_THIRD, FORM_PAST, FORM_GERUND, FORM_NONE = "b", "s", "d", "g", "-"


def source_tables(language: str) -> dict[str, Table]:
    """Every TOML file of a language by its stem."""
    folder = HOME / language
    if not folder.is_dir():
        raise StmtdiffError("no such language", where=str(folder), hint="one folder per language beside en/")
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.toml"))}


def prepare(language: str) -> dict[str, object]:
    """Return the loaded form of a language: phrases with their senses, verbs, small word lists."""
    tables = source_tables(language)
    verbs = _verbs(tables["verbs"], tables["plain"])
    senses: list[Sense] = []
    phrases: dict[str, list[tuple[int, str]]] = {}
    index: dict[Sense, int] = {}
    for sense, form, surfaces in _cues(tables, verbs):
        number = index.setdefault(sense, len(senses))
        if number == len(senses):
            senses.append(sense)
        for surface in surfaces:
            known = phrases.setdefault(surface, [])
            if all(senses[other][1] != sense[1] for other, _ in known):  # the first rung of a ladder that names it
                known.append((number, form))
    _refuse_ambiguities(phrases, senses, tables)
    return {
        "language": language,
        "senses": ["|".join(map(str, sense)) for sense in senses],
        "phrases": {phrase: " ".join(f"{number}{form}" for number, form in known) for phrase, known in phrases.items()},
        "longest": _longest(phrases),
        "verbs": {form: lemma for lemma, forms in verbs.items() for form, _ in forms if form != lemma},
        "words": {**_words(tables, verbs), "vocabulary": _vocabulary(phrases, tables), "anchors": _anchors(phrases, senses), "openers": " ".join(sorted({start.split(" ")[0] for start in _longest(phrases)}))},
    }


def _verbs(table: Table, plain: Table) -> dict[str, list[tuple[str, str]]]:
    """Lemma -> [(form, form code)], with the other spelling of each."""
    verbs: dict[str, list[tuple[str, str]]] = {
        "be": [("be", "b"), ("is", "s"), ("are", "b"), ("am", "b"), ("was", "d"), ("were", "d"), ("been", "d"), ("being", "g")],
    }
    for lemma, written in table.items():
        parts = str(written).split()
        codes = "sdg" if len(parts) == len("sdg") else "sddg"
        forms = [(lemma, FORM_BASE), *zip(parts, codes, strict=True)]
        more = [(other, code) for form, code in forms for other in spellings(form, plain)]
        verbs[lemma] = list(dict.fromkeys([*forms, *more]))
    return verbs


def spellings(word: str, plain: Table) -> list[str]:
    """The word in the other spelling, where the tables know one."""
    found = [b if word == a else a for a, b in plain["spelling"]["words"] if word in (a, b)]  # type: ignore[misc, attr-defined]
    found += [word[: -len(b)] + a for a, b in plain["spelling"]["endings"] if b.startswith(("iz", "yz")) and len(word) > len(b) + 3 and word.endswith(b)]  # type: ignore[misc, attr-defined]
    return [other for other in dict.fromkeys(found) if other != word]


def _cues(tables: dict[str, Table], verbs: dict[str, list[tuple[str, str]]]) -> list[tuple[Sense, str, list[str]]]:
    """Every cue as ((kind, table, rung), form, surfaces)."""
    found = []
    for stem, kind in KIND_OF_FILE.items():
        for name, table in tables.get(stem, {}).items():
            if name in _NO_CUES:
                continue
            for rung, cue in _rungs(table):
                if name in _ONLY_PHRASES and " " not in cue:
                    continue
                for written in alternatives(cue):
                    for form, surfaces in inflected(written, verbs).items():
                        surfaces += [other for surface in surfaces for other in _respelled(surface, tables["plain"])]
                        found.append(((kind, name, rung), form, surfaces))
    found += [
        (("outcome", "opposites", 0), form, surfaces)
        for pair in tables["outcomes"]["opposites"]["pairs"]  # type: ignore[attr-defined]
        for cue in pair
        for form, surfaces in inflected(cue, verbs).items()
    ]
    found += [(("name", group[0], 0), FORM_NONE, [key_of(surface)]) for group in tables["names"]["entities"]["same"] for surface in group]  # type: ignore[attr-defined]
    found += [(("name", name, 0), FORM_NONE, [key_of(name)]) for name in tables["countries"]["countries"]["cues"]]  # type: ignore[attr-defined]
    return found


def _rungs(table: dict[str, object]) -> list[tuple[int, str]]:
    rungs = [(rung["level"], cue) for rung in table.get("rungs", []) for cue in rung["cues"]]  # type: ignore[attr-defined]
    return rungs + [(0, cue) for cue in table.get("cues", [])]  # type: ignore[attr-defined]


def alternatives(cue: str) -> list[str]:
    """Write out ``(a|b|)``."""
    pieces = _ALTERNATIVES.split(cue)
    choices = [[piece] if place % 2 == 0 else piece.split("|") for place, piece in enumerate(pieces)]
    return [" ".join("".join(parts).split()) for parts in itertools.product(*choices)]


def inflected(cue: str, verbs: dict[str, list[tuple[str, str]]]) -> dict[str, list[str]]:
    """Write out ``{verb}``: form code of the first verb -> surfaces as keys."""
    found = _VERB.search(cue)
    if found is None:
        return {FORM_NONE: [key_of(cue)]}
    if found[1] not in verbs:
        raise StmtdiffError(f"no inflections for {found[1]!r}", where="verbs.toml", hint="add a line")
    surfaces: dict[str, list[str]] = {}
    for form, code in verbs[found[1]]:
        rest = cue[: found.start()] + form + cue[found.end() :]
        for keys in inflected(rest, verbs).values():
            surfaces.setdefault(code, []).extend(keys)
    return surfaces


def _respelled(surface: str, plain: Table) -> list[str]:
    """Return a key with its words in the other spelling."""
    words = surface.split(" ")
    return [" ".join([*words[:at], other, *words[at + 1 :]]) for at, word in enumerate(words) for other in spellings(word, plain)]


def key_of(text: str) -> str:
    """Return the key of a phrase: its tokens in lower case, one space between."""
    return " ".join(token for token in split_tokens(text.casefold()) if not token.isspace())


def _shown(cue: str) -> str:
    return cue.replace("{", "").replace("}", "")


def _longest(phrases: dict[str, list[tuple[int, str]]]) -> dict[str, int]:
    """First two words -> most words of a phrase that begins so: most places are settled by one look-up."""
    longest: dict[str, int] = {}
    for phrase in phrases:
        words = phrase.split(" ")
        if len(words) > 1:
            start = f"{words[0]} {words[1]}"
            longest[start] = max(longest.get(start, 0), len(words))
    return longest


def _anchors(phrases: dict[str, list[tuple[int, str]]], senses: list[Sense]) -> str:
    """First words of phrases that can be an act."""
    return " ".join(sorted({phrase.split(" ")[0] for phrase, known in phrases.items() if any(senses[number][0] == "act" for number, _ in known)}))


def _vocabulary(phrases: dict[str, list[tuple[int, str]]], tables: dict[str, Table]) -> str:
    """Every word that can be part of a cue, a date or a figure: a change without one of them is plain content."""
    words = {word for phrase in phrases for word in phrase.split(" ")}
    words.update(*(table["values"] for stem in ("times", "quantities") for table in tables[stem].values() if "values" in table))  # type: ignore[arg-type]
    words.update(word for group in tables["names"]["terms"]["groups"] for term in group for word in key_of(term).split(" "))  # type: ignore[attr-defined]
    words.update(word for group in tables["plain"]["same_words"]["groups"] for term in group for word in key_of(term).split(" "))  # type: ignore[attr-defined]
    words.update(key_of(unit) for unit in [*tables["quantities"]["units"]["cues"], *tables["quantities"]["currencies"]["cues"]])  # type: ignore[misc]
    for name in ("function", "connectives"):
        words.update(word for cue in tables["plain"][name]["cues"] for word in key_of(cue).split(" "))  # type: ignore[attr-defined]
    return " ".join(sorted(words))


def _refuse_ambiguities(phrases: dict[str, list[tuple[int, str]]], senses: list[Sense], tables: dict[str, Table]) -> None:
    """A phrase in two ladders needs a written rule for that pair of ladders."""
    allowed = {frozenset(pair) for pairs in tables["ambiguities"]["rules"].values() for pair in pairs}  # type: ignore[attr-defined]
    for phrase, known in phrases.items():
        ladders = [senses[number][1] for number, _ in known if senses[number][1].isupper() and senses[number][0] != "name"]
        for pair in itertools.combinations(ladders, 2):
            if frozenset(pair) not in allowed:
                raise StmtdiffError(f"{phrase!r} stands in two ladders, {pair[0]} and {pair[1]}", where="ambiguities.toml", hint="write a rule")


def _words(tables: dict[str, Table], verbs: dict[str, list[tuple[str, str]]]) -> dict[str, object]:
    plain, times, quantities, names = (tables[stem] for stem in ("plain", "times", "quantities", "names"))
    return {
        "function": plain["function"]["cues"],
        "connectives": [key_of(cue) for cue in plain["connectives"]["cues"]],  # type: ignore[attr-defined]
        "nouns": plain["nouns"]["cues"],
        "topics": {word: topic for topic, words in tables["topics"]["topics"]["words"].items() for word in words},  # type: ignore[attr-defined]
        "restating": {form: rung["level"] for rung in tables["acts"]["RESTATE"]["rungs"] for cue in rung["cues"] for form in _VERB.findall(cue)},  # type: ignore[attr-defined]
        "parties": " ".join(sorted({key_of(name).split(" ")[-1] for name in _parties(tables) if key_of(name).split(" ")[-1].isalpha()})),
        "grammar": {name: table["cues"] for name, table in tables["grammar"].items()},
        "same": [_with_stems([_american(key_of(word), plain) for word in group], verbs) for group in plain["same_words"]["groups"]],  # type: ignore[attr-defined]
        "spelling_words": {a: b for a, b in plain["spelling"]["words"]},  # type: ignore[misc, attr-defined]
        "spelling_endings": plain["spelling"]["endings"],
        "months": times["months"]["values"],
        "parts": times["parts"]["values"],
        "duration_units": times["duration_units"]["values"],
        "units": quantities["units"]["cues"],
        "currencies": quantities["currencies"]["cues"],
        "per": [key_of(cue) for cue in quantities["per"]["cues"]],  # type: ignore[attr-defined]
        "numbers": quantities["number_words"]["values"],
        "multipliers": quantities["multipliers"]["values"],
        "relations": names["relations"]["list"],
        "terms": [[key_of(term) for term in group] for group in names["terms"]["groups"]],  # type: ignore[attr-defined]
        "opposites": _opposites(tables),
        "disputed": {
            name: table["disputed"] for stem in ("acts", "modals", "outcomes") for name, table in tables[stem].items() if table.get("disputed")
        },
        "rungs": {
            name: {str(rung["level"]): rung.get("name", "") for rung in table["rungs"]}  # type: ignore[attr-defined]
            for stem in KIND_OF_FILE
            for name, table in tables[stem].items()
            if "rungs" in table
        },
    }


def _with_stems(group: list[str], verbs: dict[str, list[tuple[str, str]]]) -> list[str]:
    """Add the base of each verb form: words are compared by their stems."""
    bases = [lemma for lemma, forms in verbs.items() for form, _ in forms if form in group]
    return list(dict.fromkeys([*group, *bases]))


def _parties(tables: dict[str, Table]) -> list[str]:
    """Names that may issue a statement: states and unions."""
    states = [surface for group in tables["names"]["entities"]["same"] for surface in group if group[0] in _STATES]  # type: ignore[attr-defined]
    return [*tables["countries"]["countries"]["cues"], *states]  # type: ignore[misc]


# Entities of names.toml that issue statements.
_STATES = frozenset({"Russia", "China", "United States", "United Kingdom", "Iran", "North Korea", "South Korea", "Syria", "Turkey", "Viet Nam", "Pakistan", "Afghanistan", "European Union", "African Union", "Group of Seven", "Group of Twenty", "South Sudan", "Sudan", "Somalia", "Czech Republic", "Macedonia", "Moldova"})


def _american(word: str, plain: Table) -> str:
    """Return the spelling that stands for both."""
    return next((b for a, b in plain["spelling"]["words"] if a == word), word)  # type: ignore[misc, attr-defined]


def _opposites(tables: dict[str, Table]) -> list[list[str]]:
    return [[_shown(a), _shown(b)] for a, b in tables["outcomes"]["opposites"]["pairs"]]  # type: ignore[misc, attr-defined]


def written(language: str) -> str:
    """Return the prepared form as it lies in the tree."""
    return json.dumps(prepare(language), ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"


def main(languages: list[str]) -> None:
    """Write ``prepared.json`` for each language named, or for all."""
    for language in languages or [path.parent.name for path in sorted(HOME.glob("*/verbs.toml"))]:
        (HOME / language / "prepared.json").write_text(written(language), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
