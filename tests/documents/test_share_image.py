"""Claims about the picture and the words that are shown where somebody shares a link."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from macros.content.library import Library
from macros.core.colour import channels
from macros.documents.outputs import url_of
from macros.documents.share_image import LARGEST_IMAGE, PROGRAMME_SIZES, share_page, share_picture
from macros.documents.share_meta import HEIGHT, WIDTH, alt_text
from macros.documents.store import Documents
from macros.rendering.colophon import Colophon
from tests.support.anytown import GOOD
from tests.support.builds import ADDRESS, Built, copy_project, quick_build
from tests.support.parsed import page_at

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


@pytest.mark.parametrize(("programme", "council"), NAMES)
def test_no_word_is_cut_off_however_long_the_names(library: Library, programme: str, council: str) -> None:
    shown = colophon(library, programme, council)
    assert cut_off(share_page(shown), [programme, council, library.strings["share"]["line"]]) == []


def test_a_word_that_is_cut_off_is_found(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.documents.share_image.PROGRAMME_SIZES", (200,))
    faults = cut_off(share_page(colophon(library, "Digital " * 30, "A council")), ["A council"])
    assert "A council" in faults and "page 1" in faults


@pytest.mark.parametrize("at", range(len(NAMES)))
def test_the_picture_has_its_size_its_colours_and_few_bytes(library: Library, at: int) -> None:
    picture = share_picture(colophon(library, *NAMES[at]))
    assert len(picture) < LARGEST_IMAGE == 60_000
    with Image.open(io.BytesIO(picture)) as shown:
        assert shown.format == "PNG" and shown.size == (WIDTH, HEIGHT) == (1200, 630)
        for place, colour in (((5, 5), "primary"), ((600, 626), "accent")):
            wanted = [round(255 * channel) for channel in channels(getattr(library.edition.look, colour))]
            got = shown.convert("RGB").getpixel(place)
            assert max(abs(channel - other) for channel, other in zip(wanted, got, strict=True)) <= 2  # type: ignore[arg-type]


def test_the_same_edition_gives_the_same_bytes_and_another_name_gives_others(library: Library) -> None:
    leeds, kernow = (colophon(library, *NAMES[at]) for at in (0, 1))
    first = share_picture(leeds)
    assert first == share_picture(leeds)
    assert first != share_picture(kernow)


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
    soup = page_at(page)
    elements = soup.select("head meta[property^='og:'], head meta[name^='twitter:']")
    return {str(tag.get("property") or tag["name"]): str(tag["content"]) for tag in elements}


SHARED = {
    "": "index.md",
    "focus/": "focus/index.md",
    "focus/choose-the-community/": "focus/choose-the-community.md",
    "worksheets/partner-map/": "worksheets/partner-map.md",
    "pick/funding-bid/": "pick/funding-bid.md",
}


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition whose names hold what HTML would take as its own."""
    project = copy_project(tmp_path_factory.mktemp("share") / "project")
    settings = project / "editions/toolkit/edition.yml"
    text = GOOD.replace("council: Anytown Council", "council: King's Lynn & <West> Norfolk")
    text = text.replace("programme: Digital Anytown", 'programme: "\\"Digital\\" & <b>"')
    settings.write_text(text.replace("logo: logo.svg", "logo: assets/logo.svg"), "utf-8")
    return project


@pytest.fixture(scope="module")
def quick(named: Path, builds: None) -> Built:
    built = quick_build(named, "toolkit", site_url=ADDRESS, pages=[*SHARED.values(), "print_page.md"])
    assert built.code == 0, built.said
    return built


def test_every_page_names_itself_and_the_picture_whole(quick: Built) -> None:
    assert (quick.site / PICTURE).is_file()
    for path in SHARED:
        meta_tags = tags(quick.site / path / "index.html")
        assert meta_tags["og:url"] == ADDRESS + path
        assert meta_tags["og:image"] == ADDRESS + PICTURE
        assert (meta_tags["og:image:width"], meta_tags["og:image:height"]) == ("1200", "630")
        assert meta_tags["og:type"] == ("article" if path else "website") and meta_tags["og:locale"] == "en_GB"
        assert meta_tags["og:title"] and len(meta_tags["og:description"]) > 20
        assert meta_tags["twitter:card"] == "summary_large_image"
    assert tags(quick.site / "focus/choose-the-community/index.html")["og:title"] == "Choose the community"


def test_names_come_out_as_themselves(quick: Built) -> None:
    meta_tags = tags(quick.site / "index.html")
    assert meta_tags["og:site_name"] == '"Digital" & <b>'
    assert meta_tags["og:image:alt"].endswith("King's Lynn & <West> Norfolk.")


def test_pages_that_nobody_shares_have_no_such_words(quick: Built) -> None:
    assert tags(quick.site / "404.html") == tags(quick.site / "print_page/index.html") == {}
