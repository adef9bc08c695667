"""A card of another edition stands at its step, and what an edition shares stands in its edition.json."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

from lxml import html

from macros.content.library import Library
from macros.content.shared_notes import SharedCard
from macros.documents.store import Documents
from macros.models.editions import Share
from macros.pages import bind
from macros.publishing.manifest import manifest

STEP = "focus/choose-the-community.md"
CARD = SharedCard(
    "King's Lynn & <b> Council", "town", "https://lynn.example/a/", "We *asked* {{ x }}.", date(2026, 11, 3)
)


def seen_in(library: Library, path: str) -> str:
    page = SimpleNamespace(file=SimpleNamespace(src_uri=path), url=path.removesuffix(".md") + "/", meta={})
    return str(bind(["seen_in"], library, Documents(library, ""), lambda: page)["seen_in"]())


def test_a_card_says_who_what_kind_of_place_when_and_leads_there(library: Library) -> None:
    drawn = html.fromstring(f"<div>{seen_in(replace(library, shared={STEP: [CARD]}), STEP)}</div>")
    link = drawn.xpath(".//section//li/a")[0]

    assert link.get("href") == CARD.url
    text = link.text_content().replace("\\", "")
    assert "3 November 2026" in text and "Town" in text and "Council" in text
    assert not drawn.xpath(".//section//b")
    assert seen_in(library, STEP) == seen_in(replace(library, shared={"sustain.md": [CARD]}), STEP)


def test_what_an_edition_shares_stands_in_its_edition_json(library: Library) -> None:
    share = Share(step=STEP, text="We asked first.", day=date(2026, 11, 30))
    edition = library.edition.model_copy(update={"shares": [share]})

    assert manifest(replace(library, edition=edition), "", {})["shares"] == [
        {"step": STEP, "text": "We asked first.", "day": "2026-11-30"}
    ]
    assert "shares" not in manifest(library, "", {})
