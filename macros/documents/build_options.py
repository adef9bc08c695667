"""Which documents a build draws: all for readers, none for a look at the pages, some for tests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast, get_args

from macros.core.problems import ContentError, Problem

Drawn = Literal["all", "some", "none"]
VARIABLE = "DOCUMENTS"
# Worksheets that between them have a table, money, a picture, a workbook, a page alone, and pages that lie.
SOME_WORKSHEETS = frozenset(("funding-plan", "indicator-table", "mandate-on-a-page", "outcomes-ladder", "partner-map"))
SOME_PACKS = 1
SOME_STAGES = 1
# What a book for tests does not hold: the toolkit's own has the whole of it.
LONG_PARTS = (
    "barriers-and-assets/",
    "cases/",
    "communities/",
    "evidence/",
    "find-local-data.md",
    "launch/",
    "pick/",
    "plan/",
    "success/",
    "worksheets/",
)


@dataclass(frozen=True)
class BuildOptions:
    """``documents`` says which are drawn. A ``preview`` keeps the last book and packs: new ones would make it slow."""

    documents: Drawn = "all"
    preview: bool = False

    @property
    def has_documents(self) -> bool:
        """Whether any document is drawn, and with them the archives that hold the site."""
        return self.documents != "none"

    @property
    def is_beside_others(self) -> bool:
        """Whether other programs use all processors, as tests do that wait for some documents."""
        return self.documents == "some"

    @property
    def left_out_of_book(self) -> tuple[str, ...]:
        """Pages and folders of docs/ that the book does not hold."""
        return LONG_PARTS if self.documents == "some" else ()

    def draws_worksheet(self, name: str) -> bool:
        """Whether the documents of the worksheet ``name`` are drawn."""
        return self.documents == "all" or (self.documents == "some" and name in SOME_WORKSHEETS)

    def draws_pack(self, number: int) -> bool:
        """Whether the pack that is number ``number`` in the library's order, from 0, is drawn."""
        return self.documents == "all" or (self.documents == "some" and number < SOME_PACKS)

    def draws_stage(self, number: int) -> bool:
        """Whether the PDF of the stage that is number ``number``, from 1, is drawn."""
        return self.documents == "all" or (self.documents == "some" and number <= SOME_STAGES)


def read_options(environ: Mapping[str, str], *, preview: bool = False) -> BuildOptions:
    """What the environment's ``DOCUMENTS`` asks for. Raises :class:`ContentError` for a word that is not known."""
    asked = environ.get(VARIABLE, "") or "all"
    if asked not in get_args(Drawn):
        fix = f"Write {VARIABLE}=all, {VARIABLE}=some or {VARIABLE}=none, or leave it out to have them all."
        raise ContentError([Problem(VARIABLE, 0, f"“{asked}” is not known here.", fix)])
    return BuildOptions(cast(Drawn, asked), preview)
