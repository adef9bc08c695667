"""Ready-made packs as PDFs: what a situation needs, whole, with links that lead somewhere."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from collections.abc import Iterator

import pikepdf
import pytest
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from macros.content.durations import minutes_of
from macros.content.library import Library
from macros.core.urls import address
from macros.documents.joined_pdf import Piece, on_their_sides
from macros.documents.pack_books import on_few_sheets, pack_parts
from macros.documents.page_parts import Entry, PageParts
from macros.documents.step_cards import CARDS_MODULE
from macros.documents.store import Documents
from macros.publishing.books import Books
from tests.support.builds import ADDRESS, Built
from tests.support.page_parts import without
from tests.support.parsed import tree_at

LOOKED_AT = "the-plan-please"
ONLINE = re.compile(r"\(online\)")  # right behind a link


@pytest.fixture(scope="module")
def drawn(books: Books) -> bytes:
    url = Documents.pack_url(LOOKED_AT)
    asked = [request for request in books.requests() if request.url == url]
    books.begin(asked)
    pack = books.finish(asked)[url]
    requests = [each for part in books.parts[url] for each in (part.request, part.shorter) if each]
    books._drawn |= books.build.documents.draw(requests)  # a pack that is kept from another run draws no parts
    return pack


@pytest.fixture(scope="module")
def pdf(drawn: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(drawn))


@pytest.fixture(scope="module")
def texts(drawn: bytes) -> list[str]:
    with PdfDocument(drawn) as pages:
        return [re.sub(r"\s+", " ", page.get_textpage().get_text_range()) for page in pages]


def links(pdf: PdfReader) -> Iterator[tuple[int, int | str, str]]:
    """Every link: the page that it stands on, the page or address that it leads to, and what it says of itself."""
    numbers = {page.indirect_reference.idnum: number for number, page in enumerate(pdf.pages)}  # type: ignore[union-attr]
    for number, page in enumerate(pdf.pages):
        for annotation in (reference.get_object() for reference in page.get("/Annots", [])):
            if "/Dest" in annotation:
                yield number, numbers[annotation["/Dest"][0].idnum], str(annotation["/Contents"])
            elif annotation["/Subtype"] == "/Link":
                yield number, str(annotation["/A"]["/URI"]), str(annotation["/Contents"])


def test_every_pack_is_on_the_site_and_listed(quick: Built, library: Library) -> None:
    listed = {file["address"] for file in json.loads((quick.site / "edition.json").read_text("utf-8"))["downloads"]}
    offered = set(tree_at(quick.site / "downloads/index.html").xpath("//a/@href"))
    for name in library.packs:
        assert f"downloads/packs/{name}.pdf" in listed
        assert f"packs/{name}.pdf" in offered
        assert (quick.site / f"downloads/packs/{name}.pdf").is_file()
        on_page = tree_at(quick.site / f"pick/{name}/index.html").xpath("//a/@href")
        assert f"../../downloads/packs/{name}.pdf" in on_page


def test_each_holds_the_card_of_every_step_and_every_worksheet(books: Books, library: Library) -> None:
    for name, pack in library.packs.items():
        wanted = [library.front_matters[use.step].title for use in pack.steps]
        wanted += [library.worksheets[sheet_name].title for sheet_name in pack.worksheets]
        parts = books.parts[Documents.pack_url(name)]
        assert [part.page.title for part in parts] == wanted
        cards = [part.request for part in parts if part.request.module == CARDS_MODULE]
        assert len(cards) == len(pack.steps)
        assert {card.prepare().function for card in cards} == {"draw_one_side"}


def test_the_headings_of_its_front_follow_its_title(drawn: bytes, books: Books) -> None:
    """No level is left out: what is below a page's title elsewhere is below the cover's here."""
    book = next(request for request in books.requests() if request.url == Documents.pack_url(LOOKED_AT))
    levels = re.findall(r"<h(\d)", book.prepare().values[0].body)
    assert set(levels) == {"2"} and len(levels) > 3


def test_a_pack_takes_few_sheets_of_paper() -> None:
    """A sheet of one page comes last, or fills the back of the last card; a longer one begins on a front."""
    with pikepdf.Pdf.new() as blank:
        content = {}
        for pages in (1, 2, 3):
            blank.add_blank_page()
            blank.save(out := io.BytesIO())
            content[pages] = out.getvalue()
    card = Piece("card", "Card", content[1], is_sheet=True)
    kinds = (("a", 1), ("b", 3), ("c", 1), ("d", 2))
    sheets = [Piece(f"{name}-{pages}", name, content[pages], is_sheet=True, side="right") for name, pages in kinds]
    pieces = [card, *sheets]

    for first, wanted in ((1, "d-2 b-3 a-1 c-1"), (2, "a-1 d-2 b-3 c-1")):
        ordered, entries = on_few_sheets(first, pieces, [Entry(piece.title, piece.id) for piece in pieces])
        assert [piece.id for piece in ordered] == ["card", *wanted.split()]
        assert [entry.id for entry in entries] == [piece.id for piece in ordered]
        placed = on_their_sides(first, ordered, dict.fromkeys(("left", "right"), content[1]))
        assert len(placed) == len(pieces), "a page stays free"


def test_every_link_leads_to_a_page_of_the_pack_or_to_the_site(
    pdf: PdfReader, texts: list[str], library: Library
) -> None:
    pages = {f"{ADDRESS}{address(path)}" for path in library.front_matters}
    pages |= {f"{ADDRESS}worksheets/{name}/" for name in library.worksheets}
    pages |= {f"{ADDRESS}pick/{name}/" for name in library.packs} | {f"{ADDRESS}worksheets/"}
    pages |= {f"{ADDRESS}papers/{name}/" for name in library.papers}
    starts = {str(bookmark.title): pdf.get_destination_page_number(bookmark) for bookmark in pdf.outline}  # type: ignore[union-attr]
    inside = [(to, says) for _, to, says in links(pdf) if isinstance(to, int)]
    outside = [to for _, to, _ in links(pdf) if isinstance(to, str)]

    assert len(inside) > 3 and outside
    for to, title in inside:
        after = [start for start in starts.values() if start > starts[title]]
        assert starts[title] <= to < min(after, default=len(texts)), title
    assert [to for to in outside if not to.startswith(("http", "mailto:"))] == []
    assert [to for to in outside if to.startswith(ADDRESS) and "/downloads/" not in to and to not in pages] == []


def test_a_number_is_that_of_the_page_to_which_its_link_leads(pdf: PdfReader, texts: list[str]) -> None:
    there = {(on, to + 1) for on, to, _ in links(pdf) if isinstance(to, int)}
    printed = {
        (on, int(number)) for on, text in enumerate(texts) for number in re.findall(r"page (\d+)\b(?! of)", text)
    }

    assert len(printed) > 3 and printed <= there
    assert "000" not in "".join(re.findall(r"page[^.]{6}", " ".join(texts)))


def test_a_page_that_the_pack_does_not_hold_is_said_to_be_online(
    pdf: PdfReader, texts: list[str], library: Library
) -> None:
    counts = {number: count for number, text in enumerate(texts) if (count := len(ONLINE.findall(text)))}
    pages = {f"{ADDRESS}{address(path)}" for path in library.front_matters}
    out = {(on, to) for on, to, _ in links(pdf) if isinstance(to, str) and to in pages}
    # A card and a sheet print the address of their own page.
    led = Counter(on for on, to in out if to not in re.sub(r"\s", "", texts[on]))

    assert counts and counts == led


def test_the_pdf_is_tagged_has_a_cover_and_right_page_numbers(
    pdf: PdfReader, texts: list[str], books: Books, library: Library
) -> None:
    title = library.packs[LOOKED_AT].title
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"] and title in str(pdf.metadata.title)  # type: ignore[union-attr]
    assert title in texts[0] and f"{ADDRESS}pick/{LOOKED_AT}/" in texts[0].replace(" ", "")
    assert "Open Government Licence" in texts[0]
    titles = [part.page.title for part in books.parts[Documents.pack_url(LOOKED_AT)]]
    for part_title in titles:
        number = re.search(rf"{re.escape(part_title)} \(page (\d+)\)", texts[0])
        assert number, (part_title, texts[0])
        assert part_title in texts[int(number[1]) - 1]
    assert [str(bookmark.title) for bookmark in pdf.outline] == titles  # type: ignore[union-attr]
    assert [number for number, text in enumerate(texts, 1) if f"page {number} of {len(texts)}" not in text] == []


def test_the_same_pack_gives_the_same_bytes(drawn: bytes, books: Books) -> None:
    request = next(candidate for candidate in books.requests() if candidate.url == Documents.pack_url(LOOKED_AT))
    assert request.prepare().draw() == drawn


def test_a_page_that_the_print_page_leaves_out_is_told(
    parts: PageParts, library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    step = library.packs[LOOKED_AT].steps[0].step

    with caplog.at_level("INFO", logger="mkdocs.toolkit"):
        chosen = pack_parts(library.packs[LOOKED_AT], without(parts, step))

    assert step in caplog.text and library.front_matters[step].title not in [part.title for part in chosen]


@pytest.mark.parametrize(
    ("time", "minutes"),
    [
        ("Half a day, over two weeks", 210),
        ("Two hours", 120),
        ("One day", 420),
        ("Two to three hours a week, while the plan runs", None),
        ("One day to prepare, then an hour a month", None),
        ("Half a day, every three months", None),
        ("", None),
    ],
)
def test_only_a_plain_amount_of_time_is_counted(library: Library, time: str, minutes: int | None) -> None:
    assert minutes_of(time, library.strings["pick"]) == minutes


def test_the_worksheets_of_a_step_fit_into_its_time(library: Library) -> None:
    """The page says so, and does not count them twice."""
    for step in library.outline.steps():
        minutes = minutes_of(step.front_matter.time, library.strings["pick"])
        names = [name for name in step.front_matter.worksheets if library.home_of(name) == step.path]
        if minutes is not None:
            assert sum(library.worksheets[name].minutes for name in names) <= minutes, step.path
