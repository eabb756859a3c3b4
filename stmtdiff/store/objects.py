"""Objects by name from one ``git cat-file --batch``: a commit, or a file at a revision."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from stmtdiff.errors import StmtdiffError
from stmtdiff.files import MAX_BYTES
from stmtdiff.store.process import git_error, start_git


class Objects:
    """A running ``cat-file``; use it in a ``with`` statement."""

    def __init__(self, folder: str) -> None:
        """Start reading in ``folder``; a name such as ``HEAD:./a.json`` is then relative to it."""
        self._folder = folder
        self._process = start_git(folder, "cat-file", "--batch")

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process."""
        self._process.communicate()

    def read(self, name: str) -> tuple[str, bytes] | None:
        """Return the object's id and content, None where there is none of that name or it is no file or commit."""
        if "\n" in name:  # git would read two names, and every later answer would be another's
            return None
        stdin = self._process.stdin
        try:
            if stdin:
                stdin.write(name.encode("utf-8", "surrogateescape") + b"\n")
                stdin.flush()
        except BrokenPipeError:
            raise self._stopped() from None
        return self._answer(name)

    def content(self, blob: str, *, where: str) -> bytes:
        """Return the content of a file that a commit or the index names; ``where`` names the file in the error.

        A partial clone knows files that it does not hold: that is no file that is not there.
        """
        found = self.read(blob)
        if found is None:
            hint = "a partial clone? `git fetch --refetch --no-filter` brings it"
            raise StmtdiffError("git does not hold this content here", where=f"{where}@{blob[:12]}", hint=hint)
        return found[1]

    def _answer(self, name: str) -> tuple[str, bytes] | None:
        stdout = self._process.stdout
        header = stdout.readline().split() if stdout else []
        if not stdout or not header:
            raise self._stopped()
        if len(header) != 3 or not header[2].isdigit():  # noqa: PLR2004 - id, type, size; or NAME missing
            return None
        size = int(header[2])
        if size > MAX_BYTES:
            self._process.kill()
            raise StmtdiffError(f"is larger than {MAX_BYTES // 1_000_000} MB", where=name)
        data = stdout.read(size + 1)[:-1]
        return (header[0].decode(), data) if header[1] in {b"blob", b"commit"} else None

    def _stopped(self) -> StmtdiffError:
        _, complaint = self._process.communicate()
        return git_error(complaint, where=self._folder)
