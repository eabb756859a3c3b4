"""stmtdiff: compare joint statements clause by clause, and show the changes in commitments."""

__version__ = "0.1.0"
