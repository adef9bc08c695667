"""Notes that editions share with each other: a card at the step, with who did it, where and when.

They are collected once a week from each listed edition's ``edition.json`` (:mod:`macros.commands.shared_notes`), and
stand in ``templates/shared/`` only once a person has merged them. A build fetches nothing.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from macros.content.redirects import Redirects
from macros.core.parsed_files import ParsedFiles
from macros.core.parsing import ParsedFile
from macros.core.problems import Problem, ProblemCollector
from macros.core.suggestions import near
from macros.core.urls import address
from macros.core.validation import validate
from macros.models.editions import Edition, Share
from macros.models.shared_notes import SharedNotes

SHARED_FOLDER = "templates/shared"


@dataclass(frozen=True)
class SharedCard:
    """One council's note at a step; ``url`` is the same step on its own site."""

    council: str
    place_kind: str
    url: str
    text: str
    day: date


def read_shared(
    files: ParsedFiles,
    edition: Edition | None,
    steps: Collection[str],
    redirects: Redirects,
    collector: ProblemCollector,
) -> dict[str, list[SharedCard]]:
    """The cards for ``edition`` by the step's path in docs/: its own kind of place first, then the newest.

    None where it wants none; its own are left out. ``steps`` are the toolkit's. A note at a step that has moved follows
    it, and one at a step that is gone is not shown. Problems of the files go to ``collector``.
    """
    cards: dict[str, list[SharedCard]] = {}
    for path in sorted((files.root / SHARED_FOLDER).glob("*.yml")):
        with collector:
            source = files.yaml(f"{SHARED_FOLDER}/{path.name}")
            shared = validate(SharedNotes, source)
            collector.problems.extend(share_problems(shared.notes, source, ("notes",), steps, redirects))
            if edition is None or not edition.shared_notes or path.stem == edition.slug:
                continue
            for note in shared.notes:
                if (step := redirects.now(note.step)) in steps:
                    url = f"{shared.address.rstrip('/')}/{address(note.step)}"
                    card = SharedCard(shared.council, shared.place_kind, url, note.text, note.day)
                    cards.setdefault(str(step), []).append(card)
    kind = edition.place_kind if edition else ""
    for of_step in cards.values():
        of_step.sort(key=lambda card: (card.place_kind != kind, -card.day.toordinal(), card.council))
    return cards


def own_share_problems(
    files: ParsedFiles, edition: Edition, steps: Collection[str], redirects: Redirects
) -> list[Problem]:
    """What is wrong with what ``edition`` itself shares."""
    source = files.yaml(f"editions/{edition.slug}/edition.yml")
    problems = share_problems(edition.shares, source, ("shares",), steps, redirects)
    hidden = {hide.page for hide in edition.hide}
    for at, note in enumerate(edition.shares):
        if note.step in hidden:
            fix = "Delete it here, or show the step again."
            message = f"“shares” has a note about {note.step}, which this edition leaves out."
            problems.append(Problem(source.file, source.line(("shares", at, "step")), message, fix))
    return problems


def share_problems(
    notes: list[Share], source: ParsedFile, keys: tuple[str, ...], steps: Collection[str], redirects: Redirects
) -> list[Problem]:
    """Notes at what is no step, and two at one step; ``keys`` lead to the list in ``source``."""
    problems: list[Problem] = []
    seen: set[str] = set()
    for at, note in enumerate(notes):
        line = source.line((*keys, at, "step"))
        if note.step not in steps and note.step not in redirects.ways:
            message = f"{note.step} is not a step of the toolkit."
            problems.append(Problem(source.file, line, message, near(note.step, steps)))
        elif note.step in seen:
            problems.append(
                Problem(source.file, line, f"There are two notes about {note.step}.", "Join them into one.")
            )
        seen.add(note.step)
    return problems
