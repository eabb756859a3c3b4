"""Red lines: wording that the configuration watches, against what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from stmtdiff.check.commitments import change_of, place_in
from stmtdiff.check.finding import Finding, Group, fingerprint
from stmtdiff.check.severity import Scale, applies
from stmtdiff.check.subject import Subject
from stmtdiff.config import Watch
from stmtdiff.model import Comparison, Link, Relation
from stmtdiff.text import words_of

RULE = "watched-wording"


def watch_findings(subject: Subject, comparison: Comparison, against: str, scale: Scale) -> Iterator[Finding]:
    """Yield a finding for every watched wording of the old statement that its link does not keep."""
    severity = scale.of(RULE)
    watches = [each for each in subject.config.watches if _concerns(each, comparison)]
    if severity is None or not watches:
        return
    texts = {clause.id: clause.text for clause in comparison.old.clauses}
    now = {clause.id: clause.text for clause in comparison.new.clauses}
    near = 0
    at = {clause.id: position for position, clause in enumerate(comparison.new.clauses)}
    for link in comparison.links:
        near = max((at[each] for each in link.new), default=near)
        old, new = ("\n".join(side[each] for each in ids) for side, ids in ((texts, link.old), (now, link.new)))
        for watch in watches:
            if not _is_broken(watch, link, old, new):
                continue
            watched = watch.phrase or watch.clause or ""
            does = "goes" if not link.new or watch.phrase else "changes"
            yield Finding(
                rule=RULE,
                severity=severity,
                group=Group.INTEGRITY,
                what=f"watched wording {does} against {against}: {watched!r} ({watch.reason})",
                place=place_in(subject, link, near),
                fingerprint=fingerprint(RULE, subject.name, watched, *sorted(link.old)),
                statement=subject.name,
                rules=(RULE,),
                change=change_of(link, comparison, against),
            )


def _concerns(watch: Watch, comparison: Comparison) -> bool:
    """Tell whether a watch is for one of the two statements; series and parties are those of the new one."""
    new = comparison.new
    if watch.statement and watch.statement not in {comparison.old.id, new.id}:
        return False
    return applies(watch.series, watch.party, new.id.rpartition("/")[0], new.parties)


def _is_broken(watch: Watch, link: Link, old: str, new: str) -> bool:
    if watch.clause:
        return watch.clause in link.old and link.relation is not Relation.SAME
    phrase = watch.phrase or ""
    return _count(phrase, old) > _count(phrase, new)


def _count(phrase: str, text: str) -> int:
    """Count how often words stand in a row in a text, marks and case aside."""
    wanted, words = words_of(phrase), words_of(text)
    return sum(words[at : at + len(wanted)] == wanted for at in range(len(words) - len(wanted) + 1))
