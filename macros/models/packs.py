"""Packs: steps and worksheets chosen for a situation."""

from __future__ import annotations

from pydantic import Field, model_validator

from macros.core.validation import StrictModel
from macros.models.customisable import Replaceable
from macros.models.texts import Id, Words, unique


class Use(StrictModel):
    """A step of the pack, with what it does for the reader in this situation. ``step`` is a path in docs/."""

    step: Words
    why: Words


class Skip(StrictModel):
    """What can wait, and why. ``step`` is a path in docs/ where it is a whole step."""

    what: Words
    why: Words
    step: Words | None = None


class Also(StrictModel):
    """Another page that helps in this situation. ``page`` is a path in docs/."""

    page: Words
    why: Words


class Pack(Replaceable):
    """A way in for one situation. The first of ``steps`` is where to begin; ``effort`` is a rough guide of ours."""

    id: str
    title: Words  # the situation, as the reader would say it
    summary: Words
    effort: Words
    steps: list[Use] = Field(min_length=1)
    worksheets: list[Id] = Field(min_length=1)
    papers: list[Id] = Field(default_factory=list)  # words to send, say or hand over in this situation
    skip: list[Skip] = Field(default_factory=list)
    also: list[Also] = Field(default_factory=list)
    quotation: Id | None = None  # of templates/quotations.yml: what somebody in this situation said

    @model_validator(mode="after")
    def _once(self) -> Pack:
        unique([use.step for use in self.steps], "step")
        unique(self.worksheets, "worksheet")
        unique(self.papers, "paper")
        return self


class Group(StrictModel):
    """Packs that stand together on the page where a reader chooses."""

    title: Words
    packs: list[Id] = Field(min_length=1)


class Groups(StrictModel):
    """All groups, in order. Each pack stands in one of them, and once."""

    entries: list[Group]

    @model_validator(mode="after")
    def _once(self) -> Groups:
        unique([name for group in self.entries for name in group.packs], "pack")
        return self
