"""Whether what is named is there, and what is there is named: across pages, checklists, worksheets and sources."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.faults import Fault
from macros.model import StepMatter
from macros.outline import nav_paths
from macros.source import Source


@dataclass(frozen=True)
class Written:
    """A file that was found: where it is, its name relative to the project, and whether it is the edition's own."""

    path: Path
    file: str
    own: bool


def unknown_references(parts: dict[str, Any], files: dict[str, Source]) -> list[Fault]:
    """Checklists, worksheets, steps and sources that are named but not there, and definitions that nobody uses."""
    faults: list[Fault] = []
    used: dict[str, set[str]] = {"checklists": set(), "worksheets": set()}
    for path, matter in parts["matters"].items():
        if not isinstance(matter, StepMatter):
            continue
        for kind, key, ids in (
            ("checklists", "checklist", [matter.checklist]),
            ("worksheets", "worksheets", matter.worksheets),
        ):
            used[kind].update(ids)
            for one in ids:
                if one not in parts[kind]:
                    mend = near(one, parts[kind])
                    problem = f"There is no {key.rstrip('s')} called “{one}”."
                    faults.append(Fault(files[path].file, files[path].line((key,)), problem, mend))
    for kind, known in used.items():
        for one in sorted(set(parts[kind]) - known):
            problem = f"No step uses templates/{kind}/{one}.yml."
            faults.append(
                Fault(f"templates/{kind}/{one}.yml", 0, problem, "Name it in a step's front matter, or delete it.")
            )
    for one, worksheet in parts["worksheets"].items():
        if not isinstance(parts["matters"].get(worksheet.step), StepMatter):
            problem = f"“step” names {worksheet.step}, which is not a step."
            faults.append(Fault(f"templates/worksheets/{one}.yml", 0, problem, near(worksheet.step, parts["matters"])))
    sources = parts.get("sources", {})
    for kind in ("glossary", "quotations"):
        for entry in parts.get(kind, []):
            if entry.source and entry.source not in sources:
                problem = f"“{entry.id}” names the source “{entry.source}”, which is not in templates/sources.yml."
                faults.append(Fault(f"templates/{kind}.yml", 0, problem, near(entry.source, sources)))
    return faults


def not_in_nav(nav: list[Any], pages: dict[str, Written]) -> list[Fault]:
    """Pages of the nav that are not there, and pages of the toolkit that the nav does not name."""
    named = set(nav_paths(nav))
    missing = [
        Fault("mkdocs.yml", 0, f"The nav names {path}, which is not in docs/.", near(path, pages))
        for path in named - set(pages)
    ]
    lost = [
        Fault(written.file, 0, "The page is not in the nav, so nobody finds it.", "Add it to the nav in mkdocs.yml.")
        for path, written in pages.items()
        if path not in named and not written.own
    ]
    return missing + lost


def lost_note(file: str, path: str, pages: dict[str, Written]) -> Fault:
    """The fault of a note, in ``file``, whose page ``path`` does not exist."""
    return Fault(file, 0, f"This note is for docs/{path}, which does not exist.", near(path, pages))


def near(name: str, known: Any) -> str:
    """How to mend a name that is not known: the nearest one that is."""
    close = difflib.get_close_matches(name, list(known), n=1)
    return f"Did you mean “{close[0]}”?" if close else "Check how the name is spelled, or add the file."
