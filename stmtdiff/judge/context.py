"""What every rule sees: the two sides, the documents around them, and the effects found so far."""

from __future__ import annotations

from stmtdiff.judge.pairing import Pair
from stmtdiff.judge.rulebook import rule
from stmtdiff.language.lexicon import Lexicon
from stmtdiff.model import Aspect, Direction, Effect
from stmtdiff.judge.places import Places, Span
from stmtdiff.judge.stretches import Stretch, stretches_of
from stmtdiff.reading.records import Mark


class Context:
    """One link under judgement; rules add effects and say which words they have explained."""

    __slots__ = ("central", "effects", "lexicon", "new_by_table", "new_date", "new_places", "new_used", "old_by_table", "old_date", "old_places", "old_used", "pair", "stretches")

    def __init__(self, pair: Pair, lexicon: Lexicon, places: tuple[Places, Places], dates: tuple[float, float], *, central: bool) -> None:
        """Start with nothing found."""
        self.pair = pair
        self.lexicon = lexicon
        self.old_places, self.new_places = places
        self.old_date, self.new_date = dates
        self.central = central
        self.effects: list[Effect] = []
        self.old_by_table = _by_table(pair.old_marks)
        self.new_by_table = _by_table(pair.new_marks)
        self.stretches = stretches_of(pair, lexicon)
        self.old_used: set[int] = set()
        self.new_used: set[int] = set()

    def add(  # noqa: PLR0913 - an effect's parts, each named
        self, rule_id: str, direction: Direction, old: Span | Mark | None, new: Span | Mark | None, *, step: int = 0, disputed: bool = False, aspect: str = ""
    ) -> None:
        """Record an effect with its evidence, in the words of its rule."""
        entry = rule(rule_id)
        old_cue = self.old_places.cue(old) if old else None
        new_cue = self.new_places.cue(new) if new else None
        told = {"old": old_cue.text if old_cue else "", "new": new_cue.text if new_cue else "", "old_rung": self._rung(old), "new_rung": self._rung(new)}
        self.effects.append(
            Effect(
                aspect=Aspect(aspect or entry["aspect"]),
                direction=direction,
                rule=rule_id,
                why=why(entry, direction, told),
                step=step,
                disputed=disputed,
                old=old_cue,
                new=new_cue,
            )
        )
        self.use(old, new)

    def _rung(self, mark: Span | Mark | None) -> str:
        return self.lexicon.rung_name(mark.table, mark.rung) if isinstance(mark, Mark) else ""

    def gone(self, *tables: str) -> list[Mark]:
        """Return marks of these tables that only the old side has and nothing has explained."""
        return _unused(self.old_by_table, tables, self.old_used)

    def came(self, *tables: str) -> list[Mark]:
        """Return marks of these tables that only the new side has and nothing has explained."""
        return _unused(self.new_by_table, tables, self.new_used)

    def use(self, old: Span | Mark | None, new: Span | Mark | None) -> None:
        """Say that these words are explained."""
        if old:
            self.old_used.update(range(old.first, old.last))
        if new:
            self.new_used.update(range(new.first, new.last))


def _by_table(marks: list[Mark]) -> dict[str, list[Mark]]:
    found: dict[str, list[Mark]] = {}
    for mark in marks:
        found.setdefault(mark.table, []).append(mark)
    return found


def _unused(by_table: dict[str, list[Mark]], tables: tuple[str, ...], used: set[int]) -> list[Mark]:
    """Return marks of some tables in the order of the text."""
    found = [mark for table in tables if table in by_table for mark in by_table[table] if mark.first not in used]
    if len(tables) > 1:
        found.sort(key=_place)
    return found


def _place(mark: Mark) -> int:
    return mark.first


def why(entry: dict[str, str], direction: Direction, told: dict[str, str]) -> str:
    """Say in one sentence what changed: the rule's words for this direction and for the sides there are."""
    side = "both" if told["old"] and told["new"] else "gone" if told["old"] else "new"
    template = entry.get(f"{direction}_{side}") or entry.get(direction, "")
    if not template or any(f"{{{name}}}" in template and not told[name] for name in ("old", "new")):
        template = _PLAIN[side]
    return template.format(**told)


_PLAIN = {"both": "“{old}” became “{new}”", "gone": "“{old}” is gone", "new": "“{new}” is new"}
