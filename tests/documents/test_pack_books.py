"""Ready-made packs as PDFs: what a situation needs, whole, with a cover, contents and links that lead somewhere."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup, Tag
from pypdf import PdfReader

from macros.content.durations import minutes_of
from macros.content.library import Library
from macros.core.urls import address
from macros.documents.book import BookText
from macros.documents.pack_books import draw, pack_parts, pack_text
from macros.documents.store import Documents
from macros.publishing.post_build import PACK
from tests.conftest import ADDRESS, Built
from tests.support.page_parts import parts_of

LOOKED_AT = "the-plan-please"


@pytest.fixture(scope="module")
def books(quick: Built, library: Library) -> dict[str, BookText]:
    """What each pack is drawn from."""
    parts, documents = parts_of(quick.site, library), Documents(library, ADDRESS)
    return {
        name: pack_text(pack, parts, documents.colophon(f"pick/{name}/", PACK), ADDRESS, quick.site)
        for name, pack in ((name, library.packs[name]) for name in library.pack_order())
    }


@pytest.fixture(scope="module")
def drawn(books: dict[str, BookText]) -> bytes:
    return draw(books[LOOKED_AT])


def test_every_pack_is_on_the_site_and_listed(quick: Built, library: Library) -> None:
    listed = {one["address"] for one in json.loads((quick.site / "edition.json").read_text("utf-8"))["downloads"]}
    page = BeautifulSoup((quick.site / "downloads/index.html").read_text("utf-8"), "lxml")
    offered = {str(link["href"]) for link in page.select("a[href]")}
    for name in library.packs:
        assert f"downloads/packs/{name}.pdf" in listed
        assert f"packs/{name}.pdf" in offered
        assert (quick.site / f"downloads/packs/{name}.pdf").is_file()
        own = BeautifulSoup((quick.site / f"pick/{name}/index.html").read_text("utf-8"), "lxml")
        assert own.select_one(f'a[href="../../downloads/packs/{name}.pdf"]')


def test_each_holds_its_own_page_every_step_and_every_worksheet(books: dict[str, BookText], library: Library) -> None:
    assert list(books) == library.pack_order()
    for name, pack in library.packs.items():
        wanted = [library.front_matters[use.step].title for use in pack.steps]
        wanted += [library.worksheets[one].title for one in pack.worksheets]
        assert [entry.title for entry in books[name].entries] == [pack.title, *wanted]


def test_every_link_leads_to_a_place_in_the_pack_or_to_the_site(books: dict[str, BookText]) -> None:
    for book in books.values():
        soup = BeautifulSoup(book.body, "html.parser")
        ids = [str(one["id"]) for one in soup.select("[id]")]
        assert len(ids) == len(set(ids))
        for link in soup.select("a[href]"):
            target = str(link["href"])
            assert target.startswith(("http", "mailto:")) or target[1:] in ids, target


def test_the_pdf_is_tagged_has_a_cover_and_right_page_numbers(drawn: bytes, books: dict[str, BookText]) -> None:
    pdf = PdfReader(io.BytesIO(drawn))
    book = books[LOOKED_AT]
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"] and book.title in str(pdf.metadata.title)  # type: ignore[union-attr]
    texts = [re.sub(r"\s+", " ", page.extract_text()) for page in pdf.pages]
    assert book.title in texts[0] and f"{ADDRESS}pick/{LOOKED_AT}/" in texts[0].replace(" ", "")
    assert "Open Government Licence" in texts[0]
    for entry in book.entries:
        number = re.search(rf"{re.escape(entry.title)} ?[. ]+(\d+)", texts[1])
        assert number, (entry.title, texts[1])
        assert entry.title in texts[int(number[1]) - 1]
    assert [str(one.title) for one in pdf.outline] == [entry.title for entry in book.entries]


def test_the_same_pack_gives_the_same_bytes(drawn: bytes, books: dict[str, BookText]) -> None:
    assert draw(books[LOOKED_AT]) == drawn


def test_a_page_that_the_print_page_leaves_out_is_told(
    quick: Built, library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    parts = parts_of(quick.site, library)
    step = library.packs[LOOKED_AT].steps[0].step
    del parts.made[step]

    with caplog.at_level("INFO", logger="mkdocs.toolkit"):
        chosen = pack_parts(library.packs[LOOKED_AT], parts)

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
        own = [one for one in step.front_matter.worksheets if library.home_of(one) == step.path]
        if minutes is not None:
            assert sum(library.worksheets[one].minutes for one in own) <= minutes, step.path


def _places(site: Path, page: str) -> dict[str, set[str]]:
    """Where the links of a page of the site lead, by their words: addresses inside the site, without the place."""
    soup = BeautifulSoup((site / page / "index.html").read_text("utf-8"), "lxml")
    places: dict[str, set[str]] = {}
    for link in soup.select("main a[href]"):
        target = urljoin(f"{ADDRESS}{page}", str(link["href"])).partition("#")[0]
        places.setdefault(" ".join(link.get_text().split()), set()).add(target)
    return places


def test_every_link_of_a_pack_leads_where_it_leads_on_the_site(
    quick: Built, books: dict[str, BookText], library: Library
) -> None:
    pages = {address(path).strip("/").replace("/", "-"): address(path) for path in library.front_matters}
    pages |= {f"worksheets-{name}": f"worksheets/{name}/" for name in library.worksheets}
    pages |= {f"pick-{name}": f"pick/{name}/" for name in library.packs}
    known = {page: _places(quick.site, page) for page in pages.values() if (quick.site / page / "index.html").is_file()}
    looked_at = 0
    for book in books.values():
        soup = BeautifulSoup(book.body, "html.parser")
        for link in soup.select("section.print-page a[href]"):
            section = link.find_parent("section", class_="print-page")
            assert isinstance(section, Tag)
            words, target = " ".join(link.get_text().split()), str(link["href"])
            places = known[pages[str(section["id"])]].get(words, set())
            if target.startswith("#"):
                place = soup.find(id=target[1:])
                assert isinstance(place, Tag)
                own = "print-page" in place.get_attribute_list("class")
                home = place if own else place.find_parent("section", class_="print-page")
                assert isinstance(home, Tag)
                target = f"{ADDRESS}{pages[str(home['id'])]}"
            if places and target.startswith(ADDRESS):
                looked_at += 1
                assert target.partition("#")[0] in places, (book.title, words, target, places)

    assert looked_at > 100
