"""Addresses of emails and phones in the pages of a built site, read as a mail program reads them.

LinkChecker takes an ampersand in the words of an email, such as a council's name, for the end of a value, and calls the
link wrong. So it is told to pass over these, and they are checked here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

MAIL_LINK = re.compile(r"""\bhref\s*=\s*(["'])((?:mailto|tel):.*?)\1""", re.IGNORECASE | re.DOTALL)
EMAIL = re.compile(r"[^@\s<>()\[\],;:\\\"]+@[^@\s<>()\[\],;:\\\"]+\.[^@\s<>()\[\],;:\\\".]+")
PHONE = re.compile(r"\+?[\d().-]{3,}")


def unusable(url: str) -> bool:
    """Whether nobody can write to or ring ``url``, which begins with mailto: or tel:.

    An email that somebody sends on has no address yet, only words: it begins with a question mark.
    """
    parts = urlsplit(url)
    written = unquote(parts.path)
    if parts.scheme == "tel":
        return not PHONE.fullmatch(written)
    addresses = [address.strip() for address in written.split(",")]
    return bool(written or not parts.query) and not all(EMAIL.fullmatch(address) for address in addresses)


def wrong_mail_links(site: Path) -> Iterator[tuple[str, str]]:
    """Each page of ``site``, as an address from its top, with a link in it that nobody can use, in order."""
    for page in sorted(site.rglob("*.html")):
        text = page.read_text("utf-8")
        for url in sorted({unescape(match[2]) for match in MAIL_LINK.finditer(text)}):
            if unusable(url):
                address = page.relative_to(site).as_posix()
                yield "/" + re.sub(r"(^|/)index\.html$", r"\1", address), url
