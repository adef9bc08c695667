"""``python -m tests.support.bare SITE``: build the project in this folder without Material and without print-site.

Importing the theme fails, as if it were not installed. The edition is EDITION's, the documents are those of DOCUMENTS.
"""

from __future__ import annotations

import sys
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path

CONFIG = "bare.yml"
BARRED = ("material", "mkdocs_print_site_plugin")


class NotInstalled(MetaPathFinder):
    """Lets nobody import what is barred."""

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        """Raises ``ModuleNotFoundError`` for a module that is barred, or below one."""
        if name.partition(".")[0] in BARRED:
            raise ModuleNotFoundError(f"{name} is not there", name=name)
        return None


def settings(written: str) -> str:
    """The text of mkdocs.yml as .github/exits.md says to change it: the theme's name and print-site are gone."""
    lines = written.splitlines()
    plugin = lines.index("  - print-site:")
    end = next(at for at in range(plugin + 1, len(lines)) if not lines[at].startswith("   "))
    kept = lines[:plugin] + lines[end:]
    kept[kept.index("  name: material")] = "  name: null\n  static_templates: [404.html]"
    return "\n".join(kept)


def main(site: str) -> None:
    """Build into ``site``."""
    sys.path.insert(0, str(Path.cwd()))
    Path(CONFIG).write_text(settings(Path("mkdocs.yml").read_text("utf-8")), "utf-8")
    sys.meta_path.insert(0, NotInstalled())
    from mkdocs.__main__ import cli

    cli(["build", "--strict", "--quiet", "--config-file", CONFIG, "--site-dir", site])


if __name__ == "__main__":
    main(*sys.argv[1:])
