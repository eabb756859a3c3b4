"""Word edits between two wordings of a clause.

Where words were exchanged one for one, that is all (``exchange``). Else words settle most of it: what both ends share,
then every word that stands once on each side, holds the two texts together (``match``). diff-match-patch decides the
stretches between (``engine``). The last step is for the reader: edits begin and end where a person would put the
pencil (``neat``).
"""

from __future__ import annotations

from stmtdiff.model import Edit, Op
from stmtdiff.words.exchange import exchanges
from stmtdiff.words.kept import kept_stretches
from stmtdiff.words.match import Block
from stmtdiff.words.neat import Change, fold_islands, set_spaces_apart, slide_back

__all__ = ["word_edits"]

_OTHER_SIDE = {Op.KEEP: Op.KEEP, Op.STRIKE: Op.INSERT, Op.INSERT: Op.STRIKE}


def word_edits(old: str, new: str) -> tuple[Edit, ...]:
    """Return the pieces kept, struck and inserted; swapping the texts swaps strikes and insertions, nothing else.

    Kept and struck pieces rebuild ``old``, kept and inserted ones ``new``. No piece is empty, no two neighbours do the
    same, and what is struck comes before what takes its place.
    """
    if old == new:
        return ((Op.KEEP, old),) if old else ()
    if found := exchanges(old, new):
        return _pieces(*found)
    if (len(old), old) > (len(new), new):
        return _mirror(_pieces(*between(new, old, kept_stretches(new, old))))
    return _pieces(*between(old, new, kept_stretches(old, new)))


def _mirror(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """Swap the sides, keeping what is struck before what is inserted."""
    swapped: list[Edit] = []
    for op, text in edits:
        at = len(swapped)
        if op is Op.INSERT and swapped and swapped[-1][0] is Op.INSERT:
            at -= 1
        swapped.insert(at, (_OTHER_SIDE[op], text))
    return tuple(swapped)


def between(old: str, new: str, kept: list[Block]) -> tuple[list[str], list[Change]]:
    """Alternate what is kept and what changes: one more kept piece, empty at an end, than changes."""
    keeps = [""]
    changes: list[Change] = []
    i = j = 0
    for i_next, j_next, count in [*kept, (len(old), len(new), 0)]:
        struck, inserted = old[i:i_next], new[j:j_next]
        i, j = i_next + count, j_next + count
        if struck == inserted:
            keeps[-1] += old[i_next - len(struck) : i]
            continue
        before, struck, inserted, after = set_spaces_apart(struck, inserted)
        keeps[-1] += before
        changes.append((struck, inserted))
        keeps.append(after + old[i_next:i])
        if not struck or not inserted:
            slide_back(keeps, changes)
    return keeps, changes


def _pieces(keeps: list[str], changes: list[Change]) -> tuple[Edit, ...]:
    """Write it out, without slight kept pieces between changes and without empty ones."""
    if len(changes) > 1:
        keeps, changes = fold_islands(keeps, changes)
    edits: list[Edit] = []
    for kept, (struck, inserted) in zip(keeps, changes, strict=False):
        edits += [(Op.KEEP, kept), (Op.STRIKE, struck), (Op.INSERT, inserted)]
    edits.append((Op.KEEP, keeps[-1]))
    return tuple([edit for edit in edits if edit[1]])
