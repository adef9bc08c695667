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
from macros.content.redirects import Redirects
from macros.core.parsed_files import ParsedFiles, parsed_files
from macros.core.problems import ContentError, ProblemCollector
from macros.core.validation import validate
from macros.models.editions import Edition

LISTED_FOLDER = "templates/listed"


@dataclass(frozen=True)
class Adopter:
    """One edition: its settings, and how many of the toolkit's steps it keeps."""

    edition: Edition
    steps: int


def read_adopters(
    project: Path | ParsedFiles, steps: set[str], collector: ProblemCollector, redirects: Redirects | None = None
) -> list[Adopter]:
    """Every edition that may be listed, by place; problems of the copies go to ``collector``.

    ``steps`` are the paths of the toolkit's steps in docs/.
    """
    files = parsed_files(project)
    editions = {edition.slug: edition for edition in _here(files, redirects)}
    for path in sorted((files.root / LISTED_FOLDER).glob("*.yml")):
        with collector:
            source = files.yaml(f"{LISTED_FOLDER}/{path.name}")
            editions.setdefault(path.stem, validate(Edition, source, slug=path.stem))
    adopters = [
        Adopter(edition, len(steps - {hide.page for hide in edition.hide}))
        for edition in editions.values()
        if edition.listed
    ]
    return sorted(adopters, key=lambda adopter: adopter.edition.place.lower())


def _here(files: ParsedFiles, redirects: Redirects | None) -> Iterator[Edition]:
    """The editions of this project. One with a fault is passed over: its own build tells it."""
    for slug in slugs(files.root):
        try:
            yield read_edition(files, slug, redirects)
        except ContentError:
            continue
