"""diff-match-patch on words, each mapped to a single character; the only home of the library and of its C++ twin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from stmtdiff.model import Op

Engine = Callable[[str, str], list[tuple[str, int]]]

# The engine takes quadratic time on words that repeat: 200 x 200 word pairs take some 10 ms in Python.
MOST_PAIRS = 40_000
_FIRST_CODE = 0x100  # a stretch within MOST_PAIRS never needs so many codes that they reach the surrogates


def match_by_engine(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of positions that diff-match-patch keeps; none where the words repeat beyond its means."""
    common = set(a).intersection(b)
    a_at = [i for i, word in enumerate(a) if word in common]
    b_at = [j for j, word in enumerate(b) if word in common]
    if not common or len(a_at) * len(b_at) > MOST_PAIRS:
        return []
    codes: dict[str, str] = {}
    for i in a_at:
        codes.setdefault(a[i], chr(_FIRST_CODE + len(codes)))
    kept: list[tuple[int, int]] = []
    p = q = 0
    for op, count in _engine()("".join([codes[a[i]] for i in a_at]), "".join([codes[b[j]] for j in b_at])):
        if op == Op.KEEP:
            kept += zip(a_at[p : p + count], b_at[q : q + count], strict=True)
        p += count if op != Op.INSERT else 0
        q += count if op != Op.STRIKE else 0
    return kept


@cache
def _engine() -> Engine:
    """Return the C++ twin where it is installed; the edits are the same."""
    try:
        return fast_engine()
    except ImportError:
        return python_engine()


def fast_engine() -> Engine:
    """Return the C++ twin; ``ImportError`` where it is not installed."""
    from fast_diff_match_patch import diff

    def run(a: str, b: str) -> list[tuple[str, int]]:
        edits: list[tuple[str, int]] = diff(a, b, timelimit=0, checklines=False, cleanup="No")
        return edits

    return run


def python_engine() -> Engine:
    """Return diff-match-patch itself, without its clock: edits must not depend on the machine."""
    from diff_match_patch import diff_match_patch

    differ = diff_match_patch()
    differ.Diff_Timeout = 0
    ops = {differ.DIFF_EQUAL: "=", differ.DIFF_DELETE: "-", differ.DIFF_INSERT: "+"}
    return lambda a, b: [(ops[op], len(text)) for op, text in differ.diff_main(a, b, checklines=False)]
