"""What an edition leaves out, and what falls out with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from macros.content.cross_references import near
from macros.core.parsing import read_yaml
from macros.core.problems import Fault
from macros.models.editions import Edition
from macros.models.packs import Group, Pack
from macros.models.pages import StageMatter, StepMatter

# The law, the licence or every other page needs these.
NEVER = {"about.md", "accessibility.md", "privacy.md", "licence.md"}


def read_hidden(
    root: Path, edition: Edition, matters: dict[str, Any], pages: Collection[str]
) -> tuple[dict[str, str], list[Fault]]:
    """The reason by page that ``edition`` leaves out, and what is wrong with its list.

    ``matters`` is the front matter by page, and ``pages`` is every page: one that cannot be read is told elsewhere.
    """
    file = f"editions/{edition.slug}/edition.yml"
    source = read_yaml(root / file, file)
    found: dict[str, str] = {}
    faults: list[Fault] = []
    for at, one in enumerate(edition.hide):
        line = source.line(("hide", at, "page"))
        if one.page not in pages:
            problem = f"“hide” names {one.page}, which is not in docs/."
            faults.append(Fault(file, line, problem, near(one.page, pages)))
        elif one.page in found:
            faults.append(Fault(file, line, f"“hide” names {one.page} twice.", "Keep one of the two."))
        elif isinstance(matters.get(one.page), StageMatter) or one.page.endswith("index.md") or one.page in NEVER:
            problem = f"{one.page} cannot be left out, because other pages stand on it."
            faults.append(Fault(file, line, problem, "Hide the steps below it, or write your own page in its place."))
        else:
            found[one.page] = one.reason
    return found, faults


def idle_worksheets(matters: dict[str, Any], hidden: dict[str, str], worksheets: Iterable[str]) -> dict[str, str]:
    """The reason by worksheet that only steps use which are left out; empty where a rewritten step dropped it."""
    steps = {path: matter for path, matter in matters.items() if isinstance(matter, StepMatter)}
    kept = {one for path, matter in steps.items() if path not in hidden for one in matter.worksheets}
    reasons = {one: reason for path, reason in hidden.items() if path in steps for one in steps[path].worksheets}
    return {one: reasons.get(one, "") for one in worksheets if one not in kept}


def kept_packs(
    packs: dict[str, Pack], groups: list[Group], hidden: dict[str, str], idle: dict[str, str]
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
                "worksheets": [one for one in pack.worksheets if one not in idle],
                "skip": [one for one in pack.skip if one.step not in hidden],
                "also": [one for one in pack.also if one.page not in hidden],
            }
        )
    left = [group.model_copy(update={"packs": [one for one in group.packs if one in kept]}) for group in groups]
    return kept, [group for group in left if group.packs], gone
