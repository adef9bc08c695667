"""The list of worksheets, and all of them in one file."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pypdfium2
from bs4 import BeautifulSoup, Tag
from PIL import Image

from macros.documents import size
from macros.first_page import WIDTH, first_page
from macros.forms import FORMS
from macros.library import Library
from tests.conftest import Built


def cards(built: Built) -> dict[str, Tag]:
    page = BeautifulSoup((built.site / "worksheets/index.html").read_text("utf-8"), "lxml")
    found = {}
    for card in page.select(".card"):
        link = card.select_one(".card__title a")
        assert link
        found[str(link["href"]).strip("/")] = card
    return found


def test_every_worksheet_has_a_card_with_its_minutes_people_and_first_page(built: Built, library: Library) -> None:
    found = cards(built)
    assert set(found) == set(library.worksheets)
    for name, worksheet in library.worksheets.items():
        said = found[name].get_text(" ")
        picture = found[name].select_one("img")
        assert picture and f"{worksheet.minutes} minutes" in said and worksheet.who in said
        with Image.open(built.site / "worksheets" / str(picture["src"])) as shown:
            assert (shown.width > shown.height) == (worksheet.orientation == "landscape")
            ratio = int(str(picture["height"])) / int(str(picture["width"]))
            assert abs(shown.height / shown.width - ratio) < 0.01


def test_every_form_is_offered_with_its_size_and_a_name_that_says_what_it_is(built: Built, library: Library) -> None:
    for name, card in cards(built).items():
        links = card.select(".file-list a, .card__links a")
        wanted = [form.file(name, "leeds") for form in FORMS.values() if form.fits(library.worksheets[name])]
        assert [link["download"] for link in links] == [*wanted, f"{name}-example-leeds.pdf"]
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
            for key, form in FORMS.items():
                inside, outside = f"{words[key]}/{form.file(name, 'leeds')}", form.file(name)
                if form.fits(worksheet):
                    assert archive.read(inside) == (built.site / "downloads/worksheets" / outside).read_bytes()
                    names.remove(inside)
            names.remove(f"{library.strings['downloads']['example']}/{name}-example-leeds.pdf")
        assert names == []


def test_search_knows_every_worksheet_by_its_name(built: Built, library: Library) -> None:
    entries = json.loads((built.site / "search/search_index.json").read_text("utf-8"))["docs"]
    titles = {entry["location"]: entry["title"] for entry in entries}
    for name, worksheet in library.worksheets.items():
        assert worksheet.title in titles[f"worksheets/{name}/"]


def test_the_picture_shows_the_first_page(built: Built, tmp_path: Path) -> None:
    raw = (built.site / "downloads/worksheets/partner-map.pdf").read_bytes()
    made = first_page(raw)
    blank = pypdfium2.PdfDocument.new()
    blank.new_page(595, 842)
    out = io.BytesIO()
    blank.save(out)

    with Image.open(io.BytesIO(made)) as shown, Image.open(io.BytesIO(first_page(out.getvalue()))) as empty:
        assert shown.width == empty.width == WIDTH
        assert len(shown.convert("L").getcolors() or []) > 4
        assert empty.convert("L").getextrema() == (255, 255)
    assert made == first_page(raw) and len(made) < 20_000
