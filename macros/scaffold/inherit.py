"""``make inherit``: what other councils' editions hold comes into the edition of the council that follows them.

Nothing is written over and nothing is lost: a text whose place is taken is kept beside, and listed with the other.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

import yaml

from macros.content.customisation.inherited import INHERITED_FILE, SET_ASIDE, read_inherited
from macros.content.editions import read_edition
from macros.core.files import files_in
from macros.core.fingerprints import fingerprint
from macros.core.github import pages_address
from macros.core.parsed_files import ParsedFiles
from macros.core.problems import ContentError, Problem
from macros.models.inherited import Inherited, Undecided

WRITTEN_FOLDERS = ("notes", "docs", "templates")  # what a council wrote; its logo, colours and settings are its own


@dataclass
class Taken:
    """What came along: the list that was written, and pages that a council had left out, with its reason."""

    inherited: Inherited
    hidden: list[tuple[str, str, str]] = field(default_factory=list)  # council, page, reason


def inherit(root: Path, slug: str) -> Taken:
    """Bring what the editions under ``succeeds`` hold into ``editions/<slug>/``, and list it in inherited.yml.

    It may run again: what came before stays as it is. Raises :class:`ContentError` where an edition is missing.
    """
    files = ParsedFiles(root)
    edition = read_edition(files, slug)
    if not edition.succeeds:
        fix = "Name the folders of the editions before it: “succeeds: [craven, harrogate]”."
        raise ContentError(
            [Problem(f"editions/{slug}/edition.yml", 0, "It does not say which editions it succeeds.", fix)]
        )
    missing = [name for name in edition.succeeds if not (root / "editions" / name / "edition.yml").is_file()]
    if missing:
        fix = "Copy that council's folder from its repository into editions/, and run it again."
        raise ContentError(
            [Problem(f"editions/{name}/", 0, "The folder of this edition is not here.", fix) for name in missing]
        )
    before = read_inherited(files, slug)
    councils, addresses = dict(before.councils), dict(before.addresses)
    entries = {entry.file: entry for entry in before.undecided}
    taken = Taken(before)
    for name in edition.succeeds:
        if name in before.councils:
            continue  # it came along already, and somebody may have decided about it
        other = read_edition(files, name)
        earlier = read_inherited(files, name)
        councils |= {**earlier.councils, name: other.council}
        addresses |= earlier.addresses
        if address := other.site.url or pages_address(other.site.repository):
            addresses[name] = address
        taken.hidden += [(other.council, hide.page, hide.reason) for hide in other.hide]
        for source, path in _written(root / "editions" / name):
            _bring(source, path, name, root / "editions" / slug, entries)
        # What it took over itself, and nobody has decided about yet, comes along with the name of who wrote it.
        for kept in sorted((root / "editions" / name / SET_ASIDE).glob("*/")):
            for source, path in _written(kept):
                _bring(source, path, kept.name, root / "editions" / slug, entries)
    taken.inherited = Inherited(councils=councils, addresses=addresses, undecided=list(entries.values()))
    _write(root / "editions" / slug / INHERITED_FILE, taken.inherited)
    return taken


def _written(folder: Path) -> Iterator[tuple[Path, str]]:
    for start in WRITTEN_FOLDERS:
        for path in files_in(folder / start):
            yield path, path.relative_to(folder).as_posix()


def _bring(source: Path, path: str, origin: str, to: Path, entries: dict[str, Undecided]) -> None:
    """Copy one file to its place, or beside it where another text stands there; the same text is kept once."""
    target, entry = to / path, entries.get(path)
    if not target.exists():
        _copy(source, target)
        entries[path] = Undecided(file=path, **{"from": [origin]})
        return
    same = _same(source, target)
    if same and entry is None:
        return  # the new council wrote the very same
    others = list(entry.others) if entry else []
    if not same:
        kept = str(PurePosixPath(SET_ASIDE) / origin / path)
        _copy(source, to / kept)
        others.append(kept)
    origins = [*(entry.origins if entry else []), origin]
    entries[path] = Undecided(file=path, others=others, **{"from": origins})


def _same(path: Path, other: Path) -> bool:
    first, second = path.read_bytes(), other.read_bytes()
    try:
        return fingerprint(first.decode("utf-8")) == fingerprint(second.decode("utf-8"))
    except UnicodeDecodeError:  # a picture
        return first == second


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _write(path: Path, listed: Inherited) -> None:
    head = (
        "# What came from the editions before this one. “councils” stays: it is their credit.\n"
        "# “addresses” are those of their sites. What readers kept there is offered on yours: add what is missing.\n"
        "# Decide about each file below: keep it, change it, join it with the others, or delete it.\n"
        "# Then take its entry away. The page check/ lists what is left.\n"
    )
    data = listed.model_dump(by_alias=True, exclude_defaults=True)
    path.write_text(head + yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=120), "utf-8")
