"""Settings for the web servers that councils use most: the kind of each file, and the page for a wrong address."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

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
ROOT_PATH = re.compile(r"[\w./~-]*")  # what a path in a server's settings may hold


def server_files(url: str) -> dict[str, str]:
    """Text by path in the site, for IIS and Apache. ``url`` is where the site will be; empty where nobody knows."""
    root = urlsplit(url).path.rstrip("/") + "/" if url else ""
    view = {"types": sorted(TYPES.items()), "root": root if ROOT_PATH.fullmatch(root) else ""}
    return {
        "web.config": render("servers/web-config.xml", **view),
        ".htaccess": render("servers/htaccess.txt", **view),
    }
