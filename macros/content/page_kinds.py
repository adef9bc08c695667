"""What kind of page a page is."""

from __future__ import annotations

from macros.content.customisation.overlay import OverlayFile
from macros.core.parsed_files import ParsedFiles
from macros.core.parsing import ParsedFile
from macros.models.pages import CaseFrontMatter, FrontMatter, PageFrontMatter, StageFrontMatter, StepFrontMatter


def toolkit_steps(pages: dict[str, OverlayFile], front_matters: dict[str, FrontMatter]) -> set[str]:
    """The paths of the steps that the toolkit itself has, whether or not the edition rewrote them."""
    steps = (path for path, front_matter in front_matters.items() if isinstance(front_matter, StepFrontMatter))
    return {path for path in steps if not pages[path].own or pages[path].original}


def front_matter_model(
    path: str, pages: dict[str, OverlayFile], source: ParsedFile, files: ParsedFiles
) -> type[FrontMatter]:
    """Which rules a page's front matter must keep: a stage's overview says ``stage``, its other pages are steps.

    A page that takes the place of the toolkit's is of the same kind. ``source`` is the page as it was read.
    Raises :class:`ContentError` where the page that it replaces, or the overview of its folder, cannot be read.
    """
    data = source.keys
    written = pages[path]
    if written.own and written.original:  # what takes a step's place is a step: other pages count on it
        data = files.page(written.original).keys or data
    if "stage" in data:
        return StageFrontMatter
    if "shows" in data or (path.startswith("cases/") and not path.endswith("/index.md")):
        return CaseFrontMatter
    folder = path.rpartition("/")[0]
    overview = pages.get(f"{folder}/index.md") if folder else None
    in_stage = overview is not None and "stage" in files.page(overview.file).keys
    return StepFrontMatter if in_stage or "checklist" in data else PageFrontMatter
