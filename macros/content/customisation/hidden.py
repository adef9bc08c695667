"""What an edition leaves out, and what falls out with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from macros.content.cross_references import near
from macros.core.parsing import read_yaml
from macros.core.problems import Problem
from macros.models.editions import Edition
from macros.models.packs import Group, Pack
from macros.models.pages import StageFrontMatter, StepFrontMatter

# The law, the licence or every other page needs these.
NEVER = {"about.md", "accessibility.md", "privacy.md", "licence.md"}


def read_hidden(
    root: Path, edition: Edition, front_matters: dict[str, Any], pages: Collection[str]
) -> tuple[dict[str, str], list[Problem]]:
    """The reason by page that ``edition`` leaves out, and what is wrong with its list.

    ``matters`` is the front matter by page, and ``pages`` is every page: one that cannot be read is told elsewhere.
    """
    file = f"editions/{edition.slug}/edition.yml"
    source = read_yaml(root / file, file)
    found: dict[str, str] = {}
    problems: list[Problem] = []
    for at, one in enumerate(edition.hide):
        line = source.line(("hide", at, "page"))
        if one.page not in pages:
            message = f"“hide” names {one.page}, which is not in docs/."
            problems.append(Problem(file, line, message, near(one.page, pages)))
        elif one.page in found:
            problems.append(Problem(file, line, f"“hide” names {one.page} twice.", "Keep one of the two."))
        elif (
            isinstance(front_matters.get(one.page), StageFrontMatter)
            or one.page.endswith("index.md")
            or one.page in NEVER
        ):
            message = f"{one.page} cannot be left out, because other pages stand on it."
            problems.append(
                Problem(file, line, message, "Hide the steps below it, or write your own page in its place.")
            )
        else:
            found[one.page] = one.reason
    return found, problems


def find_unused_worksheets(
    front_matters: dict[str, Any], hidden: dict[str, str], worksheets: Iterable[str]
) -> dict[str, str]:
    """The reason by worksheet that only steps use which are left out; empty where a rewritten step dropped it."""
    steps = {
        path: front_matter for path, front_matter in front_matters.items() if isinstance(front_matter, StepFrontMatter)
    }
    kept = {one for path, front_matter in steps.items() if path not in hidden for one in front_matter.worksheets}
    reasons = {one: reason for path, reason in hidden.items() if path in steps for one in steps[path].worksheets}
    return {one: reasons.get(one, "") for one in worksheets if one not in kept}


def kept_packs(
    packs: dict[str, Pack], groups: list[Group], hidden: dict[str, str], unused_worksheets: dict[str, str]
) -> tuple[dict[str, Pack], list[Group], dict[str, Pack]]:
    """Packs and groups without what is left out, and those packs that have no step left."""
    kept: dict[str, Pack] = {}
    gone: dict[str, Pack] = {}
    for name, pack in packs.items():
        steps = [use for use in pack.steps if use.step not in hidden]
        if not steps:
            gone[name] = pack
            continue
        kept[name] = pack.model_copy(
            update={
                "steps": steps,
                "worksheets": [one for one in pack.worksheets if one not in unused_worksheets],
                "skip": [one for one in pack.skip if one.step not in hidden],
                "also": [one for one in pack.also if one.page not in hidden],
            }
        )
    left = [group.model_copy(update={"packs": [one for one in group.packs if one in kept]}) for group in groups]
    return kept, [group for group in left if group.packs], gone
