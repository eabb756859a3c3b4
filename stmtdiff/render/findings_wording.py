"""What every view of a check says in the same words: the summary line, a finding's sentence, the order of weight."""

from __future__ import annotations

from collections import Counter

from stmtdiff.check.finding import Change, Coverage, Finding, Report, Severity
from stmtdiff.model import Effect
from stmtdiff.render.wording import evidence, plural

_CUT = 160
_NAMES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def summary(report: Report) -> str:
    """Say in one line what was found, what was looked at, what was skipped and why, and what the gate says."""
    parts = [_found(report), _checked(report.coverage), _compared(report)]
    if report.fixed:
        parts.append(f"rewrote {plural(len(report.fixed), 'file')}")
    return "; ".join([*filter(None, parts), _gate(report)])


def worst_first(findings: tuple[Finding, ...]) -> list[Finding]:
    """Return findings by weight, within one weight in the order of the report."""
    return sorted(findings, key=lambda finding: finding.severity.rank)


def message(finding: Finding) -> str:
    """Return the whole of a finding in one line: the sentence, the words that prove it, what to do."""
    parts = [finding.what, *(_proof(effect) for effect in _effects(finding)), *_bare(finding.change), finding.hint]
    return "; ".join(filter(None, parts))


def proofs(change: Change) -> list[str]:
    """Return one line for each effect of a change: aspect, direction, cues, why."""
    return [_proof(effect) for effect in change.effects]


def cut(text: str, most: int = _CUT) -> str:
    """Return text in one line of at most ``most`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def _effects(finding: Finding) -> tuple[Effect, ...]:
    return finding.change.effects if finding.change else ()


def _bare(change: Change | None) -> list[str]:
    """Quote the wording where no effect shows it: a clause that came or went."""
    if change is None or change.effects:
        return []
    return (
        [f'"{cut(text)}"' for text in (change.old, change.new) if text][:1] if not (change.old and change.new) else []
    )


def _proof(effect: Effect) -> str:
    disputed = " (sources order these differently)" if effect.disputed else ""
    cues = [cue.text for cue in (effect.old, effect.new) if cue]
    shown = "" if cues and all(cue in effect.why for cue in cues) else evidence(effect)
    said = "; ".join(filter(None, (shown, effect.why)))
    return f"{effect.aspect} {effect.direction}: {said}{disputed}"


def _found(report: Report) -> str:
    counts = [plural(count, _NAMES[severity]) for severity in Severity if (count := report.count(severity))]
    waived = len(report.findings) - len(report.standing)
    found = ", ".join(counts) or "no findings"
    return f"{found} ({waived} waived)" if waived else found


def _checked(coverage: Coverage) -> str:
    done = f"checked {len(coverage.checked)} of {plural(coverage.present, 'statement')}"
    return f"{done} ({coverage.rest} {coverage.why})" if coverage.rest else done


def _compared(report: Report) -> str:
    """Count the statements that were compared, with what, and those that were not, with their reasons."""
    coverage = report.coverage
    done = {statement for statement, _ in coverage.compared}
    withs = Counter(against for _, against in coverage.compared)
    parts = [f"{withs[report.base]} with {report.base}"] if report.base in withs else []
    earlier = {against: count for against, count in withs.items() if against != report.base}
    if earlier:
        name = next(iter(earlier)) if len(earlier) == 1 else "predecessors"
        parts.append(f"{sum(earlier.values())} with {name}")
    text = f"compared {len(done)}" + (f" ({', '.join(parts)})" if parts else "")
    skipped = [skip for skip in coverage.skipped if skip.what == "compared" and skip.statement not in done]
    if not skipped:
        return text
    reasons = ", ".join(dict.fromkeys(skip.why for skip in skipped))
    return f"{text}, not compared {len({skip.statement for skip in skipped})} ({reasons})"


def _gate(report: Report) -> str:
    if report.gate is None:
        return "gate never: passed"
    return f"gate {report.gate}: {'failed' if report.failed else 'passed'}"
