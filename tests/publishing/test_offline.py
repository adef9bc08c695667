"""The site in a .zip works from a folder, without any network: pages, search, ticks, pick and mix, worksheets."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from docx import Document
from lxml import etree
from openpyxl import load_workbook
from playwright.sync_api import Browser, BrowserContext, Page, expect

from macros.content.library import Library
from macros.core.html import PARSER
from macros.documents.papers.make import paper_requests
from macros.documents.project_forms import PROJECT_MODULE, PROJECT_PAGE, project_worksheets
from macros.documents.project_workbook import draw_excel
from macros.documents.store import Documents
from macros.publishing.offline import folder_files, in_folder, offline, site_content
from tests.conftest import ADDRESS, Built
from tests.support.contexts import context_of
from tests.support.offline import unpack
from tests.support.worksheet_page import until

LONGEST_PATH = 130  # letters: Windows takes 260, and the folder in which it is unpacked has some of them
STEP = "focus/choose-the-community/index.html"
PRINTS = "window.print = () => { window.printed = document.querySelector('.paper').textContent; }"


@pytest.fixture(scope="module")
def folder(quick: Built, library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The .zip, unpacked, under a name that addresses have to escape."""
    to = tmp_path_factory.mktemp("A b & c’s #1")
    unpacked = unpack(quick.site, library, to)
    return unpacked


@pytest.fixture(scope="module")
def without_network(browser: Browser) -> Iterator[BrowserContext]:
    window = {"width": 1280, "height": 900}
    with context_of(browser, own=True, offline=True, viewport=window, accept_downloads=True) as browsing:
        browsing.route("http*://**/*", lambda route: route.abort())
        yield browsing


@pytest.fixture
def context(without_network: BrowserContext) -> Iterator[BrowserContext]:
    """A browser without a network, which keeps nothing of the test before."""
    yield without_network
    for page in without_network.pages:
        page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
        page.close(run_before_unload=False)


def opened(context: BrowserContext, folder: Path, path: str, choice: str = "") -> Page:
    page = context.new_page()
    page.add_init_script(PRINTS)
    page.goto((folder / path).as_uri() + choice)
    return page


@cache
def is_there(address: str) -> bool:
    return Path(unquote(urlsplit(address).path)).is_file()


def test_every_link_of_every_page_leads_to_a_file_of_the_folder(folder: Path) -> None:
    lost = set()
    for path in folder.rglob("*.html"):
        page = etree.fromstring(path.read_bytes(), PARSER)
        for link in {str(link).partition("#")[0] for link in page.xpath("//@href | //@src | //@action")}:
            address = urljoin(path.as_uri(), link)
            if address.startswith("file:") and not is_there(address):
                lost.add(f"{path.relative_to(folder)}: {link}")
    assert lost == set()


def test_windows_can_unpack_every_file_of_the_folder(folder: Path) -> None:
    paths = [path.relative_to(folder.parent).as_posix() for path in folder.rglob("*")]

    assert max(map(len, paths)) < LONGEST_PATH
    assert len({path.lower() for path in paths}) == len(paths)  # it knows no difference there
    assert [path for path in paths if re.search(r'[<>:"|?*\\]|[. ](/|$)', path)] == []


def test_it_says_how_to_begin(folder: Path) -> None:
    assert "Open index.html" in (folder / "READ ME FIRST.txt").read_text("utf-8")


def test_pages_open_with_styles_and_fonts_ask_for_nothing_from_elsewhere_and_keep_ticks(
    context: BrowserContext, folder: Path
) -> None:
    failed: list[str] = []
    page = context.new_page()
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.on("console", lambda line: failed.append(line.text) if line.type == "error" else None)
    page.goto((folder / STEP).as_uri(), wait_until="networkidle")

    assert failed == []
    assert page.evaluate("[...document.fonts].some((font) => font.status === 'loaded')")
    assert page.locator(".header__in").evaluate("(element) => getComputedStyle(element).display") != "block"
    page.get_by_label("Keep my ticks on this device").check()
    page.locator(".checklist input").first.check()
    until(page, "Object.keys(localStorage).some((key) => key.startsWith('checklists:'))")
    page.reload(wait_until="networkidle")  # a file that is still asked for when its page is left fails
    expect(page.locator(".checklist input").first).to_be_checked()
    page.locator(".way-on a").last.click()
    expect(page.locator("h1")).not_to_have_text("Choose the community")
    assert page.url.endswith("/index.html")
    page.wait_for_load_state("networkidle")
    page.goto((folder / "checklists/index.html").as_uri(), wait_until="networkidle")
    assert page.locator(".checklist input:checked").count() == 1, "the sheet of all checklists knows the tick"
    assert failed == []


def test_a_result_leads_to_the_page_in_a_tab_of_its_own_and_in_this_one(context: BrowserContext, folder: Path) -> None:
    page = opened(context, folder, "index.html")
    page.locator("[data-search-open]").first.click()
    link = page.locator(".search__result a").first
    for way in ("middle", "menu", "keys"):
        page.locator("dialog input").fill("")
        expect(link).to_have_count(0)
        page.locator("dialog input").fill("stakeholder mapping")
        assert str(link.get_attribute("href")).endswith("find-the-key-partners/"), way
        if way == "middle":
            with context.expect_page() as tab:
                link.click(button="middle")
            expect(tab.value.locator("h1")).to_have_text("Find the key partners")
        elif way == "menu":
            link.click(button="right")
        else:
            link.focus()

        assert str(link.get_attribute("href")).endswith("find-the-key-partners/index.html"), way

    page.locator("dialog input").fill("")
    page.locator("dialog input").fill("stakeholder mapping")
    link.click()
    expect(page.locator("h1")).to_have_text("Find the key partners")


def test_links_written_in_pages_lead_on_without_the_script_of_a_folder(context: BrowserContext, folder: Path) -> None:
    script, away = folder / "assets/js/entries/in-folder.js", folder / "away.js"
    script.rename(away)
    try:
        page = opened(context, folder, "index.html")
        page.locator(".stage-map h3 a").first.click()
        page.locator(".steps a").nth(1).click()
        assert page.url.endswith(STEP)
        page.locator(".way-on a[rel=next]").click()
        expect(page.locator("h1")).to_have_text("Find the key partners")
    finally:
        away.rename(script)


def test_a_pack_is_chosen_printed_and_taken_along(context: BrowserContext, folder: Path, quick: Built) -> None:
    page = opened(context, folder, "pick/index.html", "#pick=focus/choose-the-community,worksheet:partner-map")
    page.locator("[data-pack]").wait_for()
    page.locator('[data-pack] [data-do="print"]').click()
    until(page, "Boolean(window.printed)")
    assert "Choose the community" in page.evaluate("window.printed")

    page.get_by_label("Word", exact=False).first.check()
    with page.expect_download() as download:
        page.locator('[data-pack] [data-do="zip"]').click()
    with zipfile.ZipFile(download.value.path()) as archive:
        names = archive.namelist()
        assert any("partner-map" in name for name in names), names
        for name in names:
            kind = Path(name).suffix
            blank = next((quick.site / "downloads/worksheets").glob(f"partner-map{kind}"))
            assert archive.read(name) == blank.read_bytes()


def test_a_links_address_names_its_file() -> None:
    page = (
        '<head><link rel="preload" href="a.woff2" as="font" crossorigin>\n'
        '<meta http-equiv="refresh" content="0; url=../new/"></head>'
        '<a href="../focus/#top">a</a><a href="..">b</a><a href="#here">c</a><a href="mailto:a@b.c/">d</a>'
        '<!--online--><p><a href="all.zip">x</a></p>\n<!--/online-->'
        '<a href="https://x.example/">e</a><a href="../a.pdf">f</a><a href="../pick/?pick=a">g</a><a href=".">h</a>'
    )
    soup = BeautifulSoup(in_folder(page, "one/two/index.html"), "lxml")

    assert [link["href"] for link in soup.select("a")] == [
        "../focus/index.html#top",
        "../index.html",
        "#here",
        "mailto:a@b.c/",
        "https://x.example/",
        "../a.pdf",
        "../pick/index.html?pick=a",
        "./index.html",
    ]
    assert soup.select_one("meta")["content"] == "0; url=../new/index.html"  # type: ignore[index]
    assert soup.select_one("script")["src"] == "../../assets/js/entries/in-folder.js"  # type: ignore[index]
    assert not soup.select("link")


def test_the_same_site_makes_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<head></head>é", "utf-8")
    (tmp_path / "404.html").write_text("lost", "utf-8")
    archives = [
        offline(site_content(tmp_path), "", "kit", ("READ.txt", "Read"), date(2026, 11, 24), {""}) for _ in range(2)
    ]

    assert archives[0] == archives[1]
    with zipfile.ZipFile(io.BytesIO(archives[0])) as archive:
        assert archive.namelist() == [
            "kit/READ.txt",
            "kit/assets/js/entries/in-folder.js",
            "kit/index.html",
            "kit/index.html.js",
        ]


@pytest.mark.usefixtures("draws")
def test_the_workbook_of_a_project_is_filled_in_from_a_folder(
    context: BrowserContext, folder: Path, library: Library
) -> None:
    colophon = Documents(library, ADDRESS).colophon(PROJECT_PAGE, PROJECT_MODULE)
    blank = draw_excel(project_worksheets(library), colophon)  # of which a quick build has a dummy
    put(folder, "downloads/project.xlsx", blank)
    page = opened(context, folder, "project/index.html")
    page.get_by_label("Name of the community").fill("Carers & co")
    page.get_by_label("Name of the community").press("Tab")
    with page.expect_download() as caught:
        page.get_by_role("button", name="Download filled in, for Excel").click()

    book = load_workbook(io.BytesIO(Path(caught.value.path()).read_bytes()))
    assert "Carers & co" in [cell.value for row in book["Overview"].iter_rows() for cell in row]


@pytest.mark.usefixtures("draws")
def test_a_paper_is_filled_in_from_a_folder(context: BrowserContext, folder: Path, library: Library) -> None:
    requests = paper_requests(library, Documents(library, ADDRESS).colophon)
    word = next(request for request in requests if request.url.endswith("/director-page.docx"))
    put(folder, word.url, word.prepare().draw())
    page = opened(context, folder, "papers/director-page/index.html")
    with page.expect_download() as caught:
        page.get_by_role("button", name="Download as Word").click()

    paper = Document(io.BytesIO(Path(caught.value.path()).read_bytes()))
    assert library.strings["papers"]["checking"]["empty_title"] in [part.text for part in paper.paragraphs]


def put(folder: Path, path: str, content: bytes) -> None:
    """Put a file that a quick build has not drawn into the folder, with what hands it over to scripts."""
    for name, part in folder_files({path: content}, "", ()).items():
        if name.startswith("downloads/"):
            (folder / name).write_bytes(part)
