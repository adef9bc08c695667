"""The whole site in one .zip for web space: what a web server needs, and pages that also open from a folder.

It is the site of :mod:`macros.publishing.offline` with what that leaves out because only a server needs it: the page
for addresses that are not there, the list of pages for search engines, the files that scripts fetch, and a file of
settings for each of the servers that councils use most.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from macros.publishing.offline import SEARCH, folder_files
from macros.rendering.server_files import server_files

FOR_SERVERS = ("404.html", "sitemap.xml", "sitemap.xml.gz")


def ready_files(
    site: Path, content: Mapping[str, bytes], script: str, read_by_scripts: Collection[str], url: str
) -> dict[str, bytes]:
    """Every file by its path, of the built ``site`` and its ``content``, ready for a web server and for a folder.

    ``content``, ``script`` and ``read_by_scripts`` are as :mod:`macros.publishing.offline` has them. ``url`` is the
    address at which the site will be; where it is not known, Apache answers a wrong address with a page of its own.
    """
    return {
        **{path: text.encode() for path, text in server_files(url).items()},
        **folder_files(content, script, read_by_scripts),
        **{path: part for path, part in content.items() if path.startswith(SEARCH)},  # servers send it as it is
        **{name: (site / name).read_bytes() for name in FOR_SERVERS if (site / name).is_file()},
    }
