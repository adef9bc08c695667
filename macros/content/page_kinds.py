"""What kind of page a page is."""

from __future__ import annotations

from pathlib import Path

from macros.content.customisation.overlay import OverlayFile
from macros.core.parsing import ParsedFile, read_page
from macros.models.pages import CaseFrontMatter, FrontMatter, PageFrontMatter, StageFrontMatter, StepFrontMatter


def toolkit_steps(pages: dict[str, OverlayFile], front_matters: dict[str, FrontMatter]) -> set[str]:
    """The paths of the steps that the toolkit itself has, whether or not the edition rewrote them."""
    steps = (path for path, front_matter in front_matters.items() if isinstance(front_matter, StepFrontMatter))
    return {path for path in steps if not pages[path].own or pages[path].original}


def front_matter_model(path: str, pages: dict[str, OverlayFile], source: ParsedFile) -> type[FrontMatter]:
    """Which rules a page's front matter must keep: a stage's overview says ``stage``, its other pages are steps.

    A page that takes the place of the toolkit's is of the same kind.
    """
    data = source.data if isinstance(source.data, dict) else {}
    written = pages[path]
    if written.own and written.original:  # what takes a step's place is a step: other pages count on it
        original = Path(str(written.path).removesuffix(written.file)) / written.original
        if isinstance(first := read_page(original, written.original).data, dict):
            data = first
    if "stage" in data:
        return StageFrontMatter
    if "shows" in data or (path.startswith("cases/") and not path.endswith("/index.md")):
        return CaseFrontMatter
    folder = path.rpartition("/")[0]
    overview = pages.get(f"{folder}/index.md") if folder else None
    in_stage = overview is not None and "stage" in read_page(overview.path, overview.file).data
    return StepFrontMatter if in_stage or "checklist" in data else PageFrontMatter
