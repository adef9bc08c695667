"""An edition's own worksheets and packs find their place by themselves: to add one, nobody rewrites a page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from macros.content.customisation.overlay import find_files
from macros.content.place_names import place_words
from macros.models.packs import Group
from macros.models.pages import StepFrontMatter


def own_ids(root: Path, slug: str, folder: str) -> list[str]:
    """Ids of what the edition keeps in templates/``folder``, in order."""
    found = find_files(root, slug, f"templates/{folder}", ".yml")
    return [file[:-4] for file, written in found.items() if written.own and not file.startswith("_")]


def attach_worksheets(front_matters: dict[str, Any], worksheets: dict[str, Any], own: list[str]) -> dict[str, Any]:
    """The pages' front matter, with the edition's ``own`` worksheets named by the steps that they say they serve."""
    steps = {
        path: front_matter for path, front_matter in front_matters.items() if isinstance(front_matter, StepFrontMatter)
    }
    named = {one for front_matter in steps.values() for one in front_matter.worksheets}
    result = dict(front_matters)
    for one in own:
        home = worksheets[one].step if one in worksheets and one not in named else None
        if home in steps:
            front_matter = result[home]
            result[home] = front_matter.model_copy(update={"worksheets": [*front_matter.worksheets, one]})
    return result


def attach_packs(groups: list[Group], packs: dict[str, Any], own: list[str], title: str) -> list[Group]:
    """The groups of packs, with one more called ``title`` for the edition's ``own`` packs that are in none."""
    grouped = {one for group in groups for one in group.packs}
    lost = [one for one in own if one in packs and one not in grouped]
    return [*groups, Group(title=title, packs=lost)] if lost else groups


def attach(parts: dict[str, Any], root: Path, slug: str) -> None:
    """Let the edition's own worksheets and packs find their places; what could not be read is passed over."""
    worksheets = own_ids(root, slug, "worksheets")
    parts["front_matters"] = attach_worksheets(parts["front_matters"], parts["worksheets"], worksheets)
    if "groups" in parts and "strings" in parts and "edition" in parts:
        place = place_words(parts["edition"], parts["strings"])
        title = str(parts["strings"]["edition"]["own_packs"]).format(**place)
        parts["groups"] = attach_packs(parts["groups"], parts["packs"], own_ids(root, slug, "packs"), title)
