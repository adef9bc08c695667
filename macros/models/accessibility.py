"""The accessibility statement: what an edition signs, what is known not to work, and what the last test found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from macros.core.validation import StrictModel, rule_error
from macros.models.texts import Id, Words

# The three headings under which the model statement of the United Kingdom lists what does not work.
Reason = Literal["non-compliance", "burden", "out-of-scope"]


class KnownProblem(StrictModel):
    """Something that does not work for everyone: what, which criterion it fails, what to use instead, and the plan."""

    problem: Words
    reason: Reason = "non-compliance"
    criterion: Words | None = None
    instead: Words | None = None
    plan: Words


class PersonTest(StrictModel):
    """A test by people, beyond what a program can find. ``by`` is a body or a role, ``how`` what they did."""

    day: date
    by: Words
    how: Words


class Accessibility(StrictModel):
    """What an edition says for itself. Until it is signed, the statement says that it is not."""

    compliance: Literal["fully", "partially", "not"] | None = None
    signed_by: Words | None = None
    signed_on: date | None = None
    reviewed_on: date | None = None
    answer_in: Words | None = None
    enforcement: Literal["great-britain", "northern-ireland"] = "great-britain"
    tested: list[PersonTest] = Field(default_factory=list)
    problems: list[KnownProblem] = Field(default_factory=list)

    @property
    def signed(self) -> bool:
        """Whether somebody answers for the statement."""
        return self.signed_by is not None

    @model_validator(mode="after")
    def _whole(self) -> Accessibility:
        signature = [self.compliance, self.signed_by, self.signed_on]
        if any(signature) and not all(signature):
            problem = "The accessibility statement is signed only in part."
            raise rule_error(problem, "Give “compliance”, “signed_by” and “signed_on” together, or none of them.")
        if self.compliance == "fully" and not self.tested:
            problem = "“fully” says that every rule is met, but no test by people is named."
            raise rule_error(
                problem, "Name the test under “tested”, or write “partially”. A program cannot test every rule."
            )
        if self.reviewed_on and self.signed_on and self.reviewed_on < self.signed_on:
            raise rule_error("“reviewed_on” is before “signed_on”.", "Give the day of the last review.")
        return self


class Known(StrictModel):
    """What is known of the toolkit itself: what does not work, and what nobody has tested."""

    problems: list[KnownProblem]
    untested: list[Words] = Field(min_length=1)


class Result(StrictModel):
    """What the last automated test found; written by ``make accessibility``, never by hand."""

    edition: Id
    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    day: date
    axe: Words
    browser: Words
    pages: Annotated[int, Field(ge=1)]
    widths: list[int]
    found: list[str]


@dataclass(frozen=True)
class Statement:
    """What the statement is made from, beside the edition's own settings."""

    known: Known
    result: Result
