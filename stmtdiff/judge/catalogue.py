"""The rules with their reasons and examples, for people and for the tests; nothing here is needed to judge."""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

HOME = Path(__file__).parent
# What a judgement loads of a rule; the rest is for readers.
_SPOKEN = ("stronger", "weaker", "changed")
_APPLIES = ("ladder", "class", "arrives", "reaches", "not_for_banks")


class Example(NamedTuple):
    """Two wordings; ``direction`` is empty where the rule must not fire."""

    old: str
    new: str
    direction: str
    kind: str


class Rule(NamedTuple):
    """One rule: what it looks for, why, and an example on each side of its border."""

    id: str
    aspect: str
    about: str
    applies: dict[str, str]  # to which ladder, or to which class of words and how
    sentences: dict[str, str]
    reason: str
    source: str
    one_way: str
    fires: Example
    silent: Example

    @property
    def directions(self) -> tuple[str, ...]:
        """The directions it can give."""
        return tuple(word for word in _SPOKEN if any(key.split("_")[0] == word for key in self.sentences))


def rules() -> tuple[Rule, ...]:
    """Return every rule in the order of the files: force, outcome, condition, time, quantity, scope."""
    order = ("force", "outcome", "condition", "time", "quantity", "scope")
    return tuple(_rule(entry) for name in order for entry in _entries(HOME / "rules" / f"{name}.toml"))


def _entries(path: Path) -> list[dict[str, object]]:
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["rule"]
    return list(entries)


def _rule(entry: dict[str, object]) -> Rule:
    return Rule(
        id=str(entry["id"]),
        aspect=str(entry["aspect"]),
        about=str(entry["about"]),
        applies={key: str(entry[key]) for key in _APPLIES if key in entry},
        sentences=_sentences(entry),
        reason=str(entry["reason"]),
        source=str(entry["source"]),
        one_way=str(entry.get("one_way", "")),
        fires=_example(entry["fires"]),
        silent=_example(entry["silent"]),
    )


def _sentences(entry: dict[str, object]) -> dict[str, str]:
    return {key: str(value) for key, value in entry.items() if key.split("_")[0] in _SPOKEN}


def _example(found: object) -> Example:
    told: dict[str, str] = found if isinstance(found, dict) else {}
    return Example(told["old"], told["new"], told.get("direction", ""), told.get("kind", "operative"))


def written() -> str:
    """Return what a judgement loads: rule id -> aspect and sentences."""
    book = {rule.id: {"aspect": rule.aspect, **rule.applies, **rule.sentences} for rule in rules()}
    return json.dumps(book, ensure_ascii=False, separators=(",", ":")) + "\n"


def main() -> None:
    """Write ``rules.json`` beside this module, or check it: ``python -m stmtdiff.judge.catalogue [--check]``."""
    path = HOME / "rules.json"
    if "--check" in sys.argv[1:]:
        sys.exit(path.read_text(encoding="utf-8") != written())
    path.write_text(written(), encoding="utf-8")


if __name__ == "__main__":
    main()
