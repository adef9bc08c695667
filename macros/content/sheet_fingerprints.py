"""The fingerprint of each sheet that is printed: a step, worksheet, paper, pack or other page, as its files say it.

It changes with any letter of the files that a sheet is made from, and with nothing else: a new version of the toolkit
that leaves a sheet as it was leaves its fingerprint too.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from macros.content.parts import NOT_ON_PAPER, sheet_of
from macros.models.releases import FINGERPRINT_LETTERS

CHECKLIST = re.compile(rb"^checklist: *([a-z0-9-]+) *$", re.MULTILINE)
# Folders under templates/ whose files are sheets of their own, and the folder of the site in which each has its page.
SHEET_FOLDERS = {"worksheets": "worksheets", "papers": "papers", "packs": "pick"}
# What a page is made from beside its own file, where it is a list.
LISTS = {"docs/evidence/figures.md": "templates/figures.yml", "docs/glossary.md": "templates/glossary.yml"}


def fingerprint(texts: Iterable[bytes]) -> str:
    """Eight hexadecimal digits of the SHA-256 of these files' content; how lines end makes no difference."""
    whole = hashlib.sha256()
    for text in texts:
        content = text.replace(b"\r\n", b"\n")
        whole.update(len(content).to_bytes(8, "big") + content)
    return whole.hexdigest()[:FINGERPRINT_LETTERS]


def sheet_fingerprints(files: Mapping[str, bytes]) -> dict[str, str]:
    """The fingerprint of each sheet by its address. ``files`` are contents by path, such as ``docs/sustain.md``.

    A step is its page with its checklist. Any other page on paper is a sheet, which a part of the guide holds. Lists
    and files whose names begin with ``_`` are no sheets.
    """
    return {
        sheet: fingerprint(files[path] for path in paths if path in files) for sheet, paths in sorted(_sheets(files))
    }


def step_folders(files: Mapping[str, bytes]) -> frozenset[str]:
    """The folders in docs/ that hold a step, such as that of a stage."""
    steps = (PurePosixPath(sheet) for sheet, paths in _sheets(files) if _is_checklist(paths[-1]))
    return frozenset(step.parts[0] for step in steps if len(step.parts) > 1)


def _is_checklist(path: str) -> bool:
    return path.startswith("templates/checklists/")


def _sheets(files: Mapping[str, bytes]) -> Iterator[tuple[str, list[str]]]:
    for file, content in files.items():
        path = PurePosixPath(file)
        if path.parts[0] == "docs" and path.suffix == ".md":
            checklist = f"templates/checklists/{_checklist(content)}.yml"
            page = file.removeprefix("docs/")
            if checklist in files:
                yield sheet_of(page), [file, checklist]
            elif not page.startswith(NOT_ON_PAPER):
                yield sheet_of(page), [file, *([LISTS[file]] if file in LISTS else [])]
        elif path.parts[0] == "templates" and path.parent.name in SHEET_FOLDERS and not path.name.startswith("_"):
            yield f"{SHEET_FOLDERS[path.parent.name]}/{path.stem}", [file]


def _checklist(page: bytes) -> str:
    """The id of the checklist that a step's front matter names; empty for a page that is no step."""
    named = CHECKLIST.search(page.split(b"\n---", 1)[0])
    return named[1].decode("ascii") if named else ""
