"""Whether what is named is there, and what is there is named, across pages and everything under templates/."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from typing import Any

from macros.content.customisation.overlay import OverlayFile
from macros.content.outline import nav_paths
from macros.core.parsing import ParsedFile
from macros.core.problems import Problem
from macros.models.pages import CaseFrontMatter, StepFrontMatter

LOOKED_UP = re.compile(r"""\{\{\s*(cite|figure)\(\s*["']([^"']*)["']\s*\)\s*\}\}""")
QUOTED = re.compile(r"\{\{\s*quotations\(([^)]*)\)\s*\}\}")
IDS = re.compile(r"""["']([^"']*)["']""")
UNKNOWN_QUOTATION = "“{}” is not in templates/quotations.yml."
LISTS = {"cite": "sources", "figure": "figures"}


def unknown_references(
    parts: dict[str, Any], files: dict[str, ParsedFile], notes: dict[str, ParsedFile]
) -> list[Problem]:
    """Everything that is named but not there, and definitions that nobody uses.

    ``parts`` is what was read, by the names of :class:`macros.content.library.Library`; ``files`` each page as it
    was read, and ``notes`` each note.
    """
    return [
        *_of_steps(parts, files),
        *_of_cases(parts, files),
        *_of_pages(parts, [*files.values(), *notes.values()]),
        *_of_packs(parts),
        *_of_lists(parts),
    ]


def _of_steps(parts: dict[str, Any], files: dict[str, ParsedFile]) -> Iterator[Problem]:
    used: dict[str, set[str]] = {"checklists": set(), "worksheets": set()}
    for path, front_matter in parts["front_matters"].items():
        if not isinstance(front_matter, StepFrontMatter):
            continue
        for kind, key, ids in (
            ("checklists", "checklist", [front_matter.checklist]),
            ("worksheets", "worksheets", front_matter.worksheets),
        ):
            used[kind].update(ids)
            for one in ids:
                if one not in parts[kind]:
                    message = f"There is no {key.rstrip('s')} called “{one}”."
                    yield Problem(files[path].file, files[path].line((key,)), message, near(one, parts[kind]))
    # An edition that rewrote a step may use less than the toolkit, or less than the toolkit has by now.
    rewritten = any(parts["pages"][path].own for path in _steps(parts))
    for kind, known in used.items():
        for one in sorted(set(parts[kind]) - known):
            written = parts["files"][f"{kind}/{one}"]
            if parts[kind][one].replaces or (rewritten and not written.own):
                continue
            yield Problem(
                written.file, 0, f"No step uses {written.file}.", "Name it in a step's front matter, or delete it."
            )
    steps = _steps(parts)
    for one, worksheet in parts["worksheets"].items():
        if worksheet.step not in steps:
            message = f"“step” names {worksheet.step}, which is not a step."
            yield Problem(_file(parts, f"worksheets/{one}"), 0, message, near(worksheet.step, steps))


def _of_cases(parts: dict[str, Any], files: dict[str, ParsedFile]) -> Iterator[Problem]:
    steps = _steps(parts)
    for path, front_matter in parts["front_matters"].items():
        if isinstance(front_matter, CaseFrontMatter):
            for at, step in enumerate(front_matter.shows):
                if step not in steps:
                    message = f"“shows” names {step}, which is not a step."
                    yield Problem(files[path].file, files[path].line(("shows", at)), message, near(step, steps))


def _of_pages(parts: dict[str, Any], sources: list[ParsedFile]) -> Iterator[Problem]:
    for source in sources:
        for number, line in enumerate(source.text.split("\n"), source.text_line):
            for macro, one in LOOKED_UP.findall(line):
                known = parts.get(LISTS[macro], {})
                if one not in known:
                    message = f"“{one}” is not in templates/{LISTS[macro]}.yml."
                    yield Problem(source.file, number, message, near(one, known))
            for one in [name for names in QUOTED.findall(line) for name in IDS.findall(names)]:
                if one not in (quotations := _quotations(parts)):
                    yield Problem(source.file, number, UNKNOWN_QUOTATION.format(one), near(one, quotations))


def _quotations(parts: dict[str, Any]) -> list[str]:
    return [one.id for one in parts.get("quotations", [])]


def _of_packs(parts: dict[str, Any]) -> Iterator[Problem]:
    steps = _steps(parts)
    for one, pack in parts["packs"].items():
        file = _file(parts, f"packs/{one}")
        named = [use.step for use in pack.steps] + [skip.step for skip in pack.skip if skip.step]
        yield from (
            Problem(file, 0, f"{step} is not a step.", near(step, steps)) for step in named if step not in steps
        )
        yield from (
            Problem(file, 0, f"There is no worksheet called “{name}”.", near(name, parts["worksheets"]))
            for name in pack.worksheets
            if name not in parts["worksheets"]
        )
        yield from (
            Problem(file, 0, f"There is no page docs/{also.page}.", near(also.page, parts["front_matters"]))
            for also in pack.also
            if also.page not in parts["front_matters"]
        )
        if pack.quotation and pack.quotation not in (known := _quotations(parts)):
            yield Problem(file, 0, UNKNOWN_QUOTATION.format(pack.quotation), near(pack.quotation, known))
    listed = [one for group in parts.get("groups", []) for one in group.packs]
    for one in sorted(set(listed) ^ set(parts["packs"])):
        if one in parts["packs"]:
            file = _file(parts, "packs/_groups")
            yield Problem(file, 0, f"The pack “{one}” is in no group, so nobody finds it.", "Add it to a group.")
        else:
            file, line = parts["places"][f"groups/{one}"]
            yield Problem(file, line, f"There is no pack called “{one}”.", near(one, parts["packs"]))


def _of_lists(parts: dict[str, Any]) -> Iterator[Problem]:
    sources = parts.get("sources", {})
    entries = [("figures", one, figure) for one, figure in parts.get("figures", {}).items()]
    entries += [(kind, entry.id, entry) for kind in ("glossary", "quotations") for entry in parts.get(kind, [])]
    for kind, one, entry in entries:
        if entry.source and entry.source not in sources:
            message = f"“{one}” names the source “{entry.source}”, which is not in templates/sources.yml."
            file, line = parts["places"][f"{kind}/{one}"]
            yield Problem(file, line, message, near(entry.source, sources))


def _file(parts: dict[str, Any], one: str) -> str:
    """The file of a definition, the edition's where it has its own."""
    return str(parts["files"][one].file)


def _steps(parts: dict[str, Any]) -> set[str]:
    return {path for path, front_matter in parts["front_matters"].items() if isinstance(front_matter, StepFrontMatter)}


def not_in_nav(nav: list[Any], pages: dict[str, OverlayFile]) -> list[Problem]:
    """Pages of the nav that are not there, and pages of the toolkit that the nav does not name."""
    named = set(nav_paths(nav))
    missing = [
        Problem("mkdocs.yml", 0, f"The nav names {path}, which is not in docs/.", near(path, pages))
        for path in named - set(pages)
    ]
    lost = [
        Problem(written.file, 0, "The page is not in the nav, so nobody finds it.", "Add it to the nav in mkdocs.yml.")
        for path, written in pages.items()
        if path not in named and not written.own
    ]
    return missing + lost


def lost_note(file: str, path: str, pages: dict[str, OverlayFile]) -> Problem:
    """The fault of a note, in ``file``, whose page ``path`` does not exist."""
    return Problem(file, 0, f"This note is for docs/{path}, which does not exist.", near(path, pages))


def near(name: str, known: Iterable[str]) -> str:
    """How to fix a name that is not known: the nearest one that is."""
    close = difflib.get_close_matches(name, list(known), n=1)
    return f"Did you mean “{close[0]}”?" if close else "Check how the name is spelled, or add the file."
