"""What pages and documents show of an edition that uses every verb: one build for all these claims."""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from docx import Document
from pypdf import PdfReader

from macros.content.library import Library
from macros.core.html import has_class
from macros.documents.formats import FORMATS
from macros.documents.store import Documents
from tests.conftest import Built, copy_project, quick_build
from tests.support.awkward_documents import text_of
from tests.support.parsed import page_at, tree_at
from tests.support.search_entries import built_entries
from tests.support.westhaven import read

COUNCIL = "Westhaven, Christminster and the Isle of Barrow Council"
HIDDEN = "focus/understand-the-approach/"
# What the claims of one page each are about; those about all pages look at the edition that other tests share.
DRAWN = (
    *("index.md", "about.md", "roles.md", "editions.md", "our-network.md", "pick/index.md", "worksheets/index.md"),
    *("focus/understand-the-approach.md", "focus/choose-the-community.md", "focus/find-the-key-partners.md"),
    *("worksheets/partner-map.md", "worksheets/quay-walk.md", "worksheets/mandate-on-a-page.md"),
)
FILES = "https://github.com/westhaven/toolkit/blob/main/"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project, where a page, a note and the settings were saved by an old editor on Windows; it is listed."""
    project = copy_project(tmp_path_factory.mktemp("westhaven") / "project")
    with (project / "editions/westhaven/edition.yml").open("a", encoding="utf-8") as settings:
        settings.write('listed: true\nsays: "It took us one <week>."\n')
    adapted = project / "editions/westhaven/docs/roles.md"  # written for today's original
    original = hashlib.sha256((project / "docs/roles.md").read_bytes()).hexdigest()
    adapted.write_text(
        re.sub("(?<=^replaces: sha256:).*", original, adapted.read_text("utf-8"), flags=re.MULTILINE), "utf-8"
    )
    for path in ("docs/roles.md", "docs/ours/tablets.md", "notes/focus/find-the-key-partners.md", "edition.yml"):
        file = project / "editions/westhaven" / path
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    return project


@pytest.fixture(scope="module")
def made(project: Path, builds: None) -> Built:
    built = quick_build(project, "westhaven", pages=DRAWN)
    assert built.code == 0, built.said
    return built


@pytest.fixture(scope="module")
def heavy(project: Path) -> Library:
    return read(project)


def page(built: Built, address: str) -> BeautifulSoup:
    return page_at(built.site / address / "index.html")


@pytest.mark.parametrize(
    ("address", "original"),
    [
        ("roles/", "docs/roles.md"),
        ("worksheets/partner-map/", "templates/worksheets/partner-map.yml"),
        ("focus/find-the-key-partners/", "templates/checklists/find-the-key-partners.yml"),
    ],
)
def test_what_was_replaced_says_who_adapted_it_and_leads_to_the_original(
    made: Built, address: str, original: str
) -> None:
    line = page(made, address).select_one(".adapted")

    assert line and line.get_text().startswith(f"Adapted by {COUNCIL}.")
    assert [str(link["href"]) for link in line.select("a")] == [FILES + original]
    assert len(page(made, address).select(".adapted")) == 1


def test_what_was_only_added_to_or_kept_says_nothing_of_it(made: Built) -> None:
    for address in ("", "about/", "our-network/", "focus/choose-the-community/", "worksheets/quay-walk/"):
        assert not page(made, address).select(".adapted"), address


def test_a_hidden_page_is_one_paragraph_with_the_reason_at_its_address(made: Built) -> None:
    main = page(made, HIDDEN).select_one("main")

    assert main and len(main.select("p")) == 1
    assert "Our partners have worked this way since 2024 {{ 7 * 7 }}." in main.get_text()
    assert [str(link["href"]) for link in main.select("a")] == [FILES + "docs/focus/understand-the-approach.md"]
    assert main.select_one("#checklist"), "a link to one of its headings still leads here"


def test_a_hidden_page_is_out_of_nav_search_packs_cases_book_and_way_on(
    quick_editions: Callable[[str], Built],
) -> None:
    whole_site = quick_editions("westhaven")
    assert not [entry for entry in built_entries(whole_site.site) if entry["location"].startswith(HIDDEN)]
    whole = tree_at(whole_site.site / "print_page/index.html")
    assert not whole.xpath("//*[@id='focus-understand-the-approach' or @id='before-you-start']")
    assert whole.xpath("//a[@href='../before-you-start/']"), "a link in the whole leads to the page with the reason"
    ways = has_class("nav", "way-on", "pack", "case", "doors", "steps", "stage-map", "listing")
    places = {path: tree_at(path).xpath(f"//*[@class][{ways}]//a/@href") for path in whole_site.pages}
    assert len(places) > 150 and all(places.values())
    for path, addresses in places.items():
        assert not [address for address in addresses if HIDDEN in address or "before-you-start/" in address], path


def test_the_first_door_leads_to_the_first_page_of_the_model_that_is_kept(made: Built) -> None:
    doors = [str(link["href"]) for link in page(made, "").select(".doors a")]
    assert doors == ["focus/", "pick/", "adopt/"]
    beside = [link.get_text() for link in page(made, "").select(".stage-map__beside a")]
    assert "Before you start" not in beside and "Sustain, scale, begin again" in beside


def test_a_worksheet_of_hidden_steps_has_a_page_and_no_downloads(made: Built) -> None:
    assert "Our board has agreed" in page(made, "worksheets/mandate-on-a-page/").select_one("main").get_text()  # type: ignore[union-attr]
    assert not list(made.site.glob("downloads/*/mandate-on-a-page.*"))
    assert not page(made, "worksheets/").select('.cards a[href*="mandate"]')


def test_steps_are_numbered_without_the_hidden_one(made: Built) -> None:
    kicker = page(made, "focus/choose-the-community/").select_one(".kicker__step")

    assert kicker and kicker.get_text() == "Step 1 of 3"


def test_additions_stand_where_they_belong(made: Built) -> None:
    items = [str(box["id"]) for box in page(made, "focus/choose-the-community/").select(".checklist input")]
    assert items[2] == "choose-the-community--our-quay"
    assert page(made, "focus/choose-the-community/").select('.cards a[href="../../worksheets/quay-walk/"]')
    assert "For the Isle of Barrow and Westhaven" in page(made, "pick/").get_text()
    assert (made.site / "ours/quay.png").is_file()
    assert page(made, "our-network/").select('img[src="../ours/quay.png"]')


def test_sentences_speak_of_the_place_as_people_do(made: Built) -> None:
    assert "How we do this in the Isle of Barrow and Westhaven" in page(made, "focus/find-the-key-partners/").get_text()
    assert "first Monday in the Isle of Barrow" in page(made, "our-network/").get_text()
    about = " ".join(page(made, "about/").get_text().split())
    assert "for the Isle of Barrow and Westhaven" in about


def test_line_ends_and_a_byte_order_mark_of_windows_do_no_harm(made: Built, heavy: Library) -> None:
    assert page(made, "roles/").title.get_text().startswith("Who does what here")  # type: ignore[union-attr]
    assert "replaces" not in page(made, "roles/").get_text()
    assert "Ask the harbour office" in page(made, "focus/find-the-key-partners/").get_text()
    assert not next(replacement for replacement in heavy.replaced if replacement.path == "roles.md").changed


def test_the_editions_own_styles_come_last(made: Built) -> None:
    sheets = [str(link["href"]) for link in page(made, "roles/").select("link[rel=stylesheet]")]

    assert sheets[-1] == "../assets/edition/edition.css"
    assert (made.site / "assets/edition/edition.css").is_file()


def test_the_page_of_editions_names_who_asked(made: Built) -> None:
    text = " ".join(page(made, "editions/").get_text().split())

    assert f"{COUNCIL}. Borough. Keeps " in text and "They say: “It took us one <week>.”" in text
    assert "No council has asked" not in text and "Eastmarch" not in text


def test_credit_and_licence_are_on_every_page(quick_editions: Callable[[str], Built]) -> None:
    whole = quick_editions("westhaven")
    for path in whole.pages:
        [foot] = tree_at(path).xpath(f"//footer[{has_class('footer')}]")
        words = foot.text_content()
        assert "100% Digital Leeds model" in words and "Open Government Licence v3.0" in words, path
        assert foot.xpath(".//a[@href='https://digitalinclusionkit.org/model/']"), path
    listed = json.loads((whole.site / "edition.json").read_text("utf-8"))
    assert "100% Digital Leeds" in listed["credit"] and "Open Government Licence" in listed["licence"]


@pytest.mark.usefixtures("draws")
@pytest.mark.parametrize("form", FORMATS)
def test_credit_licence_and_who_adapted_it_are_in_every_form(heavy: Library, form: str) -> None:
    """The workbook of the indicator table belongs to that worksheet alone."""
    worksheet = heavy.worksheets["partner-map"].model_copy(update={"workbook": "baseline"})
    colophon = Documents(heavy, "").worksheet_colophon("partner-map", FORMATS[form].module)

    text = text_of(FORMATS[form].draw(worksheet, colophon, False))

    for phrase in (
        f"Adapted by {COUNCIL}.",
        "100% Digital Leeds",
        "digitalinclusionkit.org/model",
        "Open Government Lic",
    ):
        assert phrase.replace(" ", "") in text


@pytest.mark.usefixtures("draws")
def test_documents_say_the_language_of_the_words(heavy: Library) -> None:
    worksheet = heavy.worksheets["quay-walk"]
    strings = {**heavy.strings, "site": {**heavy.strings["site"], "language": "cy"}}
    colophon = replace(Documents(heavy, "").worksheet_colophon("quay-walk"), strings=strings)

    pdf = PdfReader(io.BytesIO(FORMATS["pdf"].draw(worksheet, colophon, False)))
    word = Document(io.BytesIO(FORMATS["word"].draw(worksheet, colophon, False)))

    assert pdf.trailer["/Root"]["/Lang"] == "cy"  # type: ignore[index]
    assert word.core_properties.language == "cy"
    assert not word.styles.element.xpath("//w:lang[@w:val='en-GB']")


def test_without_an_address_no_picture_is_named_for_those_who_share_a_page(made: Built) -> None:
    head = page(made, "").head
    assert head and head.select_one("meta[property='og:title']")
    assert not head.select("meta[property='og:image'], meta[property='og:url'], meta[name='twitter:card']")
