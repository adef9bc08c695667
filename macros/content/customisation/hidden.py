"""What an edition leaves out, and what falls out with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from macros.core.parsed_files import ParsedFiles
from macros.core.problems import Problem
from macros.core.suggestions import near
from macros.models.editions import Edition
from macros.models.packs import Group, Pack
from macros.models.pages import FrontMatter, StageFrontMatter, StepFrontMatter

# The law, the licence or every other page needs these.
NEVER = {"about.md", "accessibility.md", "privacy.md", "licence.md"}


def hidden_problems(
    files: ParsedFiles, edition: Edition, front_matters: Mapping[str, FrontMatter], pages: Collection[str]
) -> list[Problem]:
    """What is wrong with the list of pages that ``edition`` leaves out.

    ``front_matters`` are by page, and ``pages`` is every page: one that cannot be read is told elsewhere.
    """
    file = f"editions/{edition.slug}/edition.yml"
    source = files.yaml(file)
    seen: set[str] = set()
    problems: list[Problem] = []
    for at, hide in enumerate(edition.hide):
        line, page = source.line(("hide", at, "page")), hide.page
        if page not in pages:
            message = f"“hide” names {page}, which is not in docs/."
            problems.append(Problem(file, line, message, near(page, pages)))
        elif page in seen:
            problems.append(Problem(file, line, f"“hide” names {page} twice.", "Keep one of the two."))
        elif isinstance(front_matters.get(page), StageFrontMatter) or page.endswith("index.md") or page in NEVER:
            message = f"{page} cannot be left out, because other pages depend on it."
            fix = "Hide the steps below it, or write your own page in its place."
            problems.append(Problem(file, line, message, fix))
        seen.add(page)
    return problems


def find_unused_worksheets(
    front_matters: Mapping[str, FrontMatter], hidden: dict[str, str], worksheets: Iterable[str]
) -> dict[str, str]:
    """The reason by worksheet that only steps use which are left out; empty where a rewritten step dropped it."""
    steps = {
        path: front_matter for path, front_matter in front_matters.items() if isinstance(front_matter, StepFrontMatter)
    }
    kept = {
        worksheet_id
        for path, front_matter in steps.items()
        if path not in hidden
        for worksheet_id in front_matter.worksheets
    }
    reasons = {
        worksheet_id: reason
        for path, reason in hidden.items()
        if path in steps
        for worksheet_id in steps[path].worksheets
    }
    return {worksheet_id: reasons.get(worksheet_id, "") for worksheet_id in worksheets if worksheet_id not in kept}


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
                "worksheets": [worksheet for worksheet in pack.worksheets if worksheet not in unused_worksheets],
                "skip": [skipped for skipped in pack.skip if skipped.step not in hidden],
                "also": [link for link in pack.also if link.page not in hidden],
            }
        )
    left = [group.model_copy(update={"packs": [name for name in group.packs if name in kept]}) for group in groups]
    return kept, [group for group in left if group.packs], gone
