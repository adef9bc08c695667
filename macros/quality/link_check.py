"""LinkChecker over HTTP, under the sub-path at which the site will be served.

LinkChecker parses a page again for each of its anchors, and the frame of the site stands on every page, so it is given
each page without what it would not look at, and each link once.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
import tempfile
import threading
from functools import partial
from html import escape, unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin

from linkcheck.htmlutil.linkparse import LinkTags
from lxml import etree

from macros.core.html import PARSER, Element
from macros.quality.web_server import Handler, served

SETTINGS = Path(__file__).with_name("linkcheckerrc")
TELLING = {
    "alt",
    "http-equiv",
    "method",
    "rel",
    "scheme",
    "title",
}  # what says whether, and as what, a link is looked at
ONE_ADDRESS = {"href", "src"}  # attributes that hold an address and nothing else
ANCHOR = re.compile(r"""href=["']?[^"'>\s]*#([^"'>\s]+)""")


class LinksOfPages:
    """What LinkChecker has to see of the pages of ``site``: each link once, and each anchor that is linked to."""

    def __init__(self, site: Path) -> None:
        texts = (page.read_text("utf-8") for page in site.rglob("*.html"))
        self._linked = {unquote(unescape(name)) for text in texts for name in ANCHOR.findall(text)}
        self._seen: set[str] = set()
        self._anchors: dict[str, bytes] = {}
        self._lock = threading.Lock()

    def of(self, path: str, html: bytes) -> bytes:
        """What the page at ``path`` has: links and anchors; its anchors alone when it is asked for again."""
        with self._lock:
            if path in self._anchors:
                return self._anchors[path]
            elements = [*etree.fromstring(html, PARSER).iter(etree.Element)]
            anchors = "\n".join(filter(None, map(self._anchor, elements)))
            links = "\n".join(filter(None, (self._link(path, element) for element in elements)))
            self._anchors[path] = f"<!doctype html>\n{anchors}\n".encode()
            return self._anchors[path] + links.encode()

    def _anchor(self, element: Element) -> str:
        names = [element.get(name) for name in ("id", "name") if element.get(name) in self._linked]
        return "".join(f'<i id="{escape(name)}"></i>' for name in names)

    def _link(self, path: str, element: Element) -> str:
        links = {*LinkTags.get(element.tag, ()), *LinkTags[None]} & {*element.attrib}
        if links <= ONE_ADDRESS and all(self._is_known(path, element.get(name)) for name in links):
            return ""
        shown = {name: value for name, value in element.attrib.items() if name in links | TELLING}
        attributes = "".join(f' {name}="{escape(value)}"' for name, value in shown.items())
        words = (
            escape(" ".join("".join(element.itertext()).split())) if element.tag == "a" else ""
        )  # told in the report
        return f"<{element.tag}{attributes}>{words}</{element.tag}>"

    def _is_known(self, path: str, link: str) -> bool:
        """Whether the address to which ``link`` leads from ``path`` was shown before."""
        address = urljoin(f"http://site{path}", link)
        is_known = address in self._seen
        self._seen.add(address)
        return is_known


class PageServer(Handler):
    """Serves pages as LinkChecker has to see them, and all else as it is."""

    def __init__(self, *given: Any, pages: LinksOfPages, **named: Any) -> None:
        self.pages = pages
        super().__init__(*given, **named)

    def send_head(self) -> Any:
        """As always, but a page is made smaller on its way out."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() and self.path.partition("?")[0].endswith("/") else file
        if file.suffix != ".html" or not file.is_file():
            return super().send_head()
        content = self.pages.of(self.path, file.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)


def check(site: Path) -> tuple[bool, str]:
    """Check every link of a built site to a page, 404.html too. Returns whether all is well, and LinkChecker's report.

    Links to an email or a phone are looked at in :mod:`macros.quality.mail_links`.
    """
    with served(site, partial(PageServer, pages=LinksOfPages(site))) as address, tempfile.TemporaryDirectory() as empty:
        command = [
            sys.executable,
            "-m",
            "linkcheck",
            "--config",
            str(SETTINGS),
            "--no-status",
            address,
            address + "404.html",
        ]
        done = subprocess.run(command, capture_output=True, text=True, cwd=empty, check=False)
    return done.returncode == 0, done.stdout + done.stderr
