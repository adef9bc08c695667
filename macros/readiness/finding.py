"""One thing that stands between an edition and its launch, or that is well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Level = Literal["stop", "look", "fine"]
LEVELS: tuple[Level, ...] = ("stop", "look", "fine")


@dataclass(frozen=True)
class Finding:
    """What was found, where, and what to do about it; ``detail`` may hold lines to look at, such as what changed.

    "stop" stops the publication, "look" asks a person to decide, and "fine" says what was checked and is well.
    """

    level: Level
    what: str
    where: str = ""
    fix: str = ""
    detail: tuple[str, ...] = ()


class Teller:
    """Makes findings whose words stand in the strings, under ``check.items``."""

    def __init__(self, strings: dict[str, Any]) -> None:
        self._items = strings["check"]["items"]

    def __call__(
        self, level: Level, item: str, where: str = "", detail: tuple[str, ...] = (), **values: object
    ) -> Finding:
        """A finding in the words of ``item``, with ``values`` filled in. Raises KeyError for an item without words."""
        words = self._items[item]
        return Finding(level, words["what"].format(**values), where, words.get("fix", "").format(**values), detail)
