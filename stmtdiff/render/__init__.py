"""The views of a comparison: one dictionary, one function each; a view knows nothing but the comparison."""

from __future__ import annotations

from collections.abc import Callable
from os.path import splitext

from stmtdiff.errors import StmtdiffError
from stmtdiff.model import Comparison

View = Callable[[Comparison], str | bytes]


def _text(comparison: Comparison) -> str:
    from stmtdiff.render import terminal

    return terminal.render(comparison, width=100, colour=False, context=1, side_by_side=False, explain_links=False)


def _json(comparison: Comparison) -> str:
    from stmtdiff.render import json

    return json.render(comparison)


# Name on the command line -> view. Each is loaded when it is asked for.
VIEWS: dict[str, View] = {
    "text": _text,
    "json": _json,
}
ENDINGS = {".txt": "text", ".json": "json"}


def view_for(file: str) -> View:
    """Return the view that the ending of a file name stands for."""
    name = ENDINGS.get(splitext(file)[1].lower())
    if name is None:
        known = ", ".join(ENDINGS)
        raise StmtdiffError("no view has this ending", where=file, hint=f"use one of {known}")
    return VIEWS[name]
