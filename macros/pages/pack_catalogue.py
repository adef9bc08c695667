"""What a reader can pick for a pack: steps, checklists and worksheets, with what is known of each."""

from __future__ import annotations

from typing import TypedDict

from macros.content.durations import minutes_of
from macros.content.library import Library
from macros.content.outline import Step
from macros.core.urls import address
from macros.documents.downloads import worksheet_downloads, worksheet_example
from macros.documents.store import Documents


class PartFile(TypedDict):
    """A file of a worksheet: its form, address, the name under which it is saved, and its size in bytes."""

    form: str
    url: str
    file: str
    bytes: int


class Part(TypedDict):
    """What can be picked: ``kind`` is "step", "checklist" or "worksheet", and ``id`` is what a pack's address says."""

    id: str
    kind: str
    title: str
    url: str


class ChecklistPart(Part):
    """The checklist of a step; ``step`` is that step's id."""

    step: str


class WorksheetPart(ChecklistPart):
    """A worksheet of a step, with who fills it in, for how long, and its files."""

    minutes: int
    people: list[str]
    files: list[PartFile]


class StepItem(Part):
    """A step by itself; ``time`` is in words, ``minutes`` the same as a number where it can be said."""

    time: str
    minutes: int | None
    people: list[str]


class StepPart(StepItem):
    """A step with what belongs to it."""

    checklist: ChecklistPart
    worksheets: list[WorksheetPart]


class PartGroup(TypedDict):
    """The steps of a stage; ``number`` is 0 for what stands outside the stages."""

    title: str
    label: str
    number: int
    steps: list[StepPart]


class ReadyPack(TypedDict):
    """A ready-made pack: its title, and the ids of its parts."""

    title: str
    items: list[str]


class Catalogue(TypedDict):
    """All of it for the page's script; ``moved`` leads from former ids to those of today."""

    items: list[StepItem | ChecklistPart | WorksheetPart]
    packs: list[ReadyPack]
    moved: dict[str, str]


def step_id(path: str) -> str:
    """What the step at ``path`` in docs/ is called in the address of a pack."""
    return path.removesuffix(".md")


def part_id(path: str) -> str:
    """What the step or the worksheet whose page is at ``path`` in docs/ is called there."""
    folder, _, name = path.partition("/")
    return f"worksheet:{step_id(name)}" if folder == "worksheets" else step_id(path)


def pack_ids(library: Library, name: str) -> list[str]:
    """The parts of a ready-made pack, in its order: steps, then worksheets."""
    pack = library.packs[name]
    return [*(step_id(use.step) for use in pack.steps), *(f"worksheet:{worksheet}" for worksheet in pack.worksheets)]


def groups(library: Library, documents: Documents) -> list[PartGroup]:
    """Every part by stage, in the order of the model. What stands outside the stages has a group of its own."""
    by_title: dict[str, PartGroup] = {}
    words = library.strings["kicker"]
    for step in library.outline.steps():
        stage = step.stage
        title = stage.title if stage else words["outside"].get(step.path, step.title)
        label = words["stage"].format(number=stage.number) if stage else ""
        group = by_title.setdefault(
            title, {"title": title, "label": label, "number": stage.number if stage else 0, "steps": []}
        )
        group["steps"].append(_parts(library, documents, step))
    return list(by_title.values())


def catalogue(library: Library, documents: Documents, stages: list[PartGroup]) -> Catalogue:
    """The same for the page's script, with the ready-made packs and what renamed steps and worksheets are now."""
    steps = [step for group in stages for step in group["steps"]]
    items: list[StepItem | ChecklistPart | WorksheetPart] = []
    for step in steps:
        items += [_alone(step), step["checklist"], *step["worksheets"]]
    kept = {item["id"] for item in items}
    ways = ((part_id(old), part_id(new)) for old, new in library.moved.moved.items())
    return {
        "items": items,
        "packs": [
            {"title": library.packs[pack].title, "items": pack_ids(library, pack)} for pack in library.pack_order()
        ],
        "moved": {old: new for old, new in ways if new in kept},
    }


def _alone(step: StepPart) -> StepItem:
    """A step without its own parts, which stand in the list by themselves."""
    return {
        "id": step["id"],
        "kind": step["kind"],
        "title": step["title"],
        "url": step["url"],
        "time": step["time"],
        "minutes": step["minutes"],
        "people": step["people"],
    }


def _parts(library: Library, documents: Documents, step: Step) -> StepPart:
    id = step_id(step.path)
    time = step.front_matter.time
    names = [worksheet for worksheet in library.worksheet_order() if library.home_of(worksheet) == step.path]
    return {
        "id": id,
        "kind": "step",
        "title": step.title,
        "url": address(step.path),
        "time": time,
        "minutes": minutes_of(time, library.strings["pick"]),
        "people": list(step.front_matter.people),
        "checklist": {
            "id": f"checklist:{id}",  # by its step: two steps may share a list, and each shows it on its own page
            "kind": "checklist",
            "title": library.checklists[step.front_matter.checklist].title,
            "url": address(step.path),
            "step": id,
        },
        "worksheets": [_worksheet(library, documents, name, id) for name in names],
    }


def _worksheet(library: Library, documents: Documents, name: str, step: str) -> WorksheetPart:
    worksheet = library.worksheets[name]
    forms = ((file["form"], file["url"], file["file"]) for file in worksheet_downloads(documents, name))
    example = worksheet_example(documents, name)
    return {
        "id": f"worksheet:{name}",
        "kind": "worksheet",
        "title": worksheet.title,
        "url": address(f"worksheets/{name}.md"),
        "minutes": worksheet.minutes,
        "people": [worksheet.who],
        "step": step,
        "files": [
            {"form": form, "url": url, "file": file, "bytes": len(documents.made[url])}
            for form, url, file in [*forms, ("example", example["url"], example["file"])]
        ],
    }
