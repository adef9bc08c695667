"""The whole site in one .zip, for a reader who has no network: unpacked, it opens from its folder.

A browser treats such pages more strictly than those of a website. An address does not lead to a folder's
``index.html``, and no script may fetch a file or load a module. So each link names its file; and each file that a
script may want has a twin, a script that hands it over (see ``overrides/assets/js/shared/site-files.js``).
"""

from __future__ import annotations

import base64
import json
import re
from datetime import date
from pathlib import Path

from macros.core.archives import bundle
from macros.documents.store import Documents
from macros.rendering.views import render

# A web server or a program reads these; the last holds what the folder has one by one.
NOT_OFFLINE = ("404.html", "edition.json", "sitemap.xml", "sitemap.xml.gz", Documents.bundle_url)
NO_TWIN = ("print_page/index.html",)  # no script wants it
INDEX = "search/search_index.json"
FILES = "downloads/worksheets/"  # what pick and mix puts into a .zip, and what Word answers are written into
LINK = re.compile(r'(\s(?:href|action)="|<meta http-equiv="refresh" content="\d+; url=)([^"]*)"')
ONLINE = re.compile(r"<!--online-->.*?<!--/online-->\n?", re.DOTALL)  # what has no place in a folder: other archives
PRELOAD = re.compile(r'<link\b[^>]*rel="preload"[^>]*>\n?')
SCRIPT = "assets/js/entries/in-folder.js"


def offline(site: Path, script: str, folder: str, read_me: tuple[str, str], day: date) -> bytes:
    """The .zip of the built ``site``: everything in one ``folder``.

    ``script`` is the one that only pages in a folder have: it leads the addresses that scripts make to their files.
    ``read_me`` is the name and text of the file that says how to begin.
    """
    files: dict[str, bytes] = {read_me[0]: read_me[1].encode(), SCRIPT: script.encode()}
    for file in sorted(one for one in site.rglob("*") if one.is_file()):
        path = file.relative_to(site).as_posix()
        if path in NOT_OFFLINE:
            continue
        content = file.read_bytes()
        if path == INDEX:
            files[f"{path}.js"] = _handing_over(content.decode())
        elif path.endswith(".html"):
            files[path] = in_folder(content.decode(), path).encode()
            if path not in NO_TWIN:
                files[f"{path}.js"] = _handing_over(content.decode())
        else:
            files[path] = content
            if path.startswith(FILES):
                files[f"{path}.js"] = _handing_over(base64.b64encode(content).decode())
    return bundle({f"{folder}/{path}": content for path, content in files.items()}, day)


def in_folder(html: str, path: str) -> str:
    """A page at ``path`` as it works without a server: every link within the site names a file."""
    root = "../" * path.count("/")
    html = LINK.sub(lambda found: f'{found[1]}{_to_file(found[2])}"', PRELOAD.sub("", ONLINE.sub("", html)))
    script = render("theme/in-folder-script.html", url=f"{root}{SCRIPT}")
    return html.replace("</head>", f"{script}\n</head>", 1)


def _to_file(address: str) -> str:
    """``../focus/#top`` as ``../focus/index.html#top``; other sites, places on the page and files stay as they are."""
    at = re.search(r"[?#]|$", address)
    assert at, address  # the end always matches
    path, rest = address[: at.start()], address[at.start() :]
    if not path or re.match(r"[a-z][a-z+.-]*:|//", path):
        return address
    if path in (".", "..") or path.endswith(("/", "/.", "/..")):
        return f"{path.removesuffix('/')}/index.html{rest}"
    return address


def _handing_over(content: str) -> bytes:
    """A twin: it hands ``content`` to the script element that asked for it."""
    return f"document.currentScript.handOver({json.dumps(content)});\n".encode()
