"""What the toolkit is made of, beside worksheets and data: pages and checklists."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from macros.core.validation import StrictModel
from macros.models.customisable import Placed, Replaceable
from macros.models.texts import Id, Words, unique

Provenance = Literal["published", "theme", "practice", "suggestion"]


class PageFrontMatter(Placed):
    """Front matter of an ordinary page."""

    title: Words
    description: Words
    reviewed: date


class StageFrontMatter(Placed):
    """Front matter of a stage's overview, ``docs/<stage>/index.md``. ``stage`` is the stage in one word."""

    title: Words
    stage: Words
    promise: Words
    provenance: Provenance
    provenance_note: Words | None = None
    reviewed: date


class StepFrontMatter(Placed):
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
    papers: list[Id] = Field(default_factory=list)
    fits: list[Literal["lone-officer", "rural", "community-of-interest", "new-programme", "existing-network"]]
    reviewed: date


class CaseFrontMatter(Placed):
    """Front matter of a case: where and when it was, the steps that it shows, and what is known of its results."""

    title: Words
    description: Words
    where: Words
    when: Words
    shows: list[Words] = Field(min_length=1)  # paths of steps in docs/
    results: Words
    reviewed: date


FrontMatter = PageFrontMatter | StageFrontMatter | StepFrontMatter | CaseFrontMatter


def _listed(value: object) -> object:
    return value if isinstance(value, list) else [value]


OldIds = Annotated[list[Id], BeforeValidator(_listed, json_schema_input_type=Id | list[Id])]


class Item(StrictModel):
    """One thing to tick. Its id is never re-used.

    ``renamed_from`` is the id that it had before, or all of them, newest first; ``changed_in`` and ``retired_in`` name
    a version of the toolkit. A retired item stays in the file, so that its id stays taken, and is shown nowhere.
    """

    id: Id
    text: Words
    help: Words | None = None
    renamed_from: OldIds = Field(default_factory=list)
    changed_in: Words | None = None
    retired_in: Words | None = None

    @property
    def names(self) -> list[str]:
        """The id and those that it had before, newest first. All of them are taken."""
        return [self.id, *self.renamed_from]


class Checklist(Replaceable):
    """What to tick in one step."""

    id: str
    title: Words
    items: list[Item] = Field(min_length=3)

    @model_validator(mode="after")
    def _ids(self) -> Checklist:
        unique([item_id for item in self.items for item_id in item.names], "item")
        return self

    @property
    def shown(self) -> list[Item]:
        """The items that a reader ticks."""
        return [item for item in self.items if not item.retired_in]
