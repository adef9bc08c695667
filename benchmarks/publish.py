"""From a council's comma to the live page, into ``benchmarks/publish.md``: what can be measured here, and the rest.

What only GitHub does cannot be measured here: it is allowed for, and the table says so.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.cold_build import cold_build
from benchmarks.measure import Cost, cost_of
from benchmarks.project import Bench
from benchmarks.report import machine, table

MINUTES = 4
RESULT = Path(__file__).with_suffix(".md")
EDITION = "benchton"
NOTE = f"editions/{EDITION}/notes/focus/choose-the-community.md"
WANTED = 180
ALLOWED = {
    "begin, see what there is to do": 20,
    "begin, check out the files with their history": 15,
    "fetch packages and documents from the cache": 15,
    "keep the site, and publish it": 30,
}
HEAD = """# From a council's comma to the live page

Seconds of processor time, since other programs may use the same processors. “Quiet” is what that takes on two
processors of one's own: half for what uses both, all for what uses one. What only GitHub does cannot be measured here:
the last column allows for it, and says so. Written by `python -m benchmarks publish`.
"""
TAIL = """Where only `editions/` differs from a version of the toolkit, `make test` and a second run over all links are
left out. Where nothing is kept yet, or it was lost, packages have to be installed, and every document is drawn: that
took {cold:.0f} s of processor time, about {cold_quiet:.0f} s quiet. Nothing changed: {nothing:.0f} s.
"""


@dataclass(frozen=True)
class Measured:
    """What builds cost: cold, with nothing changed and with a comma changed, and what else runs in a publication.

    ``drawn`` is how many documents the comma changed.
    """

    cold: Cost
    nothing: Cost
    comma: Cost
    drawn: int
    packages: Cost
    check: Cost

    def quiet(self, build: Cost) -> float:
        """What a build takes on two quiet processors: pages use one of them, and what is drawn both."""
        return self.nothing.busy + max(0.0, build.busy - self.nothing.busy) / 2


def main() -> None:
    """Measure, and write the file."""
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), EDITION)
        bench.add_edition(EDITION)
        note = bench.project / NOTE
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text("We asked at the café.\n", "utf-8")
        bench.site = bench.project / "site"
        cold = cold_build(bench)
        bench.ours("all")  # draws what is the edition's own
        nothing = bench.ours("all")
        before = bench.kept()
        note.write_text("We asked, at the café.\n", "utf-8")
        comma = bench.ours("all")
        drawn = len(bench.kept() - before)
        packages = _packages(bench)
        check = _check(bench)
    write(Measured(cold, nothing, comma, drawn, packages, check))


def write(measured: Measured, to: Path = RESULT) -> None:
    """Write the table of the parts, with their sum."""
    build, packages, check = measured.comma, measured.packages, measured.check
    how = f"`mkdocs build --strict`; {measured.drawn} documents and parts of books drawn again"
    begin, checkout, fetch, publish = ALLOWED
    rows = [
        _allowed(begin),
        _allowed(checkout),
        _allowed(fetch),
        _measured("see that every package is there, twice", 2 * packages.busy, 2 * packages.busy, "`pip install`"),
        _measured("build the site with a comma changed in one note", build.busy, measured.quiet(build), how),
        _measured("`make check` with every link", check.busy, check.busy, "the links of the whole site are in it"),
        _allowed(publish),
    ]
    total = sum(float(row[2]) for row in rows)
    rows.append(["**in all**", "", f"**{total:.0f}**", f"wanted: at most {WANTED}"])
    tail = TAIL.format(cold=measured.cold.busy, cold_quiet=measured.quiet(measured.cold), nothing=measured.nothing.busy)
    names = ("part", "processor time, s", "quiet, s", "how it was measured")
    to.write_text("\n".join([HEAD, table(names, rows), "", tail, f"Measured on {machine()}", ""]), "utf-8")
    print(to.read_text("utf-8"), flush=True)


def _allowed(part: str) -> list[str]:
    return [part, "–", str(ALLOWED[part]), "allowed"]


def _measured(part: str, busy: float, quiet: float, how: str) -> list[str]:
    return [part, f"{busy:.0f}", f"{quiet:.0f}", how]


def _packages(bench: Bench) -> Cost:
    """What ``make`` does where every package is there."""
    group = str(bench.project / "pyproject.toml") + ":site"
    return cost_of([sys.executable, "-m", "pip", "install", "-q", "--group", group], bench.project, {})


def _check(bench: Bench) -> Cost:
    """``make check``, which finds something to do in an invented edition, and says so by its exit code."""
    command = ["sh", "-c", f'"{sys.executable}" -m macros.commands.check >/dev/null 2>&1; test $? -le 1']
    return cost_of(command, bench.project, {**bench.environ("all"), "PYTHONPATH": str(bench.project)})
