"""Reads ``editions/<slug>/edition.yml``."""

from __future__ import annotations

from pathlib import Path

from macros.content.redirects import Redirects, follow_redirects, read_redirects
from macros.core.image_check import LOGO_SUFFIXES, image_problem
from macros.core.parsed_files import ParsedFiles, parsed_files
from macros.core.problems import ContentError, Problem
from macros.core.validation import validate
from macros.models.editions import Edition, NeutralEdition


def read_edition(project: Path | ParsedFiles, slug: str, redirects: Redirects | None = None) -> Edition:
    """Read and check ``editions/<slug>/edition.yml``; ``redirects`` are read where they are not given.

    Raises :class:`ContentError` with everything that is wrong.
    """
    files = parsed_files(project)
    folder = files.root / "editions" / slug
    file = f"editions/{slug}/edition.yml"
    if not (folder / "edition.yml").is_file():
        raise ContentError(
            [
                Problem(
                    file,
                    0,
                    "The edition has no settings file.",
                    "Copy it from another edition and change it, or start again with “make edition”.",
                )
            ]
        )
    source = follow_redirects(files.yaml(file), read_redirects(files) if redirects is None else redirects)
    problems: list[Problem] = []
    look = source.keys.get("look")
    logo = look.get("logo") if isinstance(look, dict) else None
    if isinstance(logo, str) and not _inside(folder, logo):
        message = f"There is no logo at editions/{slug}/{logo}."
        problems.append(
            Problem(file, source.line(("look", "logo")), message, "Put the picture there, or fix the path.")
        )
    elif isinstance(logo, str) and (
        problem := image_problem(folder / logo, file, source.line(("look", "logo")), f"The logo {logo}", LOGO_SUFFIXES)
    ):
        problems.append(problem)
    try:
        model = NeutralEdition if source.keys.get("neutral") is True else Edition
        edition = validate(model, source, slug=slug)
    except ContentError as error:
        raise ContentError(problems + error.problems) from error
    if problems:
        raise ContentError(problems)
    return edition


def _inside(folder: Path, path: str) -> bool:
    """Whether ``path`` is a file inside the edition's folder: an edition must not publish a file from elsewhere."""
    whole = (folder / path).resolve()
    return whole.is_file() and whole.is_relative_to(folder.resolve())
