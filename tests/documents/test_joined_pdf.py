"""Parts that were drawn one by one are one tagged PDF: numbers, links, names of places, fields, headers of tables."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfReader

from macros.documents.edition_name import drawn_name
from macros.documents.growing_pdf import Elsewhere
from macros.documents.joined_pdf import Piece, join
from macros.documents.page_parts import Entry
from macros.documents.sheet_pictures import placeholder
from macros.documents.thumbnail_places import Place
from macros.rendering.page_numbers import NUMBER_PLACE
from macros.rendering.pdf import to_pdf

pytestmark = pytest.mark.usefixtures("draws")

HEAD = f"""<!doctype html><html lang="en-GB"><title>x</title><style>
@page {{ @bottom-right {{ content: "page {NUMBER_PLACE} of {NUMBER_PLACE}" }} }}
a[href^="part:"]::after {{ content: "(page\\a0 {NUMBER_PLACE})"; display: inline-block; white-space: nowrap }}
.toc a::after {{ content: leader(".") "{NUMBER_PLACE}" }}
</style>"""
FIRST = """<h2 id="first">First</h2><p>10,000 <a href="part:second-there" data-or="online">there</a>,
<a href="part:third" data-or="online">elsewhere</a>,
<a href="part:third-more-here" data-or="online">further</a>, <a href="part:fourth-x" data-or="online">nowhere</a>,
<a href="site:downloads/a.pdf">a file</a></p>
<table><thead><tr><th>One<tbody><tr><td>a</table><p style="break-before: page">Next page</p>"""
SECOND = '<h2 id="second">Second</h2><h3 id="second-there">There</h3><table><thead><tr><th>One<tbody><tr><td>b</table>'
SHEET = '<h2>Sheet</h2><form><input name="who" title="Who"></form>'
CONTENTS = '<nav class="toc"><a href="part:first">First</a><br><a href="part:second">Second</a></nav>'
ELSEWHERE = Elsewhere(
    {"third": "https://site.example/third/", "third-more": "https://site.example/more/"},
    "online",
    "https://site.example/",
)


@pytest.fixture(scope="module")
def book() -> bytes:
    pieces = [
        Piece("first", "First", to_pdf(HEAD + FIRST)),
        Piece("second", "Second", to_pdf(HEAD + SECOND)),
        *(Piece("sheet", "Sheet", to_pdf(f"<html lang='en'>{SHEET}{n}", fillable=True), True) for n in (1, 2)),
    ]
    entries = [Entry("First", "first", [Entry("Second", "second")]), Entry("Sheet", "sheet")]
    return join(to_pdf(HEAD + CONTENTS), pieces, entries, ELSEWHERE)


@pytest.fixture(scope="module")
def texts(book: bytes) -> list[str]:
    return [re.sub(r"\s+", " ", page.extract_text()) for page in PdfReader(io.BytesIO(book)).pages]


@pytest.fixture
def pdf(book: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(book)) as opened:
        yield opened


def elements(node: Any) -> Iterator[Any]:
    """Every element of the structure tree."""
    kids = node.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def test_every_place_has_its_number_and_other_noughts_stay(texts: list[str]) -> None:
    assert [f"page {number} of 6" in text for number, text in enumerate(texts, 1)] == [True] * 6
    assert "(page 4)" in texts[1] and "10,000" in texts[1]
    assert re.search(r"First[ .]*2 Second[ .]*4", texts[0])
    assert "(online)" in texts[1] and NUMBER_PLACE not in re.sub("10,000", "", " ".join(texts))


def test_links_lead_into_the_book_or_to_the_site_and_one_that_leads_nowhere_is_text(pdf: pikepdf.Pdf) -> None:
    links = [annotation for annotation in pdf.pages[1].Annots if annotation.Subtype == "/Link"]
    inside = [link for link in links if "/Dest" in link]
    outside = [str(link.A.URI) for link in links if "/A" in link]

    assert inside and all(link.Dest[0].objgen == pdf.pages[3].obj.objgen for link in inside)
    assert {str(link.Contents) for link in inside} == {"Second"}
    addresses = {"https://site.example/third/", "https://site.example/more/", "https://site.example/downloads/a.pdf"}
    assert set(outside) == addresses, "by the id that says most"


def test_a_link_to_the_site_is_text_where_nobody_knows_its_address() -> None:
    part = to_pdf('<html lang="en"><p><a href="site:downloads/a.pdf">a file</a>')
    joined = join(to_pdf("<html lang='en'>x"), [Piece("first", "First", part)], [], Elsewhere({}, "online"))

    with pikepdf.open(io.BytesIO(joined)) as pdf:
        addresses = [str(link.A.URI) for page in pdf.pages for link in page.get("/Annots", []) if "/A" in link]
    assert addresses == []


def test_a_picture_of_a_worksheet_comes_into_its_place_and_is_in_the_file_once() -> None:
    place = placeholder("partner-map", Place(0, 0, 3, 4))
    drawn = io.BytesIO()
    Image.new("L", (4, 3), 7).save(drawn, "PNG")
    part = to_pdf(
        f'{HEAD}<img src="{place}" alt="the first"><p style="break-before: page"><img src="{place}" alt="again">'
    )

    joined = join(to_pdf(HEAD), [Piece("a", "A", part)], [], ELSEWHERE, pictures={place: drawn.getvalue()})

    with pikepdf.open(io.BytesIO(joined)) as pdf:
        images = [image for page in pdf.pages for image in page.get("/Resources").get("/XObject", {}).values()]
        assert len(images) == 2 and len({image.objgen for image in images}) == 1
        assert images[0].read_bytes() == bytes([7]) * 12 and (images[0].Width, images[0].Height) == (4, 3)


def test_what_is_tagged_is_found_from_its_page_and_only_once(pdf: pikepdf.Pdf) -> None:
    numbers = [*pdf.Root.StructTreeRoot.ParentTree.Nums]
    keys = [int(key) for key in numbers[::2]]
    asked = [int(page.obj.StructParents) for page in pdf.pages]
    asked += [int(annotation.StructParent) for page in pdf.pages for annotation in page.get("/Annots", [])]

    assert keys == sorted(set(keys)) and sorted(asked) == keys
    for page in pdf.pages:
        tagged = numbers[2 * keys.index(int(page.obj.StructParents)) + 1]
        assert all(element.Pg.objgen == page.obj.objgen for element in tagged)
    assert all("/P" in element for element in elements(pdf.Root.StructTreeRoot))


def test_headers_of_tables_and_fields_have_names_of_their_own(pdf: pikepdf.Pdf) -> None:
    headers = [str(element.ID) for element in elements(pdf.Root.StructTreeRoot) if element.S == "/TH"]
    cells = [
        str(name) for element in elements(pdf.Root.StructTreeRoot) if element.S == "/TD" for name in element.A.Headers
    ]
    fields = [str(field.T) for field in pdf.Root.AcroForm.Fields]

    assert len(headers) == len(set(headers)) == 2 and cells == headers
    assert len(fields) == len(set(fields)) == 2 and all(name.endswith("-who") for name in fields)


def test_names_of_places_are_sorted_as_a_reader_looks_them_up(pdf: pikepdf.Pdf) -> None:
    names = [bytes(name) for name in [*pdf.Root.Names.Dests.Names][::2]]

    assert len(names) > 2 and names == sorted(names)


def test_bookmarks_are_the_entries(book: bytes) -> None:
    reader = PdfReader(io.BytesIO(book))
    first, below, sheet = reader.outline

    assert [str(first.title), str(below[0].title), str(sheet.title)] == ["First", "Second", "Sheet"]  # type: ignore[union-attr]
    assert [reader.get_destination_page_number(bookmark) for bookmark in (first, below[0], sheet)] == [1, 3, 4]  # type: ignore[arg-type]


def test_the_joined_pdf_has_no_fault_of_syntax(pdf: pikepdf.Pdf) -> None:
    assert pdf.check_pdf_syntax() == []


def test_the_edition_s_name_comes_onto_the_pages_of_parts_alone_in_any_letters() -> None:
    name = "Digidol Ynys Wên & <King's Tŷ> ffi"
    pieces = [
        Piece("second", "Second", to_pdf(HEAD + SECOND + "<p style='break-before: page'>More</p>")),
        Piece("sheet", "Sheet", to_pdf(f"<html lang='en'>{SHEET}", fillable=True), is_sheet=True),
    ]
    book = join(
        to_pdf(HEAD + "<p>Contents</p>"), pieces, [Entry("Second", "second")], ELSEWHERE, drawn_name(name, "cy")
    )
    texts = [page.extract_text() for page in PdfReader(io.BytesIO(book)).pages]

    assert [name in text for text in texts] == [False, True, True, False]
    drawn = pypdfium2.PdfDocument(book)[1].get_textpage()
    at, _ = drawn.search("Digidol").get_next()
    _, bottom, _, top = drawn.get_charbox(at)
    assert 10 < bottom < top < 48  # points: in the margin at the foot, and not turned round
    with pikepdf.open(io.BytesIO(book)) as opened:
        laid = [page.Resources.XObject["/EditionName"] for page in opened.pages[1:3]]
        assert len({stamp.objgen for stamp in laid}) == 1  # it is there once
        begun = re.findall(rb"/(\w+)\s*(?:<<[^>]*>>)?\s*B(?:DC|MC)\b", laid[0].read_bytes())
        assert begun == [b"Artifact"] and b"MCID" not in laid[0].read_bytes()  # and nobody hears it
