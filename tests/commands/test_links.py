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

pytestmark = pytest.mark.usefixtures("programs")


def test_no_link_is_broken(built: Built) -> None:
    fine, report = check(built.site)

    assert fine, report
    assert "links in" in report  # it did look


def test_planted_broken_links_are_found(tmp_path: Path) -> None:
    page = "<!doctype html><html lang='en'><head><title>A</title></head><body>{}</body></html>"
    for link in ("missing/", "#missing", "/outside-the-sub-path/", "downloads/missing.pdf"):
        shutil.rmtree(tmp_path / "site", ignore_errors=True)
        (tmp_path / "site").mkdir()
        (tmp_path / "site" / "edition.json").write_text('{"address": "https://x.example/toolkit/"}', "utf-8")
        (tmp_path / "site" / "404.html").write_text(page.format("lost"), "utf-8")
        (tmp_path / "site" / "index.html").write_text(page.format(f"<a href='{link}'>x</a>"), "utf-8")

        fine, report = check(tmp_path / "site")

        assert not fine, (link, report)


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


def test_outside_addresses_are_dead_only_when_they_fail_twice(elsewhere: str) -> None:
    gone = dead([elsewhere + name for name in ("200", "403", "429", "404", "500", "once")], pause=0.1)

    assert {address.removeprefix(elsewhere) for address in gone} == {"404", "500"}
    assert Outside.asked["/once"] == 2


def test_the_report_says_what_failed_and_where_it_stands(built: Built) -> None:
    found = outside(built.site)
    model = "https://digitalinclusionkit.org/model/"
    assert "about/" in found[model] and "print_page/" not in found[model]

    told = report(found, {model: "404 Not Found"})

    assert model in told and "404 Not Found" in told and "about/" in told
    assert "All" in report(found, {})
