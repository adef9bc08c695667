"""A part of a book is drawn once for all editions that print the same: what differs unseen draws nothing again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from macros.content.library import Library
from macros.documents import book_part
from macros.documents.book_part import Around, part_text, printed
from macros.documents.page_parts import PagePart
from macros.documents.store import Documents
from macros.rendering.colophon import Colophon

HTML = (
    '<section class="print-page" id="a"><p class="kicker stage-1"><span>{head}: of a stage</span></p><h2>A page</h2>'
    '<p>{words} <a href="https://x.example/">out</a></p>'
    '<p data-not-in-book>{unseen} <a href="../downloads/a.pdf">a file</a></p>'
    "<p>A file <span data-not-on-paper>{unseen} kB</span></p>"
    '<p><a href="#b" download="a-{unseen}.pdf">another</a> <a href="#b">and its page</a></p>'
    '<h3 class="card__title"><a href="#b">its card</a></h3></section>'
)
AROUND = Around(Path("/site"), {"b": "Page b"}, {"b": "data:image/png;base64,b"})


def part(words: str = "Words.", unseen: str = "anytown", more: str = "", head: str = "Stage 1") -> PagePart:
    html = HTML.format(words=words, unseen=unseen, head=head).replace("</section>", f"{more}</section>")
    return PagePart("a.md", "a", "A page", html, ())


def colophons(library: Library) -> tuple[Colophon, Colophon]:
    """Two editions: another name, council, logo and address."""
    ours = Documents(library, "").colophon("", "macros.documents.book_part")
    edition = library.edition.model_copy(update={"programme": "Digital Barrow", "council": "Barrow Council"})
    return ours, replace(ours, edition=edition, logo=Path(__file__), address="https://barrow.example/")


def test_another_edition_with_the_same_words_draws_nothing_again(library: Library) -> None:
    ours, theirs = colophons(library)

    assert printed([part()], ours, AROUND) == printed([part(unseen="barrow")], theirs, AROUND)


def test_a_link_to_the_site_is_drawn_without_the_address_of_an_edition(library: Library) -> None:
    linked = part(more='<p><a href="../downloads/b.pdf">b</a></p>')
    ours, theirs = (drawn_html(linked, colophon, AROUND) for colophon in colophons(library))

    assert 'href="site:downloads/b.pdf"' in ours and "barrow.example" not in theirs


def test_what_is_printed_otherwise_is_drawn_again(library: Library) -> None:
    ours, _ = colophons(library)
    key = printed([part()], ours, AROUND)

    assert key != printed([part("Other words.")], ours, AROUND)
    words = {**ours.strings, "book": {**ours.strings["book"], "page": "Seite"}}
    assert key != printed([part()], replace(ours, strings=words), AROUND)


@pytest.mark.parametrize(
    "around",
    [
        replace(AROUND, titles={"b": "Another title"}),
        replace(AROUND, pictures={"b": "data:image/png;base64,c"}),
        replace(AROUND, wide=["a.md"]),
        replace(AROUND, is_large=True),
    ],
)
def test_what_is_printed_beside_the_text_or_in_another_shape_is_drawn_again(library: Library, around: Around) -> None:
    ours, _ = colophons(library)

    assert drawn_html(part(), ours, AROUND) != drawn_html(part(), ours, around)
    assert printed([part()], ours, AROUND) != printed([part()], ours, around)


@pytest.mark.parametrize("attributes", ["", " data-not-in-book", " data-screen-only"])
def test_another_running_head_is_drawn_again_whether_or_not_the_page_shows_it(
    library: Library, attributes: str
) -> None:
    ours, _ = colophons(library)
    pages = []
    for head in ("Stage 1", "Stage 2"):
        page = part(head=head)
        pages.append(replace(page, html=page.html.replace('<p class="kicker', f'<p{attributes} class="kicker')))

    assert [part_text([page], ours, AROUND).head for page in pages] == ["Stage 1", "Stage 2"]
    assert printed([pages[0]], ours, AROUND) != printed([pages[1]], ours, AROUND)


def test_what_is_drawn_holds_nothing_that_the_key_leaves_out(library: Library) -> None:
    drawn = [
        drawn_html(part(unseen=unseen), colophon, AROUND)
        for colophon, unseen in zip(colophons(library), ("anytown", "barrow"), strict=True)
    ]

    names = [html.replace('download="a-anytown.pdf"', "").replace('download="a-barrow.pdf"', "") for html in drawn]
    assert names[0] == names[1]
    for shown in ("Words.", "Stage 1", "Page b", "data:image/png;base64,b", "x.example"):
        assert shown in names[0], shown


def drawn_html(page: PagePart, colophon: Colophon, around: Around) -> str:
    """What a part is drawn from, as the program that draws it reads it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(book_part, "to_pdf", lambda html, **_: html.encode())
        patch.setattr(book_part, "with_lines", lambda pdf, *_: pdf)
        patch.setattr(book_part, "is_nearly_empty", lambda _pdf: False)
        return book_part.draw(part_text([page], colophon, around)).decode()
