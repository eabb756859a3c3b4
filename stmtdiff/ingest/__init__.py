"""Readers: one per format, each ``read(data) -> Document`` of blocks."""
