"""What the browser is sent: small source files, joined into one file for each tool.

Writers of scripts and styles keep one subject a file. A browser asks for few files, which matters on a slow line, and
a page that is opened from a folder may not load modules at all. So the build joins them: nothing has to be installed
for it, and what is sent can be read.
"""

from __future__ import annotations

from pathlib import Path

from macros.theme import page_files
from macros.theme.bundler.scripts import bundle_scripts
from macros.theme.bundler.stylesheets import bundle_styles

SCRIPTS_FOLDER = "assets/js"
STYLES_FOLDER = "assets/css"
EVERYWHERE = "search"  # the tool that every page has


def bundled(overrides: Path) -> dict[str, str]:
    """All scripts and stylesheets of the theme in ``overrides`` by address, as pages ask for them.

    A tool is what a page names in a script element: see :mod:`macros.theme.page_files`.
    Raises :class:`macros.core.problems.ContentError`.
    """
    tools = [f"entries/{name}.js" for name in (EVERYWHERE, *page_files.PAGE_SCRIPTS)]
    scripts = bundle_scripts(_read(overrides / SCRIPTS_FOLDER, "**/*.js"), tools, f"{overrides.name}/{SCRIPTS_FOLDER}")
    styles = bundle_styles(_read(overrides / STYLES_FOLDER, "*.css"), f"{overrides.name}/{STYLES_FOLDER}")
    return {f"{SCRIPTS_FOLDER}/{path}": text for path, text in scripts.items()} | {
        f"{STYLES_FOLDER}/{name}": text for name, text in styles.items()
    }


def _read(folder: Path, pattern: str) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(folder.glob(pattern))}
