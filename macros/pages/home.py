"""Macros of the home page: the ways in, and what is new."""

from __future__ import annotations

from macros.content.changelog import read_changelog
from macros.core.urls import address
from macros.pages.context import PageContext
from macros.pages.news import news


class HomeMacros:
    """The macros, bound to the page at hand."""

    def __init__(self, here: PageContext) -> None:
        self._here = here

    def doors(self) -> str:
        """The ways into the toolkit, and to its search."""
        return f"{ways_in(self._here)}\n{self._here.view('home/find.html')}"

    def whats_new(self) -> str:
        """The newest version with its day and its first gains, as the changelog has them."""
        library = self._here.library
        return self._here.view("home/news.html", news=news(read_changelog(library.root / "CHANGELOG.md"), library))


def ways_in(here: PageContext) -> str:
    """The ways into the toolkit. One without an address leads to where the model begins."""
    library = here.library
    hidden = {address(path) for path in library.hidden}
    begin = address(library.outline.way[0].path)
    doors = [{**door, "url": door["url"] or begin} for door in library.strings["home"]["doors"]]
    return here.view("home/doors.html", doors=[door for door in doors if door["url"] not in hidden])
