"""An invented pair of statements whose comparison holds every relation and every verdict, for tests of the views."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from stmtdiff.model import (
    Aspect,
    Clause,
    ClauseKind,
    Comparable,
    Comparison,
    Cue,
    Direction,
    Edit,
    Effect,
    Instrument,
    Link,
    MatchedBy,
    Omission,
    Op,
    Rejected,
    Relation,
    Source,
    Statement,
    Status,
    TextStatus,
    Verdict,
)
from stmtdiff.words import word_edits

HEADING, PREAMBULAR, OPERATIVE, ATTRIBUTED = (
    *(ClauseKind.HEADING, ClauseKind.PREAMBULAR),
    *(ClauseKind.OPERATIVE, ClauseKind.ATTRIBUTED),
)

_OLD = (
    Clause(id="h1", kind=HEADING, text="The lake"),
    Clause(id="p1", kind=PREAMBULAR, text="Recalling their meeting of last spring,"),
    Clause(id="o1", number="1", kind=OPERATIVE, text="The ministers welcome the hospitality of the port of Alder."),
    Clause(
        id="o2",
        number="2",
        kind=OPERATIVE,
        text="The ministers urge all shore states to publish the water levels every month.",
    ),
    Clause(
        id="o3",
        number="3",
        kind=OPERATIVE,
        text="They will close the old ferry dock by June, subject to funds, and will count the herons.",
    ),
    Clause(id="o4", number="4", kind=OPERATIVE, text="They request the Lake Commission:"),
    Clause(id="o4a", number="(a)", kind=OPERATIVE, parent="o4", text="to repair the northern lock;"),
    Clause(id="o4b", number="(b)", kind=OPERATIVE, parent="o4", text="to report on the southern lock."),
    Clause(id="h2", kind=HEADING, text="Trade and fishing"),
    Clause(id="o5", number="5", kind=OPERATIVE, text="They support a common toll for barges."),
    Clause(id="o6", number="6", kind=OPERATIVE, text="They thank the pilots, the harbour masters and the tide office."),
    Clause(id="o7", number="7", kind=OPERATIVE, text="They commit to a ban on drift nets from next year."),
    Clause(id="o8", number="8", kind=OPERATIVE, text="They note the survey of eels. They ask that it be repeated."),
    Clause(id="o9", number="9", kind=OPERATIVE, text="They agree to share their charts of the western shallows."),
    Clause(id="o10", number="10", kind=OPERATIVE, text="They remain seized of the matter."),
)
_NEW = (
    Clause(id="h1", kind=HEADING, text="The lake"),
    Clause(id="p1", kind=PREAMBULAR, text="Recalling their meeting of last spring,"),
    Clause(id="o1", number="1", kind=OPERATIVE, text="The ministers welcome the hospitality of the port of Alder."),
    Clause(
        id="o2",
        number="2",
        kind=OPERATIVE,
        text="The ministers call on the shore states to publish the water levels every month.",
    ),
    Clause(
        id="o3",
        number="3",
        kind=OPERATIVE,
        text="They will close the old ferry dock by December and will count the herons.",
    ),
    Clause(id="o4", number="4", kind=OPERATIVE, text="They request the Lake Commission:"),
    Clause(id="o4a", number="(a)", kind=OPERATIVE, parent="o4", text="to repair the northern lock;"),
    Clause(id="o4b", number="(b)", kind=OPERATIVE, parent="o4", text="to report by May on the southern lock."),
    Clause(id="n1", number="5", kind=OPERATIVE, text="They establish a joint panel on mooring fees."),
    Clause(id="h2", kind=HEADING, text="Trade and fishing"),
    Clause(id="o10", number="6", kind=OPERATIVE, text="They remain seized of the matter."),
    Clause(id="o5", number="7", kind=OPERATIVE, text="They oppose a common toll for barges."),
    Clause(id="o6", number="8", kind=OPERATIVE, text="They thank pilots, harbour-masters and the tide office."),
    Clause(id="o8", number="9", kind=OPERATIVE, text="They note the survey of eels."),
    Clause(id="n2", number="10", kind=OPERATIVE, text="They ask that the survey be repeated yearly."),
    Clause(
        id="n3",
        kind=ATTRIBUTED,
        speaker="Birchland",
        text="Birchland said that its own survey had counted twice as many.",
    ),
    Clause(id="o9", number="11", kind=OPERATIVE, text="They agree to share their charts of the western shallows."),
)


def old_statement() -> Statement:
    return Statement(
        id="lake/2031-04-02",
        title="Joint statement of the second meeting of the shore states",
        date="2031-04-02",
        place="Alder",
        parties=("CN", "IR", "PK"),
        instrument=Instrument.JOINT_STATEMENT,
        status=Status.ADOPTED,
        language="en",
        text_status=TextStatus.VERBATIM,
        source=Source(publisher="Lake Gazette", url="https://lake.example/2"),
        clauses=_OLD,
    )


def new_statement() -> Statement:
    return replace(
        old_statement(),
        id="lake/2032-05-11",
        title="Joint statement of the third meeting of the shore states",
        date="2032-05-11",
        place="Birch Point",
        parties=("CN", "IR", "RU"),
        source=Source(publisher="Lake Gazette", url="https://lake.example/3"),
        notes=("The order of the last two points is not certain.",),
        omitted=(Omission(text="Share this page", reason="page furniture"),),
        clauses=_NEW,
    )


def cue(side: Sequence[Clause], clause: str, text: str) -> Cue:
    start = next(each.text for each in side if each.id == clause).index(text)
    return Cue(clause=clause, text=text, start=start, end=start + len(text))


def effect(
    clause: str, aspect: Aspect, direction: Direction, old: str, new: str, why: str, *, disputed: bool = False
) -> Effect:
    return Effect(
        aspect=aspect,
        direction=direction,
        rule=f"{aspect}-example",
        why=why,
        disputed=disputed,
        old=cue(_OLD, clause, old) if old else None,
        new=cue(_NEW, clause, new) if new else None,
    )


def link(
    old: str,
    new: str,
    relation: Relation = Relation.SAME,
    verdict: Verdict = Verdict.NONE,
    effects: tuple[Effect, ...] = (),
    *,
    moved: bool = False,
    rejected: Rejected | None = None,
    lapsed: str | None = None,
) -> Link:
    before = "\n".join(each.text for each in _OLD if each.id in old.split())
    after = "\n".join(each.text for each in _NEW if each.id in new.split())
    alone = not old or not new
    return Link(
        old=tuple(old.split()),
        new=tuple(new.split()),
        relation=relation,
        matched_by=MatchedBy.NONE if alone else MatchedBy.EXACT if relation is Relation.SAME else MatchedBy.SIMILARITY,
        similarity=0.0 if alone else 1.0 if relation is Relation.SAME else 0.81,
        moved=moved,
        verdict=verdict,
        effects=effects,
        edits=word_edits(before, after),
        rejected=rejected,
        lapsed=lapsed,
    )


def specimen() -> Comparison:
    """Every relation and every verdict once."""
    a, d = Aspect, Direction
    weaker = effect("o2", a.FORCE, d.WEAKER, "urge", "call on", "DEMAND 5 (urge) -> 4 (call on)", disputed=True)
    narrower = effect("o2", a.ADDRESSEE, d.WEAKER, "all shore states", "the shore states", "fewer are asked")
    later = effect("o3", a.DEADLINE, d.WEAKER, "by June", "by December", "a later deadline of an obligation")
    freer = effect("o3", a.CONDITION, d.STRONGER, "subject to funds", "", "a condition went")
    due = effect("o4b", a.FOLLOWUP, d.STRONGER, "", "by May", "a report with a date")
    turned = effect("o5", a.POLARITY, d.CHANGED, "support", "oppose", "the opposite stance")
    asked = Rejected(clause="n3", similarity=0.29, why="below 0.32")
    return Comparison(
        old=old_statement(),
        new=new_statement(),
        comparable=Comparable(verdicts=True),
        links=(
            link("h1", "h1"),
            link("p1", "p1"),
            link("o1", "o1"),
            link("o2", "o2", Relation.EDITED, Verdict.WEAKER, (weaker, narrower)),
            link("o3", "o3", Relation.EDITED, Verdict.MIXED, (later, freer)),
            link("o4", "o4"),
            link("o4a", "o4a"),
            link("o4b", "o4b", Relation.EDITED, Verdict.STRONGER, (due,)),
            link("", "n1", Relation.ADDED, Verdict.INTRODUCED),
            link("h2", "h2"),
            link("o10", "o10", moved=True),
            link("o5", "o5", Relation.EDITED, Verdict.REVERSED, (turned,)),
            link("o6", "o6", Relation.EDITED),
            link("o7", "", Relation.REMOVED, Verdict.DROPPED, rejected=asked, lapsed="the ban began in 2032"),
            link("o8", "o8 n2", Relation.SPLIT, Verdict.CHANGED),
            link("", "n3", Relation.ADDED, Verdict.CHANGED),
            link("o9", "o9"),
        ),
    )


def identical(clauses: Sequence[Clause] = _OLD) -> Comparison:
    """A statement against itself."""
    statement = replace(old_statement(), clauses=tuple(clauses))
    return Comparison(
        old=statement,
        new=statement,
        comparable=Comparable(verdicts=True),
        links=tuple(replace(link(each.id, each.id), edits=word_edits(each.text, each.text)) for each in clauses),
    )


def pair(old: str, new: str, language: str) -> Comparison:
    """Two statements of one clause each, in a language whose verdicts are withheld."""
    sides = [
        replace(
            old_statement(),
            language=language,
            clauses=(Clause(id="o1", number="1", kind=OPERATIVE, text=text),),
            title=text,
        )
        for text in (old, new)
    ]
    edits: tuple[Edit, ...] = word_edits(old, new)
    only = Link(
        old=("o1",),
        new=("o1",),
        relation=Relation.EDITED,
        matched_by=MatchedBy.NUMBER,
        similarity=0.7,
        edits=edits,
    )
    reason = f"no rules for the language {language}"
    return Comparison(old=sides[0], new=sides[1], comparable=Comparable(verdicts=False, notes=(reason,)), links=(only,))


def struck(edits: Sequence[Edit]) -> list[str]:
    return [text for op, text in edits if op is Op.STRIKE]
