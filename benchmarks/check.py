"""What the check costs in CI: 500 statements, one of them changed; then all 500.

    python benchmarks/check.py [--rounds 11] [--statements 500]

One changed statement is timed against what any such tool must pay, in the same rounds: `git diff --stat` and
`python -c "import click, git, jsonschema"`. Times are of whole processes, medians over the rounds; the ratio is what
counts. Statements are made up: 40 clauses of 30 words, in series of 25, each a few words away from the one before.
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from stmtdiff.codec import encode_statement
from stmtdiff.model import Clause, ClauseKind, Statement, TextStatus

SERIES, CLAUSES, WORDS, EDITED = 25, 40, 30, 0.03
VOCABULARY = (
    "the ministers ports to and of harbour urge welcome request call on States pilots ferries lights tide tables "
    "inspection report within days cooperation safety strait coast crews dredging charter review support all their"
).split()
GIT = ["git", "-c", "user.name=Bench", "-c", "user.email=bench@example.org"]


def clauses(old: list[str], rng: random.Random) -> list[str]:
    """Another wording of some clauses, a few words exchanged."""
    return [
        " ".join(rng.choice(VOCABULARY) if rng.random() < EDITED else word for word in text.split()) for text in old
    ]


def write(folder: Path, count: int) -> Path:
    """Write the statements; return the file of the last one."""
    rng = random.Random(count)  # noqa: S311 - reproducible text, no secrets
    path = folder
    texts: list[str] = []
    for number in range(count):
        series, year = f"series-{number // SERIES:03d}", 1990 + number % SERIES
        fresh = number % SERIES == 0
        texts = [" ".join(rng.choices(VOCABULARY, k=WORDS)) for _ in range(CLAUSES)] if fresh else clauses(texts, rng)
        listed = tuple(
            Clause(id=f"c-{at}", kind=ClauseKind.OPERATIVE, text=text, number=str(at))
            for at, text in enumerate(texts, 1)
        )
        date = f"{year}-05-01"
        statement = Statement(
            id=f"{series}/{date}",
            title="Ports",
            date=date,
            language="en",
            text_status=TextStatus.VERBATIM,
            previous=None if fresh else f"{series}/{year - 1}-05-01",
            clauses=listed,
        )
        path = folder / "statements" / series / f"{date}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(encode_statement(statement), encoding="utf-8")
    return path


def seconds(command: list[str], folder: Path) -> float:
    """Time one run of a command."""
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    took = time.perf_counter() - start
    if done.returncode > 1:
        sys.exit(done.stderr.decode())
    return took


def main() -> None:
    """Build the repository, time the commands in turn, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--statements", type=int, default=500)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        last = write(folder, chosen.statements)
        for arguments in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "Statements"]):
            subprocess.run([*GIT, *arguments], cwd=folder, check=True)
        subprocess.run([*GIT, "checkout", "-q", "-b", "work"], cwd=folder, check=True)
        last.write_text(last.read_text(encoding="utf-8").replace("urge", "request", 1), encoding="utf-8")
        stmtdiff = str(Path(sys.executable).parent / "stmtdiff")
        commands = {
            "check, one changed": [stmtdiff, "check"],
            "git diff --stat": ["git", "diff", "--stat", "main"],
            "python -c import": [sys.executable, "-c", "import click, git, jsonschema"],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(chosen.rounds):
            for name, command in commands.items():
                times[name].append(seconds(command, folder))
        medians = {name: statistics.median(each) for name, each in times.items()}
        for name, median in medians.items():
            print(f"{name:22} {median * 1000:8.1f} ms")
        paid = medians["git diff --stat"] + medians["python -c import"]
        print(f"{'ratio':22} {medians['check, one changed'] / paid:8.2f}   (at most 3)")
        print(f"{'check --all':22} {seconds([stmtdiff, 'check', '--all'], folder):8.1f} s    (at most 60)")


if __name__ == "__main__":
    main()
