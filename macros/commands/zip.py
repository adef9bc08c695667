"""``make zip``: the whole site in one .zip, ready for web space, an intranet or a USB stick."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from macros.commands import run
from macros.content.library import read_library
from macros.content.nav_file import read_nav
from macros.core.archives import bundle
from macros.core.problems import ContentError, Problem
from macros.paths import PROJECT
from macros.publishing.offline import site_content
from macros.publishing.post_build import IN_FOLDER, folder_name, read_by_scripts
from macros.publishing.ready_zip import ready_files


def main(root: Path = PROJECT) -> int:
    """Pack ``site/``, which ``make zip`` has built just before, and say where it is. Returns the exit code."""
    site, listed = root / "site", root / "site" / "edition.json"
    if not listed.is_file():
        fix = "Run it for one edition: `make zip EDITION=plymouth`."
        raise ContentError([Problem("site/", 0, "There is no edition here, or there are several.", fix)])
    built = json.loads(listed.read_text("utf-8"))
    library = read_library(root, built["edition"], read_nav(root))
    words, url = library.strings["downloads"], built["address"]
    folder = folder_name(library)
    files = ready_files(site, site_content(site), IN_FOLDER.read_text("utf-8"), read_by_scripts(library), url)
    files[words["read_me_file"]] = words["read_me_servers"].format(programme=library.edition.programme).encode()
    packed, half = root / f"{folder}.zip", root / ".build" / f"{folder}.zip"
    half.parent.mkdir(exist_ok=True)
    half.write_bytes(bundle({f"{folder}/{path}": content for path, content in files.items()}, library.release.day))
    half.replace(packed)  # a full disk leaves an older one whole
    print(f"\n{packed.name}: {len(files)} files, {packed.stat().st_size / 1e6:.0f} MB. It holds how to use it.")
    if not url:
        print("Say where the site will be, so that its page for wrong addresses works: SITE_URL=https://… make zip")
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
