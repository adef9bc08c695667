"""What listed editions share, asked once a week: ``python -m macros.commands.shared_notes``. It needs a network.

Each edition in ``templates/listed/`` that gives its address is asked for its ``edition.json``. What it shares is
written to ``templates/shared/<edition>.yml``, for a person to look at and merge: until then no site shows it. The
report is in ``.cache/shared-notes.md``. Returns 1 where there is something to look at.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from macros.commands import run
from macros.content.library import Library, read_library
from macros.content.nav_file import read_nav
from macros.content.shared_notes import SHARED_FOLDER, share_problems
from macros.core.parsing import ParsedFile
from macros.core.problems import ContentError, Problem
from macros.core.validation import validate
from macros.core.web import Fetch, fetch
from macros.models.editions import Edition
from macros.models.shared_notes import SharedNotes
from macros.paths import PROJECT

NOTES_REPORT = ".cache/shared-notes.md"
SHARED_HEAD = (
    "# What this edition shares, as its own edition.json says it. A person merged it; nothing else changes it.\n"
)


@dataclass
class Collected:
    """``files`` are the texts that changed by path, None where one goes; ``problems`` what went wrong, a line each."""

    files: dict[str, str | None] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def collect(library: Library, ask: Fetch) -> Collected:
    """Ask every listed edition what it shares. One that cannot be asked, or says it wrongly, stops no other."""
    collected = Collected()
    for adopter in library.listed:
        edition = adopter.edition
        if not edition.site.url:
            continue
        path = f"{SHARED_FOLDER}/{edition.slug}.yml"
        try:
            text = _file(edition, _answer(edition.site.url, ask), library)
        except (ContentError, OSError, ValueError) as error:
            collected.problems.append(f"{edition.council}: {' '.join(str(error).split())}")
            continue
        here = library.root / path
        if text != (here.read_text("utf-8") if here.is_file() else None):
            collected.files[path] = text
    return collected


def _answer(site: str, ask: Fetch) -> dict[str, Any]:
    """What ``edition.json`` of ``site`` holds. Raises ``OSError`` or ``ValueError`` where it cannot be read."""
    url = f"{site.rstrip('/')}/edition.json"
    answer = json.loads(ask(url))
    if not isinstance(answer, dict):
        raise ValueError(f"{url} does not hold what an edition.json holds")
    return answer


def _file(edition: Edition, answer: dict[str, Any], library: Library) -> str | None:
    """The text of the edition's file; None where it shares nothing.

    Who says it, and where, is taken from the list that a person approved. Raises :class:`ContentError`.
    """
    shares = answer.get("shares")
    if not shares:
        return None
    name = f"edition.json of {edition.slug}"
    notes = [_with_day(note) for note in shares] if isinstance(shares, list) else shares
    claimed = {
        "council": edition.council,
        "place_kind": edition.place_kind,
        "address": edition.site.url,
        "notes": notes,
    }
    source = ParsedFile(name, claimed)
    shared = validate(SharedNotes, source)
    if problems := share_problems(shared.notes, source, ("notes",), library.toolkit_steps(), library.moved):
        raise ContentError(problems)
    return SHARED_HEAD + yaml.safe_dump(shared.model_dump(), allow_unicode=True, sort_keys=False, width=120)


def _with_day(note: Any) -> Any:
    """JSON has no days: the text of one becomes one, and anything else is left for the check to tell."""
    if not isinstance(note, dict) or not isinstance(note.get("day"), str):
        return note
    try:
        return {**note, "day": date.fromisoformat(note["day"])}
    except ValueError as error:
        fix = "Write year, month, day: 2026-11-24."
        raise ContentError([Problem("edition.json", 0, f"“{note['day']}” is no day.", fix)]) from error


def report(collected: Collected) -> str:
    """What a person reads before merging."""
    lines = []
    if collected.files:
        lines += [
            "Editions share notes that no person has looked at yet.",
            "Is each true of its council, kind and plain?",
        ]
        lines += ["Then open a pull request from the branch “shared-notes”, and merge it.", ""]
    for path, text in collected.files.items():
        if text is None:
            lines.append(f"- `{path}` goes: the edition shares nothing any more.")
            continue
        shared = yaml.safe_load(text)
        lines += [
            f"- {shared['council']}, `{path}`",
            *(f"  - {note['step']}: {note['text']}" for note in shared["notes"]),
        ]
    if collected.problems:
        lines += [
            "",
            "These gave no answer, or one that cannot be used:",
            "",
            *(f"- {line}" for line in collected.problems),
        ]
    return "\n".join(lines or ["No edition shares anything new."]) + "\n"


def main(root: Path = PROJECT, ask: Fetch = fetch) -> int:
    """Ask, and write files and report. Returns 1 where there is something to look at."""
    collected = collect(read_library(root, "toolkit", read_nav(root)), ask)
    for path, text in collected.files.items():
        if text is None:
            (root / path).unlink()
        else:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, "utf-8")
    (root / NOTES_REPORT).parent.mkdir(exist_ok=True)
    (root / NOTES_REPORT).write_text(report(collected), "utf-8")
    return 1 if collected.files else 0


if __name__ == "__main__":
    sys.exit(run(main))
