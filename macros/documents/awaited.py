"""Documents by address, each of which is waited for when somebody first looks at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache


class Awaited(Mapping[str, bytes]):
    """Contents by address. While nobody looks at one, it may still be drawn by another process."""

    def __init__(self) -> None:
        self._waiting: dict[str, Callable[[], bytes]] = {}

    def __getitem__(self, url: str) -> bytes:
        return self._waiting[url]()

    def __contains__(self, url: object) -> bool:
        return url in self._waiting

    def __iter__(self) -> Iterator[str]:
        return iter(self._waiting)

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, url: str, wait: Callable[[], bytes]) -> None:
        """Let ``wait`` be called, once, by who first looks at ``url``."""
        self._waiting[url] = cache(wait)

    def put(self, url: str, content: bytes) -> None:
        """What is at ``url`` is there already."""
        self._waiting[url] = lambda: content
