"""Blocks to clauses: what a document says, one act each, and what it says of itself."""

from __future__ import annotations

from stmtdiff.segment.segmented import Segmented, segment
from stmtdiff.segment.statement import Overrides, statement_from

__all__ = ["Overrides", "Segmented", "segment", "statement_from"]
