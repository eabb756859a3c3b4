"""Word edits as runs of text that a view can set: struck, inserted or kept, with the cues of the effects in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby
from typing import Final, NamedTuple

from stmtdiff.model import Clause, Cue, Link, Op

Span = tuple[int, int]

# A document must not steer a page, a terminal or a reader: controls and overrides of direction become visible marks.
_CONTROLS = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r"} | {0x7F: 0x2421}
_OVERRIDES = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\ufffd")
_NO_CHARACTERS = dict.fromkeys([*range(0x80, 0xA0), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)], "\ufffd")
_PLAIN: Final[dict[int, int | str]] = {**_CONTROLS, **_OVERRIDES, **_NO_CHARACTERS, 0x2028: "\n", 0x2029: "\n"}


class Run(NamedTuple):
    """Some words that share one fate. ``breaks``: here a clause of a split or merged link ends and the next begins."""

    op: Op
    text: str
    old_cue: bool = False
    new_cue: bool = False
    breaks: bool = False

    @property
    def cue(self) -> bool:
        """Tell whether the words prove an effect on either side."""
        return self.old_cue or self.new_cue


def plain(text: str) -> str:
    """Make control characters and direction overrides visible; words, spaces and line feeds stay as they are."""
    return text if text.isascii() and text.isprintable() else text.translate(_PLAIN)


def cut_runs(link: Link, old: Sequence[Clause], new: Sequence[Clause]) -> tuple[Run, ...]:
    """Cut a link's edits where a cue or a clause begins or ends; the texts of the runs rebuild the edits."""
    sides = (_Side(old, [effect.old for effect in link.effects]), _Side(new, [effect.new for effect in link.effects]))
    places = [0, 0]
    runs: list[Run] = []
    for op, text in link.edits:
        taking = [side for side, other in enumerate((Op.INSERT, Op.STRIKE)) if op is not other]
        cuts = {at - places[side] for side in taking for at in sides[side].cuts}
        inner = sorted(cut for cut in cuts if 0 < cut < len(text))
        for start, end in zip([0, *inner], [*inner, len(text)], strict=True):
            old_cue, new_cue = (side in taking and sides[side].in_cue(places[side] + start) for side in (0, 1))
            breaks = any(places[side] + start in sides[side].breaks for side in taking)
            runs.append(Run(op, plain(text[start:end]), old_cue, new_cue, breaks))
        for side in taking:
            places[side] += len(text)
    return tuple(runs)


def side_of(runs: Iterable[Run], gone: Op) -> list[list[Run]]:
    """Return the runs of one side, a list a clause; ``gone`` is the op that this side does not have."""
    passages: list[list[Run]] = [[]]
    for run in runs:
        if run.op is gone:
            continue
        if run.breaks:
            passages.append([])
        else:
            passages[-1].append(run)
    return passages


def by_op(runs: Iterable[Run]) -> Iterator[tuple[Op, list[Run]]]:
    """Yield neighbours that share one fate together."""
    for op, some in groupby(runs, key=lambda run: run.op):
        yield op, list(some)


class _Side:
    """Where cues and clauses begin and end in the texts of one side, joined by line feeds."""

    def __init__(self, clauses: Sequence[Clause], cues: Iterable[Cue | None]) -> None:
        ends = list(accumulate(len(clause.text) + 1 for clause in clauses))
        starts = {clause.id: end - len(clause.text) - 1 for clause, end in zip(clauses, ends, strict=True)}
        self.breaks = {end - 1 for end in ends[:-1]}
        self.cues: list[Span] = [
            (starts[cue.clause] + cue.start, starts[cue.clause] + cue.end)
            for cue in cues
            if cue is not None and cue.clause in starts
        ]
        self.cuts = {at for span in self.cues for at in span} | {at + n for at in self.breaks for n in (0, 1)}

    def in_cue(self, place: int) -> bool:
        return any(start <= place < end for start, end in self.cues)
