"""Pictures that can be drawn from a table: a class for each kind, which says what columns it needs."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.core.validation import StrictModel
from macros.models.fields import FIELD_KINDS
from macros.models.texts import FieldId


class Scores(StrictModel):
    """A bar for each row, named by ``label``, as long as its total."""

    kind: Literal["scores"]
    label: FieldId
    value: FieldId

    def needs(self) -> dict[str, set[str]]:
        """The kinds of column that each named column may have."""
        return {self.label: {"text"}, self.value: {"number", "scale"}}


class Rings(StrictModel):
    """Rings round the community, a ring for each option of the choice column ``ring``, the first one innermost."""

    kind: Literal["rings"]
    label: FieldId
    ring: FieldId

    def needs(self) -> dict[str, set[str]]:
        """The kinds of column that each named column may have."""
        return {self.label: {"text"}, self.ring: {"choice"}}


class Timeline(StrictModel):
    """A line for each row from one date to another; ``group`` is a choice column that says its stage."""

    kind: Literal["timeline"]
    label: FieldId
    start: FieldId
    end: FieldId
    group: FieldId

    def needs(self) -> dict[str, set[str]]:
        """The kinds of column that each named column may have."""
        return {self.label: {"text"}, self.start: {"date"}, self.end: {"date"}, self.group: {"choice"}}


class Levels(StrictModel):
    """Steps of a ladder, one for each option of the choice column ``level``, the first one lowest."""

    kind: Literal["levels"]
    label: FieldId
    level: FieldId

    def needs(self) -> dict[str, set[str]]:
        """The kinds of column that each named column may have."""
        return {self.label: {"text"}, self.level: {"choice"}}


class Changes(StrictModel):
    """Results over time, a panel for each measure: on which ``day`` its ``value`` was what, and of how many ``people``.

    ``about`` is another table of the worksheet, with the same ``label``: in its column ``better``, a choice of two, it
    says which way is better, and in ``limits`` what a result does not show. ``into`` is the field for the sentences
    that the page makes of it.
    """

    kind: Literal["changes"]
    label: FieldId
    day: FieldId
    value: FieldId
    people: FieldId
    about: FieldId
    better: FieldId
    limits: FieldId
    into: FieldId

    def needs(self) -> dict[str, set[str]]:
        """The kinds of column that each named column may have."""
        numbers = {kind for kind, field in FIELD_KINDS.items() if field.is_number}
        return {self.label: {"text"}, self.day: {"date"}, self.value: numbers, self.people: numbers}

    def needs_beside(self) -> dict[str, set[str]]:
        """The same for the columns of the table ``about``."""
        return {self.label: {"text"}, self.better: {"choice"}, self.limits: {"text"}}


Picture = Annotated[Scores | Rings | Timeline | Levels | Changes, Field(discriminator="kind")]
