"""Which edition is built: the one that is asked for, else the only one beside Leeds's, else Leeds's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from macros.core.problems import ContentError, Problem

UPSTREAM = "leeds"
ALL = "all"  # what EDITION says to have every edition built


def choose(root: Path, environ: Mapping[str, str]) -> tuple[str, str]:
    """Which edition to build, and why: the slug and a sentence.

    The environment's ``EDITION``; else the only folder beside ``leeds``; else ``leeds``.
    Raises :class:`ContentError` when the folder is not there or the choice is not clear.
    """
    names = every_edition(root)
    asked = environ.get("EDITION", "").strip()
    if asked == ALL:
        fix = "Run `make site EDITION=all`, or name one edition."
        raise ContentError([Problem("editions/", 0, "“all” is not one edition.", fix)])
    if asked:
        if asked not in names:
            near = next((slug for slug in names if slug.lower() == asked.lower()), None)
            fix = f"Did you mean “{near}”?" if near else f"Choose one of: {', '.join(names)}."
            raise ContentError([Problem("editions/", 0, f"There is no edition called “{asked}”.", fix)])
        return _named_well(asked), "because EDITION says so"
    councils = [slug for slug in names if slug != UPSTREAM]
    if len(councils) > 1:
        message = f"There are several editions: {', '.join(councils)}."
        every = ",".join(councils)
        fix = f"Say which one to build, such as EDITION={councils[0]}. To build them all: make site EDITION={every}."
        fix += " On GitHub, EDITION is a variable: Settings, Secrets and variables, Actions, Variables."
        raise ContentError([Problem("editions/", 0, message, fix)])
    if councils:
        return _named_well(councils[0]), "because it is the only edition beside Leeds's"
    return UPSTREAM, "because there is no other edition"


def every_edition(root: Path) -> list[str]:
    """The names of all editions, in order. Raises :class:`ContentError` where there is none."""
    if not (names := slugs(root)):
        fix = "Bring back the folder editions/leeds/ as it was, from the files' history."
        raise ContentError([Problem("editions/", 0, "There is no edition.", fix)])
    return names


def slugs(root: Path) -> list[str]:
    """The names of all folders of editions, in order; none where there is no editions/."""
    if not (root / "editions").is_dir():
        return []
    folders = (path for path in (root / "editions").iterdir() if path.is_dir())
    return sorted(path.name for path in folders if not path.name.startswith((".", "_")))


def is_slug(name: str) -> bool:
    """Whether an edition's folder may have this name, which stands in web addresses and after ``EDITION=``."""
    return name != ALL and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) is not None


def _named_well(slug: str) -> str:
    if not is_slug(slug):
        message = "The folder's name cannot stand in a web address."
        fix = "Name it with small letters a to z, digits and hyphens, such as “kings-lynn”."
        raise ContentError([Problem(f"editions/{slug}/", 0, message, fix)])
    return slug
