"""``make site``: build beside ``site/`` and swap, so that a build that fails leaves the old site as it was."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def main() -> int:
    """Build, swap, and say what came out. Returns the exit code."""
    started = time.monotonic()
    built, site, old = ROOT / ".build" / "site", ROOT / "site", ROOT / ".build" / "old"
    shutil.rmtree(ROOT / ".build", ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(built)]
    # Material's notice about its own future is for us, not for the person who builds: see CONTRIBUTING.
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=False)
    if done.returncode:
        print("\nNothing was changed in site/. Mend what is named above, and run it again.", file=sys.stderr)
        return done.returncode
    if site.exists():
        site.replace(old)
    built.replace(site)
    shutil.rmtree(old, ignore_errors=True)
    print(summary(site, time.monotonic() - started))
    return 0


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
    sys.exit(main())
