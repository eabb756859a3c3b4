"""What a change of wording does to a commitment: a link and the readings of its clauses -> effects and a verdict."""

from __future__ import annotations

from typing import NamedTuple

from stmtdiff.judge.acts import judge_acts
from stmtdiff.judge.amounts import judge_amounts
from stmtdiff.judge.citations import judge_followup, judge_references
from stmtdiff.judge.content import judge_content
from stmtdiff.judge.context import Context
from stmtdiff.judge.documents import comparable, is_central_bank, year_of
from stmtdiff.judge.names import judge_names
from stmtdiff.judge.narrative import judge_assessment
from stmtdiff.judge.onesided import lapsed, one_sided_verdict
from stmtdiff.judge.outcomes import judge_outcomes
from stmtdiff.judge.pairing import read_pair
from stmtdiff.judge.parties import judge_actor, judge_addressee, judge_section
from stmtdiff.judge.places import Places
from stmtdiff.judge.polarity import judge_polarity
from stmtdiff.judge.presence import judge_presence
from stmtdiff.judge.quick import plain_exchanges
from stmtdiff.judge.settle import hedges_with_firmer_acts, undirected, verdict_of, without_doubles
from stmtdiff.judge.terms import judge_terms
from stmtdiff.judge.times import judge_times
from stmtdiff.judge.trivial import telling
from stmtdiff.language.lexicon import load
from stmtdiff.model import Clause, ClauseKind, Edit, Effect, Link, Statement, Verdict

__all__ = ["Judgement", "comparable", "judge"]


class Judgement(NamedTuple):
    """What a link's change of wording does; ``lapsed`` says why a dropped clause had run out."""

    effects: tuple[Effect, ...]
    verdict: Verdict
    lapsed: str | None


# In the order of the evidence: what an earlier step explains, a later one leaves alone. Each with the kinds of marks that call for it.
_IN_ORDER = (
    (judge_polarity, frozenset({"act", "outcome", "assessment", "qualifier", "modal"})),
    (judge_terms, None),
    (judge_addressee, frozenset({"party", "act", "name"})),
    (judge_actor, frozenset({"party"})),
    (judge_acts, frozenset({"act", "modal", "qualifier"})),
    (judge_presence, frozenset({"qualifier"})),
    (judge_outcomes, frozenset({"outcome"})),
    (judge_amounts, frozenset({"quantity"})),
    (judge_times, frozenset({"time", "modal"})),
    (judge_references, frozenset({"reference"})),
    (judge_followup, frozenset({"reference"})),
    (judge_names, None),
    (judge_content, None),
)
_AFTER_A_MOVE = frozenset(
    {judge_polarity, judge_outcomes, judge_presence, judge_amounts, judge_times, judge_references}
)
_DIRECTED = frozenset({ClauseKind.OPERATIVE, ClauseKind.PREAMBULAR})


def judge(
    link: Link,
    old: tuple[Clause, ...],
    new: tuple[Clause, ...],
    edits: tuple[Edit, ...],
    *,
    old_statement: Statement,
    new_statement: Statement,
) -> Judgement:
    """Judge one link whose wording differs."""
    if not old or not new:
        verdict = one_sided_verdict(old or new, added=not old)
        return Judgement((), verdict, lapsed(old, old_statement, new_statement) if verdict is Verdict.DROPPED else None)
    lexicon = load(new_statement.language)
    if lexicon is None:
        return Judgement((), Verdict.NONE, None)
    directed = any(clause.kind in _DIRECTED for clause in (*old, *new))
    central = is_central_bank(new_statement)
    if len(old) == len(new) == 1 and not _other_part(old, new):
        effects = plain_exchanges(old[0], new[0], edits, lexicon, directed=directed, central=central)
        if effects is not None:
            told = without_doubles(effects)
            return Judgement(told, verdict_of(told), None)
    pair = telling(read_pair(_joined(old), _joined(new), edits, lexicon), lexicon)
    if not pair.hunks and not _other_part(old, new):
        return Judgement((), Verdict.NONE, None)
    context = Context(
        pair,
        lexicon,
        (Places(old, pair.old), Places(new, pair.new)),
        (year_of(old_statement.date), year_of(new_statement.date)),
        central=central,
    )
    if directed:
        _run(context, moved=judge_section(context, old, new))
    else:
        judge_assessment(context)
    effects = without_doubles(hedges_with_firmer_acts(context.effects) if directed else undirected(context.effects))
    return Judgement(effects, verdict_of(effects), None)


def _run(context: Context, *, moved: bool) -> None:
    """Take the steps that the changed marks call for; after a move between parts, only those that still mean something."""
    kinds = {mark.kind for marks in (context.old.marks, context.new.marks) for mark in marks}
    for step, called_by in _IN_ORDER:
        if (called_by is None or not kinds.isdisjoint(called_by)) and (not moved or step in _AFTER_A_MOVE):
            step(context)


def _joined(clauses: tuple[Clause, ...]) -> str:
    return clauses[0].text if len(clauses) == 1 else "\n".join(clause.text for clause in clauses)


def _other_part(old: tuple[Clause, ...], new: tuple[Clause, ...]) -> bool:
    """Say whether the text moved between the preamble and the rest."""
    return (old[0].kind is ClauseKind.PREAMBULAR) != (new[0].kind is ClauseKind.PREAMBULAR)
