"""A new edition: from a few answers to a checked folder ``editions/<name>/``. It never writes over anything."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup

from macros.checked import check
from macros.edition import Edition, read_edition
from macros.faults import Fault, Faults
from macros.library import read_library
from macros.mark import mark
from macros.naming import folder_name, initials, place_of
from macros.nav import read_nav
from macros.render import markdown_safe, render
from macros.source import Source

LOGO = "assets/logo.svg"
TAKEN = ("all", "leeds")  # EDITION=all builds every edition; the other is the toolkit's own


@dataclass(frozen=True)
class Question:
    """One thing to know: the ``option`` that is typed after `make edition`, and its ``place`` in edition.yml."""

    option: str
    place: tuple[str, ...]


QUESTIONS = (
    Question("NAME", ("council",)),
    Question("PLACE", ("place",)),
    Question("KIND", ("place_kind",)),
    Question("PROGRAMME", ("programme",)),
    Question("TEAM", ("contact", "team")),
    Question("EMAIL", ("contact", "email")),
    Question("WEBSITE", ("contact", "website")),
    Question("PHONE", ("contact", "phone")),
    Question("PRIMARY", ("look", "primary")),
    Question("ACCENT", ("look", "accent")),
    Question("SITE", ("site", "url")),
    Question("REPOSITORY", ("site", "repository")),
)
OPTIONS = (*(question.option for question in QUESTIONS), "FOLDER")
WAYS = ("EMAIL", "WEBSITE", "PHONE")  # one of them is needed
FINE = {
    "NAME": "A Council", "PLACE": "A", "KIND": "town", "PROGRAMME": "A", "TEAM": "A", "PHONE": "1",
    "PRIMARY": "#1f4e5f", "ACCENT": "#9a4f10",
}  # fmt: skip


def guesses(answers: Mapping[str, str], words: Mapping[str, str]) -> dict[str, str]:
    """What is likely where nothing was said. ``words`` are the strings that name a programme and a team."""
    place, kind = place_of(answers.get("NAME", ""))
    place = answers.get("PLACE") or place
    programme = answers.get("PROGRAMME") or words["programme"].format(place=place)
    return {
        "PLACE": place,
        "KIND": kind,
        "PROGRAMME": programme,
        "TEAM": words["team"].format(programme=programme),
        "PRIMARY": FINE["PRIMARY"],
        "ACCENT": FINE["ACCENT"],
        "FOLDER": folder_name(place),
    }


def complaint(option: str, value: str) -> Fault | None:
    """What is wrong with ``value`` as the answer to ``option``, taken by itself; None where it will do."""
    try:
        check(Edition, Source(option, _settings({**FINE, option: value})), slug="a")
    except Faults as faults:
        return faults.faults[0]
    return None


def settings(answers: Mapping[str, str]) -> dict[str, Any]:
    """The answers as edition.yml has them. Raises :class:`Faults` with everything that is missing or wrong."""
    named = {question.option for question in QUESTIONS}
    faults = [
        Fault(option, 0, "Nothing was said.", f'Say it: {option}="…".')
        for option in ("NAME", "PLACE", "KIND")
        if not answers.get(option, "").strip()
    ]
    faults += [
        told for option, value in answers.items() if option in named and value and (told := complaint(option, value))
    ]
    if not any(answers.get(way, "").strip() for way in WAYS):
        mend = f'Say at least one of {", ".join(WAYS)}: EMAIL="digital@council.gov.uk".'
        faults.append(Fault("EMAIL", 0, "Nobody can reach the team.", mend))
    if faults:
        raise Faults(faults)
    return _settings(answers)


def found(root: Path, answers: Mapping[str, str]) -> Path:
    """Write the edition that ``answers`` (by option) describe, and read the whole project with it.

    Returns its folder. Raises :class:`Faults`, and then leaves everything as it was.
    """
    data = settings(answers)
    folder = _free_folder(root, answers.get("FOLDER") or folder_name(data["place"]))
    with tempfile.TemporaryDirectory() as beside:
        draft = Path(beside) / "editions" / folder.name
        for file, text in _files(data).items():
            (draft / file).parent.mkdir(parents=True, exist_ok=True)
            (draft / file).write_text(text, "utf-8", newline="\n")
        read_edition(Path(beside), folder.name)
        shutil.copytree(draft, folder)
    try:
        read_library(root, folder.name, read_nav(root))
    except Faults:
        shutil.rmtree(folder)
        raise
    return folder


def _settings(answers: Mapping[str, str]) -> dict[str, Any]:
    data: dict[str, Any] = {"contact": {}, "look": {"logo": LOGO}, "site": {}}
    for question in QUESTIONS:
        *parents, key = question.place
        if value := answers.get(question.option, "").strip():
            (data[parents[0]] if parents else data)[key] = value.lower() if question.option == "KIND" else value
    return data


def _free_folder(root: Path, name: str) -> Path:
    mend = 'Say another name for the folder: FOLDER="…".'
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        problem = f"“{name}” cannot be the name of a folder: it may hold a to z, 0 to 9 and single hyphens."
        raise Faults([Fault("FOLDER", 0, problem, mend)])
    there = {path.name.lower() for path in (root / "editions").iterdir()}
    if name in there or name in TAKEN:
        problem = f"There is already something called editions/{name}, and nothing is written over."
        raise Faults([Fault("FOLDER", 0, problem, f"Change the files that are there. {mend}")])
    return root / "editions" / name


def _files(data: dict[str, Any]) -> dict[str, str]:
    """The new folder's files: text by path inside it."""
    contact, look, site = data["contact"], data["look"], data["site"]
    quoted = {key: _quoted(value) for key, value in (data | contact | look | site).items() if isinstance(value, str)}
    ways = {way.lower(): _quoted(contact[way.lower()]) if way.lower() in contact else "" for way in WAYS}
    return {
        "edition.yml": render("new-edition.yml", **{"url": "", "repository": "", **quoted, "contact": ways}) + "\n",
        "README.md": render("new-edition-readme.md", **{key: Markup(markdown_safe(data[key])) for key in READ_ME})  # noqa: S704
        + "\n",
        LOGO: mark(initials(data["place"]), look["primary"], data["place"]),
    }


READ_ME = ("programme", "council")


def _quoted(text: str) -> Markup:
    """Text as YAML takes it in quotation marks, with every letter as itself."""
    return Markup(json.dumps(text, ensure_ascii=False))  # noqa: S704 - this is not HTML
