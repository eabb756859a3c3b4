"""The matrix of a series on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from stmtdiff.render.history.matrix import entries_of, label_of, outcome
from stmtdiff.render.terminal.columns import clip, pad
from stmtdiff.series import History
from stmtdiff.text import fits_screen

_NARROW, _WIDE = 4, 14  # columns of a cell: the mark alone, the mark with its word
_LABEL = 30
_DATED = 17  # a number, a date, and the space between


def render(history: History, *, width: int) -> str:
    """Return the commitments down and the statements across, as wide as fits."""
    cell = _WIDE if width - len(history.statements) * _WIDE >= _LABEL else _NARROW
    room = max(_LABEL, width - len(history.statements) * cell - 1)
    return "\n".join([*_head(history, width), "", *_table(history, room, cell), "", _legend(), ""])


def _head(history: History, width: int) -> Iterator[str]:
    """Name the statements; where all have one title, it is said once."""
    yield fits_screen(f"{history.name}: {outcome(history)}")
    titles = {" ".join(statement.title.split()) for statement in history.statements}
    if len(titles) == 1 < len(history.statements):
        yield fits_screen(titles.pop())
        dates = [f"{at:>3}  {statement.date:10}" for at, statement in enumerate(history.statements, 1)]
        a_line = max(1, width // _DATED)
        yield from ("  ".join(dates[at : at + a_line]).rstrip() for at in range(0, len(dates), a_line))
        return
    for at, statement in enumerate(history.statements, 1):
        yield fits_screen(f"{at:>3}  {statement.date}  {' '.join(statement.title.split())}")


def _table(history: History, room: int, cell: int) -> Iterator[str]:
    wide = cell == _WIDE
    heads = [each.date if wide else str(at) for at, each in enumerate(history.statements, 1)]
    yield (pad("", room) + " " + "".join(pad(head, cell) for head in heads)).rstrip()
    for row in history.commitments:
        cells = [
            "" if entry is None else f"{entry.mark} {entry.name}" if wide else entry.mark
            for entry in entries_of(history, row)
        ]
        label = pad(clip(fits_screen(label_of(row, longest=room)), room), room)
        yield f"{label} {''.join(pad(clip(each, cell - 1), cell) for each in cells)}".rstrip()


def _legend() -> str:
    return (
        "○ stands first  = unchanged  ≈ reworded only  ▲ stronger  ▼ weaker  ◆ mixed  ● changed  "
        "⇄ reversed  + introduced  − dropped  → merged"
    )
