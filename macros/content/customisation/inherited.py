"""Reads ``editions/<slug>/inherited.yml``, and which editions another has taken over from."""

from __future__ import annotations

from pathlib import Path

import yaml

from macros.core.parsed_files import ParsedFiles
from macros.core.problems import Problem
from macros.core.validation import validate
from macros.models.editions import Edition
from macros.models.inherited import Inherited

INHERITED_FILE = "inherited.yml"
SET_ASIDE = "inherited"  # the folder in which texts stand that found their place taken


def read_inherited(files: ParsedFiles, slug: str) -> Inherited:
    """What edition ``slug`` took over; nothing where it has no such file. Raises :class:`ContentError`."""
    file = f"editions/{slug}/{INHERITED_FILE}"
    return validate(Inherited, files.yaml(file)) if (files.root / file).is_file() else Inherited()


def inherited_problems(files: ParsedFiles, edition: Edition, inherited: Inherited) -> list[Problem]:
    """Files that the list names and that are not there, and councils that the settings do not name any more."""
    file, base = f"editions/{edition.slug}/{INHERITED_FILE}", files.root / "editions" / edition.slug
    fix = "If you have decided about it, delete its entry from the list."
    lines = files.yaml(file) if (files.root / file).is_file() else None
    return [
        Problem(file, lines.line(("undecided", at)) if lines else 0, f"There is no {name} any more.", fix)
        for at, entry in enumerate(inherited.undecided)
        for name in (entry.file, *entry.others)
        if not (base / name).is_file()
    ]


def succeeded(root: Path, names: list[str]) -> set[str]:
    """Those of the editions ``names`` that another of them has taken over from, as far as its settings can be read."""
    taken: set[str] = set()
    for name in names:
        try:
            settings = yaml.safe_load((root / "editions" / name / "edition.yml").read_text("utf-8-sig"))
        except (OSError, ValueError, yaml.YAMLError):
            continue  # its own build tells
        listed = settings.get("succeeds") if isinstance(settings, dict) else None
        taken |= (
            {slug for slug in listed if isinstance(slug, str) and slug != name} if isinstance(listed, list) else set()
        )
    return taken
