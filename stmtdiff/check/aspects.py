"""Commitment rules as data: one for each verdict, and for each aspect one a direction.

A link is one finding, under the rule of its verdict. The rules of its aspects weigh as that rule does unless the
configuration sets them: ``deadline-weaker = "error"`` stops a run on deadlines alone.
"""

from __future__ import annotations

from stmtdiff.check.finding import Group, Severity
from stmtdiff.check.rule import Rule
from stmtdiff.model import Aspect, Effect

_SAME = "The ministers urge all coastal States to inspect every ferry."


def _verdict(name: str, severity: Severity, reason: str, old: str, new: str) -> Rule:
    return Rule(
        id=name,
        group=Group.COMMITMENT,
        severity=severity,
        demands=f"no commitment is {name}" if name != "lapsed" else "no commitment goes because its date has passed",
        reason=reason,
        passes={"old": _SAME, "new": _SAME},
        fails={"old": old, "new": new},
    )


_INSPECT = "The ministers call on all coastal States to inspect every ferry."
_REPORT = "They request the Secretariat to report by 31 December 2023 on harbour lights."

VERDICT_RULES = (
    _verdict("weaker", Severity.WARNING, "The new wording binds or presses less.", _SAME, _INSPECT),
    _verdict(
        "mixed",
        Severity.WARNING,
        "Part of the commitment grew while another part shrank; a gain can cover a loss.",
        "The ministers urge all coastal States to inspect every ferry within 30 days.",
        "The ministers demand that all coastal States inspect every ferry within 90 days.",
    ),
    _verdict(
        "reversed",
        Severity.WARNING,
        "The new wording says the opposite.",
        "The ministers support the closure of the northern strait.",
        "The ministers oppose the closure of the northern strait.",
    ),
    _verdict("dropped", Severity.WARNING, "A commitment of the old text has no counterpart in the new.", _INSPECT, ""),
    _verdict(
        "lapsed", Severity.INFO, "It was for a time that is over; whether it was kept is another question.", _REPORT, ""
    ),
    _verdict("introduced", Severity.INFO, "A commitment has no counterpart in the old text.", "", _INSPECT),
    _verdict("stronger", Severity.INFO, "The new wording binds or presses more.", _INSPECT, _SAME),
    _verdict(
        "changed",
        Severity.INFO,
        "The substance differs and no direction can be told.",
        "The ministers recall resolution 2386 (2017) on ferries.",
        "The ministers recall resolution 2469 (2019) on ferries.",
    ),
)

# Aspect -> why its change matters, then two cues of it, the more binding first.
_ASPECTS = {
    Aspect.POLARITY: ("Support and opposition, or a negation, decide what is said at all.", "oppose", "support"),
    Aspect.FORCE: ("The verb of the act says how hard the issuers press or bind themselves.", "urge", "call on"),
    Aspect.OUTCOME: ("The verb of the result says how much is to be achieved.", "eliminate", "reduce"),
    Aspect.CONDITION: ("A hedge or condition gives a way out.", "without exception", "as appropriate"),
    Aspect.QUANTITY: ("An amount is what is counted afterwards.", "at least 50 ferries", "up to 50 ferries"),
    Aspect.DEADLINE: ("Without its date a promise is kept whenever it suits.", "within 30 days", "within 90 days"),
    Aspect.ACTOR: ("It says who is bound or who speaks.", "all members", "some members"),
    Aspect.ADDRESSEE: ("It says who is asked.", "all States", "interested States"),
    Aspect.ENTITY: ("To be named or not is often the point of a list.", "barges, ferries and tugs", "ferries and tugs"),
    Aspect.SCOPE: ("It says how much is covered.", "all forms of smuggling", "smuggling in the strait"),
    Aspect.FOLLOWUP: ("A report or review is how a promise is checked.", "to report annually", "to inform"),
    Aspect.REFERENCE: ("A cited text brings its obligations along.", "the charter of 1998", "the charter of 1974"),
    Aspect.SECTION: ("What moves to the preamble no longer acts.", "Requests", "Recalling the request"),
    Aspect.TERM: ("A loaded word takes sides where its twin does not.", "interim government", "de facto authorities"),
}
_CHANGES = {
    "weaker": "binds or presses less than it did",
    "stronger": "binds or presses more than it did",
    "changed": "differs in substance without a direction",
    "removed": "had words that are gone",
    "added": "has words that were not there",
}
# Each change and one that it must not be taken for.
_UNLIKE = {"weaker": "stronger", "stronger": "weaker", "changed": "weaker", "removed": "added", "added": "removed"}


def _aspect(aspect: Aspect, change: str) -> Rule:
    reason, more, less = _ASPECTS[aspect]
    cues = {
        "weaker": {"old": more, "new": less, "direction": "weaker"},
        "stronger": {"old": less, "new": more, "direction": "stronger"},
        "changed": {"old": more, "new": less, "direction": "changed"},
        "removed": {"old": more, "new": "", "direction": "weaker"},
        "added": {"old": "", "new": more, "direction": "stronger"},
    }
    return Rule(
        id=f"{aspect.value}-{change}",
        group=Group.COMMITMENT,
        severity=None,
        demands=f"no clause's {aspect.value} {_CHANGES[change]}",
        reason=reason,
        passes={"aspect": aspect.value, **cues[_UNLIKE[change]]},
        fails={"aspect": aspect.value, **cues[change]},
    )


ASPECT_RULES = tuple(_aspect(aspect, change) for aspect in Aspect for change in _CHANGES)


def rules_of(effect: Effect) -> tuple[str, ...]:
    """Return the aspect rules that an effect breaks: by direction, and by words gone or come."""
    names = [f"{effect.aspect.value}-{effect.direction.value}"]
    if effect.old is None or not effect.old.text:
        names.append(f"{effect.aspect.value}-added")
    if effect.new is None or not effect.new.text:
        names.append(f"{effect.aspect.value}-removed")
    return tuple(names)
