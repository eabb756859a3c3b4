"""A DOCX file is a ZIP archive of XML parts: opened with limits, so that no archive fills the memory."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from stmtdiff.errors import StmtdiffError
from stmtdiff.ingest.xml import parse

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MAX_PART = 64 * 1024 * 1024  # bytes of one part unpacked: the longest drafts have 5 MB
_MAX_RATIO = 500  # of unpacked to packed bytes: XML of real documents reaches 30
_MAX_PARTS = 5000
_ENCRYPTED = 0x1
_MAIN = "word/document.xml"
_OTHERS = {"xl/workbook.xml": "a spreadsheet", "ppt/presentation.xml": "a presentation", "content.xml": "OpenDocument"}
_HINT = "save it as .docx"


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a DOCX file."""

    archive: ZipFile
    names: frozenset[str]

    def part(self, name: str) -> Element | None:
        """Return a part parsed, None where the file has none of that name."""
        if name not in self.names:
            return None
        return parse(self._read(name))[0]

    def parts(self, beginning: str) -> Iterator[tuple[str, Element]]:
        """Yield the XML parts whose names begin so, in the order of their names."""
        for name in sorted(self.names):
            if name.startswith(beginning) and name.endswith(".xml"):
                yield name, parse(self._read(name))[0]

    def _read(self, name: str) -> bytes:
        """Read no more than was announced, whatever the archive's directory says."""
        try:
            with self.archive.open(name) as part:
                data = part.read(_MAX_PART + 1)
        except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
            raise _damaged() from None
        if len(data) > _MAX_PART:
            raise _too_large()
        return data


def open_package(data: bytes) -> Package:
    """Open a DOCX file. Raises StmtdiffError for damaged, encrypted, oversized and other archives."""
    try:
        archive = ZipFile(BytesIO(data))
        entries = archive.infolist()
    except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, UnicodeDecodeError):
        raise _damaged() from None
    names = frozenset(entry.filename for entry in entries)
    if _MAIN not in names:
        raise _other(names)
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise StmtdiffError("is encrypted", hint="save it without a password")
    read = [entry for entry in entries if entry.filename.endswith(".xml")]
    bombs = (entry.file_size > max(1, entry.compress_size) * _MAX_RATIO for entry in read if entry.file_size > 2**20)
    if len(entries) > _MAX_PARTS or any(entry.file_size > _MAX_PART for entry in read) or any(bombs):
        raise _too_large()
    return Package(archive, names)


def _damaged() -> StmtdiffError:
    hint = "fetch it again, or open it in a word processor and save it anew"
    return StmtdiffError("is a damaged DOCX file", hint=hint)


def _too_large() -> StmtdiffError:
    limit = f"{_MAX_PART // 2**20} MiB a part or {_MAX_RATIO} times its size"
    return StmtdiffError(f"would unpack to more than {limit}, so it is not read", hint="is it a real document?")


def _other(names: frozenset[str]) -> StmtdiffError:
    kind = next((kind for name, kind in _OTHERS.items() if name in names), "")
    return StmtdiffError(f"is {kind}, not DOCX" if kind else "is an archive, not a document", hint=_HINT)
