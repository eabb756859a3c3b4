"""One writer at a time in a collection."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

from stmtdiff.errors import StmtdiffError

PATIENCE = 60.0
_PAUSE = 0.05


@contextmanager
def exclusive(root: str, *, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the collection at ``root`` for this process; waits ``patience`` seconds for another to finish.

    The lock is on the folder itself and the system lets go of it when the process ends, however it ends: nothing is
    left behind. Where there are no such locks (Windows, some network file systems), writers are not kept apart.
    """
    try:
        import fcntl
    except ImportError:  # pragma: no cover - not on this system
        yield
        return
    folder = os.open(root, os.O_RDONLY)
    try:
        end = time.monotonic() + patience
        while True:
            try:
                fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= end:
                    message = f"another import has been at work here for {patience:.0f} seconds"
                    raise StmtdiffError(message, where=root, hint="wait for it, or end it, and try again") from None
                time.sleep(_PAUSE)
            except OSError:  # a file system without locks
                break
        yield
    finally:
        os.close(folder)
