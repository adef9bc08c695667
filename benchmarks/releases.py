"""A hundred releases of the toolkit over forty councils' editions, with real git: what is in conflict, lost or dead?

``python -m benchmarks.releases [SEED]`` writes the answer into ``benchmarks/releases.md``. Councils write in their own
folders, and sometimes in the toolkit's files; they take each release, or every few; some are merged into new ones, by
the code of ``make inherit``. Where a release clashes with what stands in the wrong place, they go the way back that the
page “Stay up to date” tells. In the end each edition is read as its build would read it.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from benchmarks.report import table, write
from benchmarks.simulated_councils import WORD, Council
from benchmarks.simulated_git import MAIN, Commit, Store
from benchmarks.simulated_toolkit import Toolkit
from macros.content.library import Library, read_library
from macros.content.nav_file import read_nav
from macros.core.problems import ContentError
from macros.scaffold.inherit import inherit

RESULT = Path(__file__).with_name("releases.md")
COUNCILS, RELEASES, MERGERS, SEED = 40, 100, 8, 2027
WRITE = 0.4  # how likely it is that a council writes something between two releases


@dataclass
class Outcome:
    """What came of it. All but the counts should be empty."""

    merges: int = 0
    ways_back: int = 0  # merges before which words that stood in the wrong place were moved
    conflicts: list[str] = field(default_factory=list)
    words: int = 0
    lost: list[str] = field(default_factory=list)
    addresses: int = 0
    dead: list[str] = field(default_factory=list)
    stopped: list[str] = field(default_factory=list)  # editions whose build would stop
    followed: dict[str, str] = field(default_factory=dict)  # councils that are no more, and who follows them


class Simulation:
    """One run in ``folder``; the same ``seed`` gives the same run."""

    def __init__(self, folder: Path, seed: int, councils: int) -> None:
        self.folder, self.random = folder, random.Random(seed)  # noqa: S311 - nothing is kept secret by it
        self.numbers = count(1)
        self.store, self.toolkit, self.outcome = Store(folder / "git"), Toolkit.begin(self.random), Outcome()
        self.store.commit([Commit(MAIN, self.toolkit.files)])
        self.councils = [self._new(f"town{number}") for number in range(1, councils + 1)]
        self.former: list[Council] = []

    def _new(self, slug: str) -> Council:
        council = Council(slug, self.random, self.numbers, self.random.choice((1, 1, 1, 2, 3, 7)))
        council.learn(self.toolkit.docs(), self.toolkit.moved)
        self.store.commit([Commit(council.ref, council.files(council.folder), start=MAIN)])
        return council

    def release(self, number: int) -> None:
        """Councils write; then the toolkit changes, and those whose turn it is take the new release."""
        writing = [council for council in self.councils if self.random.random() < WRITE]
        self.store.commit([Commit(fork.ref, fork.act(self._reader(fork.ref))) for fork in writing])
        self.store.commit([Commit(MAIN, self.toolkit.release(number))])
        self.take([council for council in self.councils if number % council.every == 0], number)

    def take(self, taking: list[Council], number: int) -> None:
        """Let these councils take the newest release, on the way back where git would not know whose words to keep."""
        merges = dict(
            zip([fork.slug for fork in taking], self.store.merges([fork.ref for fork in taking]), strict=True)
        )
        back = [council for council in taking if merges[council.slug].conflicts]
        if back:
            self.outcome.ways_back += len(back)
            self.store.commit([Commit(council.ref, self._way_back(council)) for council in back])
            again = self.store.merges([council.ref for council in back])
            merges |= zip([council.slug for council in back], again, strict=True)
        self.outcome.merges += len(taking)
        clean = []
        for council in taking:
            if files := merges[council.slug].conflicts:
                self.outcome.conflicts.append(f"release {number}, {council.slug}: {', '.join(files)}")
                continue
            clean.append(Commit(council.ref, merged=MAIN, tree=merges[council.slug].tree))
            council.learn(self.toolkit.docs(), self.toolkit.moved)
        self.store.commit(clean)

    def _reader(self, ref: str) -> Callable[[str], str]:
        return lambda path: self.store.text(ref, path) or ""

    def _way_back(self, council: Council) -> dict[str, str | None]:
        """Words that stand in the wrong place go into the edition's own folder, and the toolkit's text goes back."""
        base, changed = self.store.base(council.ref), dict[str, str | None]()
        differing = self.store.run("diff", "--name-only", "--no-renames", base, council.ref, "--", "docs").decode()
        for path in differing.split():
            changed[path] = self.store.text(base, path)
        for page, lines in council.edited.items():
            for line in lines:
                changed |= council.files(council.note(page, line))
        council.edited = {}
        return changed

    def merge_councils(self, number: int) -> None:
        """Two or three councils become one, which begins with what they wrote."""
        old = self.random.sample(self.councils, self.random.choice((2, 3)))
        self.take(old, number)
        self.store.commit([Commit(council.ref, self._way_back(council)) for council in old])  # to hand over all words
        new = Council(f"county{number}", self.random, self.numbers)
        new.folder["edition.yml"] += f"succeeds: [{', '.join(council.slug for council in old)}]\n"
        root = self.folder / new.slug
        for council in [*old, new]:
            for path, text in council.files(council.folder).items():
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_text(str(text), "utf-8")
        inherit(root, new.slug)
        folder = root / "editions" / new.slug
        new.folder = {
            path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()
        }
        new.settings = new.folder["edition.yml"]
        for council in old:
            new.words |= {word: page for word, page in council.words.items() if page not in _hidden(council)}
            new.addresses |= council.addresses
            self.councils.remove(council)
            self.former.append(council)
            self.outcome.followed[council.slug] = new.slug
        self.store.commit([Commit(new.ref, new.files(new.folder), start=MAIN)])
        new.learn(self.toolkit.docs(), self.toolkit.moved)
        self.councils.append(new)

    def finish(self, number: int) -> Outcome:
        """Everybody takes the last release, and every edition is read. What is lost or dead is listed."""
        self.take(self.councils, number)
        root = self.folder / "read"
        root.mkdir()
        for name in ("docs", "templates", "editions", "mkdocs.yml", "CHANGELOG.md", "pyproject.toml"):
            self.store.check_out(MAIN, name, root)
        for council in self.councils:
            kept = self.store.words(council.ref, WORD)
            self.outcome.words += len(council.words)
            self.outcome.lost += [f"{council.slug}: {word}" for word in sorted(council.words.keys() - kept)]
            self.store.check_out(council.ref, f"editions/{council.slug}", root)
            try:
                self._read(council, read_library(root, council.slug, read_nav(root)))
            except ContentError as problems:
                self.outcome.stopped.append(f"{council.slug}: {problems}")
            shutil.rmtree(root / "editions" / council.slug)
        return self.outcome

    def _read(self, council: Council, library: Library) -> None:
        """Look for each address that there ever was, and for each note on its page."""
        served = {*library.pages, *(f"worksheets/{name}.md" for name in library.worksheets)}
        for path in sorted(self.toolkit.published | council.addresses):
            self.outcome.addresses += 1
            if path not in served and library.moved.ways.get(path) not in served:
                self.outcome.dead.append(f"{council.slug}: {path}")
        for word, page in council.noted.items():
            now = self.toolkit.now(page)
            if page not in self.toolkit.gone and word not in library.notes.get(now, ""):
                self.outcome.lost.append(f"{council.slug}: {word} is not shown on {now}")


def _hidden(council: Council) -> set[str]:
    """Pages that a council left out: their reasons are told to the council that follows, and are not its own words."""
    return {line.split("page: ")[1].split(",")[0] for line in council.settings.splitlines() if "{page: " in line}


def simulate(
    folder: Path, seed: int = SEED, councils: int = COUNCILS, releases: int = RELEASES, mergers: int = MERGERS
) -> Outcome:
    """Run it all in ``folder``."""
    simulation = Simulation(folder, seed, councils)
    at = {releases * number // (mergers + 1) for number in range(1, mergers + 1)}
    for number in range(1, releases + 1):
        simulation.release(number)
        if number in at:
            simulation.merge_councils(number)
    return simulation.finish(releases)


def main() -> int:
    """Simulate, and write the answer. Returns 1 where anything was in conflict, lost or dead."""
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else SEED
    with tempfile.TemporaryDirectory() as folder:
        outcome = simulate(Path(folder), seed)
    bad = {
        "conflicts that were left": outcome.conflicts, "sentences lost": outcome.lost,
        "addresses dead": outcome.dead, "editions whose build would stop": outcome.stopped,
    }  # fmt: skip
    rows: list[list[object]] = [
        ["councils at first", COUNCILS], ["releases", RELEASES], ["releases taken by a council", outcome.merges],
        ["of these, after words were moved out of the toolkit's files", outcome.ways_back],
        ["councils that became part of another", len(outcome.followed)], ["sentences looked for", outcome.words],
        ["addresses looked for", outcome.addresses],
    ]  # fmt: skip
    rows += [[name, f"**{len(lines)}**"] for name, lines in bad.items()]
    write(
        "Releases",
        "All councils, their words and the pages that come and go are invented; the toolkit below them is this one. "
        f"By `python -m benchmarks.releases {seed}`, which gives the same run again.",
        table(("what", "how many"), rows),
        "\n".join(f"- {name}: {line}" for name, lines in bad.items() for line in lines[:20]) or "Nothing is listed.",
        to=RESULT,
    )
    return 1 if any(bad.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
