"""What the files of one edition say, before anybody asked whether it holds together.

Reading has two stages. ``loading.load`` reads each file and checks it by itself; what it cannot read is missing here,
and told in ``problems``. ``checks.check`` then looks at all of it together. A part that could not be read is None, and
nothing is checked against it: its own problem is enough.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from macros.content.adopters import Adopter
from macros.content.customisation.overlay import OverlayFile
from macros.content.customisation.replacements import Replaced
from macros.content.papers import Papers
from macros.content.redirects import Redirects
from macros.content.release import Release
from macros.content.releases import Releases
from macros.content.search_synonyms import SearchFile
from macros.content.shared_notes import SharedCard
from macros.content.strings import Strings
from macros.core.parsed_files import ParsedFiles
from macros.core.parsing import ParsedFile
from macros.core.problems import Problem
from macros.models.accessibility import Statement
from macros.models.bank_holidays import BankHolidays
from macros.models.citations import Figure, Quotation, Source, Term
from macros.models.editions import Edition
from macros.models.inherited import Inherited
from macros.models.packs import Group, Pack
from macros.models.pages import Checklist, FrontMatter, StageFrontMatter, StepFrontMatter
from macros.models.worksheets import Worksheet


@dataclass
class Templates:
    """What stands under templates/, but for the interface's words.

    ``files`` are all files by folder and id, such as "packs/lone-officer", whether or not they could be read.
    ``places`` are the file and line of each entry of a list by list and id, such as "figures/over-65".
    """

    checklists: dict[str, Checklist] = field(default_factory=dict)
    worksheets: dict[str, Worksheet] = field(default_factory=dict)
    packs: dict[str, Pack] = field(default_factory=dict)
    groups: list[Group] | None = None
    sources: dict[str, Source] | None = None
    figures: dict[str, Figure] | None = None
    terms: list[Term] | None = None
    quotations: list[Quotation] | None = None
    files: dict[str, OverlayFile] = field(default_factory=dict)
    places: dict[str, tuple[str, int]] = field(default_factory=dict)

    def ids(self, folder: str) -> list[str]:
        """The ids of what is in ``folder``, "checklists", "worksheets" or "packs", whether or not it could be read."""
        names = (name.removeprefix(f"{folder}/") for name in self.files if name.startswith(f"{folder}/"))
        return [name for name in names if not name.startswith("_")]

    def own_ids(self, folder: str) -> list[str]:
        """Those of :meth:`ids` that the edition has a file of its own for."""
        return [name for name in self.ids(folder) if self.files[f"{folder}/{name}"].own]

    def file(self, name: str) -> str:
        """The file of ``name``, such as "packs/lone-officer": the edition's where it has its own."""
        return self.files[name].file


@dataclass
class Loaded:
    """Everything that was read for edition ``slug``, and the ``problems`` that each file has by itself.

    ``pages`` are all pages by their path in docs/; ``page_files`` and ``front_matters`` those that could be read.
    ``notes`` are the edition's, by the page that each is for.
    """

    files: ParsedFiles
    slug: str
    problems: list[Problem]
    pages: dict[str, OverlayFile]
    redirects: Redirects | None = None
    edition: Edition | None = None
    release: Release | None = None
    strings: Strings | None = None
    statement: Statement | None = None
    bank_holidays: BankHolidays | None = None
    releases: Releases = field(default_factory=Releases)
    templates: Templates = field(default_factory=Templates)
    papers: Papers = field(default_factory=Papers)
    page_files: dict[str, ParsedFile] = field(default_factory=dict)
    front_matters: dict[str, FrontMatter] = field(default_factory=dict)
    notes: dict[str, ParsedFile] = field(default_factory=dict)
    search: list[SearchFile] = field(default_factory=list)
    replaced: list[Replaced] = field(default_factory=list)
    inherited: Inherited = field(default_factory=Inherited)
    adopters: list[Adopter] = field(default_factory=list)
    shared: dict[str, list[SharedCard]] = field(default_factory=dict)

    @property
    def steps(self) -> dict[str, StepFrontMatter]:
        """The front matter of every step, by its path in docs/."""
        return {
            path: front_matter
            for path, front_matter in self.front_matters.items()
            if isinstance(front_matter, StepFrontMatter)
        }

    @property
    def stages(self) -> list[str]:
        """The folder of every stage."""
        return [
            path.rpartition("/")[0]
            for path, front_matter in self.front_matters.items()
            if isinstance(front_matter, StageFrontMatter)
        ]
