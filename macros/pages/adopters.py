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
        rows = [
            {
                "edition": adopter.edition,
                "kind": library.strings["place"][adopter.edition.place_kind]["name"],
                "steps": adopter.steps,
            }
            for adopter in library.listed
        ]
        return self._here.view("edition/editions.html", rows=rows, all_steps=len(library.toolkit_steps()))
