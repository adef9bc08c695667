"""What pages look up by id: sources, figures, terms of the glossary and quotations."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, Field

from macros.core.validation import StrictModel, rule_error
from macros.models.setting_values import Address
from macros.models.texts import Id, Words, unique

Entry = TypeVar("Entry", "Term", "Quotation")


class Source(StrictModel):
    """Where a statement comes from. ``year`` is a number, or "undated" where the page shows none."""

    title: Words
    by: Words
    year: Annotated[int, Field(ge=1900, le=2100)] | Literal["undated"]
    url: Address
    reported: bool = False  # this page says it of somebody else's work, which we did not see


class Sources(StrictModel):
    """All sources by id."""

    entries: dict[Id, Source]


def _statement(text: str) -> str:
    if text.endswith("."):
        raise rule_error("The statement ends with a full stop.", "Delete it: the page that shows it adds its own.")
    return text


def _each_once(entries: list[Entry]) -> list[Entry]:
    """Two entries with one id would be one, and nobody would see which of them was lost."""
    unique([entry.id for entry in entries], "entry")
    return entries


class Figure(StrictModel):
    """A statistic as a whole statement, so that a newer one is written in one place.

    ``when`` is the date or period of the figure; ``check_by`` the day by which somebody should look for a newer one.
    """

    says: Annotated[Words, AfterValidator(_statement)]
    when: Words
    source: Id
    check_by: date | None = None
    caution: Words | None = None


class Figures(StrictModel):
    """All figures by id."""

    entries: dict[Id, Figure]


class Term(StrictModel):
    """A word with its plain meaning. ``also`` gives other forms under which it stands in a text."""

    id: Id
    term: Words
    meaning: Words
    source: Id | None = None
    also: list[Words] = Field(default_factory=list)


class Terms(StrictModel):
    """The glossary, each term once."""

    entries: Annotated[list[Term], AfterValidator(_each_once)]


class Quotation(StrictModel):
    """Words of a person, exactly as published."""

    id: Id
    words: Words
    name: Words
    role: Words
    source: Id


class Quotations(StrictModel):
    """All quotations that the site may carry, each once."""

    entries: Annotated[list[Quotation], AfterValidator(_each_once)]
