"""How fast is mtcheck beside its peers, and how much memory does it take?

    python -m benchmarks.speed.measure --data FOLDER [--work FOLDER] [--runs 5] [--words 220000]

Whole processes, by turns; the median of the runs counts. Writes `docs/speed.md`.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import subprocess
import sys
import time
import venv
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from shutil import which
from typing import NamedTuple

from benchmarks.speed.texts import Texts, written_texts

_PYTHON_PEERS = ("proselint==0.16.0", "translate-toolkit")
_NODE_PEERS = (
    "write-good", "textlint", "textlint-rule-common-misspellings", "textlint-rule-terminology",
    "textlint-rule-write-good", "textlint-rule-stop-words",
)  # fmt: skip
_TEXTLINT_RULES = ("common-misspellings", "terminology", "write-good", "stop-words")
_LONGEST = 600
"""Seconds after which a run is stopped and its tool left out."""
_PAGE = Path(__file__).parents[2] / "docs" / "speed.md"


class Tool(NamedTuple):
    """A command to be timed. words: of the text it reads; 0: only the time is of interest."""

    name: str
    command: tuple[str, ...]
    words: int = 0


class Run(NamedTuple):
    """What one process took: seconds by the clock, of the processor, and megabytes at most."""

    seconds: float
    processor: float
    megabytes: float


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path("build/speed"), help="for what is made")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--words", type=int, default=220_000)
    options = parser.parse_args()
    work = options.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    texts = written_texts(options.data, work, options.words)
    tools = [*_own(texts), *_python_peers(work, texts), *_node_peers(work, texts)]
    page = _page(_measured(tools, options.runs, work), texts, options.runs)
    _PAGE.write_text(page, encoding="utf-8")
    print(page)


def _own(texts: Texts) -> list[Tool]:
    command = (sys.executable, "-m", "mtcheck", "check")
    check = (*command, "--no-cache", "--jobs", "1")
    articles = (str(texts.articles), "--lang", "en")
    return [
        Tool("mtcheck", (*check, str(texts.whole), "--lang", "en"), texts.words),
        Tool("mtcheck, with a source", (*check, str(texts.pairs)), texts.pair_words),
        Tool("mtcheck, articles", (*check, *articles), texts.words),
        Tool("mtcheck, articles, two workers", (*check[:-1], "2", *articles), texts.words),
        # The run that warms up fills the cache.
        Tool("mtcheck, articles, unchanged", (*command, *articles), texts.words),
        Tool("mtcheck, tiny, --lang", (*check, str(texts.tiny), "--lang", "en")),
        Tool("mtcheck, tiny", (*check, str(texts.tiny))),
    ]


def _python_peers(work: Path, texts: Texts) -> list[Tool]:
    folder = work / "peers"
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    if not (scripts / "pofilter").exists():
        venv.create(folder, with_pip=True)
        install = [str(scripts / "python"), "-m", "pip", "install", "--quiet", *_PYTHON_PEERS]
        if subprocess.run(install, check=False).returncode:
            print("left out: proselint and pofilter could not be installed", file=sys.stderr)
            return []
    lint = (str(scripts / "proselint"), "-o", "compact", "check")
    filtered = (str(scripts / "pofilter"), "--progress=none", "--language=en")
    out = str(work / "pofilter")
    return [
        Tool("proselint", (*lint, str(texts.whole)), texts.words),
        Tool("proselint, tiny", (*lint, str(texts.tiny))),
        Tool("pofilter, with a source", (*filtered, str(texts.pairs), out), texts.pair_words),
        Tool("pofilter, tiny", (*filtered, str(texts.tiny_pair), out)),
    ]


def _node_peers(work: Path, texts: Texts) -> list[Tool]:
    npm = which("npm")
    folder = work / "node"
    scripts = folder / "node_modules" / ".bin"
    if npm and not (scripts / "textlint").exists():
        folder.mkdir(exist_ok=True)
        command = [npm, "install", "--silent", "--no-audit", "--prefix", str(folder), *_NODE_PEERS]
        subprocess.run(command, check=False)
    if not (scripts / "textlint").exists():
        print("left out: write-good and textlint could not be installed", file=sys.stderr)
        return []
    rules = [argument for rule in _TEXTLINT_RULES for argument in ("--rule", rule)]
    lint = (str(scripts / "textlint"), "-f", "unix", *rules)
    return [
        Tool("write-good", (str(scripts / "write-good"), "--parse", str(texts.whole)), texts.words),
        Tool("write-good, tiny", (str(scripts / "write-good"), "--parse", str(texts.tiny))),
        Tool("textlint, a tenth", (*lint, str(texts.tenth)), texts.tenth_words),
        Tool("textlint, tiny", (*lint, str(texts.tiny))),
    ]


def _measured(tools: Sequence[Tool], runs: int, work: Path) -> dict[Tool, list[Run]]:
    """By turns, so that what else the machine does falls on all; the first run warms up and does
    not count."""
    found: dict[Tool, list[Run]] = {tool: [] for tool in tools}
    for number in range(runs + 1):
        for tool in list(found):
            run = _timed(tool, work)
            if run is None:
                print(f"left out: {tool.name} took over {_LONGEST} s", file=sys.stderr)
                del found[tool]
            elif number:
                found[tool].append(run)
    return found


def _timed(tool: Tool, work: Path) -> Run | None:
    """One run; None where it was stopped. Each runs under a small process of its own, because the
    system tells the memory of the largest child only."""
    watched = (sys.executable, str(Path(__file__).with_name("watched.py")), str(_LONGEST))
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    told = subprocess.run(
        (*watched, *tool.command),
        cwd=work,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    return Run(*map(float, told)) if told else None


def _page(found: dict[Tool, list[Run]], texts: Texts, runs: int) -> str:
    rows = [_row(tool, runs_of) for tool, runs_of in found.items()]
    return _HEAD.format(
        runs=runs,
        words=f"{texts.words:,}",
        pair_words=f"{texts.pair_words:,}",
        articles=texts.article_count,
        machine=_machine(),
        date=date.today().isoformat(),
        versions=", ".join(_versions(found)),
    ) + "".join(rows)


_HEAD = """# Speed

Written by `python -m benchmarks.speed.measure`; run it again on your machine. Whole processes with
all their default rules, by turns, after one run to warm up; the median of {runs}. Words a second
are those of the processor's time, which tells more than the clock's where other programs run too.

The text: {words} words of machine-translated news (WMT news tasks, from Japanese, Russian
and Chinese into English), once as one file and once as {articles} files; with the sources,
{pair_words} words as PO.

{date}, {machine}; {versions}.

| | seconds | of the processor | words a second | memory, MB |
|---|---|---|---|---|
"""


def _row(tool: Tool, runs: Sequence[Run]) -> str:
    seconds, processor, megabytes = (
        statistics.median(column) for column in zip(*runs, strict=True)
    )
    speed = f"{round(tool.words / processor, -2):,.0f}" if tool.words else ""
    return f"| {tool.name} | {seconds:.2f} | {processor:.2f} | {speed} | {megabytes:.0f} |\n"


def _machine() -> str:
    model = platform.processor() or platform.machine()
    information = Path("/proc/cpuinfo")
    if information.exists():
        lines = information.read_text(encoding="utf-8").splitlines()
        model = next((x.partition(": ")[2] for x in lines if x.startswith("model name")), model)
    return f"{model}, {os.cpu_count()} cores, {platform.system()}, Python {sys.version.split()[0]}"


def _versions(found: dict[Tool, list[Run]]) -> list[str]:
    versions: list[str] = []
    for name in ("mtcheck", "proselint", "pofilter", "write-good", "textlint"):
        tool = next((tool for tool in found if tool.name.startswith(name)), None)
        if tool:
            head = tool.command[:3] if name == "mtcheck" else tool.command[:1]
            asked = "version" if name == "proselint" else "--version"
            told = subprocess.run((*head, asked), check=False, capture_output=True, text=True)
            lines = (told.stdout or told.stderr).strip().splitlines() or [""]
            number = lines[0].split()[-1] if lines[0] else ""
            versions.append(f"{name} {number}".strip())
    return versions


if __name__ == "__main__":
    started = time.monotonic()
    main()
    print(f"took {time.monotonic() - started:.0f} s", file=sys.stderr)
