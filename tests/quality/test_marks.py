"""What a view marks is left out by all that read the finished page: marks, and no lists of what there is."""

from __future__ import annotations

import re

import pytest

from macros.core.html import parse_fragment, text_of
from macros.documents.book_part import NOT_IN_PRINT, leave_out
from macros.documents.epub_pages import NOT_IN_EPUB
from macros.documents.page_parts import TOOLS
from macros.documents.step_cards import NOT_ON_CARD
from macros.models.citations import Term
from macros.publishing.page_sections import sections
from macros.quality.wording.prose import body, paragraphs, sentences
from macros.rendering.glossary_terms import explain
from tests.conftest import ROOT

MARKED = "<main><p>A community stays here.</p><div class='new-part' {mark}><p>A community goes out.</p></div></main>"


def out_of_sentences(html: str) -> bool:
    return "goes out" not in " ".join(sentences(body(html)))


def out_of_repeats(html: str) -> bool:
    return "goes out" not in " ".join(paragraphs(html))


def out_of_terms(html: str) -> bool:
    reversed_parts = re.sub(r"(<p>.*?</p>)(<div.*</div>)", r"\2\1", html)  # what comes first would have the meaning
    explained = explain(reversed_parts, [Term(id="community", term="Community", meaning="People.")])
    return explained.index("<button") > explained.index("goes out")


def out_of_search(html: str) -> bool:
    return "goes out" not in " ".join(section.text for section in sections(html))


def out_of_book(html: str) -> bool:
    return _is_left_out(html, NOT_IN_PRINT)


def out_of_ebook(html: str) -> bool:
    return _is_left_out(html, NOT_IN_EPUB)


def out_of_cards(html: str) -> bool:
    return _is_left_out(html, NOT_ON_CARD)


def _is_left_out(html: str, not_here: str) -> bool:
    page = parse_fragment(html)
    leave_out(page, not_here)
    return "goes out" not in text_of(page)


READERS = {
    "data-screen-only": {out_of_book, out_of_ebook, out_of_cards},
    "data-not-prose": {out_of_sentences, out_of_repeats},
    "data-drawn": {out_of_repeats},
    "data-no-terms": {out_of_terms},
    "data-search-exclude": {out_of_search},
    "data-not-in-book": {out_of_book, out_of_ebook},
    "data-not-on-paper": {out_of_book},
}
ALL = {reader for readers in READERS.values() for reader in readers}


@pytest.mark.parametrize("mark", ["", *READERS])
def test_a_new_part_is_left_out_by_those_who_read_its_mark_and_by_no_others(mark: str) -> None:
    html = MARKED.format(mark=mark)

    assert {reader for reader in ALL if reader(html)} == READERS.get(mark, set())


@pytest.mark.parametrize("mark", READERS)
def test_views_use_each_mark(mark: str) -> None:
    views = [*(ROOT / "macros/views").rglob("*.html"), *(ROOT / "overrides").rglob("*.html")]

    assert [view.name for view in views if f" {mark}" in view.read_text("utf-8")]


def test_a_pack_and_a_printed_page_leave_out_what_is_for_the_screen_only() -> None:
    printed = (ROOT / "overrides/assets/css/print.css").read_text("utf-8")
    hidden = re.search(r"([^{}]+)\{\s*display: none !important;", printed)
    pack = (ROOT / "overrides/assets/js/pack-builder/pages.js").read_text("utf-8")

    assert hidden and "[data-screen-only]" in re.split(r"[,\s]+", hidden[1])
    assert all(f"[{mark}]" in pack for mark, readers in READERS.items() if out_of_book in readers)


def test_a_pack_and_the_page_of_all_pages_leave_out_the_same_tools() -> None:
    pack = (ROOT / "overrides/assets/js/pack-builder/pages.js").read_text("utf-8")
    [listed] = re.findall(r'^const TOOLS = "(.*)";$', pack, re.MULTILINE)

    assert sorted(re.findall(r"@(data-[a-z-]+)", TOOLS)) == sorted(re.findall(r"\[(data-[a-z-]+)\]", listed))


def test_no_class_says_what_a_mark_says() -> None:
    kinds = ("macros/views/**/*.html", "macros/views/**/*.css", "overrides/**/*.html", "overrides/assets/**/*.js")
    files = [path for kind in kinds for path in ROOT.glob(kind) if "vendor" not in path.parts]

    assert [path.name for path in files if re.search(r"(?<!data-)screen-only", path.read_text("utf-8"))] == []
