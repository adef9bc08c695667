"""A part of a book is drawn once for all editions that print the same: what differs unseen draws nothing again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from macros.content.library import Library
from macros.documents import book_part
from macros.documents.book_part import part_text, printed
from macros.documents.page_parts import PagePart
from macros.documents.store import Documents
from macros.rendering.colophon import Colophon

HTML = (
    '<section class="print-page" id="a"><h2>A page</h2><p>{words} <a href="https://x.example/">out</a></p>'
    '<p data-not-in-book>{unseen} <a href="../downloads/a.pdf">a file</a></p>'
    '<p><a href="#b" download="a-{unseen}.pdf">another</a></p></section>'
)


def part(words: str = "Words.", unseen: str = "anytown", more: str = "") -> PagePart:
    html = HTML.format(words=words, unseen=unseen).replace("</section>", f"{more}</section>")
    return PagePart("a.md", "a", "A page", html, ())


def colophons(library: Library) -> tuple[Colophon, Colophon]:
    """Two editions: another name, council, logo and address."""
    ours = Documents(library, "").colophon("", "macros.documents.book_part")
    edition = library.edition.model_copy(update={"programme": "Digital Barrow", "council": "Barrow Council"})
    return ours, replace(ours, edition=edition, logo=Path(__file__), address="https://barrow.example/")


def test_another_edition_with_the_same_words_draws_nothing_again(library: Library) -> None:
    ours, theirs = colophons(library)

    assert printed([part()], ours) == printed([part(unseen="barrow")], theirs)


def test_what_is_printed_otherwise_is_drawn_again(library: Library) -> None:
    ours, theirs = colophons(library)
    link = '<p><a href="../downloads/b.pdf">b</a></p>'

    assert printed([part()], ours) != printed([part("Other words.")], ours)
    assert printed([part(more=link)], ours) != printed([part(more=link)], theirs)  # it is printed with its address
    words = {**ours.strings, "book": {**ours.strings["book"], "page": "Seite"}}
    assert printed([part()], ours) != printed([part()], replace(ours, strings=words))


def test_what_is_drawn_holds_nothing_that_the_key_leaves_out(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(book_part, "to_pdf", lambda html: drawn.append(html))
    for colophon, unseen in zip(colophons(library), ("anytown", "barrow"), strict=True):
        book_part.draw(part_text([part(unseen=unseen)], colophon, Path("/site")))

    names = [html.replace('download="a-anytown.pdf"', "").replace('download="a-barrow.pdf"', "") for html in drawn]
    assert names[0] == names[1]
    assert "Words." in names[0]
