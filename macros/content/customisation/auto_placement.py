"""An edition's own worksheets and packs find their place by themselves: to add one, nobody rewrites a page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from macros.models.packs import Group
from macros.models.pages import FrontMatter, StepFrontMatter
from macros.models.worksheets import Worksheet


def with_own_worksheets(
    front_matters: Mapping[str, FrontMatter], worksheets: Mapping[str, Worksheet], editions_own: Iterable[str]
) -> dict[str, FrontMatter]:
    """The pages' front matter, with the worksheets that are ``editions_own`` named by the steps that they serve.

    One that a step names already stays there. One that could not be read is passed over.
    """
    steps = {
        path: front_matter for path, front_matter in front_matters.items() if isinstance(front_matter, StepFrontMatter)
    }
    named = {name for step in steps.values() for name in step.worksheets}
    for name in editions_own:
        if name in worksheets and name not in named and worksheets[name].step in steps:
            home = worksheets[name].step
            steps[home] = steps[home].model_copy(update={"worksheets": [*steps[home].worksheets, name]})
    return {**front_matters, **steps}


def with_own_packs(groups: list[Group], packs: Collection[str], editions_own: Iterable[str], title: str) -> list[Group]:
    """The groups of packs, with one more called ``title`` for the packs that are ``editions_own`` and in none."""
    grouped = {name for group in groups for name in group.packs}
    ungrouped = [name for name in editions_own if name in packs and name not in grouped]
    return [*groups, Group(title=title, packs=ungrouped)] if ungrouped else groups
