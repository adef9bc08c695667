"""An edition's own files against a newer toolkit: which of them somebody must look at.

It looks at files and not at the checked library, so that it still answers where the edition itself has a fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.content.redirects import Redirects
from macros.core.fingerprints import fingerprint, fingerprint_since
from macros.upgrade.lenient_files import inside, items_of, moved_of, named, settings_of, text_of

LAYERS = ("checklists", "worksheets", "packs", "papers")


@dataclass(frozen=True, order=True)
class Look:
    """One thing to decide about ``file``, the edition's.

    ``kind`` says which, and is a key of the strings under ``updates.looks``. ``original`` is the toolkit's file today,
    ``now`` its fingerprint, ``to`` where a page has gone, ``what`` names items, and ``message`` is text in Markdown.
    """

    file: str
    kind: str
    original: str = ""
    now: str = ""
    to: str = ""
    what: str = ""
    message: str = ""


def looks(root: Path, newest: Path, slug: str) -> list[Look]:
    """What somebody should look at in edition ``slug`` of ``root``, in order, with the toolkit of ``newest``."""
    folder = root / "editions" / slug
    moved = moved_of(newest)
    result = [
        *_of_pages(root, newest, folder, moved),
        *_of_notes(root, newest, folder, moved),
        *_of_hidden(root, newest, folder, moved),
        *_of_templates(root, newest, folder, moved),
    ]
    return sorted(set(result))


def hidden(root: Path, slug: str) -> set[str]:
    """The pages that edition ``slug`` leaves out, as far as its settings can be read."""
    data = settings_of(root / "editions" / slug / "edition.yml")
    listed = data.get("hide")
    return (
        {entry["page"] for entry in listed if isinstance(entry, dict) and "page" in entry}
        if isinstance(listed, list)
        else set()
    )


def replaced(root: Path, slug: str) -> set[str]:
    """The pages of docs/ that edition ``slug`` has in a version of its own."""
    folder = root / "editions" / slug / "docs"
    return {path for path in inside(folder, ".md") if (root / "docs" / path).is_file()}


def _of_pages(root: Path, newest: Path, folder: Path, moved: Redirects) -> Iterator[Look]:
    for path in inside(folder / "docs", ".md"):
        file = named(root, folder / "docs" / path)
        recorded = settings_of(folder / "docs" / path).get("replaces")
        today = moved.now(path)
        if today is None:
            yield Look(file, "gone", to=f"docs/{moved.gone[path]}")
        elif today != path:
            yield Look(file, "moved", f"docs/{today}", to=f"docs/{today}")
            yield from _changed(file, recorded, root / "docs" / path, newest, f"docs/{today}")
        elif (newest / "docs" / path).is_file():
            if (root / "docs" / path).is_file() or recorded:
                yield from _changed(file, recorded, root / "docs" / path, newest, f"docs/{path}")
            else:
                yield Look(file, "same_name", f"docs/{path}")
        elif (root / "docs" / path).is_file() or recorded:
            yield Look(file, "kept" if recorded else "dropped")
        yield from _names(file, settings_of(folder / "docs" / path), moved)


def _of_notes(root: Path, newest: Path, folder: Path, moved: Redirects) -> Iterator[Look]:
    for path in inside(folder / "notes", ".md"):
        file, today = named(root, folder / "notes" / path), moved.now(path)
        if today is None:
            yield Look(file, "note_gone", to=f"docs/{moved.gone[path]}")
        elif today != path:
            yield Look(file, "note_moved", f"docs/{today}", to=named(root, folder / "notes" / today))
        elif not (newest / "docs" / path).is_file() and not (folder / "docs" / path).is_file():
            yield Look(file, "note_dropped")


def _of_hidden(root: Path, newest: Path, folder: Path, moved: Redirects) -> Iterator[Look]:
    for path in sorted(hidden(root, folder.name)):
        file = named(root, folder / "edition.yml")
        if moved.now(path) is None:
            yield Look(file, "hidden_gone", what=path)
        elif moved.now(path) != path:
            yield Look(file, "hidden_moved", to=moved.moved[path], what=path)
        elif not (newest / "docs" / path).is_file() and not (folder / "docs" / path).is_file():
            yield Look(file, "hidden_gone", what=path)


def _of_templates(root: Path, newest: Path, folder: Path, moved: Redirects) -> Iterator[Look]:
    for layer in LAYERS:
        for path in inside(folder / "templates" / layer, ".yml"):
            at = f"templates/{layer}/{path}"
            file, data = named(root, folder / at), settings_of(folder / at)
            before, there = (root / at).is_file(), (newest / at).is_file()
            yield from _names(file, data, moved)
            if "headings" in data and there:
                continue  # the words are the toolkit's, and change with it
            if "add" in data:
                if not there:
                    yield Look(file, "list_gone")
            elif there and (before or data.get("replaces")):
                changed = list(_changed(file, data.get("replaces"), root / at, newest, at))
                yield from changed
                gone = items_of(root / at) - items_of(newest / at) | items_of(newest / at, retired=True)
                if changed and (kept := gone & items_of(folder / at)):
                    yield Look(file, "retired", at, what=", ".join(sorted(kept)))
            elif there:
                yield Look(file, "same_name", at)
            elif before:
                yield Look(file, "dropped")


def _names(file: str, data: Any, moved: Redirects) -> Iterator[Look]:
    """The pages that a file of settings names, such as the steps of a pack, and that are elsewhere now."""
    if isinstance(data, str) and data in moved.ways:
        yield Look(file, "names" if data in moved.moved else "names_gone", to=moved.ways[data], what=data)
    for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _names(file, value, moved)


def _changed(file: str, recorded: Any, before: Path, newest: Path, original: str) -> Iterator[Look]:
    """Whether the original differs from what was replaced: from its fingerprint, or else from what is here today."""
    text = text_of(newest / original)
    known = recorded if isinstance(recorded, str) else fingerprint(text_of(before)) if before.is_file() else None
    now = fingerprint_since(text, known)
    if known is not None and now != known:
        yield Look(file, "changed", original, now)
