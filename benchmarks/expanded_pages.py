"""A hook of MkDocs: writes each page's Markdown, with every macro drawn, into the folder that EXPANDED names.

So stock Material is given the same pages, and has nothing to do but what every site of it does.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import yaml
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

KEPT = ("title", "description")


@event_priority(-100)  # after the macros
def on_page_markdown(markdown: str, page: Page, **_: Any) -> None:
    """Write the page down, and change nothing."""
    path = Path(os.environ["EXPANDED"]) / page.file.src_uri
    path.parent.mkdir(parents=True, exist_ok=True)
    front_matter = {key: str(value) for key, value in page.meta.items() if key in KEPT}
    # Material's search stumbles over its own mark where an element stands in one of the same kind.
    plain = markdown.replace(" data-search-exclude", "")
    path.write_text(f"---\n{yaml.safe_dump(front_matter, allow_unicode=True)}---\n\n{plain}", "utf-8")
