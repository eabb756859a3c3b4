"""The comparison as JSON, as ``schema/comparison.schema.json`` says; every other view shows a part of it."""

from __future__ import annotations

from stmtdiff.codec import encode_comparison
from stmtdiff.model import Comparison


def render(comparison: Comparison) -> str:
    """Return the comparison as JSON text."""
    return encode_comparison(comparison)
