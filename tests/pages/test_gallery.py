"""The list of worksheets, and all of them in one file."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from bs4 import Tag
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Browser

from macros.content.library import Library
from macros.documents.formats import FORMATS
from macros.documents.store import size
from macros.documents.thumbnail_places import THUMBNAIL_WIDTH, arranged
from macros.documents.thumbnails import picture
from tests.conftest import Built
from tests.support.contexts import context_of
from tests.support.page_weight import PICTURE, PICTURE_BYTES, first_view, too_heavy
from tests.support.parsed import page_at
from tests.support.search_entries import built_entries


def cards(built: Built) -> dict[str, Tag]:
    page = page_at(built.site / "worksheets/index.html")
    by_name = {}
    for card in page.select(".card"):
        link = card.select_one(".card__title a")
        assert link
        by_name[str(link["href"]).strip("/")] = card
    return by_name


def test_every_worksheet_has_a_card_with_its_minutes_people_and_first_page(built: Built, library: Library) -> None:
    by_name = cards(built)
    assert set(by_name) == set(library.worksheets)
    for name, worksheet in library.worksheets.items():
        text = by_name[name].get_text(" ")
        assert f"{worksheet.minutes} minutes" in text and worksheet.who in text
        shown = by_name[name].select_one("svg.card__picture")
        assert shown and int(str(shown["width"])) == THUMBNAIL_WIDTH
        assert (int(str(shown["height"])) < THUMBNAIL_WIDTH) == (worksheet.orientation == "landscape")


def test_each_card_shows_its_own_part_of_the_one_picture(built: Built) -> None:
    by_name = cards(built)
    address = {str(card.select_one("image")["href"]) for card in by_name.values()}  # type: ignore[index]
    with Image.open(built.site / "worksheets" / address.pop()) as whole:
        grey = whole.convert("L")
    pages = {name: first_page_of(built.site / f"downloads/worksheets/{name}.pdf") for name in by_name}

    assert not address
    for name, card in by_name.items():
        x, y, width, height = (int(number) for number in str(card.select_one("svg")["viewbox"]).split())  # type: ignore[index]
        shown = grey.crop((x, y, x + width, y + height))
        assert nearest(shown, pages) == name


def first_page_of(pdf: Path) -> Image.Image:
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        drawn = page.render(scale=2 * THUMBNAIL_WIDTH / page.get_width(), may_draw_forms=False).to_pil().convert("L")
    return drawn.resize((THUMBNAIL_WIDTH, round(drawn.height / 2)))


def nearest(shown: Image.Image, pages: dict[str, Image.Image]) -> str:
    """Which page a picture is most like."""

    def unlike(name: str) -> float:
        return float(ImageStat.Stat(ImageChops.difference(shown, pages[name].resize(shown.size))).mean[0])

    return min(pages, key=unlike)


@pytest.mark.parametrize("width", [390, 1280])
def test_a_first_view_of_the_list_is_light(browser: Browser, address: str, width: int) -> None:
    with context_of(browser, own=True, viewport={"width": width, "height": 844}) as context:
        files = first_view(context.new_page(), f"{address}worksheets/")
    assert too_heavy(files, address) == [], files
    assert files[address + PICTURE] <= PICTURE_BYTES


def test_every_form_is_offered_with_its_size_and_a_name_that_says_what_it_is(built: Built, library: Library) -> None:
    for name, card in cards(built).items():
        links = card.select(".file-list a, .card__links a")
        wanted = [form.file(name, "toolkit") for form in FORMATS.values() if form.fits(library.worksheets[name])]
        assert [link["download"] for link in links] == [
            *wanted,
            f"{name}-short-toolkit.pdf",
            f"{name}-example-toolkit.pdf",
        ]
        for link in links:
            content = (built.site / "worksheets" / str(link["href"])).read_bytes()
            beside = link.find_next_sibling(class_="size")
            assert beside and beside.get_text() == size(content)


def test_one_file_holds_every_form_of_every_worksheet(built: Built, library: Library) -> None:
    words = library.strings["forms"]
    with zipfile.ZipFile(built.site / "downloads/worksheets.zip") as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        for name, worksheet in library.worksheets.items():
            for key, form in FORMATS.items():
                inside, outside = f"{words[key]}/{form.file(name, 'toolkit')}", form.file(name)
                if form.fits(worksheet):
                    assert archive.read(inside) == (built.site / "downloads/worksheets" / outside).read_bytes()
                    names.remove(inside)
            for kind, folder in (("short", "short"), ("example", "examples")):
                inside = f"{library.strings['downloads'][kind]}/{name}-{kind}-toolkit.pdf"
                assert archive.read(inside) == (built.site / f"downloads/{folder}/{name}.pdf").read_bytes()
                names.remove(inside)
        assert names == []


def test_search_knows_every_worksheet_by_its_name(built: Built, library: Library) -> None:
    titles = {entry["location"]: entry["title"] for entry in built_entries(built.site)}
    for name, worksheet in library.worksheets.items():
        assert worksheet.title in titles[f"worksheets/{name}/"]


def test_an_empty_page_is_white_and_the_same_pages_give_the_same_picture() -> None:
    blank = pypdfium2.PdfDocument.new()
    blank.new_page(595, 842)
    out = io.BytesIO()
    blank.save(out)
    pages = arranged({"a": False, "b": True})
    pictures = [picture(dict.fromkeys("ab", out.getvalue()), pages) for _ in range(2)]

    assert pictures[0] == pictures[1]
    with Image.open(io.BytesIO(pictures[0])) as shown:
        assert shown.convert("L").getextrema() == (255, 255) and shown.size == (pages.width, pages.height)


def test_no_two_pages_share_a_place_however_many_there_are() -> None:
    pages = arranged({f"w{n}": n % 3 == 0 for n in range(200)})
    taken = [(place.x, place.y, place.x + place.width, place.y + place.height) for place in pages.places.values()]

    assert max(pages.width, pages.height) < 16_383  # the most that a WebP can hold
    assert all(right <= pages.width and bottom <= pages.height for _, _, right, bottom in taken)
    for at, (left, top, right, bottom) in enumerate(taken):
        for x, y, x2, y2 in taken[:at]:
            assert right <= x or x2 <= left or bottom <= y or y2 <= top
