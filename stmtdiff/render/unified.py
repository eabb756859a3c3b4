"""A comparison in the shape of `git diff`: numbered clauses with - and +, and under each change what it does."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

from stmtdiff.model import ALARMS, Comparison, Link, Relation, Verdict
from stmtdiff.render.plain import clause_lines, header_lines
from stmtdiff.render.terminal.columns import clean, clean_line
from stmtdiff.render.terminal.paint import Style, paint, verdict_style
from stmtdiff.render.wording import cautions, evidence, is_change, summary

_NOWHERE = "/dev/null"
_Lines = dict[str, list[str]]  # of each clause, by its id
_CODES = {"-": "31", "+": "32"}


def render(comparison: Comparison, names: tuple[str, str], *, colour: bool = False) -> str:
    """Return every change with the clause before and after it; ``names`` are the paths of the two sides."""
    lines = [*_names(names, colour=colour), _hunk(clean_line(summary(comparison)), colour=colour)]
    lines += [f" ! {clean_line(note)}" for note in cautions(comparison)]
    lines += _header(comparison, colour=colour)
    links = comparison.links
    clauses = clause_lines(comparison.old), clause_lines(comparison.new)
    changed = [is_change(link) for link in links]
    shown_until = -1
    for at, link in enumerate(links):
        near = changed[at] or any(changed[max(0, at - 1) : at + 2])
        if not near:
            continue
        if at > shown_until + 1 > 0:
            lines.append(_hunk("", colour=colour))
        shown_until = at
        judged = comparison.comparable.verdicts
        lines += _change(link, clauses, judged=judged, colour=colour) if changed[at] else _context(link, clauses[1])
    return "\n".join(lines) + "\n"


def render_text(old: str, new: str, names: tuple[str, str], *, colour: bool = False) -> str:
    """Return a plain unified diff, for files that are no statements."""
    body = unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=3)
    lines = [
        *_names(names, colour=colour),
        *[_signed(clean(line[1:]), line[:1], colour=colour) for line in body][2:],
    ]
    return "\n".join(lines) + "\n"


def _names(names: tuple[str, str], *, colour: bool) -> list[str]:
    shown = [
        "/dev/null" if name == _NOWHERE else f"{side}/{clean_line(name)}"
        for side, name in zip("ab", names, strict=True)
    ]
    known = [name for name in names if name != _NOWHERE]
    head = [f"diff --git a/{clean_line(known[0])} b/{clean_line(known[-1])}", f"--- {shown[0]}", f"+++ {shown[1]}"]
    return [paint(line, Style.BOLD, colour=colour) for line in head]


def _hunk(text: str, *, colour: bool) -> str:
    return paint(f"@@ {text} @@" if text else "@@ @@", Style.NEWS, colour=colour)


def _header(comparison: Comparison, *, colour: bool) -> Iterator[str]:
    old, new = header_lines(comparison.old), header_lines(comparison.new)
    if comparison.old.clauses and comparison.new.clauses:
        yield from (_signed(line, "-", colour=colour) for line in old if line not in new)
        yield from (_signed(line, "+", colour=colour) for line in new if line not in old)


def _change(link: Link, clauses: tuple[_Lines, _Lines], *, judged: bool, colour: bool) -> Iterator[str]:
    if link.relation is Relation.SAME:
        yield from _context(link, clauses[1])
    else:
        for side, ids, sign in zip(clauses, (link.old, link.new), "-+", strict=True):
            yield from (_signed(line, sign, colour=colour) for each in ids for line in side[each])
    word = _word(link, judged=judged)
    shown = paint(word, verdict_style(link.verdict), colour=colour)
    if not link.effects:
        yield f" > {shown}"
    for effect in link.effects:
        said = ". ".join(filter(None, (evidence(effect), effect.why)))
        yield f" > {shown}  {effect.aspect} {effect.direction}: {clean_line(said)} [{effect.rule}]"


def _word(link: Link, *, judged: bool) -> str:
    moved = ", moved" if link.moved else ""
    if not judged:
        return link.relation.value + moved
    if link.verdict is Verdict.NONE:
        return "moved" if link.relation is Relation.SAME else f"wording only{moved}"
    return (link.verdict.value.upper() if link.verdict in ALARMS else link.verdict.value) + moved


def _context(link: Link, new: _Lines) -> Iterator[str]:
    yield from (f" {line}" for each in link.new for line in new[each])


def _signed(line: str, sign: str, *, colour: bool) -> str:
    """Write a line in git's own colours; nothing is crossed out here, for the sign says it."""
    code = _CODES.get(sign) if colour else None
    return f"\x1b[{code}m{sign}{line}\x1b[0m" if code else f"{sign}{line}"
