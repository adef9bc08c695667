"""Reads what is written under templates/: checklists, worksheets, packs, and the lists that pages look up by id."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any, Protocol, TypeVar

from pydantic import BaseModel

from macros.content.customisation.checklist_additions import with_additions
from macros.content.customisation.only_editions import only_own
from macros.content.customisation.overlay import OverlayFile, find_file, find_files, find_lists
from macros.content.customisation.replacements import adds
from macros.content.loaded import Templates
from macros.content.redirects import Redirects, follow_redirects
from macros.core.parsed_files import ParsedFiles
from macros.core.parsing import ParsedFile
from macros.core.problems import ContentError, Problem, ProblemCollector
from macros.core.suggestions import near
from macros.core.validation import validate
from macros.core.yaml_events import Place
from macros.models.citations import Figures, Quotations, Sources, Terms
from macros.models.packs import Group, Groups, Pack
from macros.models.pages import Checklist
from macros.models.worksheets import Frame, Worksheet

TEMPLATE_FOLDERS = ("checklists", "worksheets", "packs")
GROUPS, FRAME = "templates/packs/_groups.yml", "templates/worksheets/_frame.yml"


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Model = TypeVar("Model", bound=BaseModel)
Entry = TypeVar("Entry")
Named = TypeVar("Named", bound=_Named)
Entries = Iterable[tuple[str, Hashable, Entry]]  # an entry's id, its place in the file, and what it says


def read_templates(files: ParsedFiles, slug: str, redirects: Redirects, collector: ProblemCollector) -> Templates:
    """Everything under templates/ but the strings, for edition ``slug``; problems go to ``collector``."""
    return _Reader(files, slug, redirects, collector).read()


class _Reader:
    """Fills in what one edition has, part by part: what cannot be read is left as it is, and told."""

    def __init__(self, files: ParsedFiles, slug: str, redirects: Redirects, collector: ProblemCollector) -> None:
        self._files, self._slug, self._redirects, self._collector = files, slug, redirects, collector
        self._read = Templates()

    def read(self) -> Templates:
        read = self._read
        for folder in TEMPLATE_FOLDERS:
            for name, written in find_files(self._files, self._slug, f"templates/{folder}", ".yml").items():
                read.files[f"{folder}/{name.removesuffix('.yml')}"] = written
        with self._collector:
            read.sources = self._laid_over("sources", lambda source: _by_id(validate(Sources, source).entries))
        with self._collector:
            read.figures = self._laid_over("figures", lambda source: _by_id(validate(Figures, source).entries))
        with self._collector:
            terms = self._laid_over("glossary", lambda source: _in_order(validate(Terms, source).entries))
            read.terms = list(terms.values())
        with self._collector:
            quoted = self._laid_over("quotations", lambda source: _in_order(validate(Quotations, source).entries))
            read.quotations = list(quoted.values())
        read.checklists = self._folder("checklists", self._checklist)
        read.packs = self._folder("packs", lambda source, name, _: validate(Pack, source, id=name))
        with self._collector:
            read.groups = self._groups()
        with self._collector:
            frame = validate(Frame, self._files.yaml(find_file(self._files, self._slug, FRAME).file))
            around = frame.before.model_dump(), frame.after.model_dump()
            read.worksheets = self._folder(
                "worksheets", lambda source, name, _: validate(Worksheet, _framed(source, *around), id=name)
            )
        return read

    def _laid_over(self, name: str, entries_of: Callable[[ParsedFile], Entries[Entry]]) -> dict[str, Entry]:
        """One of the lists: the toolkit's, with the edition's entries laid over it by id, so that it need not copy all.

        Raises :class:`ContentError` for a file that cannot be read.
        """
        entries: dict[str, Entry] = {}
        for written in find_lists(self._files, self._slug, f"templates/{name}.yml"):
            source = _nested(self._files.yaml(written.file))
            for id, place, entry in entries_of(source):
                entries[id] = entry
                self._read.places[f"{name}/{id}"] = (written.file, source.line(("entries", place)))
        return entries

    def _groups(self) -> list[Group]:
        source = _nested(self._files.yaml(find_file(self._files, self._slug, GROUPS).file))
        groups = validate(Groups, source).entries
        for at, group in enumerate(groups):
            for number, pack in enumerate(group.packs):
                place = source.line(("entries", at, "packs", number))
                self._read.places[f"groups/{pack}"] = (source.file, place)
        return groups

    def _folder(self, folder: str, checked: Callable[[ParsedFile, str, OverlayFile], Model]) -> dict[str, Model]:
        """Every file of a folder by its id; one whose name begins with ``_`` is about the folder itself."""
        read: dict[str, Model] = {}
        for name in self._read.ids(folder):
            written = self._read.files[f"{folder}/{name}"]
            if written.original:  # where the edition's own cannot be read, that alone is told, and not who misses it
                with self._collector:
                    read[name] = checked(self._files.yaml(written.original), name, written)
            with self._collector:
                source = self._files.yaml(written.file)
                source = follow_redirects(source, self._redirects) if written.own else source
                self._collector.problems.extend(only_own(source, written))
                read[name] = checked(source, name, written)
        return read

    def _checklist(self, source: ParsedFile, name: str, written: OverlayFile) -> Checklist:
        """A checklist; one whose file in the edition only adds items is the toolkit's with those items."""
        if not (written.own and adds(source)):
            return validate(Checklist, source, id=name)
        if written.original is None:
            known = sorted(path.stem for path in (self._files.root / "templates/checklists").glob("*.yml"))
            message = f"There is no checklist templates/checklists/{name}.yml to add to."
            raise ContentError([Problem(written.file, source.line(("add",)), message, near(name, known))])
        original = validate(Checklist, self._files.yaml(written.original), id=name)
        return with_additions(original, source)


def _by_id(entries: dict[str, Entry]) -> Entries[Entry]:
    return [(id, id, entry) for id, entry in entries.items()]


def _in_order(entries: list[Named]) -> Entries[Named]:
    return [(entry.id, at, entry) for at, entry in enumerate(entries)]


def _nested(source: ParsedFile) -> ParsedFile:
    """A file that is one map or list, as a model with one key ``entries``."""
    lines: dict[Place, int] = {("entries", *place): line for place, line in source.lines.items()}
    return ParsedFile(source.file, {"entries": source.data}, lines=lines)


def _framed(source: ParsedFile, before: dict[str, Any], after: dict[str, Any]) -> ParsedFile:
    """The worksheet with the sections that every officer's worksheet has; lines of its own move one place along."""
    sections = source.keys.get("sections")
    if not isinstance(sections, list) or source.keys.get("for_residents") is True:
        return source
    data = {**source.keys, "sections": [before, *sections, after]}
    lines = {
        (place[0], place[1] + 1, *place[2:])
        if len(place) > 1 and place[0] == "sections" and isinstance(place[1], int)
        else place: line
        for place, line in source.lines.items()
    }
    return ParsedFile(source.file, data, lines=lines)
