"""``stmtdiff schema``: the JSON Schemas of the files and outputs."""

from __future__ import annotations

import click

from stmtdiff.cli import output
from stmtdiff.codec.schemas import known_schemas, schema_text


@click.command()
@click.argument("name", required=False)
def command(name: str | None) -> None:
    """Print the JSON Schema called NAME; without one, list the names."""
    output.emit(schema_text(name) if name else "\n".join(known_schemas()))
