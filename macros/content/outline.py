"""The order of stages and steps, worked out from the nav and the front matter. Nothing else numbers anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from typing import Any

from macros.models.pages import FrontMatter, StageFrontMatter, StepFrontMatter


@dataclass
class Stage:
    """A stage of the model: its overview page and its steps."""

    path: str
    number: int
    front_matter: StageFrontMatter
    steps: list[Step] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The title, as its page says it."""
        return self.front_matter.title


@dataclass
class Step:
    """A step: one page. One that stands outside the stages has neither stage nor number."""

    path: str
    front_matter: StepFrontMatter
    stage: Stage | None = None
    number: int | None = None

    @property
    def title(self) -> str:
        """The title, as its page says it."""
        return self.front_matter.title


@dataclass
class Outline:
    """Stages, steps, and the one way through them."""

    stages: list[Stage]
    way: list[Stage | Step]

    def find(self, path: str) -> Stage | Step | None:
        """The stage or step whose page is ``path`` (as in docs/), if it is one."""
        return next((place for place in self.way if place.path == path), None)

    def around(self, path: str) -> tuple[Stage | Step | None, Stage | Step | None]:
        """What comes before and after ``path`` on the way. Steps in a folder that is no stage have their own way.

        Raises ``KeyError`` for a page that is not on the way.
        """
        at = next((index for index, place in enumerate(self.way) if place.path == path), None)
        if at is None:
            raise KeyError(path)
        apart = self._apart(self.way[at])
        near = [self.way[index] if 0 <= index < len(self.way) else None for index in (at - 1, at + 1)]
        before, after = (place if place and self._apart(place) == apart else None for place in near)
        return before, after

    @staticmethod
    def _apart(place: Stage | Step) -> str:
        """The folder of a step outside the model, such as those about a launch; empty on the model's own way."""
        return place.path.rpartition("/")[0] if isinstance(place, Step) and place.stage is None else ""

    def steps(self) -> list[Step]:
        """Every step on the way."""
        return [place for place in self.way if isinstance(place, Step)]


def place_label(here: Stage | Step, words: dict[str, Any]) -> str:
    """Where a stage or step stands: "Stage 2, step 1"; empty outside the stages. ``words`` are "kicker"."""
    if isinstance(here, Stage):
        return str(words["stage"]).format(number=here.number)
    if here.stage is None:
        return ""
    return str(words["stage_step"]).format(stage=here.stage.number, step=here.number)


def nav_paths(nav: list[Any]) -> Iterator[str]:
    """Every page of a nav as written in mkdocs.yml, in order."""
    for entry in nav:
        value = next(iter(entry.values())) if isinstance(entry, dict) else entry
        if isinstance(value, list):
            yield from nav_paths(value)
        else:
            yield value


def outline(nav: list[Any], front_matters: dict[str, FrontMatter]) -> Outline:
    """Number the stages and steps. ``front_matters`` are by a page's path in docs/."""
    stages: list[Stage] = []
    way: list[Stage | Step] = []
    folders: dict[str, Stage] = {}
    for path in nav_paths(nav):
        front_matter = front_matters.get(path)
        folder = path.rpartition("/")[0]
        if isinstance(front_matter, StageFrontMatter):
            stage = Stage(path, len(stages) + 1, front_matter)
            stages.append(stage)
            folders[folder] = stage
            way.append(stage)
        elif isinstance(front_matter, StepFrontMatter):
            home = folders.get(folder)
            step = Step(path, front_matter, home, len(home.steps) + 1 if home else None)
            if home:
                home.steps.append(step)
            way.append(step)
    return Outline(stages, way)


def titled(nav: list[Any], front_matters: dict[str, FrontMatter]) -> list[Any]:
    """The nav with each section named after its first page, so that no title is written twice.

    The names are escaped: print-site writes them into its HTML as they are, and nothing else shows them.
    """
    result: list[Any] = []
    for entry in nav:
        if isinstance(entry, dict) and isinstance(value := next(iter(entry.values())), list):
            name = next(iter(entry))
            first = value[0] if isinstance(value[0], str) else ""
            title = front_matters[first].title if first in front_matters else name
            result.append({escape(title): titled(value, front_matters)})
        else:
            result.append(entry)
    return result
