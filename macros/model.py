"""What the toolkit is made of, beside worksheets: pages, checklists, sources, terms and quotations."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from macros.checked import Strict
from macros.edition import Address
from macros.fields import Words, unique

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Provenance = Literal["published", "practice", "suggestion"]


class PageMatter(Strict):
    """Front matter of an ordinary page."""

    title: Words
    description: Words
    reviewed: date


class StageMatter(Strict):
    """Front matter of a stage's overview, ``docs/<stage>/index.md``. ``stage`` is the stage in one word."""

    title: Words
    stage: Words
    promise: Words
    provenance: Provenance
    provenance_note: Words | None = None
    reviewed: date


class StepMatter(Strict):
    """Front matter of a step."""

    title: Words
    provenance: Provenance
    provenance_note: Words | None = None
    promise: Words
    time: Words
    people: list[Words] = Field(min_length=1)
    you_need: list[Words] = Field(min_length=1)
    you_make: list[Words] = Field(min_length=1)
    done_when: Words
    one_hour: Words
    checklist: Id
    worksheets: list[Id] = Field(min_length=1)
    fits: list[Literal["lone-officer", "rural", "community-of-interest", "new-programme", "existing-network"]]
    reviewed: date


class Item(Strict):
    """One thing to tick. Its id is never re-used."""

    id: Id
    text: Words
    help: Words | None = None


class Checklist(Strict):
    """What to tick in one step."""

    id: str
    title: Words
    items: list[Item] = Field(min_length=3)

    @model_validator(mode="after")
    def _ids(self) -> Checklist:
        unique([item.id for item in self.items], "item")
        return self


class Cited(Strict):
    """Where a statement comes from. ``year`` is a number, or "undated" where the page shows none."""

    title: Words
    by: Words
    year: Annotated[int, Field(ge=1900, le=2100)] | Literal["undated"]
    url: Address


class Sources(Strict):
    """All sources by id."""

    entries: dict[Id, Cited]


class Term(Strict):
    """A word with its plain meaning."""

    id: Id
    term: Words
    meaning: Words
    source: Id | None = None


class Terms(Strict):
    """The glossary."""

    entries: list[Term]


class Quotation(Strict):
    """Words of a person, exactly as published."""

    id: Id
    words: Words
    name: Words
    role: Words
    source: Id


class Quotations(Strict):
    """All quotations that the site may carry."""

    entries: list[Quotation]
