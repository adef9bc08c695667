"""``python tests/support/quick.py SITE [none|some]``: build the project in this folder as `mkdocs build` does, fast.

Without documents, for claims about pages alone; with some, for claims that need not have them all. The edition is
EDITION's.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path[0] = str(Path.cwd())  # the macros of the project that is built, not of the one that tests it


def main(site: str, documents: str = "none") -> None:
    """Build into ``site``."""
    from mkdocs.__main__ import cli

    os.environ["DOCUMENTS"] = documents
    cli(["build", "--strict", "--site-dir", site])


if __name__ == "__main__":
    main(*sys.argv[1:])
