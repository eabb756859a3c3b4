"""What names a finding for good: neither its sentence nor its line, but what it is about."""

from __future__ import annotations

from hashlib import sha256

_DIGITS = 12


def fingerprint(*parts: str) -> str:
    """Return twelve hex digits over the parts, in order."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
