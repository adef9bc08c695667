"""The macro of the page that says what stands between this edition and its launch."""

from __future__ import annotations

from macros.pages.context import PageContext
from macros.readiness import findings
from macros.readiness.report import check_view


class ReadinessMacros:
    """The macros, bound to the page at hand."""

    def __init__(self, here: PageContext) -> None:
        self._here = here

    def check(self) -> str:
        """Everything that was found, but for links, which can only be checked once the site is there."""
        library = self._here.library
        return self._here.view("readiness/check.html", **check_view(library, findings(library)), on_page=True)
