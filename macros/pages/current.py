"""The page that says whether a printed copy is current, from what went out with each release."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from macros.content.library import Library
from macros.content.outline import Step, nav_paths
from macros.content.parts import part_id, part_pages, sheet_of
from macros.content.releases import BOOK, CHECKLISTS, GATHERED_FINGERPRINT
from macros.core.dates import in_words
from macros.core.urls import address
from macros.pages.context import PageContext

# The groups of the table: the folder of the site in which each kind has its pages. Steps are all the rest.
GROUPS = {"worksheets": "worksheets", "papers": "papers", "packs": "pick"}


class CurrentMacros:
    """The macro, bound to the page at hand."""

    def __init__(self, here: PageContext) -> None:
        self._here = here

    def current(self) -> str:
        """The answer for a copy whose id stands in the address, and since when each sheet is as it is."""
        library = self._here.library
        titles = sheet_titles(library)
        days = {record.version: in_words(record.day, library.strings) for record in library.releases.records}
        rows = [
            {
                "id": sheet,
                "title": title,
                "url": self._here.link(f"{sheet}/"),
                "version": (version := _last_change(library, sheet)),
                "day": days.get(version, ""),
            }
            for sheet, title in titles.items()
        ]
        groups = [
            {"id": kind, "sheets": [row for row in rows if kind_of(row["id"]) == kind]} for kind in ("steps", *GROUPS)
        ]
        return self._here.view("current/current.html", groups=groups, known=known(library, self._here.link))


def known(library: Library, link: Callable[[str], str]) -> dict[str, Any]:
    """What the script holds the id of a copy against: see ``overrides/assets/js/current/answer.js``.

    ``link`` makes a link of the page at hand from an address of the site.
    """
    every = {sheet: (title, f"{sheet}/") for sheet, title in sheet_titles(library).items()} | page_titles(library)
    sheets: dict[str, Any] = {
        sheet: {
            "title": title,
            "url": link(page),
            "now": library.releases.today[sheet],
            "was": (was := history(library, sheet)),
            "before": sorted(_before(library, sheet) - {print_ for _version, print_ in was}),
        }
        for sheet, (title, page) in every.items()
    }
    for name, pack in library.packs.items():
        steps = [address(use.step).rstrip("/") for use in pack.steps]
        sheets[f"pick/{name}"]["parts"] = [*steps, *(f"worksheets/{worksheet}" for worksheet in pack.worksheets)]
    for sheet, (title, page, parts) in gathered(library).items():
        held = {"title": title, "url": link(page), "now": GATHERED_FINGERPRINT, "was": [], "is_gathered": True}
        sheets[sheet] = {**(sheets[sheet] if sheet in library.releases.today else held), "parts": parts}
    moved = {
        address(old).rstrip("/"): address(new).rstrip("/")
        for old, new in library.moved.ways.items()
        if address(new).rstrip("/") in sheets
    }
    versions = [record.version for record in library.releases.records]
    return {"sheets": sheets, "moved": moved, "versions": versions}


def kind_of(sheet: str) -> str:
    """To which group a sheet belongs."""
    folder = sheet.partition("/")[0]
    return next((kind for kind, where in GROUPS.items() if folder == where), "steps")


def sheet_titles(library: Library) -> dict[str, str]:
    """The title of each sheet of this edition by its address, in the order of the model."""
    steps = {address(step.path).rstrip("/"): step.title for step in library.outline.steps()}
    worksheets = {f"worksheets/{name}": library.worksheets[name].title for name in library.worksheet_order()}
    papers = {f"papers/{name}": paper.title for name, paper in library.papers.items()}
    packs = {f"pick/{name}": library.packs[name].title for name in library.pack_order()}
    titles = steps | worksheets | papers | packs
    return {sheet: title for sheet, title in titles.items() if sheet in library.releases.today}


def page_titles(library: Library) -> dict[str, tuple[str, str]]:
    """Title and address of each page on paper that is no step, by what it is called as a sheet, in the nav's order."""
    titles = {path: library.front_matters[path].title for path in nav_paths(library.nav)}
    return {
        sheet_of(path): (title, address(path))
        for path, title in titles.items()
        if sheet_of(path) in library.releases.today and not isinstance(library.outline.find(path), Step)
    }


def gathered(library: Library) -> dict[str, tuple[str, str, list[str]]]:
    """What gathers sheets, by its id: its title, the address of its page, and the ids of the sheets that it holds."""
    titles, pages, strings = sheet_titles(library), page_titles(library), library.strings
    inside = [*pages, *(sheet for sheet in titles if kind_of(sheet) in ("steps", "worksheets"))]
    all_steps = [sheet for sheet in titles if kind_of(sheet) == "steps"]
    listed = {
        BOOK: (strings["downloads"]["book_title"], "downloads/", inside),
        CHECKLISTS: (strings["model_sheets"]["checklists_title"], "checklists/", all_steps),
    }
    for stage in library.outline.stages:
        held = [address(step.path).rstrip("/") for step in stage.steps]
        sheets = dict.fromkeys(f"worksheets/{name}" for step in stage.steps for name in step.front_matter.worksheets)
        opening = [sheet_of(stage.path)]
        listed[part_id(stage.path)] = (stage.title, address(stage.path), [*opening, *held, *sheets])
    packs = [sheet for sheet in titles if kind_of(sheet) == "packs"]
    alone = {place.path for place in library.outline.way}
    for begin, paths in part_pages(nav_paths(library.nav), alone).items():
        title, page = pages[sheet_of(begin)]
        held = [sheet_of(path) for path in paths if sheet_of(path) != part_id(begin)]
        listed[part_id(begin)] = (title, page, [*held, *(packs if part_id(begin) == GROUPS["packs"] else [])])
    return listed


def history(library: Library, sheet: str) -> list[list[str]]:
    """Version and fingerprint of each release that changed ``sheet``, oldest first, under its earlier addresses too."""
    old = _earlier(library, sheet)
    prints = [
        [record.version, next((record.sheets[name] for name in (sheet, *old) if name in record.sheets), "")]
        for record in library.releases.records
    ]
    changes = [later for earlier, later in pairwise([["", ""], *prints]) if later[1] != earlier[1]]
    return [change for change in changes if change[1]]


def _earlier(library: Library, sheet: str) -> list[str]:
    """The addresses under which ``sheet``, or one that became a part of it, was before."""
    return [address(path).rstrip("/") for path in library.moved.earlier(f"{sheet}.md")]


def _before(library: Library, sheet: str) -> set[str]:
    """Every fingerprint that went out under an earlier address of ``sheet``."""
    old = _earlier(library, sheet)
    return {record.sheets[name] for record in library.releases.records for name in old if name in record.sheets}


def _last_change(library: Library, sheet: str) -> str:
    """The release since which a sheet is as it is today; empty where it changed after the last one."""
    changes = history(library, sheet)
    return changes[-1][0] if changes and changes[-1][1] == library.releases.today[sheet] else ""
