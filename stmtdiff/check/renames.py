"""Statements whose file was renamed: the same clause ids under another name."""

from __future__ import annotations

import re

from stmtdiff.store.working import Changed

_ID = re.compile(rb'"id"\s*:\s*"([^"\\]+)"')
_ENOUGH = 0.5  # share of ids that both files have


def follow_renames(changed: dict[str, Changed]) -> dict[str, Changed]:
    """Give a new file the history of the file that went and shares most of its clause ids."""
    gone = {name: _ids(each.old) for name, each in changed.items() if each.new is None and each.old}
    come = {name: _ids(each.new) for name, each in changed.items() if each.old is None and each.new}
    found = dict(changed)
    for name in sorted(come):
        shares = [(_share(come[name], gone[other]), other) for other in sorted(gone)]
        share, other = max(shares, default=(0.0, ""))
        if share >= _ENOUGH:
            found[name] = changed[name]._replace(old=changed[other].old)
            del found[other], gone[other]
    return found


def _ids(data: bytes | None) -> frozenset[bytes]:
    return frozenset(_ID.findall(data or b""))


def _share(one: frozenset[bytes], other: frozenset[bytes]) -> float:
    return len(one & other) / max(1, len(one | other))
