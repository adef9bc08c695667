"""Where the project's folders are. Everything else asks here, so that a folder moves in one place."""

from __future__ import annotations

from pathlib import Path

MACROS_FOLDER = Path(__file__).resolve().parent
PROJECT = MACROS_FOLDER.parent
VIEWS = MACROS_FOLDER / "views"
OVERRIDES = PROJECT / "overrides"
SCRIPT_FILES = OVERRIDES / "assets" / "js"
FONT_FILES = OVERRIDES / "assets" / "fonts"
FONT_STYLES = OVERRIDES / "assets" / "css" / "fonts.css"
COMPILED_VIEWS = PROJECT / ".cache" / "views"
