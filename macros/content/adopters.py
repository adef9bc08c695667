"""Who publishes an edition, for the page that says so.

A council that works in a fork of its own sends a copy of its ``edition.yml`` as ``templates/listed/<name>.yml``. Its
folder does not come along: a second folder in ``editions/`` would leave every other fork to choose between the two.
An edition in ``editions/`` of this very project is shown too. Both only where they say ``listed: true``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.content.customisation.selection import slugs
from macros.content.editions import read_edition
from macros.core.parsing import read_yaml
from macros.core.problems import ContentError, ProblemCollector
from macros.core.validation import validate
from macros.models.editions import Edition

FOLDER = "templates/listed"


@dataclass(frozen=True)
class Adopter:
    """One edition: its settings, and how many of the toolkit's steps it keeps."""

    edition: Edition
    steps: int


def read_adopters(root: Path, steps: set[str], collector: ProblemCollector) -> list[Adopter]:
    """Every edition that may be listed, by place; faults of the copies go to ``collector``.

    ``steps`` are the paths of the toolkit's steps in docs/.
    """
    found = {edition.slug: edition for edition in _here(root)}
    for path in sorted((root / FOLDER).glob("*.yml")):
        with collector:
            source = read_yaml(path, f"{FOLDER}/{path.name}")
            found.setdefault(path.stem, validate(Edition, source, slug=path.stem))
    kept = [
        Adopter(edition, len(steps - {one.page for one in edition.hide}))
        for edition in found.values()
        if edition.listed
    ]
    return sorted(kept, key=lambda one: one.edition.place.lower())


def _here(root: Path) -> Iterator[Edition]:
    """The editions of this project. One with a fault is passed over: its own build tells it."""
    for slug in slugs(root):
        try:
            yield read_edition(root, slug)
        except ContentError:
            continue
