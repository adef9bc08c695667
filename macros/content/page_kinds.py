"""What kind of page a page is."""

from __future__ import annotations

from pathlib import Path

from macros.content.customisation.overlay import Written
from macros.core.parsing import Source, read_page
from macros.models.pages import CaseMatter, Matter, PageMatter, StageMatter, StepMatter


def toolkit_steps(pages: dict[str, Written], matters: dict[str, Matter]) -> set[str]:
    """The paths of the steps that the toolkit itself has, whether or not the edition rewrote them."""
    steps = (path for path, matter in matters.items() if isinstance(matter, StepMatter))
    return {path for path in steps if not pages[path].own or pages[path].original}


def matter_model(path: str, pages: dict[str, Written], source: Source) -> type[Matter]:
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
        return StageMatter
    if "shows" in data or (path.startswith("cases/") and not path.endswith("/index.md")):
        return CaseMatter
    folder = path.rpartition("/")[0]
    overview = pages.get(f"{folder}/index.md") if folder else None
    in_stage = overview is not None and "stage" in read_page(overview.path, overview.file).data
    return StepMatter if in_stage or "checklist" in data else PageMatter
