"""The check as Markdown for a comment on a pull request or a job summary; empty where there is nothing to say."""

from __future__ import annotations

import re

from stmtdiff.check.finding import Change, Finding, Place, Report, Severity
from stmtdiff.model import Edit, Op
from stmtdiff.render.findings_wording import proofs, summary, worst_first

# A comment can be found again by its first line, and be updated in place of a second one.
MARKER = "<!-- stmtdiff check -->"
_COMMENT_LIMIT = 60_000
_TITLES = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.INFO: "Notes"}
_SPECIAL = re.compile(r"([\\`*_\[\]|~])")
_LINE_START = re.compile(r"^([#+>-]|\d+(?=[.)]))")  # a heading, an item, a quotation
_MENTION = re.compile(r"([@#])(?=\w)")


def render(report: Report) -> str:
    """Return a comment, or nothing where no finding stands."""
    return f"{MARKER}\n{page(report, limit=_COMMENT_LIMIT)}" if report.standing else ""


def page(report: Report, *, limit: int) -> str:
    """Return the line that sums up and every finding that stands, worst first, in at most ``limit`` characters."""
    parts = [f"**stmtdiff check:** {escaped(summary(report))}\n"]
    room = limit - len(parts[0])
    findings = worst_first(report.standing)
    heading = None
    for number, finding in enumerate(findings):
        block = _finding(finding)
        if finding.severity is not heading:
            heading = finding.severity
            block = f"\n### {_TITLES[heading]}\n\n{block}"
        room -= len(block)
        if room < 200:  # noqa: PLR2004 - room for the sentence that says so
            parts.append(f"\n{len(findings) - number} more findings do not fit here.\n")
            break
        parts.append(block)
    return "".join(parts)


def escaped(text: str) -> str:
    """Return words of a document as Markdown shows them: no markup, no HTML, nobody mentioned."""
    plain = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;")
    return _MENTION.sub(r"\1<!-- -->", _LINE_START.sub(_shielded, _SPECIAL.sub(r"\\\1", plain)))


def _shielded(match: re.Match[str]) -> str:
    """Put the backslash before the mark: before the full stop of a number, which ``<!-- -->`` keeps apart."""
    return f"{match[1]}<!-- -->" if match[1].isdigit() else f"\\{match[1]}"


def _finding(finding: Finding) -> str:
    lines = [f"- {_where(finding.place)}: {escaped(finding.what)} (`{finding.rule}` `{finding.fingerprint}`)"]
    if finding.change:
        lines += _evidence(finding.change)
    if finding.hint:
        lines.append(f"  {escaped(finding.hint)}")
    return "  \n".join(lines) + "\n"


def _evidence(change: Change) -> list[str]:
    return [f"  > {_marked(change.edits)}", *(f"  > {escaped(proof)}" for proof in proofs(change))]


def _marked(edits: tuple[Edit, ...]) -> str:
    """Write edits with struck and inserted words, which GitHub and GitLab both show."""
    tags = {Op.KEEP: ("", ""), Op.STRIKE: ("<del>", "</del>"), Op.INSERT: ("<ins>", "</ins>")}
    return "".join(_tagged(text, *tags[op]) for op, text in edits)


def _tagged(text: str, opening: str, closing: str) -> str:
    """Keep the spaces at the ends outside of the tags, where words would grow together otherwise."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    inside = escaped(text)
    return f"{before}{opening}{inside}{closing}{after}" if inside else before


def _where(place: Place) -> str:
    return f"`{place.path.replace('`', '')}` line {place.line}"
