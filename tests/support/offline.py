"""The site that opens from a folder, unpacked from the archive that a build with documents makes."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from macros.content.library import Library
from macros.publishing.offline import site_content
from macros.publishing.post_build import offline_copy


def unpack(site: Path, library: Library, to: Path) -> Path:
    """The folder of the archive of ``site``, unpacked under ``to``. A build of pages alone packs none itself."""
    with zipfile.ZipFile(io.BytesIO(offline_copy(library, site_content(site)))) as archive:
        archive.extractall(to)
    (folder,) = to.iterdir()
    return folder
