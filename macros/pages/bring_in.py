"""The macro by which filled sheets are dropped on a page of their own."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from macros.content.library import Library
from macros.content.redirects import made_path
from macros.pages.context import PageContext


class BringInMacros:
    """The macro, bound to the page at hand."""

    def __init__(self, here: PageContext) -> None:
        self._here = here

    def bring_in(self) -> str:
        """The place where filled sheets of any worksheet are dropped."""
        return self._here.view("bring-in/bring-in.html", sheets=sheets_to_bring_in(self._here.library))


def sheets_to_bring_in(library: Library) -> list[dict[str, Any]]:
    """Each worksheet of which a file may be: its id, the ids that it had, its title and the ids of its fields."""
    sheets = []
    for name in library.worksheet_order():
        worksheet = library.worksheets[name]
        earlier = [PurePosixPath(path).stem for path in library.moved.earlier(made_path("worksheets", name))]
        fields = [field.id for field in worksheet.fields()]
        sheets.append({"id": name, "ids": [name, *earlier], "title": worksheet.title, "names": fields})
    return sheets
