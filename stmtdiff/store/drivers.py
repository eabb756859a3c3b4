"""What `git enable` writes and `git disable` takes away: settings and attributes of this repository alone.

Every driver is a line of shell that goes on without stmtdiff when it is gone: git shows and merges the JSON then, and
says on stderr how to mend it. Nothing outside this repository's ``.git`` is touched.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from shlex import quote

from stmtdiff import files
from stmtdiff.corpus import FOLDER
from stmtdiff.store.process import ask_git, run_git
from stmtdiff.store.repository import git_path

NAME = "stmtdiff"
_SECTIONS = (f"diff.{NAME}", f"merge.{NAME}", f"difftool.{NAME}")
_BEGIN, _END = "# stmtdiff: begin", "# stmtdiff: end"
_TOOL = "diff.tool"
_DIFF = 'diff -u -L "a/$1" -L "b/$1" "$2" "$5"; :'
# A driver goes before the program that `git difftool` asks for; ours hands on to it.
_TO_DIFFTOOL = 'f() { if [ "$GIT_EXTERNAL_DIFF" = git-difftool--helper ]; then git-difftool--helper "$@"; elif'
_MERGE_FILE = 'git merge-file --marker-size="$4" "$2" "$1" "$3"'
_RECOVER = (
    "is gone: install stmtdiff again and run `stmtdiff git enable`, or drop it with"
    " `git config --remove-section diff.stmtdiff; git config --remove-section merge.stmtdiff`"
)


def enable(folder: str) -> None:
    """Set up the drivers for the statement files of the repository at ``folder``; again where they already are."""
    disable(folder)
    for key, value in settings(own_command()).items():
        run_git(folder, "config", "--local", key, value)
    if ask_git(folder, "config", "--get", _TOOL) is None:
        run_git(folder, "config", "--local", _TOOL, NAME)
    path = _attributes_path(folder)
    before = _read(path)
    lines = f"{_BEGIN}\n{pattern(folder)} diff={NAME} merge={NAME}\n{_END}\n"
    files.write_whole(path, before + ("\n" if before and not before.endswith("\n") else "") + lines)


def disable(folder: str) -> bool:
    """Take away every trace; tells whether there was any."""
    run_git(folder, "rev-parse", "--git-dir")
    found = is_enabled(folder)
    for section in _SECTIONS:
        ask_git(folder, "config", "--local", "--remove-section", section)
    if (ask_git(folder, "config", "--local", "--get", _TOOL) or b"").strip() == NAME.encode():
        run_git(folder, "config", "--local", "--unset-all", _TOOL)
    path = _attributes_path(folder)
    before = _read(path)
    after = _without_block(before)
    if after != before and after:
        files.write_whole(path, after)
    elif after != before:
        os.unlink(path)
        with suppress(OSError):  # as git made it, unless it holds something else
            os.rmdir(os.path.dirname(path))
    return found or after != before


def is_enabled(folder: str) -> bool:
    """Tell whether any setting of ours stands in the repository's configuration."""
    listing = run_git(folder, "config", "--local", "--list", "--name-only").decode("utf-8", "replace")
    return any(line.startswith(section + ".") for line in listing.splitlines() for section in _SECTIONS)


def own_command() -> str:
    """Return this installation's command, quoted for a shell: the script beside the interpreter, or the module.

    The module is run with -P: git starts drivers at the top of the working tree, where a file called ``click.py``
    would otherwise be imported.
    """
    script = os.path.join(os.path.dirname(sys.executable), NAME)
    if os.access(script, os.X_OK):
        return quote(script)
    return f"{quote(sys.executable)} -P -m {NAME}"


def settings(command: str) -> dict[str, str]:
    """Return the configuration for a command that is quoted already."""
    return {
        f"diff.{NAME}.textconv": _driver(command, 'git textconv "$1"', 'cat "$1"'),
        f"diff.{NAME}.command": _driver(command, 'git diff-driver "$@"', _DIFF).replace("f() { if", _TO_DIFFTOOL),
        f"merge.{NAME}.name": "statements, clause by clause",
        f"merge.{NAME}.driver": _driver(
            command.replace("%", "%%"), 'git merge-driver "$@"', _MERGE_FILE, "%O %A %B %L %P"
        ),
        f"merge.{NAME}.recursive": "binary",
        f"difftool.{NAME}.cmd": _driver(
            command, 'git difftool "$@"', 'diff -u "$1" "$2"; :', '"$LOCAL" "$REMOTE" "$MERGED"'
        ),
    }


def pattern(folder: str) -> str:
    """Return the attributes pattern of the statement files; the collection may lie below the top of the repository."""
    prefix = (ask_git(folder, "rev-parse", "--show-prefix") or b"").decode("utf-8", "replace").rstrip("\n")
    literal = "".join(f"\\{character}" if character in "\\*?[" else character for character in prefix)
    whole = f"/{literal}{FOLDER}/**/*.json"
    quoted = whole.translate({ord("\\"): "\\\\", ord('"'): '\\"', ord("\n"): "\\n", ord("\t"): "\\t"})
    return f'"{quoted}"' if quoted != whole or " " in whole else whole


def _driver(command: str, does: str, otherwise: str, arguments: str = "") -> str:
    """Wrap a call: run it where the program is, else say how to recover and do what git would do by itself."""
    program = command.split(" -P -m ", maxsplit=1)[0]
    says = f"echo {quote(f'stmtdiff: {program} {_RECOVER}')} >&2"
    return (
        f"f() {{ if [ -x {program} ]; then {command} {does}; else {says}; {otherwise}; fi; }}; f {arguments}".rstrip()
    )


def _attributes_path(folder: str) -> str:
    return git_path(folder, "info/attributes")


def _read(path: str) -> str:
    return files.read_bytes(path).decode("utf-8", "surrogateescape") if os.path.exists(path) else ""


def _without_block(text: str) -> str:
    before, begin, rest = text.partition(_BEGIN + "\n")
    _, end, after = rest.partition(_END + "\n")
    return before + after if begin and end else text
