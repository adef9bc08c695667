"""Reads ``editions/<slug>/edition.yml``."""

from __future__ import annotations

from pathlib import Path

from macros.content.redirects import followed, read_moved
from macros.core.image_check import LOGO, picture_fault
from macros.core.parsing import read_yaml
from macros.core.problems import Fault, Faults
from macros.core.validation import check
from macros.models.editions import Edition


def read_edition(root: Path, slug: str) -> Edition:
    """Read and check ``editions/<slug>/edition.yml``. Raises :class:`Faults` with everything that is wrong."""
    folder = root / "editions" / slug
    file = f"editions/{slug}/edition.yml"
    if not (folder / "edition.yml").is_file():
        raise Faults(
            [Fault(file, 0, "The edition has no settings file.", "Copy editions/leeds/edition.yml and change it.")]
        )
    source = followed(read_yaml(folder / "edition.yml", file), read_moved(root))
    faults: list[Fault] = []
    look = source.data.get("look") if isinstance(source.data, dict) else None
    logo = look.get("logo") if isinstance(look, dict) else None
    if isinstance(logo, str) and not _inside(folder, logo):
        problem = f"There is no logo at editions/{slug}/{logo}."
        faults.append(Fault(file, source.line(("look", "logo")), problem, "Put the picture there, or mend the path."))
    elif isinstance(logo, str) and (
        fault := picture_fault(folder / logo, file, source.line(("look", "logo")), f"The logo {logo}", LOGO)
    ):
        faults.append(fault)
    try:
        edition = check(Edition, source, slug=slug)
    except Faults as error:
        raise Faults(faults + error.faults) from error
    if faults:
        raise Faults(faults)
    return edition


def _inside(folder: Path, path: str) -> bool:
    """Whether ``path`` is a file inside the edition's folder: an edition must not publish a file from elsewhere."""
    whole = (folder / path).resolve()
    return whole.is_file() and whole.is_relative_to(folder.resolve())
