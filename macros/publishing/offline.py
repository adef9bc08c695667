"""The whole site in one .zip, for a reader who has no network: unpacked, it opens from its folder.

A browser treats such pages more strictly than those of a website. An address does not lead to a folder's
``index.html``, and no script may fetch a file or load a module. So each link names its file; and each file that a
script may want has a twin, a script that hands it over (see ``overrides/assets/js/shared/site-files.js``).
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path

from macros.core.archives import bundle
from macros.documents.outputs import url_of
from macros.rendering.views import render

# A web server or a program reads these; the last two hold what the folder has one by one.
NOT_OFFLINE = (
    *("404.html", url_of("manifest"), "sitemap.xml", "sitemap.xml.gz"),
    *(url_of("worksheets_zip"), url_of("papers_zip"), url_of("offline")),
)
SEARCH = "search/"  # its index, which only scripts read
# What pick and mix puts into a .zip, and what answers are written into.
OPTIONAL_FILES = ("downloads/worksheets/", "downloads/papers/", "downloads/project.", "downloads/project-")
LINK_IN_HTML = re.compile(r'(\s(?:href|action)="|<meta http-equiv="refresh" content="\d+; url=)([^"]*)"')
# What has no place in a folder: other archives.
ONLINE_ONLY = re.compile(r"<!--online-->.*?<!--/online-->\n?", re.DOTALL)
PRELOAD = re.compile(r'<link\b[^>]*rel="preload"[^>]*>\n?')
FOLDER_SCRIPT = "assets/js/entries/in-folder.js"


def offline(
    site: Mapping[str, bytes],
    script: str,
    folder: str,
    read_me: tuple[str, str],
    day: date,
    read_by_scripts: Collection[str],
) -> bytes:
    """The .zip of the built ``site``, content by path, which :func:`site_content` gives: everything in one ``folder``.

    ``script`` is the one that only pages in a folder have: it leads the addresses that scripts make to their files.
    ``read_me`` is the name and text of the file that says how to begin. ``read_by_scripts`` are the addresses of the
    pages that scripts of other pages want: only these have twins.
    """
    files = {read_me[0]: read_me[1].encode()} | folder_files(site, script, read_by_scripts)
    return bundle({f"{folder}/{path}": content for path, content in files.items()}, day)


def folder_files(site: Mapping[str, bytes], script: str, read_by_scripts: Collection[str]) -> dict[str, bytes]:
    """Every file of ``site``, by its path, as it works without a server; all three are as :func:`offline` has them."""
    files: dict[str, bytes] = {FOLDER_SCRIPT: script.encode()}
    for path, content in site.items():
        if path.startswith(SEARCH):
            files[f"{path}.js"] = _handing_over(content.decode())
        elif path.endswith(".html"):
            files[path] = in_folder(content.decode(), path).encode()
            if path.removesuffix("index.html") in read_by_scripts:
                files[f"{path}.js"] = _handing_over(content.decode())
        else:
            files[path] = content
            if path.startswith(OPTIONAL_FILES):
                files[f"{path}.js"] = _handing_over(base64.b64encode(content).decode())
    return files


def site_content(site: Path) -> dict[str, bytes]:
    """Every file of the built ``site`` that has a place in the archive, by its path, in order."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    paths = ((file.relative_to(site).as_posix(), file) for file in files)
    return {path: file.read_bytes() for path, file in paths if path not in NOT_OFFLINE}


def in_folder(html: str, path: str) -> str:
    """A page at ``path`` as it works without a server: every link within the site names a file."""
    root = "../" * path.count("/")
    html = LINK_IN_HTML.sub(lambda link: f'{link[1]}{_to_file(link[2])}"', PRELOAD.sub("", ONLINE_ONLY.sub("", html)))
    script = render("theme/in-folder-script.html", url=f"{root}{FOLDER_SCRIPT}")
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
    # Between single quotation marks, since JSON and HTML are full of the others: escaped, the search's index would be a
    # sixth longer.
    text = json.dumps(content, ensure_ascii=False)[1:-1].replace('\\"', '"').replace("'", "\\'")
    return f"document.currentScript.handOver('{text}');\n".encode()
