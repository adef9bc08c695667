"""Everything that is written, for one edition. The only place that knows "the edition's file wins"."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.checked import check
from macros.edition import Edition, read_edition
from macros.faults import Fault, Faults, Gathered
from macros.model import (
    Checklist,
    Cited,
    PageMatter,
    Quotation,
    Quotations,
    Sources,
    StageMatter,
    StepMatter,
    Term,
    Terms,
)
from macros.outline import Outline, outline
from macros.references import Written, lost_note, not_in_nav, unknown_references
from macros.release import Release, read_release
from macros.source import Source, read_page, read_yaml
from macros.worksheet import Frame, Worksheet

Matter = PageMatter | StageMatter | StepMatter


@dataclass
class Library:
    """The words of one edition, read and checked."""

    root: Path
    edition: Edition
    release: Release
    strings: dict[str, Any]
    pages: dict[str, Written]
    matters: dict[str, Matter]
    outline: Outline
    checklists: dict[str, Checklist]
    worksheets: dict[str, Worksheet]
    sources: dict[str, Cited]
    terms: list[Term]
    quotations: list[Quotation]
    notes: dict[str, str]

    @property
    def folder(self) -> Path:
        """The edition's own folder."""
        return self.root / "editions" / self.edition.slug


def layered(root: Path, slug: str, folder: str, suffix: str) -> dict[str, Written]:
    """Files under ``folder`` by their path inside it: the toolkit's, or the edition's where it has the same path."""
    found: dict[str, Written] = {}
    for base, own in ((root, False), (root / "editions" / slug, True)):
        start = base / folder
        for path in sorted(start.rglob(f"*{suffix}")):
            found[path.relative_to(start).as_posix()] = Written(path, path.relative_to(root).as_posix(), own)
    return found


LISTS: tuple[tuple[str, type[Sources | Terms | Quotations]], ...] = (
    ("sources", Sources),
    ("glossary", Terms),
    ("quotations", Quotations),
)


def read_library(root: Path, slug: str, nav: list[Any]) -> Library:
    """Read everything for edition ``slug``; ``nav`` is mkdocs.yml's. Raises :class:`Faults` with all that is wrong."""
    gathered = Gathered()
    parts: dict[str, Any] = {"checklists": {}, "worksheets": {}, "matters": {}, "notes": {}}
    with gathered:
        parts["edition"] = read_edition(root, slug)
    with gathered:
        parts["release"] = read_release(root)
    with gathered:
        parts["strings"] = _strings(root, slug)
    for name, model in LISTS:
        with gathered:
            written = layered(root, slug, "templates", f"{name}.yml")[f"{name}.yml"]
            source = read_yaml(written.path, written.file)
            parts[name] = check(model, _nested(source)).entries
    for file, written in layered(root, slug, "templates/checklists", ".yml").items():
        with gathered:
            parts["checklists"][file[:-4]] = check(Checklist, read_yaml(written.path, written.file), id=file[:-4])
    _read_worksheets(root, slug, gathered, parts["worksheets"])
    pages = layered(root, slug, "docs", ".md")
    files: dict[str, Source] = {}
    for path, written in pages.items():
        with gathered:
            files[path] = read_page(written.path, written.file)
            parts["matters"][path] = check(_matter_model(path, pages, files[path]), files[path])
    for path, written in layered(root, slug, "notes", ".md").items():
        if path not in pages:
            gathered.faults.append(lost_note(written.file, path, pages))
        else:
            parts["notes"][path] = read_page(written.path, written.file).text
    gathered.faults.extend(unknown_references(parts, files))
    gathered.faults.extend(not_in_nav(nav, pages))
    gathered.stop_if_any()
    parts["terms"] = parts.pop("glossary")
    return Library(root=root, pages=pages, outline=outline(nav, parts["matters"]), **parts)


def _strings(root: Path, slug: str) -> dict[str, Any]:
    """Interface words: the toolkit's, with the edition's own laid over them key by key."""
    base = read_yaml(root / "templates/strings/en.yml", "templates/strings/en.yml")
    own = root / "editions" / slug / "templates/strings/en.yml"
    if not own.is_file():
        return dict(base.data)
    source = read_yaml(own, own.relative_to(root).as_posix())
    faults: list[Fault] = []
    result: dict[str, Any] = _overlaid(base.data, source.data, (), source, faults)
    if faults:
        raise Faults(faults)
    return result


def _overlaid(base: Any, over: Any, place: tuple[str, ...], source: Source, faults: list[Fault]) -> Any:
    if not isinstance(base, dict) or not isinstance(over, dict):
        if type(base) is not type(over):
            problem = f"“{'.'.join(place)}” does not have the same shape as in templates/strings/en.yml."
            faults.append(
                Fault(source.file, source.line(place), problem, "Copy the key from there, and change its text.")
            )
        return over
    result = dict(base)
    for key, value in over.items():
        if key not in base:
            problem = f"There is no interface text called “{'.'.join((*place, str(key)))}”."
            faults.append(
                Fault(source.file, source.line((*place, key)), problem, "Look it up in templates/strings/en.yml.")
            )
        else:
            result[key] = _overlaid(base[key], value, (*place, key), source, faults)
    return result


def _nested(source: Source) -> Source:
    """A file that is one map or list, as a model with one key ``entries``."""
    lines = {("entries", *place): line for place, line in source.lines.items()}
    return Source(source.file, {"entries": source.data}, "", lines)


def _read_worksheets(root: Path, slug: str, gathered: Gathered, into: dict[str, Worksheet]) -> None:
    found = layered(root, slug, "templates/worksheets", ".yml")
    frame: Frame | None = None
    with gathered:
        written = found.pop("_frame.yml")
        frame = check(Frame, read_yaml(written.path, written.file))
    if frame is None:
        return
    for file, written in found.items():
        with gathered:
            source = read_yaml(written.path, written.file)
            into[file[:-4]] = check(Worksheet, _framed(source, frame), id=file[:-4])


def _framed(source: Source, frame: Frame) -> Source:
    """The worksheet with the sections that every worksheet has; lines of its own sections move one place along."""
    if not isinstance(source.data, dict) or not isinstance(source.data.get("sections"), list):
        return source
    before, after = frame.before.model_dump(), frame.after.model_dump()
    data = {**source.data, "sections": [before, *source.data["sections"], after]}
    lines = {
        (place[0], place[1] + 1, *place[2:]) if len(place) > 1 and place[0] == "sections" else place: line  # type: ignore[operator]
        for place, line in source.lines.items()
    }
    return Source(source.file, data, "", lines)


def _matter_model(path: str, pages: dict[str, Written], source: Source) -> type[Matter]:
    """Which rules a page's front matter must keep: a stage's overview says ``stage``, its other pages are steps."""
    data = source.data if isinstance(source.data, dict) else {}
    if "stage" in data:
        return StageMatter
    folder = path.rpartition("/")[0]
    overview = pages.get(f"{folder}/index.md") if folder else None
    in_stage = overview is not None and "stage" in read_page(overview.path, overview.file).data
    return StepMatter if in_stage or "checklist" in data else PageMatter
