"""The macro for who publishes an edition."""

from __future__ import annotations

from macros.pages.context import PageContext


class AdopterMacros:
    """The macros, bound to the page at hand."""

    def __init__(self, here: PageContext) -> None:
        self._here = here

    def editions(self) -> str:
        """The editions that ask to be listed, with kind of place, steps kept and what they say."""
        library = self._here.library
        return self._here.view("edition/editions.html", adopters=library.listed, all_steps=len(library.toolkit_steps()))
