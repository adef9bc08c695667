"""The page that says whether a printed copy is current, from what went out with each release."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from macros.content.library import Library
from macros.content.releases import BOOK, BOOK_FINGERPRINT
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
        """The answer for a copy whose stamp stands in the address, and since when each sheet is as it is."""
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
            {"id": kind, "sheets": [row for row in rows if kind_of(str(row["id"])) == kind]}
            for kind in ("steps", *GROUPS)
        ]
        return self._here.view("current/current.html", groups=groups, known=self._known(titles))

    def _known(self, titles: dict[str, str]) -> dict[str, Any]:
        """What the script holds a stamp against: see ``overrides/assets/js/current/answer.js``."""
        library = self._here.library
        sheets: dict[str, Any] = {
            sheet: {
                "title": title,
                "url": self._here.link(f"{sheet}/"),
                "now": library.releases.today[sheet],
                "was": history(library, sheet),
            }
            for sheet, title in titles.items()
        }
        for name, pack in library.packs.items():
            steps = [address(use.step).rstrip("/") for use in pack.steps]
            sheets[f"pick/{name}"]["parts"] = [*steps, *(f"worksheets/{worksheet}" for worksheet in pack.worksheets)]
        book = library.strings["downloads"]["book_title"]
        inside = [sheet for sheet in titles if kind_of(sheet) in ("steps", "worksheets")]
        was = [[record.version, BOOK_FINGERPRINT] for record in library.releases.records[:1]]
        url = self._here.link("downloads/")
        sheets[BOOK] = {"title": book, "url": url, "now": BOOK_FINGERPRINT, "was": was, "parts": inside}
        moved = {
            address(old).rstrip("/"): address(new).rstrip("/")
            for old, new in library.moved.ways.items()
            if address(new).rstrip("/") in sheets
        }
        return {
            "sheets": sheets,
            "moved": moved,
            "versions": [record.version for record in library.releases.records],
        }


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


def history(library: Library, sheet: str) -> list[list[str]]:
    """Version and fingerprint of each release that changed ``sheet``, oldest first, under its earlier addresses too."""
    old = [address(path).rstrip("/") for path in library.moved.earlier(f"{sheet}.md")]
    prints = [
        [record.version, next((record.sheets[name] for name in (sheet, *old) if name in record.sheets), "")]
        for record in library.releases.records
    ]
    changes = [later for earlier, later in pairwise([["", ""], *prints]) if later[1] != earlier[1]]
    return [change for change in changes if change[1]]


def _last_change(library: Library, sheet: str) -> str:
    """The release since which a sheet is as it is today; empty where it changed after the last one."""
    changes = history(library, sheet)
    return changes[-1][0] if changes and changes[-1][1] == library.releases.today[sheet] else ""
