"""The whole site in one .zip for web space: what a web server needs, and pages that also open from a folder.

It is the site of :mod:`macros.publishing.offline` with what that leaves out because only a server needs it: the page
for addresses that are not there, the list of pages for search engines, the files that scripts fetch, and a file of
settings for each of the servers that councils use most.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from macros.publishing.offline import SEARCH, folder_files
from macros.rendering.views import render

# What a server says of a file by its ending. Older servers know only some of them, and IIS refuses to send the others.
TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".xml": "application/xml",
    ".txt": "text/plain",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".ics": "text/calendar",
    ".csv": "text/csv",
    ".pdf": "application/pdf",
    ".epub": "application/epub+zip",
    ".zip": "application/zip",
    ".gz": "application/gzip",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odp": "application/vnd.oasis.opendocument.presentation",
}
FOR_SERVERS = ("404.html", "sitemap.xml", "sitemap.xml.gz")
ROOT = re.compile(r"[\w./~-]*")  # what a path in a server's settings may hold


def ready_files(
    site: Path, content: Mapping[str, bytes], script: str, read_by_scripts: Collection[str], url: str
) -> dict[str, bytes]:
    """Every file by its path, of the built ``site`` and its ``content``, ready for a web server and for a folder.

    ``content``, ``script`` and ``read_by_scripts`` are as :mod:`macros.publishing.offline` has them. ``url`` is the
    address at which the site will be; where it is not known, Apache answers a wrong address with a page of its own.
    """
    root = urlsplit(url).path.rstrip("/") + "/" if url else ""
    view = {"types": sorted(TYPES.items()), "root": root if ROOT.fullmatch(root) else ""}
    return {
        "web.config": render("servers/web-config.xml", **view).encode(),
        ".htaccess": render("servers/htaccess.txt", **view).encode(),
        **folder_files(content, script, read_by_scripts),
        **{path: part for path, part in content.items() if path.startswith(SEARCH)},  # servers send it as it is
        **{name: (site / name).read_bytes() for name in FOR_SERVERS if (site / name).is_file()},
    }
