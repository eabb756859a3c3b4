"""A zip file whose bytes depend on its contents alone."""

from __future__ import annotations

import io
import zipfile

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file can say


def pack(parts: dict[str, str]) -> bytes:
    """Return a zip file of the parts, in order; stored, since compressors differ from machine to machine."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 0
            entry.external_attr = 0
            archive.writestr(entry, content.encode())
    return buffer.getvalue()
