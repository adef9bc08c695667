"""Pictures in the edition's own pages and notes, and whether each says in words what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown import markdown

from macros.core.html import parse_fragment
from macros.readiness.edition_texts import OwnText
from macros.readiness.finding import Finding, Teller

FILE_NAME = re.compile(r"\.(?:png|jpe?g|gif|svg|webp)$|^(?:img|dsc|image|picture|photo)[\s_-]*\d*$", re.IGNORECASE)


def pictures(texts: list[OwnText], tell: Teller) -> Iterator[Finding]:
    """Pictures without words, and with words that say nothing."""
    count = 0
    wrong = False
    for text in (own_text for own_text in texts if own_text.is_page):
        for picture in parse_fragment(markdown(text.text, extensions=["attr_list", "tables"])).iter("img"):
            count += 1
            alt, source = str(picture.get("alt") or "").strip(), str(picture.get("src") or "")
            if not alt and picture.get("role") != "presentation":
                wrong = True
                yield tell("stop", "no_alt", text.file, picture=source)
            elif FILE_NAME.search(alt):
                wrong = True
                yield tell("look", "file_name_alt", text.file, picture=source, alt=alt)
    if count and not wrong:
        yield tell("fine", "alt_fine")
