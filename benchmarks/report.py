"""``benchmarks/results.md``: a section for each part, so that one part can be measured again by itself."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterable, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

from benchmarks.measure import Cost

RESULT = Path(__file__).with_name("results.md")
HEAD = """# What is measured

Only ratios travel: seconds are those of the machine that a section names. Processor time is that of a program and of
all that it starts. What is compared was run in turn. Written by `make bench`; a part alone by `make bench PART=pages`.
"""
ORDER = ("Pages alone", "Everything", "Editions", "First view", "Worksheets on their pages", "Live preview", "Others")
LIBRARIES = ("mkdocs", "mkdocs-material", "mkdocs-macros-plugin", "weasyprint", "lxml")
QUIET = 1.5  # programs that wait for each processor; a build of our own keeps one or two of them busy


def machine() -> str:
    """The day, the machine, what else it did, and the versions, in a line or two."""
    versions = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    python = platform.python_version()
    return f"{date.today()}, {_processors()}, {platform.system()}, Python {python}; {versions}.{_load()}"


def _processors() -> str:
    """How many processors there are, and of which kind where the system says it."""
    model = re.search(r"^model name\s*: (.+)$", _read("/proc/cpuinfo"), re.MULTILINE)
    return f"{os.cpu_count()} processors{f' ({model[1].strip()})' if model else ''}"


def _load() -> str:
    """Whether other work ran beside, as far as the system says it."""
    if not hasattr(os, "getloadavg"):
        return ""
    load, processors = os.getloadavg()[1], os.cpu_count() or 1
    if load <= QUIET * processors:
        return ""
    return (
        f" Other work ran beside: {load:.0f} programs shared the {processors} processors in the last five minutes. "
        "So only ratios of processor time count, and what was waited is too long."
    )


def _read(file: str) -> str:
    return Path(file).read_text("utf-8") if Path(file).is_file() else ""


def table(names: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Rows as Markdown."""
    lines = [names, ["---"] * len(names), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def ratio(ours: float, theirs: float) -> str:
    """How many times as much it is."""
    return f"**{ours / theirs:.2f}**"


def seconds(cost: Cost) -> list[str]:
    """Processor time, waiting time and memory, for a table."""
    return [f"{cost.busy:.2f}", f"{cost.waited:.1f}", f"{cost.megabytes:.0f}"]


def write(title: str, *paragraphs: str, to: Path = RESULT) -> None:
    """Put a section in the place of the one with this ``title``; the others stay, in the order of :data:`ORDER`."""
    body = "\n\n".join([f"## {title}", *paragraphs, f"Measured on {machine()}"])
    text = to.read_text("utf-8") if to.is_file() else ""
    sections = {part.partition("\n")[0]: part.strip() for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]}
    sections[title] = body.removeprefix("## ")
    ordered = sorted(sections, key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))
    to.write_text("\n".join([HEAD, *(f"## {sections[name]}\n" for name in ordered)]), "utf-8")
    print(f"\n{body}\n", flush=True)
