"""Git in whole processes: two revisions, a log and a blame against bare Python and `git log --follow`, all in one run.

    python benchmarks/history.py [--rounds 11]

The repository has 1,000 commits on 500 statements of 40 clauses: each statement comes in once and is reworded once. It
is timed twice: with the loose objects that 1,000 commits leave, and packed as a clone has it.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PYTHON = sys.executable
STMTDIFF = str(Path(sys.executable).parent / "stmtdiff")
WORDS = (
    "the ministers call on urge welcome condemn support all parties states ports pilots tide tables harbour charter "
    "lights report security trade access rights regional council resolution peace stability and of to in with for"
).split()
STATEMENTS, CLAUSES, IN_SERIES = 500, 40, 25
LONG_SERIES = 200
ASKED = "series-03/2000-01-01"
Texts = dict[str, str]


def texts(rng: random.Random, count: int) -> Texts:
    """Clauses of 35 words by id."""
    return {f"c-{n}": " ".join(rng.choices(WORDS, k=35)).capitalize() + "." for n in range(count)}


def reworded(rng: random.Random, before: Texts, share: float) -> Texts:
    """Exchange one word in a share of the clauses."""
    after = dict(before)
    for name in rng.sample(sorted(before), max(1, int(len(before) * share))):
        words = before[name].split()
        words[rng.randrange(1, len(words))] = rng.choice(WORDS)
        after[name] = " ".join(words)
    return after


def content(name: str, clauses: Texts) -> bytes:
    """Return a statement file."""
    listed = [{"id": each, "kind": "operative", "text": text} for each, text in clauses.items()]
    head = {"schema_version": 1, "id": name, "title": "Made up", "date": name[-10:], "language": "en"}
    return json.dumps({**head, "text_status": "verbatim", "clauses": listed}, indent=1).encode()


def git(folder: Path, *arguments: str, data: bytes = b"") -> bytes:
    """Run git with an identity of our own."""
    return subprocess.run(["git", *arguments], cwd=folder, input=data, capture_output=True, check=True).stdout


def build(folder: Path) -> None:
    """Write 1,000 commits in one stream; then a series of 200 and a pair of 100 clauses on top."""
    rng = random.Random(7)  # noqa: S311 - reproducible text, no secrets
    git(folder, "init", "--quiet", "--initial-branch=main")
    names = [f"series-{n // IN_SERIES:02}/{1990 + n % IN_SERIES}-01-01" for n in range(STATEMENTS)]
    state = {name: texts(rng, CLAUSES) for name in names}
    commits = [{name: state[name]} for name in names]
    commits += [{name: reworded(rng, state[name], 0.1)} for name in names]
    now = texts(rng, CLAUSES)
    long = {}
    for n in range(LONG_SERIES):
        now = reworded(rng, now, 0.1)
        long[f"long/{1820 + n}-01-01"] = now
    hundred = texts(rng, 100)
    commits += [{"pair/2000-01-01": hundred, **long}, {"pair/2000-01-01": reworded(rng, hundred, 0.5)}]
    stream = bytearray()
    for n, changed in enumerate(commits):
        message = ", ".join(list(changed)[:1]).encode()
        stream += b"commit refs/heads/main\ncommitter A <a@b.invalid> %d +0000\n" % (1_600_000_000 + 60 * n)
        stream += b"data %d\n%s\n" % (len(message), message)
        for name, clauses in changed.items():
            data = content(name, clauses)
            stream += b"M 100644 inline statements/%s.json\ndata %d\n%s\n" % (name.encode(), len(data), data)
    git(folder, "-c", "fastimport.unpackLimit=100000000", "fast-import", "--quiet", data=bytes(stream))
    git(folder, "reset", "--quiet", "--hard")


def measure(commands: dict[str, list[str]], folder: Path, rounds: int) -> dict[str, float]:
    """Median milliseconds of each command, all of them in turn within a round."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, cwd=folder, capture_output=True, check=True)
            times[name].append(time.perf_counter() - start)
    return {name: 1000 * statistics.median(each) for name, each in times.items()}


def main() -> None:
    """Print a line for each command: milliseconds, and its two ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=11)
    rounds = parser.parse_args().rounds
    file = f"statements/{ASKED}.json"
    commands = {
        "python -c pass": [PYTHON, "-c", "pass"],
        "import click, git": [PYTHON, "-c", "import click, git"],
        "git log --follow": ["git", "log", "--follow", "--", file],
        "stmtdiff log": [STMTDIFF, "log", ASKED],
        "stmtdiff blame": [STMTDIFF, "blame", ASKED],
        "stmtdiff compare ID@REV ID@REV": [STMTDIFF, "compare", "pair/2000-01-01@HEAD~1", "pair/2000-01-01@HEAD"],
        "stmtdiff compare (tree, HEAD)": [STMTDIFF, "compare"],
        "stmtdiff blame --series, 200": [STMTDIFF, "blame", f"long/{1820 + LONG_SERIES - 1}", "--series"],
    }
    os.environ |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        build(folder)
        for name, arguments in (("loose objects", ()), ("packed", ("gc", "--quiet"))):
            if arguments:
                git(folder, *arguments)
            found = measure(commands, folder, rounds)
            print(f"{name:34}{'ms':>8}{'x bare':>9}{'x git log':>11}")
            for command, taken in found.items():
                bare, log = found["python -c pass"], found["git log --follow"]
                print(f"{command:34}{taken:8.1f}{taken / bare:9.1f}{taken / log:11.2f}")


if __name__ == "__main__":
    main()
