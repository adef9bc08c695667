"""Whether everything in an edition's folder is where the build looks for it, so that nothing is lost in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from macros.content.customisation.css_check import EDITION_STYLES, style_problems
from macros.core.files import names_in
from macros.core.image_check import SUFFIXES, image_problem
from macros.core.problems import Problem
from macros.core.suggestions import near

# What an edition's folder may hold, by the endings that count there.
FOLDER_PLACES = {
    "docs": {".md", ".pdf", ".csv", *SUFFIXES},
    "notes": {".md"},
    "assets": {".css", ".woff2", ".txt", *SUFFIXES},
    "templates": {".yml"},
}
TEMPLATES = {"checklists", "worksheets", "packs", "papers", "strings"}
LANGUAGE = "en.yml"  # what an edition's folder templates/strings/ may hold
TOP_FILES = {"edition.yml", "README.md", "inherited.yml", "inherited"}
NOT_ON_WINDOWS = re.compile(r'[<>:"\\|?*\x00-\x1f]|[. ]$|^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)', re.IGNORECASE)
POINTS_ELSEWHERE = "This is only a shortcut to a file elsewhere."


def folder_problems(root: Path, slug: str) -> list[Problem]:
    """What is wrong with the names and files of ``editions/<slug>/``."""
    base = root / "editions" / slug
    if not base.is_dir():
        return []  # the settings are told to be missing
    problems = [*_links(base, f"editions/{slug}"), *_top(base, slug), *_languages(base, slug)]
    for place, endings in FOLDER_PLACES.items():
        small: dict[str, str] = {}
        toolkits = _small_names(root / place)
        for inside in names_in(base / place):
            path, file = base / place / inside, f"editions/{slug}/{place}/{inside}"
            problems += [*_named(file, inside, small, toolkits), *_on_windows(file, inside)]
            problems += _kind(path, file, place, endings)
            small[inside.lower()] = inside
    return [*problems, *style_problems(base, f"editions/{slug}/{EDITION_STYLES}")]


def _links(base: Path, folder: str) -> Iterator[Problem]:
    """The edition's folder or a part of it that stands elsewhere: what is there is nobody's to publish."""
    for path in (base, *sorted(base.iterdir())):
        if path.is_symlink():
            file = folder if path is base else f"{folder}/{path.name}"
            yield Problem(file, 0, POINTS_ELSEWHERE, "Put the file or folder itself here.")


def _small_names(start: Path) -> dict[str, str]:
    return {name.lower(): name for name in names_in(start)}


def _top(base: Path, slug: str) -> Iterator[Problem]:
    known = {*TOP_FILES, *FOLDER_PLACES}
    for path in sorted(base.iterdir()):
        if path.name not in known and not path.name.startswith("."):
            yield Problem(
                f"editions/{slug}/{path.name}",
                0,
                "The toolkit does not use anything with this name here.",
                near(path.name, known),
            )
    lists = {path.name for path in (base.parent.parent / "templates").glob("*.yml")}
    for path in sorted((base / "templates").glob("[!.]*")):
        known = TEMPLATES if path.is_dir() else lists
        if path.name not in known and (path.is_dir() or path.suffix == ".yml"):
            yield Problem(
                f"editions/{slug}/templates/{path.name}",
                0,
                "The toolkit does not use anything with this name here.",
                near(path.name, known),
            )


def _languages(base: Path, slug: str) -> Iterator[Problem]:
    """Words in a language that the toolkit has not: nothing would read them."""
    for path in sorted((base / "templates/strings").glob("*.yml")):
        if path.name != LANGUAGE:
            fix = f"Give it the name {LANGUAGE}, with the keys that you change. The toolkit has no other language."
            yield Problem(
                f"editions/{slug}/templates/strings/{path.name}",
                0,
                "The toolkit does not use anything with this name here.",
                fix,
            )


def _named(file: str, inside: str, seen: dict[str, str], toolkits: dict[str, str]) -> Iterator[Problem]:
    """Two names that differ only in capital letters are one name on Windows, and two in the site."""
    other = seen.get(inside.lower())
    if other is None and toolkits.get(inside.lower(), inside) != inside:
        other = toolkits[inside.lower()]
    if other is not None:
        message = f"The name differs from {other} only in capital letters."
        yield Problem(file, 0, message, f"Name it {other} to put it in that one's place, or choose another name.")


def _on_windows(file: str, inside: str) -> Iterator[Problem]:
    """Names that no Windows computer can keep, so that a colleague cannot even fetch the edition."""
    if any(NOT_ON_WINDOWS.search(part) for part in inside.split("/")):
        fix = "Use letters, digits and hyphens, such as our-hubs.md."
        yield Problem(file, 0, "A Windows computer cannot keep a file of this name.", fix)


def _kind(path: Path, file: str, place: str, endings: set[str]) -> Iterator[Problem]:
    if path.is_symlink():
        yield Problem(file, 0, POINTS_ELSEWHERE, "Put the file itself here.")
        return
    suffix = path.suffix.lower()
    if suffix not in endings or (path.suffix != suffix and suffix in {".md", ".yml"}):
        listed = ", ".join(sorted(endings))
        yield Problem(
            file, 0, "The toolkit does not use files with this ending here.", f"Use one of: {listed}, in small letters."
        )
    elif suffix in SUFFIXES and (problem := image_problem(path, file, 0, "The picture")):
        yield problem
