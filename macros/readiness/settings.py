"""The edition's settings: what is still an example, what is missing, and whether the colours can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from macros.content.customisation.selection import UPSTREAM
from macros.content.library import Library
from macros.readiness.finding import Finding, Teller
from macros.theme.contrast_pairs import measured

# Filler that people leave behind, and addresses that are kept for examples: https://www.rfc-editor.org/rfc/rfc2606
FILLER = re.compile(
    r"\.example\b|(?<![\w-])example\.(?:com|org|net)\b"
    r"|^(?:the )?your[- ](?:council|place|team|programme|town|city)(?: name)?$"
    r"|(?-i:\bAny ?Town\b|\bAnytown\b)"  # “in any town” is a sentence
    r"|\blorem ipsum\b|(?-i:\b(?:TBC|TODO|FIXME|XXX|MUST CHANGE)\b)|(?<![\w.-])name@|^[\W_]+$",
    re.IGNORECASE,
)
# Numbers that Ofcom keeps for drama, without spaces, and the area 01632, which no place has.
INVENTED_NUMBER = re.compile(
    r"(?<!\d)(?:\+44|0)(?:1632|1\d\d4960|2079460|1914980|289649|292018\d|7700900|8081570|9098790|3069990)\d*"
)


def is_example(text: str) -> bool:
    """Whether ``text`` is filler, or holds an address or telephone number that belongs to nobody."""
    return bool(FILLER.search(text) or INVENTED_NUMBER.search(re.sub(r"[\s()-]", "", text)))


def values(data: dict[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    """Every text of the settings with its place, such as "contact: phone"."""
    for key, value in data.items():
        place = f"{before}: {key}" if before else key
        if isinstance(value, dict):
            yield from values(value, place)
        elif isinstance(value, str):
            yield place, value


def settings(library: Library, tell: Teller) -> Iterator[Finding]:
    """What the settings lack, and what in them is still an example."""
    edition = library.edition
    file = f"editions/{edition.slug}/edition.yml"
    examples = [(place, value) for place, value in values(edition.model_dump()) if is_example(value)]
    for place, value in examples:
        yield tell("stop", "example", f"{file}, {place}", value=value)
    if not examples:
        yield tell("fine", "no_example", file)
    if edition.draft:
        yield tell("look", "draft", file)
    if not edition.site.url:
        yield tell("look", "no_address", file)
    if not (edition.contact.can_be_reached or edition.neutral):
        yield tell("stop", "no_contact", f"{file}, contact")
    if edition.contact.phone and not (edition.contact.email or edition.contact.website):
        yield tell("look", "only_phone", file)
    upstream = library.root / "editions" / UPSTREAM / "assets" / "logo.svg"
    logo = library.folder / edition.look.logo
    if edition.slug != UPSTREAM and upstream.is_file() and logo.read_bytes() == upstream.read_bytes():
        yield tell("look", "toolkit_logo", edition.look.logo)


def contrast(library: Library, tell: Teller) -> Iterator[Finding]:
    """Whether text can be read in the edition's colours, by day and by night."""
    look = library.edition.look
    weak = [pair for pair in measured(look.primary, look.accent) if not pair.passes]
    for pair in weak:
        ratio = f"{pair.ratio:.1f}"
        yield tell("stop", "contrast", "look", name=pair.fore, ground=pair.ground, ratio=ratio, least=pair.least)
    if not weak:
        yield tell("fine", "contrast_fine")
    if (library.folder / "assets" / "edition.css").is_file():
        yield tell("look", "own_styles", f"editions/{library.edition.slug}/assets/edition.css")
