"""A new edition: from a few answers to a checked folder ``editions/<name>/``. It never writes over anything."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup

from macros.content.customisation.selection import ALL, UPSTREAM, is_slug
from macros.content.editions import read_edition
from macros.content.library import read_library
from macros.content.nav_file import read_nav
from macros.content.strings import read_strings, words_at
from macros.core.problems import ContentError, Problem
from macros.rendering.views import markdown_safe, render
from macros.scaffold.council_names import folder_name, initials
from macros.scaffold.initials_logo import mark
from macros.scaffold.questions import LOGO_FILE, WAYS, settings


def create_edition(root: Path, answers: Mapping[str, str]) -> Path:
    """Write the edition that ``answers`` (by option) describe, and read the whole project with it.

    Returns its folder. Raises :class:`ContentError`, and then leaves everything as it was.
    """
    data = settings(answers)
    folder = _free_folder(root, answers.get("FOLDER") or folder_name(data["place"]))
    with tempfile.TemporaryDirectory() as beside:
        draft = Path(beside) / "editions" / folder.name
        for file, text in _files(data, words_at(read_strings(root, UPSTREAM), "local")).items():
            (draft / file).parent.mkdir(parents=True, exist_ok=True)
            (draft / file).write_text(text, "utf-8", newline="\n")
        read_edition(Path(beside), folder.name)
        shutil.copytree(draft, folder)
    try:
        read_library(root, folder.name, read_nav(root))
    except ContentError:
        shutil.rmtree(folder)
        raise
    return folder


def _free_folder(root: Path, name: str) -> Path:
    fix = 'Choose another name for the folder, in the last field of the form or with FOLDER="…".'
    if not is_slug(name):
        message = (
            f"“{name}” cannot be the name of a folder: it may hold a to z, 0 to 9 and single hyphens, "
            f"and “{ALL}” means every edition."
        )
        raise ContentError([Problem("FOLDER", 0, message, fix)])
    there = {path.name.lower() for path in (root / "editions").iterdir()}
    if name in there or name == UPSTREAM:
        message = f"There is already something called editions/{name}, and it was not changed."
        raise ContentError([Problem("FOLDER", 0, message, f"Change the files in it. {fix}")])
    return root / "editions" / name


def _files(data: dict[str, Any], local: dict[str, Any]) -> dict[str, str]:
    """The new folder's files: text by path inside it. ``local`` is what only a council can settle: the strings'."""
    contact, look, site = data["contact"], data["look"], data["site"]
    given = {key: _quoted(text) for key, text in (data | contact | look | site).items() if isinstance(text, str)}
    not_given = dict.fromkeys(("url", "repository", "place_with_article"), "")
    ways = {way: _quoted(contact[way]) if way in contact else "" for way in map(str.lower, WAYS)}
    names = {key: Markup(markdown_safe(data[key])) for key in ("programme", "council")}  # noqa: S704
    return {
        "edition.yml": render("scaffold/new-edition.yml", **{**not_given, **given, "contact": ways, "local": local})
        + "\n",
        "README.md": render("scaffold/new-edition-readme.md", **names) + "\n",
        LOGO_FILE: mark(initials(data["place"]), look["primary"], data["place"]),
    }


def blank_settings(local: Mapping[str, Any]) -> str:
    """``edition.yml`` as a new edition has it, with its explanations and empty text after each key that is asked for.

    ``local`` is what only a council can settle: the strings'.
    """
    empty = _quoted("")
    keys = ("council", "place", "place_with_article", "place_kind", "programme", "team", "url", "repository")
    given = dict.fromkeys((*keys, "primary", "accent"), empty)
    ways = {way.lower(): empty for way in WAYS}
    return render("scaffold/new-edition.yml", **given, logo=_quoted(LOGO_FILE), contact=ways, local=local) + "\n"


def _quoted(text: str) -> Markup:
    """Text as YAML takes it in quotation marks, with every letter as itself."""
    return Markup(json.dumps(text, ensure_ascii=False))  # noqa: S704 - this is not HTML
