"""Templates filled with escaping on: the only home of Jinja2."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from stmtdiff.render.marks import critic_note, markdown_runs, markdown_text
from stmtdiff.render.runs import by_op, plain

if TYPE_CHECKING:
    from jinja2 import Environment

_FOLDER = Path(__file__).with_name("templates")


def fill(name: str, /, **values: object) -> str:
    """Fill the template called ``name``; every value is escaped, an unknown one is an error."""
    return _environment().get_template(name).render(**values)


def asset(name: str) -> str:
    """Return a file beside the templates as it stands: our own styles and script, never a document's words."""
    return (_FOLDER / name).read_text(encoding="utf-8")


def policy_hash(content: str) -> str:
    """Return the source expression by which a Content-Security-Policy allows exactly this inline content."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["plain"] = plain
    environment.filters["by_op"] = by_op
    environment.filters["md"] = lambda text: as_markup(markdown_text(text))
    environment.filters["md_runs"] = lambda runs, plain=False: as_markup(markdown_runs(runs, plain=plain))
    environment.filters["critic_note"] = lambda text: as_markup(critic_note(text))
    return environment


def as_markup(text: str) -> str:
    """Mark text that is already written for its format, so that it is not escaped again."""
    from markupsafe import Markup

    return Markup(text)  # noqa: S704 - every caller has escaped it
