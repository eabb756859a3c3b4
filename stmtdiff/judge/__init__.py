"""What a change of wording does to a commitment: a link and the readings of its clauses -> effects and a verdict."""

from __future__ import annotations

from typing import NamedTuple

from stmtdiff.judge.amounts import judge_amounts
from stmtdiff.judge.content import judge_content, judge_followup, judge_references
from stmtdiff.judge.context import Context
from stmtdiff.judge.documents import comparable, is_central_bank, year_of
from stmtdiff.judge.ladders import judge_acts, judge_outcomes
from stmtdiff.judge.narrative import judge_assessment
from stmtdiff.judge.names import judge_actor, judge_addressee, judge_names, judge_section
from stmtdiff.judge.onesided import one_sided_verdict
from stmtdiff.judge.pairing import pair_up
from stmtdiff.judge.places import Places
from stmtdiff.judge.polarity import judge_polarity, judge_terms
from stmtdiff.judge.presence import judge_presence
from stmtdiff.judge.quick import plain_exchanges
from stmtdiff.judge.settle import hedges_with_firmer_acts, undirected, verdict_of, without_doubles
from stmtdiff.judge.times import judge_times
from stmtdiff.judge.trivial import telling
from stmtdiff.language.lexicon import load
from stmtdiff.model import Clause, ClauseKind, Edit, Effect, Link, Statement, Verdict
from stmtdiff.reading.scan import scan

__all__ = ["Judgement", "comparable", "judge"]


class Judgement(NamedTuple):
    """What a link's change of wording does; ``lapsed`` says why a dropped clause had run out."""

    effects: tuple[Effect, ...]
    verdict: Verdict
    lapsed: str | None


_IN_ORDER = (judge_polarity, judge_terms, judge_addressee, judge_actor, judge_acts, judge_presence, judge_outcomes, judge_amounts, judge_times, judge_references, judge_followup, judge_names, judge_content)
_AFTER_A_MOVE = (judge_polarity, judge_outcomes, judge_presence, judge_amounts, judge_times, judge_references)
_DIRECTED = frozenset({ClauseKind.OPERATIVE, ClauseKind.PREAMBULAR})


def judge(
    link: Link, old: tuple[Clause, ...], new: tuple[Clause, ...], edits: tuple[Edit, ...], *, old_statement: Statement, new_statement: Statement
) -> Judgement:
    """Judge one link whose wording differs."""
    if not old or not new:
        return Judgement((), one_sided_verdict(old or new, added=not old), None)
    lexicon = load(new_statement.language)
    if lexicon is None:
        return Judgement((), Verdict.NONE, None)
    if len(old) == len(new) == 1:
        effects = plain_exchanges(old[0], new[0], edits, lexicon)
        if effects is not None:
            told = without_doubles(effects)
            return Judgement(told, verdict_of(told), None)
    before, after = (scan("\n".join(clause.text for clause in side), lexicon) for side in (old, new))
    pair = telling(pair_up(before, after, edits, lexicon), lexicon)
    context = Context(
        pair,
        lexicon,
        (Places(old, before), Places(new, after)),
        (year_of(old_statement.date), year_of(new_statement.date)),
        central=is_central_bank(new_statement),
    )
    directed = any(clause.kind in _DIRECTED for clause in (*old, *new))
    moved = directed and judge_section(context, old, new)
    for step in _AFTER_A_MOVE if moved else _IN_ORDER if directed else (judge_assessment,):
        step(context)
    effects = without_doubles(hedges_with_firmer_acts(context.effects) if directed else undirected(context.effects))
    return Judgement(effects, verdict_of(effects), None)
