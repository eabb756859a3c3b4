"""The one error a user can mend: what is wrong, where, and what to do."""

from __future__ import annotations


class StmtdiffError(Exception):
    """Raised low, with the place in the data; caught once, by the command line (exit 2).

    ``where`` is a place a person can go to: ``statements/x.json: clauses[3].text``.
    ``hint`` says what to do about it.
    """

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        """Keep the three parts apart, so that a view may arrange them."""
        super().__init__(what)
        self.what = what
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        """One line: ``where: what; hint``."""
        line = f"{self.where}: {self.what}" if self.where else self.what
        return f"{line}; {self.hint}" if self.hint else line
