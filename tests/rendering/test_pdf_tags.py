"""The structure of a drawn PDF: what a screen reader is told, and what it is not told twice."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2
import pytest

from macros.documents.edition_name import drawn_name, stamp_name
from macros.paths import VIEWS
from macros.rendering import pdf as drawing
from macros.rendering.pdf import to_pdf

pytestmark = pytest.mark.usefixtures("draws")
PAGE = "<!doctype html><html lang='en'><title>x</title><style>{style}</style>{body}"
LINK = "<p>See <a href='https://a.example/'>the <span>first</span> <span>page</span></a>, soon.</p>"
AFTER = "a::after { content: ' (page 1)'; display: inline-block }"
NARROW = "<table><tr><th>Stage<th>Volunteers<th>{words}</table>"


def drawn(body: str, style: str = "", **more: Any) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(to_pdf(PAGE.format(style=style, body=body), **more)))


def elements(node: Any) -> Iterator[Any]:
    """Every element of a structure below ``node``."""
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def links_outside(pdf: pikepdf.Pdf) -> list[str]:
    """Links of pages that no element of the kind Link holds itself."""
    held = {
        kid.Obj.objgen
        for element in elements(pdf.Root.StructTreeRoot)
        if element.S == "/Link"
        for kid in element.K
        if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid
    }
    return [str(note.A.URI) for page in pdf.pages for note in page.obj.get("/Annots", []) if note.objgen not in held]


def empty(pdf: pikepdf.Pdf) -> list[str]:
    """Kinds of the elements that hold nothing."""
    return [str(each.S) for each in elements(pdf.Root.StructTreeRoot) if "/Alt" not in each and not len(each.K)]


def test_a_link_is_one_and_stands_in_its_own_tag() -> None:
    pdf = drawn(LINK, AFTER)

    assert len(pdf.pages[0].obj.Annots) == 1
    assert links_outside(pdf) == [] and empty(pdf) == []


def test_a_link_outside_of_its_tag_and_an_empty_element_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "only_whole_links", lambda document: None)
    monkeypatch.setattr(drawing, "complete_tags", lambda document, name: None)
    pdf = drawn(LINK + "<p><span id='place'></span></p>", AFTER)

    assert links_outside(pdf) != [] and empty(pdf) != []


def test_items_beside_other_text_are_a_list_in_it_and_an_item_without_words_is_none() -> None:
    without = "<ul><li>Said</li><li style='list-style: none'></li></ul>"
    pdf = drawn(f"<div><p>Before</p><li>One</li><li>Two</li><p>After</p></div>{without}")

    kinds = [(str(each.S), [str(kid.S) for kid in each.K if "/S" in kid]) for each in holders(pdf)]
    assert dict(kinds)["/Div"] == ["/P", "/L", "/P"]
    assert [kids for kind, kids in kinds if kind == "/L"] == [["/LI", "/LI"], ["/LI"]]


def holders(pdf: pikepdf.Pdf) -> list[Any]:
    """Elements that hold others."""
    each = elements(pdf.Root.StructTreeRoot)
    return [node for node in each if any(isinstance(kid, pikepdf.Dictionary) and "/S" in kid for kid in node.K)]


def test_a_page_taken_out_of_a_file_keeps_its_tags() -> None:
    pdf, out = drawn("<h1>One</h1><h1 style='break-before: page'>Two</h1>"), io.BytesIO()
    del pdf.pages[0]
    pdf.save(out)
    with pikepdf.open(out) as page:
        marked = next(iter(page.pages)).obj
        assert page.Root.MarkInfo.Marked and "/StructParents" in marked
        assert marked.objgen in {kid.Pg.objgen for kid in elements(page.Root.StructTreeRoot) if "/Pg" in kid}


def test_the_name_of_an_edition_on_a_page_is_no_part_of_its_text() -> None:
    with drawn("<p>Words") as whole, pikepdf.open(io.BytesIO(drawn_name("Digital Anywhere", "en"))) as name:
        stamp_name(whole, whole.pages, name)
        stream = pikepdf.parse_content_stream(whole.pages[0])
        operators = [(str(each.operator), *map(str, each.operands)) for each in stream]
    at = next(number for number, operator in enumerate(operators) if operator[0] == "Do")

    assert operators[at - 1][:2] == ("BDC", "/Artifact") and operators[at + 1][0] == "EMC"


def test_what_takes_more_pages_than_it_may_is_not_drawn() -> None:
    page = PAGE.format(style="", body="<p style='break-after: page'>One</p><p>Two</p>")

    assert to_pdf(page, at_most=1) == b""
    assert to_pdf(page, at_most=2).startswith(b"%PDF")


@pytest.mark.parametrize(("style", "is_cut"), [((VIEWS / "print/book.css").read_text("utf-8"), False), ("", True)])
def test_no_word_of_a_table_is_cut(style: str, is_cut: bool) -> None:

    style = style or "th { overflow-wrap: anywhere }"
    html = PAGE.format(style=style, body=NARROW.format(words="A long heading of a column. " * 8))
    with pypdfium2.PdfDocument(to_pdf(html)) as document:
        words = document[0].get_textpage().get_text_range().split()

    assert ("Volunteers" not in words) is is_cut
