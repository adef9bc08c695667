"""What a first view of a page loads, read from the built files: for all pages, where browsers look at one of a kind."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from playwright.sync_api import Page, Request, Response

from tests.support.builds import ADDRESS
from tests.support.parsed import tree_at

SITE = "http://site/"
# Compressed as servers compress, fonts among them. The heaviest is a worksheet of three tables, with the words of its
# chart of results over time and two drawings of the example's, and a panel that shows whose sheet it is.
MOST_BYTES = 97_500
MOST_OF_A_PAGE = 20_600  # of which its HTML
MOST_FILES = 13
PACKED = (".woff2", ".png", ".webp")  # compressed already
FONTS = "assets/fonts/atkinson-hyperlegible-next-"
WELSH = f"{FONTS}latin-ext-700-normal.woff2"  # a name such as Ynys Wên & King's Tŷ, in the head of every page
LETTERS = {WELSH, f"{FONTS}latin-ext-400-normal.woff2"}
PICTURE = "assets/worksheets/first-pages.webp"
PICTURE_BYTES = 30_000  # at most, see test_gallery: a quick build has a dummy in its place
SLANTED = "//em | //i | //cite | //dfn | //address | //var"
NAMED = "//script[@src and not(ancestor::template)]/@src | //img[@src and not(ancestor::template)]/@src"
NEEDED = {"stylesheet", "icon", "preload"}  # what a link may be to a file that the browser loads at once


def first_files(site: Path, page: Path) -> set[str]:
    """The addresses below ``site`` of all that a browser loads to show ``page`` before anything is pressed."""
    tree = tree_at(page)
    here = urljoin(SITE, page.relative_to(site).as_posix())
    named = [link.get("href") for link in tree.iter("link") if NEEDED & set(link.get("rel", "").split())]
    named += [*map(str, tree.xpath(NAMED)), *map(str, tree.xpath("//image/@href"))]
    root = urlsplit(ADDRESS).path  # 404.html names its files from there
    files = {unquote(urljoin(here, url.removeprefix(root))).removeprefix(SITE) for url in named}
    files |= {f"{FONTS}latin-{kind}.woff2" for kind in ("400-normal", "700-normal")}
    if tree.xpath(SLANTED):
        files.add(f"{FONTS}latin-400-italic.woff2")
    if re.search("[\u0100-\u02ba\u1e00-\u1eff]", tree.text_content()):
        files |= LETTERS
    return {page.relative_to(site).as_posix(), *files}


@cache
def sent(file: Path) -> int:
    """How many bytes of a file a server sends that compresses what can be."""
    content = file.read_bytes()
    return len(content) if file.suffix in PACKED else len(gzip.compress(content, 6))


def weight(site: Path, files: set[str]) -> int:
    """How many bytes they are in all."""
    return sum(PICTURE_BYTES if file == PICTURE else sent(site / file) for file in files)


@cache
def compressed(body: bytes) -> int:
    """How many bytes they are, compressed as servers compress."""
    return len(gzip.compress(body, 6))


def first_view(page: Page, address: str) -> dict[str, int]:
    """Every file that a first visit asks for before anything is pressed, with its compressed size in bytes."""
    sizes: dict[str, int] = {}

    def came(response: Response) -> None:
        body = response.body()
        sizes[response.url] = len(body) if response.url.endswith(PACKED) else compressed(body)

    page.on("response", came)
    first_asked(page, address)
    page.remove_listener("response", came)
    return sizes


def first_asked(page: Page, address: str) -> set[str]:
    """The address of every file that a first visit asks for before anything is pressed.

    What the page loaded before is fetched again, so that one tab can be asked about one address after another.
    """
    asked: set[str] = set()

    def asks(request: Request) -> None:
        asked.add(request.url)

    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    page.on("request", asks)
    page.goto(address, wait_until="networkidle")
    page.remove_listener("request", asks)
    session.detach()
    return asked


def too_heavy(files: dict[str, int], own_site: str) -> list[str]:
    """What is wrong with a first view, in words."""
    problems = [f"{url} is of another site" for url in files if not url.startswith(own_site)]
    if len(files) > MOST_FILES:
        problems.append(f"{len(files)} files")
    if sum(files.values()) > MOST_BYTES:
        problems.append(f"{sum(files.values())} bytes")
    return problems
