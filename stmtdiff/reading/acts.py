"""The acts of a clause: each with its cue, modal, status, outcome and those it is addressed to."""

from __future__ import annotations

from stmtdiff.language.lexicon import Lexicon
from stmtdiff.reading.readings import Act, Found
from stmtdiff.reading.records import Mark, Scan

_ASKING = frozenset({"DEMAND", "MANDATE"})
_LADDERS = frozenset({"OUTCOME_DO", "OUTCOME_END"})
_SOFT = 2  # rungs of OUTCOME_DO that only lead to a deed
_TARGET, _ADDRESSEE = 12, 9  # words
_BESIDE = 2  # words between an act and its "not"


def acts_of(scan: Scan, lexicon: Lexicon, *, attributed: bool) -> tuple[Act, ...]:
    """Return every act of a text in order; each reaches to the next."""
    marks = [mark for mark in scan.marks if mark.kind == "act"] or _rules(scan)
    ends = [mark.first for mark in marks[1:]] + [len(scan.words)] * bool(marks)
    speech = next((mark.first for mark in scan.marks if mark.table == "attribution"), len(scan.words))
    return tuple(
        _act(scan, mark, end, lexicon, attributed=attributed or mark.first > speech)
        for mark, end in zip(marks, ends, strict=True)
    )


def _rules(scan: Scan) -> list[Mark]:
    """Return the modal of a text that has no other act: "States shall report", not "the pilots will arrive"."""
    return [mark for mark in scan.marks if mark.table == "MODAL" and mark.rung != _FORETELLS][:1]


_FORETELLS = 4  # the rung of "will" where the issuers do not speak of themselves


def _act(scan: Scan, mark: Mark, end: int, lexicon: Lexicon, *, attributed: bool) -> Act:
    inside = [other for other in scan.marks if mark.last <= other.first < end]
    deeds = [other for other in inside if other.table in _LADDERS]
    softener = deeds[0] if len(deeds) > 1 and deeds[0].table == "OUTCOME_DO" and deeds[0].rung <= _SOFT else None
    outcome = deeds[1] if softener else deeds[0] if deeds else None
    modal = next(
        (other for other in inside if other.table == "MODAL" and (outcome is None or other.first < outcome.first)), None
    )
    negative = any(
        other.table == "negation" and mark.first - _BESIDE <= other.first < mark.last + _BESIDE for other in scan.marks
    )
    return Act(
        family=mark.table,
        rung=mark.rung,
        level=lexicon.rung_name(mark.table, mark.rung),
        status="attributed" if attributed else _status(scan, mark, lexicon),
        polarity="negative" if negative else "positive",
        cue=found(scan, mark, "act"),
        modal=found(scan, modal, "modal") if modal else None,
        softener=_deed(scan, softener, lexicon) if softener else None,
        outcome=_deed(scan, outcome, lexicon) if outcome else None,
        target=_target(scan, outcome or mark, end, lexicon),
        addressees=_addressees(scan, mark, end, lexicon) if mark.table in _ASKING else (),
    )


def found(scan: Scan, mark: Mark, what: str, *more: tuple[str, object]) -> Found:
    """Return a mark as a reader sees it."""
    return Found(what, scan.text[mark.start : mark.end], mark.start, mark.end, more)


def _deed(scan: Scan, mark: Mark, lexicon: Lexicon) -> Found:
    return found(scan, mark, mark.table, ("rung", mark.rung), ("level", lexicon.rung_name(mark.table, mark.rung)))


def _status(scan: Scan, mark: Mark, lexicon: Lexicon) -> str:
    """Say whether an act is performed, or an old one is brought up or carried on."""
    if mark.table == "RESTATE":
        return "new"
    around = scan.words[max(0, mark.first - 2) : mark.last]
    restating = [
        lexicon.words["restating"][lexicon.lemma(word)]
        for word in around
        if lexicon.lemma(word) in lexicon.words["restating"]
    ]
    if restating:
        return "recalled" if min(restating) == 1 else "reaffirmed"
    return "continued" if not lexicon.grammar["going_on"].isdisjoint(around) else "new"


def _target(scan: Scan, after: Mark, end: int, lexicon: Lexicon) -> Found | None:
    """Return what the deed is done to: the words up to the next break."""
    last = after.last
    while last < min(end, after.last + _TARGET) and scan.words[last] not in lexicon.grammar["ends"]:
        last += 1
    while last > after.last and scan.words[last - 1] in lexicon.function:
        last -= 1
    if last <= after.last:
        return None
    return Found("target", scan.shown(after.last, last), scan.starts[after.last], scan.end_of(last - 1))


def _addressees(scan: Scan, act: Mark, end: int, lexicon: Lexicon) -> tuple[Found, ...]:
    """Return who is asked: the words between the act and "to"."""
    until = lexicon.grammar["asked_until"]
    last = act.last
    while last < min(end, act.last + _ADDRESSEE) and scan.words[last] not in until:
        last += 1
    if last == act.last or last >= len(scan.words) or scan.words[last] not in until - lexicon.grammar["ends"]:
        return ()
    return (Found("addressee", scan.shown(act.last, last), scan.starts[act.last], scan.end_of(last - 1)),)
