"""The macro by which a reader picks parts of the model by hand."""

from __future__ import annotations

from typing import Any

from macros.content.customisation.assets import logo_address
from macros.pages.context import PageContext
from macros.pages.pack_catalogue import PartGroup, catalogue, groups


class PackBuilderMacros:
    """The macros, bound to the page at hand."""

    def __init__(self, here: PageContext) -> None:
        self._here = here

    def picker(self) -> str:
        """Every step, checklist and worksheet to choose from, and the pack that the choice makes."""
        library, documents = self._here.library, self._here.documents
        stages = groups(library, documents)
        whole = catalogue(library, documents, stages)
        return self._here.view(
            "pack/pick-by-hand.html",
            groups=stages,
            packs=whole["packs"],
            catalogue=whole,
            forms=_forms(library.strings, stages),
            colophon=documents.colophon("pick/"),
            logo=logo_address(library),
        )


def _forms(strings: dict[str, Any], stages: list[PartGroup]) -> dict[str, str]:
    """The forms that any worksheet comes in, with their names for readers, in the order in which they are offered."""
    worksheets = (sheet for group in stages for step in group["steps"] for sheet in step["worksheets"])
    offered = {file["form"] for sheet in worksheets for file in sheet["files"]}
    names = {**strings["forms"], "example": strings["pick"]["example"]}
    return {form: names[form] for form in names if form in offered}
