"""``make site``: build beside ``site/`` and swap, so that a build that fails leaves the old site as it was."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from macros.commands import run
from macros.content.customisation.selection import ALL
from macros.paths import PROJECT


def main() -> int:
    """Build, swap, and say what came out. Returns the exit code."""
    # Material's notice about its own future is for us, not for the person who builds: see CONTRIBUTING.
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    asked = os.environ.get("EDITION", "").replace(",", " ").split()
    if asked == [ALL] or len(asked) > 1:
        from macros.commands.all_editions import build_all  # one edition needs none of it

        return build_all(PROJECT, asked, dict(os.environ))
    started = time.monotonic()
    built, site = PROJECT / ".build" / "site", PROJECT / "site"
    shutil.rmtree(PROJECT / ".build", ignore_errors=True)
    if code := build(PROJECT, built, dict(os.environ)):
        print("\nNothing was changed in site/. Fix what is named above, and run it again.", file=sys.stderr)
        return code
    swap(built, site)
    print(summary(site, time.monotonic() - started))
    return 0


def build(root: Path, to: Path, environ: dict[str, str]) -> int:
    """Build the edition that ``environ`` names into the folder ``to``. Returns the exit code."""
    return subprocess.run(command(to), cwd=root, env=environ, check=False).returncode


def command(to: Path) -> list[str]:
    """What builds a site into the folder ``to``."""
    return [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(to)]


def swap(built: Path, site: Path) -> None:
    """Put a finished site in the place of the old one."""
    old = built.parent / "old"
    if site.exists():
        site.replace(old)
    built.replace(site)
    shutil.rmtree(old, ignore_errors=True)


def summary(site: Path, seconds: float) -> str:
    """One short paragraph: pages, downloads, size, seconds, where to look."""
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    downloads = sum("downloads" in path.relative_to(site).parts and path.suffix != ".html" for path in files)
    megabytes = sum(path.stat().st_size for path in files) / 1_000_000
    return (
        f"\n{pages} pages and {downloads} downloads, {megabytes:.1f} MB, in {seconds:.0f} seconds.\n"
        f"Open {site / 'index.html'} or run `make serve`."
    )


if __name__ == "__main__":
    sys.exit(run(main))
