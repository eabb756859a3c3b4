"""In which order the clauses of a merge stand, and how they are numbered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from stmtdiff.codec.conflicts import ORDER, Conflict


def merge_order(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str], *, kept: set[str]
) -> tuple[list[str], Conflict | None]:
    """Order the ids of ``kept``: as the side that moved clauses has them, each addition after its neighbour.

    Where both sides moved clauses, our order stands and the conflict holds all three. Additions of both sides at one
    place stand ours first.
    """
    common = kept.intersection(base, ours, theirs)
    before, here, there = ([each for each in side if each in common] for side in (base, ours, theirs))
    first, second = (theirs, ours) if here == before else (ours, theirs)
    result = [each for each in first if each in kept]
    _insert(result, second, kept, ours_stay_first=first is ours)
    _insert(result, base, kept, ours_stay_first=True)
    if here == before or there in (before, here):
        return result, None
    return result, Conflict(field=ORDER, base=before, ours=here, theirs=there)


def _insert(result: list[str], side: Sequence[str], kept: set[str], *, ours_stay_first: bool) -> None:
    """Put each id of a side that is not there yet after the neighbour it has on that side."""
    known, place = set(side), 0
    for each in side:
        if each in result:
            place = result.index(each) + 1
        elif each in kept:
            while ours_stay_first and place < len(result) and result[place] not in known:
                place += 1
            result.insert(place, each)
            place += 1


def runs_in_order(numbers: Iterable[str]) -> bool:
    """Tell whether plain numbers count 1, 2, 3 without a gap; others are passed over."""
    plain = [number for number in numbers if number.isdecimal()]
    return plain == [str(count) for count in range(1, len(plain) + 1)]
