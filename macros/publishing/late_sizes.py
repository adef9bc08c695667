"""Sizes and pages of what is drawn when the site's pages are there: they are written into the downloads page last."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from macros.documents.joined_pdf import pages_of
from macros.documents.store import NOT_DRAWN, size

DOWNLOADS_PAGE = "downloads/index.html"
SIZE_PLACE = re.compile(r'(<span class="size" data-not-prose) data-size-of="([^"]+)">[^<]*</span>')


def write_late_sizes(site: Path, strings: Mapping[str, Any]) -> None:
    """Write into the downloads page of ``site`` how large each file is that is there by now."""
    page = site / DOWNLOADS_PAGE
    if page.is_file():
        text = page.read_text("utf-8")
        page.write_text(SIZE_PLACE.sub(lambda place: _filled(place, site, strings["downloads"]), text), "utf-8")


def _filled(place: re.Match[str], site: Path, words: Mapping[str, str]) -> str:
    file = site / place[2]
    content = file.read_bytes() if file.is_file() else NOT_DRAWN
    if content == NOT_DRAWN:
        return place[0]
    return f"{place[1]}>{in_words(content, words)}</span>"


def in_words(content: bytes, words: Mapping[str, str]) -> str:
    """How large a file is, for a reader; of a PDF also how many pages it has: "29 pages, 412 kB"."""
    if not content.startswith(b"%PDF"):
        return size(content)
    return words["pages"].format(pages=pages_of(content), size=size(content))
