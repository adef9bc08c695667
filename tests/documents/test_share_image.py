"""Claims about the picture and the words that are shown where somebody shares a link."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pypdfium2
import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader
from PIL import Image

from macros.content.library import Library
from macros.core.colour import channels
from macros.documents.outputs import url_of
from macros.documents.share_image import LARGEST_IMAGE, PROGRAMME_SIZES, share_page, share_picture
from macros.documents.share_meta import HEIGHT, WIDTH, alt_text, share_meta
from macros.documents.store import Documents
from macros.paths import OVERRIDES
from macros.rendering.colophon import Colophon
from tests.support.builds import ADDRESS, Built
from tests.support.parsed import parsed, part_of

pytestmark = pytest.mark.usefixtures("draws")

PICTURE = url_of("share_image")
NAMES = [
    ("100% Digital Leeds", "Leeds City Council"),
    ("Digital Kernow", "Cornwall Council / Konsel Kernow"),
    ("King's Lynn & <West> Norfolk", "King's Lynn & <West> Norfolk"),
    ("Digital " * 12, "The Borough Council of Westhaven, Christminster and the Isle of Barrow"),
    ("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Digidol", "Cyngor Llanfairpwllgwyngyll " * 3),
]
EDGE = 30  # points: nothing is nearer to the edge than this


def colophon(library: Library, programme: str, council: str) -> Colophon:
    about = Documents(library, "").colophon("")
    edition = about.edition.model_copy(
        update={"neutral": False, "programme": programme.strip(), "council": council.strip()}
    )
    return replace(about, edition=edition)


def cut_off(pdf: bytes, words: list[str]) -> list[str]:
    """Which of ``words`` are not on the one page of ``pdf``, and which letters reach its edge."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        text = page.get_textpage()
        letters = "".join(text.get_text_range().split()).replace("\ufffe", "")
        faults = [word for word in words if "".join(word.split()) not in letters]
        for at in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(at)
            if right > left and not (
                left >= EDGE and right <= page.get_width() - EDGE and bottom >= EDGE and top <= page.get_height() - EDGE
            ):
                faults.append(f"letter {at}")
        return faults + [f"page {at}" for at in range(1, len(document))]


@pytest.fixture(scope="module")
def pages(library: Library) -> list[bytes]:
    """The page of each of the names, from which its picture is drawn."""
    return [share_page(colophon(library, *names)) for names in NAMES]


@pytest.mark.parametrize("at", range(len(NAMES)))
def test_no_word_is_cut_off_however_long_the_names(library: Library, pages: list[bytes], at: int) -> None:
    assert cut_off(pages[at], [*NAMES[at], library.strings["share"]["line"]]) == []


def test_a_word_that_is_cut_off_is_found(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.documents.share_image.PROGRAMME_SIZES", (200,))
    faults = cut_off(share_page(colophon(library, "Digital " * 30, "A council")), ["A council"])
    assert "A council" in faults and "page 1" in faults


@pytest.fixture(scope="module")
def pictures(library: Library, pages: list[bytes]) -> list[bytes]:
    """The picture of each of the names."""
    drawn = iter(pages)
    with pytest.MonkeyPatch.context() as patch:  # each page is drawn once
        patch.setattr("macros.documents.share_image.share_page", lambda _shown: next(drawn))
        return [share_picture(colophon(library, *names)) for names in NAMES]


@pytest.mark.parametrize("at", range(len(NAMES)))
def test_the_picture_has_its_size_its_colours_and_few_bytes(library: Library, pictures: list[bytes], at: int) -> None:
    picture = pictures[at]
    assert len(picture) < LARGEST_IMAGE == 60_000
    with Image.open(io.BytesIO(picture)) as shown:
        assert shown.format == "PNG" and shown.size == (WIDTH, HEIGHT) == (1200, 630)
        for place, colour in (((5, 5), "primary"), ((600, 626), "accent")):
            wanted = [round(255 * channel) for channel in channels(getattr(library.edition.look, colour))]
            got = shown.convert("RGB").getpixel(place)
            assert max(abs(channel - other) for channel, other in zip(wanted, got, strict=True)) <= 2  # type: ignore[arg-type]


def test_the_same_edition_gives_the_same_bytes_and_another_name_gives_others(
    library: Library, pictures: list[bytes]
) -> None:
    assert share_picture(colophon(library, *NAMES[0])) == pictures[0]
    assert len(set(pictures)) == len(NAMES)


def test_short_names_get_the_largest_letters(library: Library) -> None:
    with pypdfium2.PdfDocument(share_page(colophon(library, "Digital", "A council"))) as document:
        text = document[0].get_textpage()
        at = text.get_text_range().index("Digital")
        _, bottom, _, top = text.get_charbox(at)
        assert top - bottom > PROGRAMME_SIZES[0] * 0.75 * 0.6  # points of a capital


def test_the_picture_is_told_in_words(library: Library) -> None:
    alt = alt_text(colophon(library, *NAMES[2]))
    assert alt.startswith("King's Lynn & <West> Norfolk. Digital inclusion")


def tags(page: Path) -> dict[str, str]:
    return tags_of(part_of(page.read_text("utf-8"), "head"))


def tags_of(soup: BeautifulSoup) -> dict[str, str]:
    elements = soup.select("head meta[property^='og:'], head meta[name^='twitter:']")
    return {str(tag.get("property") or tag["name"]): str(tag["content"]) for tag in elements}


SHARED = ("", "focus/", "focus/choose-the-community/", "worksheets/partner-map/", "pick/funding-bid/")


def test_every_page_names_itself_and_the_picture_whole(quick: Built, library: Library) -> None:
    assert (quick.site / PICTURE).is_file()
    for path in SHARED:
        meta_tags = tags(quick.site / path / "index.html")
        assert meta_tags["og:url"] == ADDRESS + path
        assert meta_tags["og:image"] == ADDRESS + PICTURE
        assert (meta_tags["og:image:width"], meta_tags["og:image:height"]) == ("1200", "630")
        assert meta_tags["og:image:alt"] == alt_text(Documents(library, "").colophon(""))
        assert meta_tags["og:site_name"] == library.edition.programme
        assert meta_tags["og:type"] == ("article" if path else "website") and meta_tags["og:locale"] == "en_GB"
        assert meta_tags["og:title"] and len(meta_tags["og:description"]) > 20
        assert meta_tags["twitter:card"] == "summary_large_image"
    assert tags(quick.site / "focus/choose-the-community/index.html")["og:title"] == "Choose the community"


def test_names_that_hold_what_html_takes_as_its_own_come_out_as_themselves(library: Library) -> None:
    council, programme = "King's Lynn & <West> Norfolk", '"Digital" & <b>'
    about = colophon(library, programme, council)
    views = Environment(loader=FileSystemLoader(OVERRIDES))  # as MkDocs draws pages: it escapes nothing
    views.filters["url"] = str
    head = views.get_template("parts/head.html").render(
        config=SimpleNamespace(site_url=ADDRESS, extra=SimpleNamespace(share=share_meta(about))),
        page=SimpleNamespace(title=programme, canonical_url=ADDRESS),
        edition=about.edition,
        meta={},
        files=SimpleNamespace(styles=(), scripts=()),
        t=library.strings,
    )
    meta_tags = tags_of(parsed(f"<html><head>{head}</head></html>"))

    assert meta_tags["og:site_name"] == meta_tags["og:title"] == programme
    assert meta_tags["og:image:alt"] == alt_text(about) and meta_tags["og:image:alt"].endswith(f"{council}.")


def test_pages_that_nobody_shares_have_no_such_words(quick: Built) -> None:
    assert tags(quick.site / "404.html") == tags(quick.site / "print_page/index.html") == {}
