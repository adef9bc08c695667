"""Every kind of finished PDF is read as it is meant; each rule is shown a document that breaks it."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from macros.content.library import Library
from macros.rendering.pdf import to_pdf
from tests.support.builds import Built
from tests.support.pdf_tags import elements, kids, problems

STYLE = """@page { size: A6; @bottom-left { content: element(foot) } } .foot { position: running(foot) }
table { width: 100% }"""
LINK_WORDS = "a page whose name is so long that it goes over the end of its line"
LINK = f"<a href='https://a.example/'>{LINK_WORDS}</a>"
MARK = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
SAMPLE = f"""<!doctype html><html lang="en-GB"><title>A sample</title><style>{STYLE}</style>
<div class="foot" data-read-once>Made by us</div><h1>One</h1><h2>Two</h2><p>See {LINK}</p>
<ul><li>First<li>Second</ul><img alt="A mark" src="{MARK}">
<table><thead><tr><th scope="col">Who does it<th scope="col">What</thead><tbody>"""
ROWS = "".join(f"<tr><th scope='row'>Row {number}<td>Its words</tr>" for number in range(40))
Plant = Callable[[Pdf], None]


@pytest.fixture(scope="module")
def sample(draws: None) -> bytes:
    """A document with one of each thing that the rules are about; its table goes over pages."""
    return to_pdf(SAMPLE + ROWS)


def first(pdf: Pdf, kind: str) -> Any:
    return next(element for element in elements(pdf.Root.StructTreeRoot) if str(element.S)[1:] == kind)


def test_every_kind_of_document_has_a_sound_structure(built: Built, library: Library) -> None:
    downloads = built.site / "downloads"
    # A table that goes over pages, and with an example; a pack of cards and sheets; the rest is one of each kind.
    names = [
        *("book", "book-large-print", "checklists", "checklists-folded", "stage-map-a3"),
        *("worksheets/partner-map", "examples/partner-map", "short/partner-map", "worksheets/staged-plan"),
        *("steps/before-you-start", f"packs/{library.pack_order()[0]}"),
    ]
    wrong = {}
    for name in names:
        with pikepdf.open(downloads / f"{name}.pdf") as pdf:
            wrong[name] = problems(pdf)

    assert wrong == {name: [] for name in names}


def test_what_goes_over_pages_is_one_element(sample: bytes) -> None:
    with pikepdf.open(io.BytesIO(sample)) as pdf:
        table = first(pdf, "Table")
        head, body = kids(table)
        titles = [str(cell.ActualText) for cell in kids(kids(head)[0])]
        pages = {text.Pg.objgen for text in elements(table) if text.S == "/Span"}

        assert len(pdf.pages) > 2 and len(pages) == len(pdf.pages)
        assert len([element for element in elements(pdf.Root.StructTreeRoot) if element.S == "/Table"]) == 1
        assert head.S == "/THead" and titles == ["Who does it", "What"] and len(kids(body)) == 40
        assert not any("/PieceOf" in element for element in elements(pdf.Root.StructTreeRoot))


def test_a_link_over_two_lines_is_one_and_a_line_of_the_margin_is_read_once_at_the_end(sample: bytes) -> None:
    with pikepdf.open(io.BytesIO(sample)) as pdf:
        links = [element for element in elements(pdf.Root.StructTreeRoot) if element.S == "/Link"]
        last = kids(pdf.Root.StructTreeRoot.K[0])[-1]

        assert len(links) == 1 and len(kids(links[0])) > 2
        assert {str(note.Contents) for note in pdf.pages[0].obj.Annots} == {LINK_WORDS}
        assert last.S == "/Div" and {text.Pg.objgen for text in elements(last)} == {pdf.pages[0].obj.objgen}
        assert problems(pdf) == []


def _text_of_two(pdf: Pdf) -> None:
    first(pdf, "H2").K.append(first(pdf, "H1").K[0])


def _text_of_none(pdf: Pdf) -> None:
    first(pdf, "Link").K.pop()


def _loose_text(pdf: Pdf) -> None:
    pdf.pages[0].contents_add(pdf.make_stream(b"BT (loose) Tj ET"))


def _no_words(pdf: Pdf) -> None:
    first(pdf, "Figure").Alt = String("mark.png")


def _skip(pdf: Pdf) -> None:
    first(pdf, "H2").S = Name.H3


def _empty(pdf: Pdf) -> None:
    first(pdf, "P").K = Array()


def _item_outside(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.K[0].K.append(first(pdf, "LI"))


def _cell_outside(pdf: Pdf) -> None:
    first(pdf, "TBody").K.append(first(pdf, "TD"))


def _text_in_list(pdf: Pdf) -> None:
    first(pdf, "L").K.append(first(pdf, "P"))


def _two_heads(pdf: Pdf) -> None:
    first(pdf, "Table").K.append(pdf.make_indirect(Dictionary(S=Name.THead, K=Array([first(pdf, "TR")]))))


def _no_scope(pdf: Pdf) -> None:
    del first(pdf, "TH").A["/Scope"]


def _no_such_header(pdf: Pdf) -> None:
    first(pdf, "TD").A.Headers = Array([String("nobody")])


def _narrow_row(pdf: Pdf) -> None:
    row = first(pdf, "TBody").K[0]
    row.K = Array([row.K[0]])


def _link_outside(pdf: Pdf) -> None:
    first(pdf, "Link").S = Name.Span


def _link_without_words(pdf: Pdf) -> None:
    pdf.pages[0].obj.Annots[0].Contents = String("")


def _no_order(pdf: Pdf) -> None:
    del pdf.pages[0].obj["/Tabs"]


def _no_title(pdf: Pdf) -> None:
    pdf.Root.Metadata = pdf.make_stream(b"<x/>")


def _no_language(pdf: Pdf) -> None:
    del pdf.Root["/Lang"]


@pytest.mark.parametrize(
    ("plant", "rule"),
    [
        (_text_of_two, "text of no element or of two"),
        (_text_of_none, "text of no element or of two"),
        (_loose_text, "text that is not marked"),
        (_no_words, "picture without words"),
        (_skip, "heading that skips a level"),
        (_empty, "empty element"),
        (_item_outside, "wrong place"),
        (_cell_outside, "wrong place"),
        (_text_in_list, "wrong place"),
        (_two_heads, "two heads of one table"),
        (_no_scope, "header without scope"),
        (_no_such_header, "a header that is not there"),
        (_narrow_row, "rows of different widths"),
        (_link_outside, "link outside of its element"),
        (_link_without_words, "link without words"),
        (_no_order, "order of fields"),
        (_no_title, "no title"),
        (_no_language, "no language"),
    ],
)
def test_each_fault_of_a_structure_is_found(sample: bytes, plant: Plant, rule: str) -> None:
    with pikepdf.open(io.BytesIO(sample)) as pdf:
        plant(pdf)

        assert rule in {problem.partition(":")[0] for problem in problems(pdf)}
