"""``python -m stmtdiff``."""

from stmtdiff.cli import main

main()
