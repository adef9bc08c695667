"""Reads which sheets went out with each release, and compares them with today's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from macros.content.customisation.overlay import find_files
from macros.content.parts import BEGINS, part_id
from macros.content.sheet_fingerprints import LISTS, SHEET_FOLDERS, sheet_fingerprints, step_folders
from macros.core.fingerprints import with_straight_marks
from macros.core.parsed_files import ParsedFiles
from macros.core.problems import ProblemCollector
from macros.core.validation import validate
from macros.models.releases import ReleaseRecord

RELEASES_FOLDER = "templates/releases"
BOOK = "book"  # the sheet that holds all others
CHECKLISTS = "checklists"  # all of them, on sheets of their own
GATHERED_FINGERPRINT = "00000000"  # of what gathers sheets: it has none of its own, what it holds has


@dataclass(frozen=True)
class Releases:
    """Every release that went out, oldest first, and the fingerprint of each sheet ``today`` by its address.

    ``step_folders`` are the folders that hold steps.
    """

    records: tuple[ReleaseRecord, ...] = ()
    today: Mapping[str, str] = field(default_factory=dict)
    step_folders: frozenset[str] = frozenset()

    @property
    def gathered(self) -> frozenset[str]:
        """What gathers sheets: the book, all checklists, the stages, and the other parts of the guide."""
        return self.step_folders | {part_id(path) for path in BEGINS} | {BOOK, CHECKLISTS}

    def copy_id(self, page: str, version: str) -> str:
        """What a copy of the sheet with the address ``page`` carries: "focus/choose-the-community:1.4.0:5c2dc78d".

        Of what gathers sheets, its address says which; any other page is known as a part of the book.
        """
        sheet = page.rstrip("/")
        if sheet in self.today:
            return f"{sheet}:{version}:{self.today[sheet]}"
        return f"{sheet if sheet in self.gathered else BOOK}:{version}:{GATHERED_FINGERPRINT}"


def read_releases(files: ParsedFiles, slug: str, collector: ProblemCollector) -> Releases:
    """The releases, and the sheets of edition ``slug``, its own files first; what is wrong goes to ``collector``."""
    records = []
    for name, written in find_files(files, slug, RELEASES_FOLDER, ".yml").items():
        if written.own:  # only the toolkit has releases
            continue
        with collector:
            records.append(validate(ReleaseRecord, files.yaml(written.file), version=name.removesuffix(".yml")))
    records.sort(key=lambda record: [int(part) for part in record.version.split(".")])
    contents = sheet_files(files, slug)
    today = _today(contents, records[-1].sheets if records else {})
    return Releases(tuple(records), today, step_folders(contents))


def _today(files: Mapping[str, bytes], newest: Mapping[str, str]) -> dict[str, str]:
    """The fingerprint of each sheet. One of which only quotation marks became curly keeps its ``newest`` one.

    A copy of it on paper says the same words, so nobody is told to print it again.
    """
    with_marks_of_before = {
        path: with_straight_marks(content.decode("utf-8", "replace")).encode() if path.startswith("docs/") else content
        for path, content in files.items()
    }
    before = sheet_fingerprints(with_marks_of_before)
    return {
        sheet: before[sheet] if newest.get(sheet) == before[sheet] else now
        for sheet, now in sheet_fingerprints(files).items()
    }


def sheet_files(files: ParsedFiles, slug: str) -> dict[str, bytes]:
    """The content of every file that a sheet is made from, under the toolkit's path, the edition's own first."""
    contents = {}
    for folder, suffix in (
        ("docs", ".md"),
        *((f"templates/{name}", ".yml") for name in ("checklists", *SHEET_FOLDERS)),
    ):
        for inside, written in find_files(files, slug, folder, suffix).items():
            if written.path.is_file():  # one that only points elsewhere is told where folders are looked at
                contents[f"{folder}/{inside}"] = written.path.read_bytes()
    for path in LISTS.values():
        places = [base / path for base in (files.root / "editions" / slug, files.root)]
        if current := next((place for place in places if place.is_file()), None):
            contents[path] = current.read_bytes()
    return contents
