"""What must be known to found an edition: the questions, what is likely, and whether an answer will do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from macros.core.parsing import ParsedFile
from macros.core.problems import ContentError, Problem
from macros.core.validation import validate
from macros.models.editions import Edition
from macros.scaffold.council_names import folder_name, place_of, programme_of, with_article

LOGO_FILE = "assets/logo.svg"


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
ASKED_OPTIONS = (*(question.option for question in QUESTIONS), "FOLDER")
WAYS = ("EMAIL", "WEBSITE", "PHONE")  # one of them is needed, before the edition is more than a draft
LIKELY_KIND = "district"  # what a draft says where the council's name does not tell: most of England's lower councils
FINE = {
    "NAME": "A Council", "PLACE": "A", "KIND": "town", "PROGRAMME": "A", "TEAM": "A", "PHONE": "1",
    "PRIMARY": "#1f4e5f", "ACCENT": "#9a4f10",
}  # fmt: skip


def guesses(answers: Mapping[str, str], words: Mapping[str, str]) -> dict[str, str]:
    """What is likely where nothing was said. ``words`` are the strings that name a programme and a team."""
    place, kind = place_of(answers.get("NAME", ""))
    place = answers.get("PLACE") or place
    programme = answers.get("PROGRAMME") or programme_of(place, words["programme"])
    return {
        "PLACE": place,
        "KIND": kind,
        "PROGRAMME": programme,
        "TEAM": words["team"].format(programme=programme),
        "PRIMARY": FINE["PRIMARY"],
        "ACCENT": FINE["ACCENT"],
        "FOLDER": folder_name(place),
    }


def unsettled(typed: Mapping[str, str]) -> list[str]:
    """What a person must still look at in a draft that was made from what was ``typed``: options, in order.

    What can be guessed from the council's name alone is a guess; how to reach the team cannot be guessed.
    """
    open_ways = [] if any(typed.get(way) for way in WAYS) else ["EMAIL"]
    _, kind = place_of(typed.get("NAME", ""))
    asked = [option for option in ("PLACE", "PROGRAMME", "TEAM", "PRIMARY") if not typed.get(option)]
    unknown_kind = [] if typed.get("KIND") or kind else ["KIND"]
    return [*open_ways, *unknown_kind, *asked]


def complaint(option: str, value: str) -> Problem | None:
    """What is wrong with ``value`` as the answer to ``option``, taken by itself; None where it will do."""
    try:
        validate(Edition, ParsedFile(option, _settings({**FINE, option: value})), slug="a")
    except ContentError as problems:
        return problems.problems[0]
    return None


def settings(answers: Mapping[str, str]) -> dict[str, Any]:
    """The answers as edition.yml has them. Raises :class:`ContentError` with everything that is missing or wrong.

    A draft need not say how to reach the team: see :func:`unsettled`.
    """
    named = {question.option for question in QUESTIONS}
    problems = [
        Problem(option, 0, "Nothing was said.", f'Say it: {option}="…".')
        for option in (("NAME", "PLACE", "KIND") if answers.get("NAME", "").strip() else ("NAME",))
        if not answers.get(option, "").strip()
    ]
    problems += [
        problem
        for option, value in answers.items()
        if option in named and value and (problem := complaint(option, value))
    ]
    if problems:
        raise ContentError(problems)
    return _settings(answers)


def _settings(answers: Mapping[str, str]) -> dict[str, Any]:
    data: dict[str, Any] = {"contact": {}, "look": {"logo": LOGO_FILE}, "site": {}}
    if article := with_article(answers.get("PLACE", "").strip()):
        data["place_with_article"] = article
    for question in QUESTIONS:
        *parents, key = question.place
        if value := answers.get(question.option, "").strip():
            (data[parents[0]] if parents else data)[key] = value.lower() if question.option == "KIND" else value
    return data
