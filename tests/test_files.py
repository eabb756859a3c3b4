"""Files are read with a limit and written whole or not at all."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from stmtdiff.errors import StmtdiffError
from stmtdiff.files import read_bytes, write_whole


def test_what_cannot_be_read_is_said_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "big").write_bytes(b"x" * 11)
    for path, message in [
        ("gone", "no such file"),
        (".", "is a folder"),
        ("big", "larger than 0 MB"),
        ("a\0b", "not a file"),
    ]:
        with pytest.raises(StmtdiffError, match=message):
            read_bytes(str(tmp_path / path) if "\0" not in path else path, limit=10)


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "new" / "report.txt"
    write_whole(str(target), "första")
    write_whole(str(target), b"second")
    assert target.read_bytes() == b"second"
    assert os.listdir(target.parent) == ["report.txt"]


def test_a_link_is_replaced_and_a_pipe_is_written_to(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("kept", encoding="utf-8")
    (tmp_path / "link").symlink_to("real")
    write_whole(str(tmp_path / "link"), "new")
    assert [(tmp_path / name).read_text(encoding="utf-8") for name in ("real", "link")] == ["kept", "new"]
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(str(pipe), "through")
    assert os.read(reader, 99) == b"through"
    os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_the_name_of_standard_output_stays_what_it_is(tmp_path: Path) -> None:
    code = "from stmtdiff.files import write_whole; write_whole('/dev/stdout', 'out')"
    with (tmp_path / "out").open("wb") as out:
        subprocess.run([sys.executable, "-c", code], stdout=out, check=True)
    assert (tmp_path / "out").read_bytes() == b"out"
    assert not Path("/dev/stdout").is_file() or Path("/dev/stdout").is_symlink()


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "report"
    target.mkdir()
    (target / "kept").write_text("kept", encoding="utf-8")
    with pytest.raises(StmtdiffError, match="cannot be written"):
        write_whole(str(target), "text")
    assert os.listdir(tmp_path) == ["report"]
    assert (target / "kept").read_text(encoding="utf-8") == "kept"
