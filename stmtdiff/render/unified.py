"""A comparison in the shape of `git diff`: numbered clauses with - and +, and under each change what it does."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

from stmtdiff.model import ALARMS, Comparison, Link, Relation, Statement, Verdict
from stmtdiff.render.plain import clause_lines, header_lines
from stmtdiff.render.terminal.columns import clean, clean_line
from stmtdiff.render.terminal.paint import Style, paint, verdict_style
from stmtdiff.render.wording import cautions, evidence, summary

_NOWHERE = "/dev/null"
_CODES = {"-": "31", "+": "32"}


def render(comparison: Comparison, names: tuple[str, str], *, colour: bool = False) -> str:
    """Return every change with the clause before and after it; ``names`` are the paths of the two sides."""
    lines = [*_names(names, colour=colour), _hunk(clean_line(summary(comparison)), colour=colour)]
    lines += [f" ! {clean_line(note)}" for note in cautions(comparison)]
    lines += _header(comparison, colour=colour)
    links = comparison.links
    changed = [_is_change(link) for link in links]
    shown_until = -1
    for at, link in enumerate(links):
        near = changed[at] or any(changed[max(0, at - 1) : at + 2])
        if not near:
            continue
        if at > shown_until + 1 > 0:
            lines.append(_hunk("", colour=colour))
        shown_until = at
        lines += _change(link, comparison, colour=colour) if changed[at] else _context(link, comparison.new)
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


def _change(link: Link, comparison: Comparison, *, colour: bool) -> Iterator[str]:
    sides = ((comparison.old, link.old, "-"), (comparison.new, link.new, "+"))
    if link.relation is Relation.SAME:
        yield from _context(link, comparison.new)
    else:
        for statement, ids, sign in sides:
            yield from (_signed(line, sign, colour=colour) for line in _of(statement, ids))
    word = _word(link, judged=comparison.comparable.verdicts)
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


def _context(link: Link, new: Statement) -> Iterator[str]:
    yield from (f" {line}" for line in _of(new, link.new))


def _of(statement: Statement, ids: tuple[str, ...]) -> Iterator[str]:
    lines = clause_lines(statement)
    return (line for each in ids for line in lines[each])


def _is_change(link: Link) -> bool:
    return link.relation is not Relation.SAME or link.moved or link.verdict is not Verdict.NONE


def _signed(line: str, sign: str, *, colour: bool) -> str:
    """Write a line in git's own colours; nothing is crossed out here, for the sign says it."""
    code = _CODES.get(sign) if colour else None
    return f"\x1b[{code}m{sign}{line}\x1b[0m" if code else f"{sign}{line}"
