"""Whole-process times as ratios: stmtdiff and word diffs of today against bare Python, all in one run.

    python benchmarks/speed.py [--rounds 11] [--large]

Absolute times drift between machines and hours; ratios hold. Each command runs in turn within a round, so that a slow
minute slows all alike; the median over the rounds is quoted. Clauses are made up: 60 words of a fixed vocabulary each,
5 words in 100 exchanged in the new text, in two ways. ``spread``: any word of any clause, so that nearly every clause
changed. ``gathered``: half the words of one clause in ten, as a negotiation leaves a text; the rest stand as they were.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import shutil
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
SYLLABLES = "ba ce di fo gu la me ni po ru".split()
# Rare words, as proper names and terms are: letters only, for a word with figures in it is read as a number might be.
RARE = ["".join(SYLLABLES[int(figure)] for figure in f"{n:03}") + "n" for n in range(400)]
WORDS, EDITED = 60, 0.05
CLAUSES_EDITED = {"spread": 1.0, "gathered": 0.1}  # the share of clauses that the exchanged words stand in


def clauses(count: int, seed: int, way: str) -> tuple[list[str], list[str]]:
    """Old and new wordings of ``count`` clauses of 60 words, 5% of all words exchanged."""
    rng = random.Random(seed)  # noqa: S311 - reproducible text, no secrets
    words = VOCABULARY + FILLER + RARE
    old = [[rng.choice(words) for _ in range(WORDS)] for _ in range(count)]
    share = CLAUSES_EDITED[way]
    chances = [EDITED / share if rng.random() < share else 0.0 for _ in range(count)]
    new = [
        [rng.choice(words) if rng.random() < chance else word for word in clause]
        for clause, chance in zip(old, chances, strict=True)
    ]
    return [" ".join(each) for each in old], [" ".join(each) for each in new]


def write_pair(folder: Path, count: int, way: str = "spread") -> tuple[list[str], list[str]]:
    """Write a pair as statement files and as plain text; return both pairs of paths."""
    folder = folder / way
    folder.mkdir(exist_ok=True)
    files, texts = [], []
    for side, wordings in zip(("old", "new"), clauses(count, count, way), strict=True):
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


# Word by word, as a script of ten lines would: it takes minutes on 2,000 clauses.
DIFFLIB = (
    "import difflib, sys; a, b = (open(name).read().split() for name in sys.argv[1:]); "
    "print(difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes())"
)
MOST_FOR_DIFFLIB = 500


def peers(texts: list[str], size: int) -> dict[str, list[str]]:
    """Return the word diffs that are installed here, as commands on the same pair of texts."""
    found = {"git diff --word-diff": ["git", "diff", "--no-index", "--word-diff", *texts]}
    found |= {name: [name, *texts] for name in ("dwdiff", "wdiff") if shutil.which(name)}
    return found | ({"difflib": [sys.executable, "-c", DIFFLIB, *texts]} if size <= MOST_FOR_DIFFLIB else {})


Commands = dict[str, tuple[list[str], Path | None]]


def commands_on(folder: Path, sizes: tuple[int, ...]) -> Commands:
    """Return every command to time by its name, with the folder it runs in."""
    commands: Commands = {
        "python -c pass": ([sys.executable, "-c", "pass"], None),
        "stmtdiff --version": ([STMTDIFF, "--version"], None),
        "stmtdiff --help": ([STMTDIFF, "--help"], None),
    }
    for size, way in [*((size, "spread") for size in sizes), (REFERENCE, "gathered")]:
        files, texts = write_pair(folder, size, way)
        commands[f"stmtdiff compare, {size} {way}"] = ([STMTDIFF, "compare", *files], None)
        for name, command in peers(texts, size).items():
            commands[f"{name}, {size} {way}"] = (command, None)
        if size == sizes[0]:
            revisions = ["bench/2001-01-01@HEAD~1", "bench/2001-01-01@HEAD"]
            commands[REVISIONS] = ([STMTDIFF, "compare", *revisions], repository(folder, files))
    return commands


REFERENCE = 2000  # clauses for which the budgets against peers and for memory are set
REVISIONS = "stmtdiff compare, 100 at two revisions"


def main() -> None:
    """Print a table of ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--large", action="store_true", help="also 500 and 8,000 clauses, for the growth exponent")
    options = parser.parse_args()
    sizes = (100, 500, REFERENCE, 8000) if options.large else (100, REFERENCE)
    with tempfile.TemporaryDirectory() as name:
        commands = commands_on(Path(name), sizes)
        found = medians(commands, options.rounds)
        report(found)
        if options.large:
            work = [found[f"stmtdiff compare, {size} spread"] - found["stmtdiff --version"] for size in (500, 8000)]
            print(
                f"growth exponent of the work, 500 to 8,000 clauses: {math.log(work[1] / work[0]) / math.log(16):.2f}"
            )
        for way in CLAUSES_EDITED:
            command, _ = commands[f"stmtdiff compare, {REFERENCE} {way}"]
            print(f"peak memory, compare {REFERENCE} clauses, {way}: {peak_mebibytes(command):.0f} MiB")


def report(found: dict[str, float]) -> None:
    """Print every command as a multiple of bare Python."""
    bare = found["python -c pass"]
    for name, seconds in found.items():
        print(f"{name:45} {seconds / bare:7.2f} x bare")


if __name__ == "__main__":
    main()
