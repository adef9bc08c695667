"""Reads what is written under templates/: checklists, worksheets, packs, and the lists that pages look up by id."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from macros.content.cross_references import near
from macros.content.customisation.checklist_additions import with_additions
from macros.content.customisation.only_editions import only_own
from macros.content.customisation.overlay import find_files, find_lists
from macros.content.customisation.replacements import adds
from macros.content.redirects import follow_redirects, read_redirects
from macros.core.parsing import ParsedFile, read_yaml
from macros.core.problems import ContentError, Problem, ProblemCollector
from macros.core.validation import validate
from macros.models.citations import Figures, Quotations, Sources, Terms
from macros.models.packs import Group, Groups, Pack
from macros.models.pages import Checklist
from macros.models.worksheets import Frame, Worksheet

Model = TypeVar("Model", bound=BaseModel)
Places = dict[str, tuple[str, int]]
LISTS: dict[str, type[Sources | Figures | Terms | Quotations]] = {
    "sources": Sources,
    "figures": Figures,
    "glossary": Terms,
    "quotations": Quotations,
}


def read_definitions(root: Path, slug: str, collector: ProblemCollector) -> dict[str, Any]:
    """Everything under templates/ but the strings, for edition ``slug``; faults go to ``collector``.

    Returns the lists under their own names, ``checklists``, ``worksheets``, ``packs`` by id, ``groups``, and
    ``files``: what was found of each by folder and id, and ``places``: file and line of each entry of a list by list
    and id.
    """
    parts: dict[str, Any] = {"files": {}, "places": {}}
    for folder in ("checklists", "worksheets", "packs"):
        for file, written in find_files(root, slug, f"templates/{folder}", ".yml").items():
            parts["files"][f"{folder}/{file[:-4]}"] = written
    for name, model in LISTS.items():
        with collector:
            parts[name] = _list(root, slug, name, model, parts["places"])
    parts["checklists"] = _checklists(root, slug, collector)
    parts["packs"] = _folder(root, slug, "packs", Pack, collector)
    with collector:
        parts["groups"] = _groups(root, slug, parts["places"])
    parts["worksheets"] = {}
    with collector:
        frame = validate(Frame, _one(root, slug, "worksheets/_frame.yml"))
        parts["worksheets"] = _folder(
            root, slug, "worksheets", Worksheet, collector, lambda source: _framed(source, frame)
        )
    return parts


def _list(root: Path, slug: str, name: str, model: type[Sources | Figures | Terms | Quotations], places: Places) -> Any:
    """One of the lists: the toolkit's, with the edition's entries laid over it by id, so that it need not copy all."""
    found: dict[str, Any] = {}
    named = False
    for written in find_lists(root, slug, f"templates/{name}.yml"):
        source = _nested(read_yaml(written.path, written.file))
        entries: Any = validate(model, source).entries
        named = isinstance(entries, dict)
        pairs: Any = entries.items() if named else enumerate(entries)
        for at, entry in pairs:
            one = at if named else entry.id
            found[one] = entry
            places[f"{name}/{one}"] = (written.file, source.line(("entries", at)))
    return found if named else list(found.values())


def _groups(root: Path, slug: str, places: Places) -> list[Group]:
    source = _nested(_one(root, slug, "packs/_groups.yml"))
    groups = validate(Groups, source).entries
    for at, group in enumerate(groups):
        for number, pack in enumerate(group.packs):
            places[f"groups/{pack}"] = (source.file, source.line(("entries", at, "packs", number)))
    return groups


def _one(root: Path, slug: str, file: str) -> ParsedFile:
    folder, _, name = f"templates/{file}".rpartition("/")
    written = find_files(root, slug, folder, ".yml")[name]
    return read_yaml(written.path, written.file)


def _folder(
    root: Path,
    slug: str,
    folder: str,
    model: type[Model],
    collector: ProblemCollector,
    through: Callable[[ParsedFile], ParsedFile] = lambda source: source,
) -> dict[str, Model]:
    """Every file of a folder as ``model`` by its id; one whose name begins with ``_`` is about the folder itself."""
    found: dict[str, Model] = {}
    moved = read_redirects(root)
    for file, written in find_files(root, slug, f"templates/{folder}", ".yml").items():
        if not file.startswith("_"):
            with collector:
                source = read_yaml(written.path, written.file)
                source = follow_redirects(source, moved) if written.own else source
                collector.problems.extend(only_own(source, written))
                found[file[:-4]] = validate(model, through(source), id=file[:-4])
    return found


def _checklists(root: Path, slug: str, collector: ProblemCollector) -> dict[str, Checklist]:
    """Every checklist; one whose file in the edition only adds items is the toolkit's with those items."""
    found: dict[str, Checklist] = {}
    for file, written in find_files(root, slug, "templates/checklists", ".yml").items():
        with collector:
            source = read_yaml(written.path, written.file)
            collector.problems.extend(only_own(source, written))
            if not (written.own and adds(source.data)):
                found[file[:-4]] = validate(Checklist, source, id=file[:-4])
            elif written.original is None:
                known = [path.stem for path in sorted((root / "templates/checklists").glob("*.yml"))]
                message = f"There is no checklist templates/checklists/{file} to add to."
                raise ContentError([Problem(written.file, source.line(("add",)), message, near(file[:-4], known))])
            else:
                original = read_yaml(root / written.original, written.original)
                found[file[:-4]] = with_additions(validate(Checklist, original, id=file[:-4]), source)
    return found


def _nested(source: ParsedFile) -> ParsedFile:
    """A file that is one map or list, as a model with one key ``entries``."""
    lines = {("entries", *place): line for place, line in source.lines.items()}
    return ParsedFile(source.file, {"entries": source.data}, lines=lines)


def _framed(source: ParsedFile, frame: Frame) -> ParsedFile:
    """The worksheet with the sections that every officer's worksheet has; lines of its own move one place along."""
    if not isinstance(source.data, dict) or not isinstance(source.data.get("sections"), list):
        return source
    if source.data.get("for_residents") is True:
        return source
    before, after = frame.before.model_dump(), frame.after.model_dump()
    data = {**source.data, "sections": [before, *source.data["sections"], after]}
    lines = {
        (place[0], place[1] + 1, *place[2:]) if len(place) > 1 and place[0] == "sections" else place: line  # type: ignore[operator]
        for place, line in source.lines.items()
    }
    return ParsedFile(source.file, data, lines=lines)
