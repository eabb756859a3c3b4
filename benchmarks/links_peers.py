"""What people use today to find what became of a clause, each as a function from two clause lists to pairs of ids."""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from importlib.util import find_spec
from pathlib import Path

from links_gold import Aligner, Pairs  # noqa: TC002 (a module beside this one)

from stmtdiff.model import Clause
from stmtdiff.text import words_of

# The similarity, of 100, below which a greedy pair is dropped; between 50 and 65 this one did best.
TOKEN_SORT_FLOOR = 60
_HUNK = re.compile(r"^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)


def peers() -> tuple[dict[str, Aligner], list[str]]:
    """Peers by name, and the reasons why some are left out."""
    found: dict[str, Aligner] = {
        "`git diff --no-index`, a clause a line": git_lines,
        "difflib on clauses": difflib_clauses,
    }
    if find_spec("rapidfuzz") is None:
        return found, ["greedy token sort: rapidfuzz is not installed"]
    return {**found, "greedy rapidfuzz token sort": greedy_token_sort}, []


def difflib_clauses(old: Sequence[Clause], new: Sequence[Clause]) -> Pairs:
    """Equal clauses by difflib; the clauses of a replaced run are paired in order."""
    matcher = SequenceMatcher(None, [each.text for each in old], [each.text for each in new], autojunk=False)
    return {
        (a.id, b.id)
        for _, i, i_end, j, j_end in matcher.get_opcodes()
        for a, b in zip(old[i:i_end], new[j:j_end], strict=False)
    }


def greedy_token_sort(old: Sequence[Clause], new: Sequence[Clause]) -> Pairs:
    """Pair the most similar first, each clause once."""
    from rapidfuzz.fuzz import token_sort_ratio

    texts, others = ([" ".join(words_of(each.text)) for each in side] for side in (old, new))
    ratios = sorted(
        (-token_sort_ratio(a, b), abs(i - j), i, j) for i, a in enumerate(texts) for j, b in enumerate(others)
    )
    used_old: set[int] = set()
    used_new: set[int] = set()
    pairs: Pairs = set()
    for ratio, _, i, j in ratios:
        if -ratio >= TOKEN_SORT_FLOOR and i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            pairs.add((old[i].id, new[j].id))
    return pairs


def git_lines(old: Sequence[Clause], new: Sequence[Clause]) -> Pairs:
    """Lines that git leaves alone; the lines of a hunk are paired in order."""
    with tempfile.TemporaryDirectory() as folder:
        for name, side in (("old", old), ("new", new)):
            lines = "".join(f"{' '.join(each.text.split())}\n" for each in side)
            Path(folder, name).write_text(lines, encoding="utf-8")
        command = ["git", "diff", "--no-index", "--unified=0", "--no-color", "old", "new"]
        told = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout
    return {(old[i].id, new[j].id) for i, j in _places(told, len(old), len(new))}


def _places(told: str, old: int, new: int) -> Iterable[tuple[int, int]]:
    """Pairs of line positions: kept lines between the hunks, and each hunk's own lines in order."""
    i = j = 0
    for hunk in _HUNK.finditer(told):
        start, count, start_new, count_new = (int(part) if part else 1 for part in hunk.groups())
        start -= count > 0
        start_new -= count_new > 0
        yield from zip(range(i, start), range(j, start_new), strict=False)
        yield from zip(range(start, start + count), range(start_new, start_new + count_new), strict=False)
        i, j = start + count, start_new + count_new
    yield from zip(range(i, old), range(j, new), strict=False)
