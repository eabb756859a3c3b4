"""From effects to a verdict, by LABELS' words."""

from __future__ import annotations

from dataclasses import replace

from stmtdiff.judge.context import why
from stmtdiff.judge.rulebook import rule
from stmtdiff.model import Aspect, Cue, Direction, Effect, Verdict


def redirected(effect: Effect) -> Effect:
    """Return the effect without a direction, in the words for that."""
    if effect.direction is Direction.CHANGED:
        return effect
    told = {
        "old": effect.old.text if effect.old else "",
        "new": effect.new.text if effect.new else "",
        "old_rung": "",
        "new_rung": "",
    }
    entry = rule(effect.rule)
    sentence = effect.why if effect.step else why(entry, Direction.CHANGED, told)
    return replace(effect, direction=Direction.CHANGED, why=sentence)


_FIRMER = frozenset({Aspect.FORCE, Aspect.OUTCOME})
_OBJECTS = frozenset({"scope", "entity", "followup", "quantifier", "intensifier", "other-verb"})
_HEDGE_RULES = frozenset(
    {"condition", "discretion-hedge", "domestic-law", "available-resources", "consent", "likelihood", "provisional"}
)


def hedges_with_firmer_acts(effects: list[Effect]) -> list[Effect]:
    """A hedge that arrives together with a firmer act, or a firmer promise of time, does not count as weaker."""
    if any(effect.rule == "lapsed-time" for effect in effects):
        effects = [redirected(effect) if effect.rule in {"further-act", "lone-act"} else effect for effect in effects]
    for lost, direction in ((Direction.WEAKER, Direction.STRONGER), (Direction.STRONGER, Direction.WEAKER)):
        if any(
            effect.rule == "lone-act" and effect.direction is lost for effect in effects
        ):  # what stands in no act promises nothing
            effects = [
                redirected(effect) if effect.rule in _OBJECTS and effect.direction is direction else effect
                for effect in effects
            ]
    firmer = any(
        effect.direction is Direction.STRONGER
        and (effect.aspect in _FIRMER or effect.rule in {"guidance-ladder", "end-date", "time-limit"})
        for effect in effects
    )
    if not firmer:
        return effects
    return [
        redirected(effect)
        if effect.rule in _HEDGE_RULES and effect.direction is Direction.WEAKER and effect.old is None
        else effect
        for effect in effects
    ]


def undirected(effects: list[Effect]) -> list[Effect]:
    """A text that promises nothing has no direction."""
    return [redirected(effect) for effect in effects]


def without_doubles(effects: list[Effect]) -> tuple[Effect, ...]:
    """Keep the first few effects of each rule and direction, and no pair of cues twice."""
    seen: dict[tuple[str, Direction], list[tuple[Cue | None, Cue | None]]] = {}
    kept = []
    for effect in effects:
        told = seen.setdefault((effect.rule, effect.direction), [])
        if len(told) < _MOST and (effect.old, effect.new) not in told:
            told.append((effect.old, effect.new))
            kept.append(effect)
    return tuple(kept)


_MOST = 3


def verdict_of(effects: tuple[Effect, ...]) -> Verdict:
    """Sum the effects up in one word."""
    if any(effect.aspect is Aspect.POLARITY for effect in effects):
        return Verdict.REVERSED
    directions = {effect.direction for effect in effects} - {Direction.CHANGED}
    if len(directions) > 1:
        return Verdict.MIXED
    if directions:
        return Verdict.STRONGER if Direction.STRONGER in directions else Verdict.WEAKER
    return Verdict.CHANGED if effects else Verdict.NONE
