"""A source file's bytes, or the sentence that says why there are none."""

from __future__ import annotations

from pathlib import Path

from stmtdiff.errors import StmtdiffError

MAX_BYTES = 64 * 1024 * 1024  # the longest draft in the public record is below 5 MB; more is no statement


def read_source(path: Path | str) -> bytes:
    """Return the file's bytes. Raises StmtdiffError for what is missing, no file, not readable or over 64 MiB."""
    place = str(path)
    try:
        with Path(path).open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise StmtdiffError("no such file", where=place, hint="check the spelling of the path") from None
    except IsADirectoryError:
        raise StmtdiffError("is a folder", where=place, hint="name a file in it") from None
    except PermissionError:
        raise StmtdiffError("may not be read", where=place, hint="check its permissions") from None
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        raise StmtdiffError(f"cannot be read: {reason}", where=place) from None
    if len(data) > MAX_BYTES:
        limit = f"{MAX_BYTES // 2**20} MiB"
        raise StmtdiffError(f"is larger than {limit}", where=place, hint="cut out the statement and give that")
    return data
