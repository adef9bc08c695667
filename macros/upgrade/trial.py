"""An edition tried with a newer toolkit: what would stop the build after the update, in the words that the build uses.

The newer toolkit's words are read by the code that is here: nothing that was only just fetched is run.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from macros.content.customisation.selection import UPSTREAM
from macros.content.library import read_library
from macros.content.nav_file import read_nav
from macros.core.problems import ContentError, Problem
from macros.rendering.views import markdown_safe
from macros.upgrade.compare import Look


def tried(root: Path, newest: Path, slug: str) -> list[Look]:
    """What would stop edition ``slug`` of ``root`` with the toolkit of ``newest``, and does not stop it today.

    The edition's folder is copied into ``newest``. Where the code that is here cannot read the newer toolkit at all,
    that is told too, because then nobody knows.
    """
    edition_folder = f"editions/{slug}"
    shutil.rmtree(newest / edition_folder, ignore_errors=True)
    shutil.copytree(root / edition_folder, newest / edition_folder)
    there = _problems(newest, slug)
    if there is not None and not there:
        return []  # as nearly always: to read the toolkit twice more would tell nothing
    shutil.rmtree(newest / edition_folder)
    if there is None or _problems(newest, UPSTREAM) != set():
        return [Look(edition_folder, "unseen")]
    new = there - (_problems(root, slug) or set())
    # What is wrong in a file of the edition is often told of the toolkit's files that use it, too.
    mine = {problem for problem in new if problem.file.startswith(f"{edition_folder}/")} or new
    return [
        Look(problem.place, "stops", message=markdown_safe(f"{problem.message} {problem.fix}"))
        for problem in sorted(mine)
    ]


def _problems(root: Path, slug: str) -> set[Problem] | None:
    """What is wrong in edition ``slug``; nothing at all where it cannot be said."""
    try:
        read_library(root, slug, read_nav(root))
    except ContentError as problems:
        return set(problems.problems)
    except Exception:  # a newer toolkit may be written in a way that is not known here
        return None
    return set()
