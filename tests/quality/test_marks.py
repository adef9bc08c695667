"""What a view marks is left out by all that read the finished page: marks, and no lists of what there is."""

from __future__ import annotations

import re

import pytest

from macros.core.html import parse_fragment, text_of
from macros.documents.book_part import leave_out
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
    page = parse_fragment(html)
    leave_out(page)
    return "goes out" not in text_of(page)


READERS = {
    "data-not-prose": {out_of_sentences, out_of_repeats},
    "data-drawn": {out_of_repeats},
    "data-no-terms": {out_of_terms},
    "data-search-exclude": {out_of_search},
    "data-not-in-book": {out_of_book},
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
