"""Files that an edition publishes as they are: pictures beside its pages, and everything in its assets/."""

from __future__ import annotations

from pathlib import Path

from macros.content.customisation.css_check import EDITION_STYLES
from macros.content.library import Library
from macros.core.files import files_in

ASSETS = "assets/edition"


def edition_assets(library: Library) -> dict[str, Path]:
    """Files by their address in the site. The logo is there too, under the name that it has."""
    assets: dict[str, Path] = {}
    for folder, start in (("docs", ""), ("assets", f"{ASSETS}/")):
        base = library.folder / folder
        for path in files_in(base):
            if path.suffix != ".md":
                assets[start + path.relative_to(base).as_posix()] = path
    assets[logo_address(library)] = library.folder / library.edition.look.logo
    return assets


def logo_address(library: Library) -> str:
    """Where the logo is in the site."""
    return f"{ASSETS}/{Path(library.edition.look.logo).name}"


def styles_address(library: Library) -> str:
    """Where the edition's own styles are in the site; empty where it has none."""
    return f"{ASSETS}/{Path(EDITION_STYLES).name}" if (library.folder / EDITION_STYLES).is_file() else ""
