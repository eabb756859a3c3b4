"""Records to canonical JSON and back, checked against ``schema/``.

What only some commands need stays in its module: ``codec.schemas`` (the schemas as text), ``codec.problems`` (all that
is wrong with a file) and ``codec.positions`` (lines of the keys).
"""

from stmtdiff.codec.comparison import comparison_as_json, decode_comparison, encode_comparison, summarise
from stmtdiff.codec.decode import decode_statement, parse_json
from stmtdiff.codec.encode import encode_statement

__all__ = [
    "comparison_as_json",
    "decode_comparison",
    "decode_statement",
    "encode_comparison",
    "encode_statement",
    "parse_json",
    "summarise",
]
