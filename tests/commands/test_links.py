"""No link of the site is broken, under a sub-path; and a broken one would be found."""

from __future__ import annotations

import shutil
import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from macros.commands.links_external import dead, outside, report
from macros.quality.link_check import check
from tests.conftest import Built


def test_no_link_is_broken(built: Built) -> None:
    fine, report = check(built.site)

    assert fine, report
    assert "links in" in report  # it did look


PLANTED = {
    "missing/": '<a href="{}">x</a>',
    "#missing": '<a href="{}">x</a>',
    "/outside-the-sub-path/": '<a href="{}">x</a>',
    "downloads/missing.pdf": '<a href="{}">x</a>',
    "b/#lost": '<a href="{}">x</a>',
    "missing.png": '<img src="{}" alt="">',
    "missing-2.png": '<img src="found.png" srcset="{} 2x" alt="">',
    "missing.js": '<script src="{}"></script>',
    "missing.css": '<link rel="stylesheet" href="{}">',
    "moved-away/": '<meta http-equiv="refresh" content="5; url={}">',
}
SOUND = """<a href="b/#there">x</a><a href="b/#it%20is&amp;was">x</a><a href="https://outside.example/">x</a>
  <a href="mailto:a@b.example">x</a><img src="found.png" alt=""><a href="b/">again</a><a href="./b/">again</a>"""


@pytest.mark.usefixtures("programs")
def test_each_planted_broken_link_is_found_and_no_sound_one(tmp_path: Path) -> None:
    site, head = tmp_path / "site", "<!doctype html><html lang='en'><head><title>A</title></head><body>"
    (site / "b").mkdir(parents=True)
    (site / "edition.json").write_text('{"address": "https://x.example/toolkit/"}', "utf-8")
    (site / "404.html").write_text(head, "utf-8")
    (site / "found.png").write_bytes(b"x")
    (site / "index.html").write_text(head + SOUND, "utf-8")
    (site / "b/index.html").write_text(f"{head}<p id='there'><p id='it is&was'>{'x' * 2_000_000}", "utf-8")
    assert check(site)[0], "the sound links alone are well"
    planted = "".join(html.format(link) for link, html in PLANTED.items())
    (site / "index.html").write_text(head + SOUND + planted, "utf-8")
    # On a page so large that LinkChecker would not look into it.
    (site / "b/index.html").write_text(f"{head}{'x' * 2_000_000}<p id='there'><a id='it is&was' href='gone/'>", "utf-8")

    fine, report = check(site)

    assert not fine
    lines = [line.split(maxsplit=1)[1].strip("`'") for line in report.splitlines() if line.startswith("URL  ")]
    assert sorted(lines) == sorted([*PLANTED, "gone/"])


class Outside(BaseHTTPRequestHandler):
    """A server outside the site: an address answers with its own number; ``/once`` fails the first time it is asked."""

    asked: ClassVar[Counter[str]] = Counter()

    def do_GET(self) -> None:
        self.asked[self.path] += 1
        name = self.path.strip("/")
        code = int(name) if name.isdigit() else 200
        if name == "once" and self.asked[self.path] == 1:
            code = 503
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.end_headers()

    do_HEAD = do_GET  # noqa: N815 - the name that the standard library calls

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def elsewhere() -> Iterator[str]:
    Outside.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Outside)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.usefixtures("programs")
def test_outside_addresses_are_dead_only_when_they_fail_twice(elsewhere: str) -> None:
    gone = dead([elsewhere + name for name in ("200", "403", "429", "404", "500", "once")], pause=0.1)

    assert {address.removeprefix(elsewhere) for address in gone} == {"404", "500"}
    assert Outside.asked["/once"] == 2


@pytest.mark.usefixtures("programs")
def test_the_report_says_what_failed_and_where_it_stands(built: Built, tmp_path: Path) -> None:
    for page in ("about", "print_page"):
        shutil.copytree(built.site / page, tmp_path / page)
    links = outside(tmp_path)
    model = "https://digitalinclusionkit.org/model/"
    assert "about/" in links[model] and "print_page/" not in links[model]

    outcome = report(links, {model: "404 Not Found"})

    assert model in outcome and "404 Not Found" in outcome and "about/" in outcome
    assert "All" in report(links, {})
