"""The ready .zip works on Apache and nginx, under a sub-path, and from a folder; IIS is told all that it must know."""

from __future__ import annotations

import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from lxml import etree
from playwright.sync_api import Browser, expect

from macros.commands import zip as command
from macros.content.library import Library
from macros.publishing.offline import site_content
from macros.publishing.post_build import IN_FOLDER, read_by_scripts
from macros.publishing.ready_zip import ready_files
from macros.rendering.server_files import TYPES
from tests.support.builds import ADDRESS, Built
from tests.support.contexts import context_of
from tests.support.web_servers import SERVERS, is_there, serving

PATH = urlsplit(ADDRESS).path
# What a browser refuses or shows as text where a server says another kind; of the rest it makes a download.
MUST_BE_RIGHT = (".html", ".css", ".js", ".svg", ".woff2")


@pytest.fixture(scope="module")
def files(quick: Built, library: Library) -> dict[str, bytes]:
    script = IN_FOLDER.read_text("utf-8")
    return ready_files(quick.site, site_content(quick.site), script, read_by_scripts(library), ADDRESS)


@pytest.fixture(scope="module")
def folder(files: dict[str, bytes]) -> Iterator[Path]:
    """The files where a web server's own user may read them."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        for path, content in files.items():
            file = Path(place, "www", path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        yield Path(place, "www")


@pytest.fixture(scope="module", params=SERVERS)
def server(request: pytest.FixtureRequest, folder: Path) -> Iterator[tuple[str, str]]:
    """The server's name, and the address at which it serves the files."""
    if not is_there(request.param):
        pytest.skip(f"{request.param} is not installed")
    run = folder.parent / request.param
    run.mkdir()
    with serving(request.param, folder, PATH, run) as address:
        yield request.param, address


def answer(address: str) -> tuple[int, str, bytes]:
    """The status, the kind and the content of what is at ``address``."""
    try:
        with urllib.request.urlopen(address, timeout=20) as got:
            return got.status, got.headers.get_content_type(), got.read()
    except urllib.error.HTTPError as got:
        return got.code, got.headers.get_content_type(), got.read()


def endings(files: dict[str, bytes]) -> dict[str, str]:
    """A file for each ending."""
    return {Path(path).suffix: path for path in files if Path(path).suffix and not path.startswith((".", "web."))}


@pytest.mark.usefixtures("programs")
def test_a_server_sends_every_kind_of_file_as_what_it_is(server: tuple[str, str], files: dict[str, bytes]) -> None:
    name, address = server
    for ending, path in endings(files).items():
        status, kind, content = answer(address + path)
        assert (status, content) == (200, files[path]), (name, path)
        if ending in MUST_BE_RIGHT or name == "apache2":
            assert kind.replace("application/java", "text/java") == TYPES[ending], (name, path)


@pytest.mark.usefixtures("programs")
def test_an_address_of_a_folder_is_its_page_and_one_that_is_not_there_has_a_page_of_ours(
    server: tuple[str, str], files: dict[str, bytes]
) -> None:
    _, address = server

    assert answer(f"{address}focus/")[2] == files["focus/index.html"]
    assert answer(address)[2] == files["index.html"]
    for lost in ("no-such-page/", "focus/lost/deep.html", "lost.pdf"):
        status, kind, content = answer(address + lost)
        assert (status, kind, content) == (404, "text/html", files["404.html"]), lost


def test_search_links_and_styles_work_on_a_server(browser: Browser, server: tuple[str, str]) -> None:
    failed: list[str] = []
    with context_of(browser, own=True) as context:
        page = context.new_page()
        page.on("console", lambda line: failed.append(line.text) if line.type == "error" else None)
        page.on("requestfailed", lambda request: failed.append(request.url))
        page.goto(server[1], wait_until="networkidle")
        page.locator("[data-search-open]").first.click()
        page.locator("dialog input").fill("stakeholder mapping")
        page.locator(".search__result a").first.click()

        expect(page.locator("h1")).to_have_text("Find the key partners")
    assert failed == []


def test_the_same_files_open_from_a_folder(browser: Browser, folder: Path) -> None:
    with context_of(browser, own=True, offline=True) as context:
        page = context.new_page()
        page.goto((folder / "index.html").as_uri())
        page.locator("[data-search-open]").first.click()
        page.locator("dialog input").fill("stakeholder mapping")
        page.locator(".search__result a").first.click()

        expect(page.locator("h1")).to_have_text("Find the key partners")


def settings_for_iis(files: dict[str, bytes]) -> Any:
    return etree.fromstring(files["web.config"], etree.XMLParser(resolve_entities=False))


def test_iis_knows_every_kind_of_file_and_the_page_for_wrong_addresses(files: dict[str, bytes]) -> None:
    server = settings_for_iis(files).find("system.webServer")
    maps = {entry.get("fileExtension"): entry.get("mimeType") for entry in server.iterfind("staticContent/mimeMap")}
    removed = [entry.get("fileExtension") for entry in server.iterfind("staticContent/remove")]

    assert maps == TYPES and removed == list(maps)  # one that the server knows already would be told twice
    assert set(endings(files)) <= set(maps)
    assert [entry.get("path") for entry in server.iterfind("httpErrors/error")] == ["404.html"] and "404.html" in files
    assert [entry.get("value") for entry in server.iterfind("defaultDocument/files/add")] == ["index.html"]


def test_every_file_has_an_ending_or_is_a_licence(files: dict[str, bytes]) -> None:
    bare = {path for path in files if not Path(path).suffix}

    assert {path.rsplit("/", 1)[-1] for path in bare} == {".htaccess", "LICENSE"}


@pytest.mark.parametrize(
    ("url", "line"),
    [
        ("https://anytown.example/help/digital/", "ErrorDocument 404 /help/digital/404.html"),
        ("https://anytown.example", "ErrorDocument 404 /404.html"),
        ("", ""),
        ('https://anytown.example/a"\nSetHandler x/', ""),
    ],
)
def test_apache_is_told_where_its_page_for_wrong_addresses_is(tmp_path: Path, url: str, line: str) -> None:
    text = ready_files(tmp_path, {}, "", set(), url)[".htaccess"].decode()

    assert [
        directive for directive in text.splitlines() if "ErrorDocument" in directive or "SetHandler" in directive
    ] == ([line] if line else [])


def test_without_one_built_edition_the_command_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Exception, match=r"make zip EDITION=plymouth"):
        command.main(tmp_path)
