"""The pipeline in order: two statements -> links -> word edits -> effects and verdicts -> one comparison.

Read this file first. Each stage is one module and hands records on; nothing here knows a rule or an output.
"""

from __future__ import annotations

try:
    from _blake2 import blake2b  # the digest alone: hashlib loads OpenSSL, a fifth of the interpreter's own start
except ImportError:
    from hashlib import blake2b

from stmtdiff.align import DEFAULT_BUDGET, align
from stmtdiff.judge import Judgement, comparable, judge
from stmtdiff.model import Clause, Comparison, Edit, Link, Op, Relation, Statement, Verdict
from stmtdiff.words import word_edits


def compare(old: Statement, new: Statement, *, budget: int = DEFAULT_BUDGET) -> Comparison:
    """Compare two statements clause by clause; ``budget`` bounds the search for links.

    Every clause is in exactly one link. Where the texts allow no verdict, links and wording are still shown and
    ``comparable`` says why.
    """
    allowed = comparable(old, new)
    alignment = align(old.clauses, new.clauses, budget=budget)
    sides = {clause.id: clause for clause in old.clauses}, {clause.id: clause for clause in new.clauses}
    links = [_changed(link, *_clauses_of(link, *sides), old, new, judged=allowed.verdicts) for link in alignment.links]
    return Comparison(old=old, new=new, comparable=allowed, links=tuple(links), not_searched=alignment.not_searched)


def _clauses_of(
    link: Link, old: dict[str, Clause], new: dict[str, Clause]
) -> tuple[tuple[Clause, ...], tuple[Clause, ...]]:
    return tuple([old[each] for each in link.old]), tuple([new[each] for each in link.new])


_SILENT = Judgement(effects=(), verdict=Verdict.NONE, lapsed=None)


def _changed(
    link: Link,
    old: tuple[Clause, ...],
    new: tuple[Clause, ...],
    old_statement: Statement,
    new_statement: Statement,
    *,
    judged: bool,
) -> Link:
    """Fill in what the change of one link is and does."""
    edits = _edits(old, new)
    if link.relation is Relation.SAME or not judged:
        judgement = _SILENT
    else:
        judgement = judge(link, old, new, edits, old_statement=old_statement, new_statement=new_statement)
    return Link(  # written out: dataclasses.replace takes three times as long
        old=link.old,
        new=link.new,
        relation=link.relation,
        matched_by=link.matched_by,
        similarity=link.similarity,
        moved=link.moved,
        rejected=link.rejected,
        edits=edits,
        effects=judgement.effects,
        verdict=judgement.verdict,
        lapsed=judgement.lapsed,
        fingerprint=_fingerprint(link, judgement),
    )


def _edits(old: tuple[Clause, ...], new: tuple[Clause, ...]) -> tuple[Edit, ...]:
    before, after = _text(old), _text(new)
    if before == after:
        return ((Op.KEEP, before),)
    if not old:
        return ((Op.INSERT, after),)
    return word_edits(before, after) if new else ((Op.STRIKE, before),)


def _text(clauses: tuple[Clause, ...]) -> str:
    return clauses[0].text if len(clauses) == 1 else "\n".join([clause.text for clause in clauses])


def _fingerprint(link: Link, judgement: Judgement) -> str:
    """Twelve hex digits over what changed: clause ids, verdict, rules and cues; no prose, no positions."""
    parts = [*sorted(link.old), ">", *sorted(link.new), judgement.verdict.value]
    for effect in judgement.effects:
        cues = (cue.text if cue else "" for cue in (effect.old, effect.new))
        parts += [effect.rule, effect.direction.value, *cues]
    return blake2b("\0".join(parts).encode(), digest_size=6).hexdigest()
