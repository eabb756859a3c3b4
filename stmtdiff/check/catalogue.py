"""Every rule of the check by its id."""

from __future__ import annotations

from stmtdiff.check.aspects import ASPECT_RULES, VERDICT_RULES
from stmtdiff.check.coverage_rules import COVERAGE_RULES
from stmtdiff.check.file_rules import FILE_RULES
from stmtdiff.check.rule import Rule
from stmtdiff.check.text_rules import TEXT_RULES

RULES: dict[str, Rule] = {
    rule.id: rule for rule in (*FILE_RULES, *TEXT_RULES, *VERDICT_RULES, *ASPECT_RULES, *COVERAGE_RULES)
}
