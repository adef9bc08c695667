"""What is asked of other websites, and no more than that: never by a build, only by commands that a person starts."""

from __future__ import annotations

import urllib.request
from collections.abc import Callable

LARGEST_ANSWER = 1_000_000  # bytes
SECONDS = 30

Fetch = Callable[[str], bytes]


def fetch(url: str) -> bytes:
    """The first :data:`LARGEST_ANSWER` bytes that an address answers.

    Raises ``OSError`` where there is no answer, or it is no web address with https.
    """
    if not url.startswith("https://"):
        raise OSError("only addresses with https:// are asked")
    with urllib.request.urlopen(url, timeout=SECONDS) as answer:  # noqa: S310 - https alone, see above
        return bytes(answer.read(LARGEST_ANSWER))
