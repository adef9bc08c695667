"""Pages that have another address now, or none: templates/moved.yml. A published address always leads somewhere."""

from __future__ import annotations

from collections.abc import Container, Iterable
from pathlib import Path

from pydantic import Field

from macros.checked import Strict, check
from macros.faults import Fault
from macros.references import near
from macros.source import Source, read_yaml

FILE = "templates/moved.yml"


class Moved(Strict):
    """Paths in docs/. ``moved`` gives a page's new path; ``gone`` where the readers of a page that is gone are led."""

    moved: dict[str, str] = Field(default_factory=dict)
    gone: dict[str, str] = Field(default_factory=dict)

    @property
    def ways(self) -> dict[str, str]:
        """Every old path with the page to which it leads."""
        return {**self.moved, **self.gone}

    def now(self, path: str) -> str | None:
        """Where ``path`` is today: itself, its new path, or None where it is gone."""
        return None if path in self.gone else self.moved.get(path, path)


def read_moved(root: Path) -> Moved:
    """Read the list; a project without one has moved nothing. Raises :class:`Faults` when it cannot be read."""
    return check(Moved, _source(root))


def faults_of(root: Path, moved: Moved, pages: Iterable[str], toolkit: Container[str]) -> list[Fault]:
    """What is wrong with the list: ``pages`` are all that there are, ``toolkit`` those that the toolkit itself has."""
    source = _source(root)
    known = set(pages)
    faults: list[Fault] = []
    for kind, ways in (("moved", moved.moved), ("gone", moved.gone)):
        for old, new in ways.items():
            line = source.line((kind, old))
            if old in toolkit:
                mend = "Take the line away, or take the page away: an address is never used again for something else."
                faults.append(Fault(FILE, line, f"{old} is still in docs/.", mend))
            if new in moved.ways:
                mend = f"Write where that one leads: {moved.ways[new]}."
                faults.append(Fault(FILE, line, f"{new} has itself moved on.", mend))
            elif new not in known:
                faults.append(Fault(FILE, line, f"There is no page docs/{new}.", near(new, known)))
            if kind == "gone" and old in moved.moved:
                faults.append(Fault(FILE, line, f"{old} is both moved and gone.", "Keep one of the two lines."))
    return faults


def _source(root: Path) -> Source:
    if not (root / FILE).is_file():
        return Source(FILE, {})
    return read_yaml(root / FILE, FILE)
