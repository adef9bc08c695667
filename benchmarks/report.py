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
all that it starts. What is compared was run in turn. Written by `make bench`; a part alone by `python -m benchmarks`.
"""
LIBRARIES = ("mkdocs", "mkdocs-material", "mkdocs-macros-plugin", "weasyprint", "lxml")


def machine() -> str:
    """The day, the machine and the versions, in a line."""
    versions = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    python = platform.python_version()
    return f"{date.today()}, {os.cpu_count()} processors, {platform.system()}, Python {python}; {versions}."


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
    """Put a section in the place of the one with this ``title``, or behind all."""
    body = "\n\n".join([f"## {title}", *paragraphs, f"Measured on {machine()}"])
    text = to.read_text("utf-8") if to.is_file() else ""
    sections = {part.partition("\n")[0]: part.strip() for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]}
    sections[title] = body.removeprefix("## ")
    to.write_text("\n".join([HEAD, *(f"## {section}\n" for section in sections.values())]), "utf-8")
    print(f"\n{body}\n", flush=True)
