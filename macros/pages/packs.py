"""Macros for ways in: packs by situation, and lists of pages."""

from __future__ import annotations

from typing import Any

from macros.content.outline import nav_paths
from macros.core.urls import address
from macros.pages.cards import step_card
from macros.pages.context import PageContext
from macros.pages.pack_catalogue import pack_ids


class PackMacros:
    """The macros, bound to the page at hand."""

    def __init__(self, here: PageContext) -> None:
        self._here = here

    def listing(self) -> str:
        """The other pages of this page's folder, in the order of the nav, with what each is about."""
        folder = self._here.path.rpartition("/")[0]
        library = self._here.library
        pages = [
            {
                "title": library.front_matters[path].title,
                "text": _about(library.front_matters[path]),
                "url": address(path),
            }
            for path in nav_paths(library.nav)
            if path.rpartition("/")[0] == folder and path != self._here.path
        ]
        return self._here.view("pack/listing.html", pages=pages)

    def packs(self) -> str:
        """Every situation, in groups, each a link to its pack."""
        return self._here.view("pack/packs.html", groups=self._here.library.groups, packs=self._here.library.packs)

    def pack(self, name: str) -> str:
        """One pack: where to begin, what to use, what can wait."""
        library = self._here.library
        pack = library.packs[name]
        return self._here.view(
            "pack/pack.html",
            pack=pack,
            pdf=self._here.documents.pack_url(name),
            parts=pack_ids(library, name),
            steps=[{**step_card(library, use.step), "why": use.why} for use in pack.steps],
            worksheets=[
                {
                    "title": library.worksheets[worksheet].title,
                    "purpose": library.worksheets[worksheet].purpose,
                    "minutes": library.worksheets[worksheet].minutes,
                    "url": address(f"worksheets/{worksheet}.md"),
                }
                for worksheet in pack.worksheets
            ],
            papers=[
                {
                    "title": library.papers[paper].title,
                    "purpose": library.papers[paper].purpose,
                    "kind": library.strings["papers"]["kinds"][library.papers[paper].kind],
                    "url": address(f"papers/{paper}.md"),
                }
                for paper in pack.papers
            ],
            skip=[
                {"what": skipped.what, "why": skipped.why, "url": address(skipped.step) if skipped.step else ""}
                for skipped in pack.skip
            ],
            also=[
                {"title": library.front_matters[link.page].title, "why": link.why, "url": address(link.page)}
                for link in pack.also
            ],
            quotations=[quotation for quotation in library.quotations if quotation.id == pack.quotation],
        )


def _about(front_matter: Any) -> str:
    return str(getattr(front_matter, "description", "") or front_matter.promise)
