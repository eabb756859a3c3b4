"""How much a finding weighs: the rule's default, unless the configuration says otherwise for it."""

from __future__ import annotations

from fnmatch import fnmatchcase

from stmtdiff.check.aspects import rules_of
from stmtdiff.check.catalogue import RULES
from stmtdiff.check.finding import Severity
from stmtdiff.config import Config
from stmtdiff.errors import StmtdiffError
from stmtdiff.model import Link, Statement, Verdict

OFF = "off"


def refuse_unknown_rules(config: Config) -> None:
    """Raise for a rule of the configuration that nobody knows: a slip of the pen would switch nothing on or off."""
    named = dict.fromkeys(config.rules, config.path)
    named |= {rule: config.path for override in config.overrides for rule in override.rules}
    named |= {waiver.rule: f"{waiver.path}:{waiver.line}" for waiver in config.waivers}
    for rule, where in named.items():
        refuse_unknown_rule(rule, where or "")


def refuse_unknown_rule(rule: str, where: str) -> None:
    """Raise where there is no such rule, with the nearest that there is."""
    if rule not in RULES:
        from difflib import get_close_matches

        near = get_close_matches(rule, RULES, n=1)
        hint = f"did you mean {near[0]!r}?" if near else "`stmtdiff rules` lists them"
        raise StmtdiffError(f"there is no rule {rule!r}", where=where, hint=hint)


class Scale:
    """Severities for one statement: its series and parties decide which overrides hold."""

    def __init__(self, config: Config, series: str, parties: tuple[str, ...]) -> None:
        """Lay the overrides that hold for the statement over the general severities, later ones over earlier."""
        self._set = dict(config.rules)
        for override in config.overrides:
            if applies(override.series, override.party, series, parties):
                self._set |= override.rules

    def of(self, rule: str) -> Severity | None:
        """Return the severity of a rule that stands for itself; None when it is off."""
        chosen = self._set.get(rule)
        return RULES[rule].severity if chosen is None else _severity(chosen)

    def of_link(self, link: Link) -> tuple[Severity, str] | None:
        """Return severity and deciding rule of a link: each effect weighs as its own rule says, else as the verdict's.

        None where all that the link does is off.
        """
        verdict = rule_of(link)
        whole = self.of(verdict)
        weights = [self._of_effect(rules_of(effect)) or (whole, verdict) for effect in link.effects]
        heard = [(severity, rule) for severity, rule in weights or [(whole, verdict)] if severity is not None]
        return min(heard, key=lambda each: (each[0].rank, each[1] != verdict), default=None)

    def _of_effect(self, rules: tuple[str, ...]) -> tuple[Severity | None, str] | None:
        """Return the worst of what is set for the rules of an effect; None where nothing is."""
        chosen = [(_severity(self._set[rule]), rule) for rule in rules if rule in self._set]
        return min(chosen, key=lambda each: len(Severity) if each[0] is None else each[0].rank, default=None)


def rule_of(link: Link) -> str:
    """Return the rule of a link's verdict; a commitment that went because its date had passed has one of its own."""
    return "lapsed" if link.verdict is Verdict.DROPPED and link.lapsed else link.verdict.value


def rules_of_link(link: Link) -> tuple[str, ...]:
    """Return every rule that a link breaks: its verdict's, then those of its effects."""
    return tuple(dict.fromkeys((rule_of(link), *(rule for effect in link.effects for rule in rules_of(effect)))))


def scale_for(config: Config, statement_id: str, statement: Statement | None) -> Scale:
    """Return the severities that hold for a statement, whose file may be unsound."""
    return Scale(config, statement_id.rpartition("/")[0], statement.parties if statement else ())


def applies(series: str | None, party: str | None, own: str, parties: tuple[str, ...]) -> bool:
    """Tell whether an entry for a series (a pattern) and a party holds for a statement."""
    return (series is None or fnmatchcase(own, series)) and (party is None or party in parties)


def _severity(chosen: str) -> Severity | None:
    return None if chosen == OFF else Severity(chosen)
