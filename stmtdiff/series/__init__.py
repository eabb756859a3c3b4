"""Many statements: what became of every clause, who is named and asked, and where a wording stood before."""

from stmtdiff.series.history import BACK, Cell, History, Row, follow
from stmtdiff.series.named import Mention, addressees_in, mentions, names_in
from stmtdiff.series.usage import Passage, Use, find_usage

__all__ = [
    "BACK",
    "Cell",
    "History",
    "Mention",
    "Passage",
    "Row",
    "Use",
    "addressees_in",
    "find_usage",
    "follow",
    "mentions",
    "names_in",
]
