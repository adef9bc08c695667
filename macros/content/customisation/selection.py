"""Which edition is built: the one that is asked for, else the only council's, else the toolkit's own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from macros.content.customisation.former_default import FORMER, LEFT_OVER, is_left_over
from macros.content.customisation.inherited import succeeded
from macros.core.problems import ContentError, Problem

UPSTREAM = "toolkit"  # the neutral edition, which is no council's
ALL = "all"  # what EDITION says to have every edition built


def choose(root: Path, environ: Mapping[str, str]) -> tuple[str, str]:
    """Which edition to build, and why: the slug and a sentence.

    The environment's ``EDITION``; else the only folder beside ``toolkit``; else ``toolkit``.
    Raises :class:`ContentError` when the folder is not there or the choice is not clear.
    """
    names = every_edition(root)
    asked = environ.get("EDITION", "").strip()
    if asked == ALL:
        fix = "Run `make site EDITION=all`, or name one edition."
        raise ContentError([Problem("editions/", 0, "“all” is not one edition.", fix)])
    if asked:
        if asked not in names:
            raise ContentError([_unknown(asked, names)])
        return _named_well(asked), "because EDITION says so"
    taken_over = succeeded(root, names)
    councils = [slug for slug in names if slug != UPSTREAM]
    # Those that name each other settle nothing.
    candidates = [slug for slug in councils if slug not in taken_over] or councils
    if len(candidates) > 1:
        message = f"There are several editions: {', '.join(candidates)}."
        every = ",".join(candidates)
        fix = f"Say which one to build, such as EDITION={candidates[0]}. To build them all: make site EDITION={every}."
        fix += " On GitHub, EDITION is a variable: Settings, Secrets and variables, Actions, Variables."
        raise ContentError([Problem("editions/", 0, message, fix)])
    if candidates:
        why = f"because it is the only edition beside editions/{UPSTREAM}/"
        if taken_over:
            why += f" that no other has taken over from ({', '.join(sorted(taken_over))})"
    else:
        why = "because no council has an edition here: it speaks of “your council”"
    if is_left_over(root / "editions" / FORMER):
        why += f"; {LEFT_OVER}"
    return (_named_well(candidates[0]) if candidates else UPSTREAM), why


def every_edition(root: Path) -> list[str]:
    """The names of all editions, in order. Raises :class:`ContentError` where there is none."""
    if not (names := slugs(root)):
        fix = f"Bring back the folder editions/{UPSTREAM}/ as it was, from its history in git."
        raise ContentError([Problem("editions/", 0, "There is no edition.", fix)])
    return names


def slugs(root: Path) -> list[str]:
    """The names of all folders of editions, in order; none where there is no editions/.

    The toolkit's former default edition, left over in a fork, is not one.
    """
    if not (root / "editions").is_dir():
        return []
    folders = (path for path in (root / "editions").iterdir() if path.is_dir())
    return sorted(path.name for path in folders if not path.name.startswith((".", "_")) and not is_left_over(path))


def is_slug(name: str) -> bool:
    """Whether an edition's folder may have this name, which stands in web addresses and after ``EDITION=``."""
    return name != ALL and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) is not None


def _unknown(asked: str, names: list[str]) -> Problem:
    """What to say of an edition that is not there."""
    if asked == FORMER:
        message = f"There is no edition called “{FORMER}” any more: the toolkit's own is called “{UPSTREAM}” now."
        fix = "Take the setting EDITION away, or name your own folder in it."
        fix += " On GitHub it is under Settings, Secrets and variables, Actions, Variables."
        return Problem("editions/", 0, message, fix)
    near = next((slug for slug in names if slug.lower() == asked.lower()), None)
    fix = f"Did you mean “{near}”?" if near else f"Choose one of: {', '.join(names)}."
    return Problem("editions/", 0, f"There is no edition called “{asked}”.", fix)


def _named_well(slug: str) -> str:
    if not is_slug(slug):
        message = "The folder's name cannot be part of a web address."
        fix = "Name it with small letters a to z, digits and hyphens, such as “kings-lynn”."
        raise ContentError([Problem(f"editions/{slug}/", 0, message, fix)])
    return slug
