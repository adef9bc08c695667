"""``python tests/support/compare_builds.py OLD NEW``: two built sites, byte for byte.

For a change that must not be seen, such as a move: build before and after, with the same edition and address, and
compare. Exits with 1 and names every file that differs or stands on one side only.
"""

from __future__ import annotations

import sys
from pathlib import Path


def differences(old: Path, new: Path) -> list[str]:
    """What differs, a line each: "only in old", "only in new" or "differs", and the path below the site."""
    sites = [
        {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()} for site in (old, new)
    ]
    before, after = sites
    return [
        *(f"only in old: {path}" for path in sorted(before.keys() - after.keys())),
        *(f"only in new: {path}" for path in sorted(after.keys() - before.keys())),
        *(
            f"differs: {path}"
            for path in sorted(before.keys() & after.keys())
            if before[path].read_bytes() != after[path].read_bytes()
        ),
    ]


def main(old: str, new: str) -> int:
    """Print what differs. Returns the exit code."""
    differing = differences(Path(old), Path(new))
    print("\n".join(differing) or f"The same {sum(path.is_file() for path in Path(new).rglob('*'))} files.")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
