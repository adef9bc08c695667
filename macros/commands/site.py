"""``make site``: build beside ``site/`` and swap, so that a build that fails leaves the old site as it was."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from macros.commands import INTERRUPTED, run
from macros.content.customisation.selection import ALL
from macros.core.problems import ContentError
from macros.core.site_swap import begin_in, one_build_at_a_time, swap, uninterrupted
from macros.paths import PROJECT


def main() -> int:
    """Build, swap, and say what came out. Returns the exit code."""
    # Material's notice about its own future is for us, not for the person who builds: see CONTRIBUTING.
    environ = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DOCUMENTS": "all"}  # a site that is published is whole
    asked = environ.get("EDITION", "").replace(",", " ").split()
    if asked == [ALL] or len(asked) > 1:
        from macros.commands.all_editions import build_all  # one edition needs none of it

        return alone(PROJECT / ".build" / "lock", "site/", lambda: build_all(PROJECT, asked, environ))
    return alone(PROJECT / ".build" / "lock", "site/", lambda: build_site(PROJECT, environ))


def alone(lock: Path, target: str, work: Callable[[], int]) -> int:
    """Do ``work`` while no other build does. What stops it is told in a sentence. Returns the exit code.

    ``target`` is the folder that stays as it was.
    """
    try:
        with one_build_at_a_time(lock):
            return work()
    except ContentError as problems:
        reason = str(problems)
    except OSError as error:
        reason = f"The computer could not write the site: {error.strerror or error} ({error.filename or target})."
    except KeyboardInterrupt:
        print(f"\nStopped. Nothing was changed in {target}.", file=sys.stderr)
        return INTERRUPTED
    print(f"\n{reason}\n\nNothing was changed in {target}. Fix what is named above, and run it again.", file=sys.stderr)
    return 1


def build_site(root: Path, environ: Mapping[str, str]) -> int:
    """Build the edition that ``environ`` names and put it in the place of ``site/``. Returns the exit code."""
    started = time.monotonic()
    site = root / "site"
    built = begin_in(root / ".build", site)
    if code := build(root, built, environ):
        print("\nNothing was changed in site/. Fix what is named above, and run it again.", file=sys.stderr)
        return code
    with uninterrupted():
        swap(built, site)
        print(summary(site, time.monotonic() - started))
    return 0


def build(root: Path, to: Path, environ: Mapping[str, str]) -> int:
    """Build the edition that ``environ`` names into the folder ``to``. Returns the exit code.

    What builds holds the lock too: see :func:`one_build_at_a_time`.
    """
    # Python's own note on a build that was stopped, about semaphores, would stand behind our sentence.
    quiet = {**environ, "PYTHONWARNINGS": "ignore:resource_tracker"}
    code = subprocess.run(command(to), cwd=root, env=quiet, check=False, close_fds=False).returncode
    if code:
        shutil.rmtree(to, ignore_errors=True)  # half a site helps nobody, and a full disk needs the room
    if code < 0:
        print(f"\nThe computer, or another program, ended the build (signal {-code}).", file=sys.stderr)
    return code


def command(to: Path) -> list[str]:
    """What builds a site into the folder ``to``."""
    return [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(to)]


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
