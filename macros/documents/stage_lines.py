"""The model as lines: what small sheets and covers show of its stages and steps."""

from __future__ import annotations

from dataclasses import dataclass

from macros.models.pages import Checklist


@dataclass(frozen=True)
class StepLines:
    """A step as these sheets show it: where it stands, its title and promise, when it is done, and what to tick."""

    label: str
    title: str
    promise: str
    done_when: str
    checklist: Checklist


@dataclass(frozen=True)
class StageLines:
    """A stage and its steps. ``before`` and ``after`` are steps that the model has outside its first and last stage."""

    number: int
    title: str
    promise: str
    steps: tuple[StepLines, ...]
    before: tuple[StepLines, ...] = ()
    after: tuple[StepLines, ...] = ()

    @property
    def all_steps(self) -> tuple[StepLines, ...]:
        """Every step that is shown with this stage, in order."""
        return (*self.before, *self.steps, *self.after)
