"""The CI check on statements: integrity rules, commitments against the base and the predecessor, waivers, a gate.

``run.check`` is the pipeline; ``catalogue.RULES`` are the rules as data; ``finding`` has the records of a report.
"""
