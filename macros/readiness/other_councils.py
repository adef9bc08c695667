"""What another council left behind: its name, phone, email or address in this edition's settings or words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from macros.content.customisation.selection import UPSTREAM, slugs
from macros.content.editions import read_edition
from macros.content.library import Library
from macros.core.problems import ContentError
from macros.models.editions import Edition
from macros.readiness.edition_texts import OwnText
from macros.readiness.finding import Finding, Level, Teller
from macros.readiness.settings import is_example, values

# Settings that say who somebody is: no two editions have the same.
WHO = ("council", "place", "programme", "contact: team", "published_by", "accessibility: signed_by")


@dataclass(frozen=True)
class Detail:
    """Something by which readers know or reach a council."""

    kind: str  # name, website or way: an email address or a phone number
    text: str
    council: str
    slug: str

    def within(self, text: str) -> bool:
        """Whether ``text`` holds it, however it is spaced or spelled with capitals."""
        if re.fullmatch(r"[\d\s()+-]+", self.text):
            return re.sub(r"\D", "", self.text) in re.sub(r"[\s()-]", "", text)
        return re.search(rf"(?<!\w){re.escape(self.text)}(?!\w)", text, re.IGNORECASE) is not None


def left_over(library: Library, texts: list[OwnText], tell: Teller) -> Iterator[Finding]:
    """Details of other councils in the settings and in the edition's own words, and example details in the latter."""
    edition = library.edition
    file = f"editions/{edition.slug}/edition.yml"
    others = list(_others(library))
    details = [detail for other in others for detail in _details(other, edition)]
    any_left = False
    for place, value in values(edition.model_dump(exclude={"slug", "site"})):
        for other in others:
            if value == dict(values(other.model_dump())).get(place) and place in WHO:
                any_left = True
                yield tell("stop", "theirs", f"{file}, {place}", council=other.publisher, value=value)
        for detail in (detail for detail in details if detail.kind != "name" and detail.within(value)):
            any_left = True
            yield tell(_level(detail), "theirs", f"{file}, {place}", council=detail.council, value=detail.text)
    for text in texts:
        for where, line in text.lines():
            for detail in (detail for detail in details if detail.within(line)):
                any_left = True
                if detail.kind == "way":
                    yield tell(_level(detail), "their_way", where, council=detail.council, value=detail.text)
                else:  # a council and its website may be named as a source
                    yield tell("look", "their_name", where, value=detail.text)
        for where, line in text.said_as_true():
            if is_example(line.strip()) and re.search(r"\w", line):
                any_left = True
                yield tell("look", "example_words", where, value=line.strip()[:80])
    if not any_left:
        yield tell("fine", "not_theirs")


def _level(detail: Detail) -> Level:
    """Councils that share a host may share a phone, so a person decides; nobody shares one with the toolkit."""
    return "stop" if detail.slug == UPSTREAM else "look"


def _others(library: Library) -> Iterator[Edition]:
    for slug in slugs(library.root):
        if slug != library.edition.slug:
            try:
                yield read_edition(library.root, slug)
            except ContentError:
                continue  # its own check tells


def _details(other: Edition, edition: Edition) -> Iterator[Detail]:
    contact = other.contact
    website = urlsplit(contact.website).netloc if contact.website else ""
    texts_by_kind = {"name": [other.council], "website": [website], "way": [contact.email or "", contact.phone or ""]}
    for kind, texts in texts_by_kind.items():
        for text in texts:
            # “Exeter City Council” must not be found in itself, nor a short name inside this edition's longer one.
            if text and not (kind == "name" and text.lower() in edition.publisher.lower()):
                yield Detail(kind, text, other.publisher, other.slug)
