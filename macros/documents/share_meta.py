"""What pages say of the picture that is shown where somebody shares a link to the site."""

from __future__ import annotations

from typing import Any

from macros.documents.outputs import url_of
from macros.rendering.colophon import Colophon

WIDTH, HEIGHT = 1200, 630  # pixels: what sites that show shared links ask for


def share_meta(colophon: Colophon) -> dict[str, Any]:
    """The picture's address inside the site, its size in pixels, and what it says in words."""
    return {"url": url_of("share_image"), "width": WIDTH, "height": HEIGHT, "alt": alt_text(colophon)}


def alt_text(colophon: Colophon) -> str:
    """What the picture says, in words."""
    words, edition = colophon.strings["share"], colophon.edition
    return str(words["neutral_alt" if edition.neutral else "alt"]).format(
        programme=edition.programme, line=words["line"], council=edition.council
    )
