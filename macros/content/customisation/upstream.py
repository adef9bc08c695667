"""Where the toolkit's own text can be read, for a page that an edition replaced or left out."""

from __future__ import annotations

from urllib.parse import quote

from macros.content.customisation.selection import UPSTREAM
from macros.content.editions import read_edition
from macros.core.github import in_repository
from macros.core.parsed_files import ParsedFiles
from macros.core.problems import ContentError
from macros.models.editions import Edition, Site


def upstream_site(files: ParsedFiles) -> Site:
    """Where the toolkit itself is published and kept, as its own edition says. Empty where it does not say it."""
    try:
        return read_edition(files, UPSTREAM).site
    except ContentError:  # a fork may have dropped that folder; its own build reports what is wrong in it
        return Site()


def original_address(edition: Edition, upstream: Site, file: str, address: str) -> str:
    """The address of the original: its page on the toolkit's site, else its file on GitHub, else nothing.

    ``file`` is the toolkit's file, such as docs/roles.md, and ``address`` the page's address inside a site.
    """
    if edition.slug != UPSTREAM and upstream.url:
        return f"{upstream.url.rstrip('/')}/{address}"
    homes = (upstream.repository, edition.site.repository)  # a fork holds the toolkit's files too
    return next(filter(None, (in_repository(home, "blob", f"/{quote(file)}") for home in homes)), "")
