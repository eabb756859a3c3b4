"""Whole-process times as ratios: stmtdiff, git and dwdiff against bare Python, all in one run.

    python benchmarks/speed.py [--rounds 11] [--large]

Absolute times drift between machines and hours; ratios hold. Each command runs in turn within a round, so that a slow
minute slows all alike; the median over the rounds is quoted. Clauses are made up: 60 words of a fixed vocabulary each,
5 words in 100 exchanged in the new text.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BIN = Path(sys.executable).parent
STMTDIFF = str(BIN / "stmtdiff")
VOCABULARY = (
    "the ministers parties of and to in on for with regional cooperation security agreement implementation support "
    "efforts all States urge welcome reaffirm measures international community development peace stability process "
    "report group assistance access rights humanitarian economic political dialogue commitment resolution principles"
).split()
FILLER = [
    f"{stem}{end}"
    for stem in ("mal", "kor", "ten", "vis", "dra", "pol", "sun")
    for end in ("ate", "ion", "ing", "al", "ive")
]
WORDS, EDITED = 60, 0.05


def clauses(count: int, seed: int) -> tuple[list[str], list[str]]:
    """Old and new wordings of ``count`` clauses of 60 words, 5% of them exchanged."""
    rng = random.Random(seed)  # noqa: S311 - reproducible text, no secrets
    words = VOCABULARY + FILLER + [f"term{n}" for n in range(400)]
    old = [[rng.choice(words) for _ in range(WORDS)] for _ in range(count)]
    new = [[rng.choice(words) if rng.random() < EDITED else word for word in clause] for clause in old]
    return [" ".join(each) for each in old], [" ".join(each) for each in new]


def write_pair(folder: Path, count: int) -> tuple[list[str], list[str]]:
    """Write a pair as statement files and as plain text; return both pairs of paths."""
    files, texts = [], []
    for side, wordings in zip(("old", "new"), clauses(count, seed=count), strict=True):
        day = "2001-01-01" if side == "old" else "2002-01-01"
        listed = [{"id": f"c{n}", "kind": "operative", "text": text} for n, text in enumerate(wordings)]
        head = {"schema_version": 1, "id": f"bench/{day}", "title": side, "date": day, "language": "en"}
        path = folder / f"{side}-{count}.json"
        path.write_text(json.dumps({**head, "text_status": "verbatim", "clauses": listed}, indent=1), encoding="utf-8")
        plain = folder / f"{side}-{count}.txt"
        plain.write_text("\n".join(wordings) + "\n", encoding="utf-8")
        files.append(str(path))
        texts.append(str(plain))
    return files, texts


def repository(folder: Path, pair: list[str]) -> Path:
    """Make a repository whose last two commits hold the pair as one statement."""
    root = folder / "repository"
    (root / "statements" / "bench").mkdir(parents=True)
    run = ["git", "-C", str(root), "-c", "user.name=bench", "-c", "user.email=bench@example.org"]
    subprocess.run([*run, "init", "-q"], check=True)
    for path in pair:
        text = Path(path).read_text(encoding="utf-8").replace("2002-01-01", "2001-01-01")
        (root / "statements" / "bench" / "2001-01-01.json").write_text(text, encoding="utf-8")
        subprocess.run([*run, "add", "-A"], check=True)
        subprocess.run([*run, "commit", "-qm", "Store"], check=True)
    return root


# As installed: bytecode is compiled once, not at every start.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def timed(command: list[str], cwd: Path | None = None) -> float:
    """Wall-clock seconds of one run; a command that fails measures nothing."""
    start = time.perf_counter()
    done = subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False, cwd=cwd, env=ENVIRONMENT
    )
    if done.returncode > 1:
        sys.exit(f"{' '.join(command)}: {done.stderr.decode()}")
    return time.perf_counter() - start


def medians(commands: dict[str, tuple[list[str], Path | None]], rounds: int) -> dict[str, float]:
    """Median seconds of each command, all run in turn in every round."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, (command, cwd) in commands.items():
            times[name].append(timed(command, cwd))
    return {name: statistics.median(each) for name, each in times.items()}


def peak_mebibytes(command: list[str]) -> float:
    """Peak resident memory of one run, in MiB, measured by the kernel in a child of its own."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=ENVIRONMENT) as process:
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    return usage.ru_maxrss / 1024


def main() -> None:
    """Print a table of ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--large", action="store_true", help="also 500 and 8,000 clauses, for the growth exponent")
    options = parser.parse_args()
    sizes = (100, 500, 2000, 8000) if options.large else (100, 2000)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        commands: dict[str, tuple[list[str], Path | None]] = {
            "python -c pass": ([sys.executable, "-c", "pass"], None),
            "stmtdiff --version": ([STMTDIFF, "--version"], None),
            "stmtdiff --help": ([STMTDIFF, "--help"], None),
        }
        for size in sizes:
            files, texts = write_pair(folder, size)
            commands[f"stmtdiff compare, {size} clauses"] = ([STMTDIFF, "compare", *files], None)
            commands[f"git diff --word-diff, {size}"] = (["git", "diff", "--no-index", "--word-diff", *texts], None)
            commands[f"dwdiff, {size}"] = (["dwdiff", *texts], None)
            if size == sizes[0]:
                root = repository(folder, files)
                revisions = ["bench/2001-01-01@HEAD~1", "bench/2001-01-01@HEAD"]
                commands["stmtdiff compare, 100 clauses at two revisions"] = ([STMTDIFF, "compare", *revisions], root)
        found = medians(commands, options.rounds)
        report(found, sizes)
        last = max(size for size in sizes if size <= 2000)  # noqa: PLR2004 - the size the budget is set for
        pair = [str(folder / f"{side}-{last}.json") for side in ("old", "new")]
        print(f"peak memory, compare {last} clauses: {peak_mebibytes([STMTDIFF, 'compare', *pair]):.0f} MiB")


def report(found: dict[str, float], sizes: tuple[int, ...]) -> None:
    """Print every command as a multiple of bare Python and of git's word diff."""
    bare = found["python -c pass"]
    for name, seconds in found.items():
        print(f"{name:50} {seconds / bare:7.2f} x bare")
    if len(sizes) > 2:  # noqa: PLR2004 - two points make no exponent
        work = [found[f"stmtdiff compare, {size} clauses"] - found["stmtdiff --version"] for size in (500, 8000)]
        print(f"growth exponent of the work, 500 to 8,000 clauses: {math.log(work[1] / work[0]) / math.log(16):.2f}")


if __name__ == "__main__":
    main()
