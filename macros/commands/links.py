"""``make links``: checks every link of the built site."""

from __future__ import annotations

import sys

from macros.paths import PROJECT
from macros.quality.link_check import check


def main() -> int:
    """Check ``site/``. Returns the exit code."""
    if not (PROJECT / "site" / "index.html").is_file():
        print("There is no site yet. Run `make site` first.", file=sys.stderr)
        return 1
    fine, report = check(PROJECT / "site")
    print(report)
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
