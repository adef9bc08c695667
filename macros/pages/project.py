"""The page of a reader's project: every sheet in the order of the steps, and what its script must know of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, TypedDict

from macros.content.library import Library
from macros.content.origin_checks import known_places
from macros.content.outline import Step
from macros.content.redirects import made_path
from macros.core.urls import address
from macros.documents.downloads import project_downloads
from macros.documents.outputs import url_of
from macros.models.fields import Choice, DateField, Simple, TextField, Tick
from macros.models.tables import Table
from macros.models.worksheets import Worksheet
from macros.pages.bring_in import sheets_to_bring_in
from macros.pages.context import PageContext
from macros.pages.pack_catalogue import step_id

PUBLISHING = "publish"  # the nav's group of pages about an edition of one's own, which is no community's project
FIELD_REMINDS, ROW_REMINDS = 7, 1  # days before
HANDED_OUT = {
    "partner-map.partners.organisation",
    *(f"asset-map.assets.{id}" for id in ("asset", "offers", "owner", "ring")),
}
CLOSING = "next"  # the frame's last question, which a finished sheet may leave open


class SheetLink(TypedDict):
    """A worksheet, and where its page is."""

    id: str
    title: str
    url: str


class StepSheets(TypedDict):
    """A step with the worksheets that stand with it; ``checklist`` is its checklist's id."""

    id: str
    title: str
    url: str
    checklist: str
    sheets: list[SheetLink]


class StageSheets(TypedDict):
    """The steps of a stage; ``number`` is None for what stands outside the stages."""

    number: int | None
    title: str
    steps: list[StepSheets]


class ProjectMacros:
    """The macro, bound to the page at hand."""

    def __init__(self, here: PageContext) -> None:
        self._here = here

    def project(self) -> str:
        """Every step with its sheets; with a script, where each stands, what comes next, what is due, and the file."""
        library = self._here.library
        steps = [step for step in library.outline.steps() if library.nav_groups.get(step.path) != PUBLISHING]
        groups: list[StageSheets] = []
        seen: set[str] = set()
        for step in steps:
            group = self._group(step)
            if not groups or groups[-1]["title"] != group["title"]:
                groups.append(group)
            sheets = [name for name in step.front_matter.worksheets if name not in seen]
            seen.update(sheets)  # a sheet that two steps use stands with the first
            groups[-1]["steps"].append(self._step(step, sheets))
        order = [name for name in library.worksheet_order() if name in seen]
        return self._here.view(
            "project/project.html",
            groups=groups,
            sheets=[sheet_facts(library, name) for name in order],
            holidays=library.bank_holidays.of(library.edition.nation),
            version=library.release.version,
            rings=asset_rings(library),
            workbooks=project_downloads(self._here.documents),
            to_bring_in=sheets_to_bring_in(library),
            questions=url_of("project_questions"),
        )

    def _group(self, step: Step) -> StageSheets:
        if step.stage:
            return {"number": step.stage.number, "title": step.stage.title, "steps": []}
        strings = self._here.library.strings
        title = strings["kicker"]["outside"].get(step.path, strings["project_page"]["outside"])
        return {"number": None, "title": title, "steps": []}

    def _step(self, step: Step, sheets: list[str]) -> StepSheets:
        library = self._here.library
        return {
            "id": step_id(step.path),
            "title": step.title,
            "url": address(step.path),
            "checklist": step.front_matter.checklist,
            "sheets": [
                {"id": name, "title": library.worksheets[name].title, "url": address(made_path("worksheets", name))}
                for name in sheets
            ],
        }


def sheet_facts(library: Library, name: str) -> dict[str, Any]:
    """What scripts are told of worksheet ``name``: ``earlier`` ids, what must be ``filled``, and its ``dates``."""
    worksheet = library.worksheets[name]
    earlier = [PurePosixPath(path).stem for path in library.moved.earlier(made_path("worksheets", name))]
    facts: dict[str, Any] = {"id": name, "title": worksheet.title, "dates": list(_dates(worksheet))}
    facts["filled"] = [
        field.id
        for section in worksheet.sections
        if not section.optional
        for field in section.fields
        if not isinstance(field, Tick) and field.id != CLOSING
    ]
    if earlier := [id for id in earlier if id not in library.worksheets]:
        facts["earlier"] = earlier
    return facts


def asset_rings(library: Library) -> dict[str, str] | None:
    """The words of the rings of the asset map by their ids, for the script that hands partners and assets on.

    None where the edition's own partner map or asset map lacks a column of which that script takes the answers.
    """
    places: dict[str, Simple] = {}
    for name in ("partner-map", "asset-map"):
        if name in library.worksheets and name not in library.unused_worksheets:
            places |= known_places(name, library.worksheets[name])
    if not places.keys() >= HANDED_OUT:
        return None
    ring = places["asset-map.assets.ring"]
    return {option.id: option.label for option in ring.options} if isinstance(ring, Choice) else {}


def dated_facts(library: Library, name: str) -> dict[str, Any]:
    """What the calendar of worksheet ``name`` is told; empty where nothing on it falls due."""
    facts = sheet_facts(library, name)
    return {key: facts[key] for key in ("id", "title", "dates")} if facts["dates"] else {}


def _dates(worksheet: Worksheet) -> Iterator[dict[str, Any]]:
    """Every date on which something is due: its place, its label, which column names its row, and when to remind."""
    for field in worksheet.fields():
        if isinstance(field, DateField) and field.due:
            remind = FIELD_REMINDS if field.remind is None else field.remind
            yield {"at": field.id, "label": field.label, "remind": remind}
        if not isinstance(field, Table):
            continue
        rows = {row.id: row.label for row in field.row_labels}
        named = next((column.id for column in field.columns if isinstance(column, TextField)), "")
        for column in field.columns:
            if isinstance(column, DateField) and column.due:
                remind = ROW_REMINDS if column.remind is None else column.remind
                date = {"at": f"{field.id}.{column.id}", "label": column.label, "remind": remind}
                if rows:
                    yield {**date, "rows": rows}
                else:
                    yield {**date, "named": f"{field.id}.{named}"}
