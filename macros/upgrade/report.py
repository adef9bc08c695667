"""What an officer reads about a new version: one text in Markdown, for an issue or a terminal."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from macros.content.changelog import Line, Version
from macros.rendering.views import render
from macros.upgrade.compare import Look

RELATIVE_LINK = re.compile(r"\]\((?!https?://)([^)\s]+)\)")


@dataclass(frozen=True)
class Edition:
    """One edition of this fork: its folder, its name, what it leaves out and rewrites, and what it must look at."""

    slug: str
    council: str
    hidden: set[str]
    replaced: set[str]
    looks: list[Look]


@dataclass(frozen=True)
class Report:
    """A fork against the toolkit. ``page`` is the toolkit's address on GitHub; it may be empty.

    ``edited`` are files of the toolkit that were changed here, and whether the toolkit had each at ``base``, where the
    two parted; ``conflicts`` are those over which a merge would stop.
    """

    have: Version
    newer: list[Version]
    editions: list[Edition]
    edited: dict[str, bool]
    conflicts: list[str]
    page: str = ""
    base: str = ""

    @property
    def quiet(self) -> bool:
        """Whether there is nothing to say: no new version, and nothing to decide."""
        return not (self.newer or any(edition.looks for edition in self.editions))

    def markdown(self, words: dict[str, Any]) -> str:
        """The whole text; ``words`` are the strings under ``updates``."""
        return (
            render(
                "upgrade/updates.md",
                t=_plain(words),
                report=self,
                newest=self.newer[0] if self.newer else self.have,
                versions=[self._version(version, words) for version in self.newer],
                editions=[
                    {"council": Markup(edition.council), "looks": [self._look(look, words) for look in edition.looks]}  # noqa: S704
                    for edition in self.editions
                ],
                edited=[self._edited(path, words) for path in self.edited],
                conflicts=[Markup(f"`{path}`") for path in self.conflicts],  # noqa: S704
            )
            + "\n"
        )

    def _version(self, version: Version, words: dict[str, Any]) -> dict[str, Any]:
        kept = [line for line in version.lines if not self._left_out(line)]
        return {
            "number": version.number,
            "date": f"{version.day.day} {version.day:%B %Y}",
            "lead": Markup(version.lead),  # noqa: S704
            "steps": [self._line(line, words) for line in kept if line.pages],
            "also": [self._line(line, words) for line in kept if not line.pages],
        }

    def _left_out(self, line: Line) -> bool:
        """Whether a line is only about pages that every edition here leaves out."""
        return bool(line.pages and self.editions) and all(
            page in edition.hidden for edition in self.editions for page in line.pages
        )

    def _line(self, line: Line, words: dict[str, Any]) -> Markup:
        is_replaced = any(page in edition.replaced for edition in self.editions for page in line.pages)
        text = (
            RELATIVE_LINK.sub(lambda link: f"]({self._address(link[1])})", line.text)
            if self.page
            else _unlinked(line.text)
        )
        return Markup(f"{text} {words['own_version']}" if is_replaced else text)  # noqa: S704

    def _look(self, look: Look, words: dict[str, Any]) -> Markup:
        named = {"file": f"`{look.file}`", "original": self._file(look.original), "now": look.now}
        to = self._file(look.to) if look.to.startswith(("docs/", "templates/")) else f"`{look.to}`"
        return Markup(words["looks"][look.kind].format(**named, to=to, what=f"`{look.what}`", said=look.message))  # noqa: S704

    def _edited(self, path: str, words: dict[str, Any]) -> Markup:
        url = f"{self.page}/blob/{self.base}/{quote(path)}?plain=1"
        kind = "edited_both" if not self.edited[path] else "edited_file" if self.page else "edited_plain"
        return Markup(words[kind].format(file=f"`{path}`", url=url))  # noqa: S704

    def _file(self, path: str) -> str:
        return f"[`{path}`]({self._address(path)})" if self.page and path else f"`{path}`"

    def _address(self, path: str) -> str:
        return f"{self.page}/blob/HEAD/{quote(path, safe='/#')}"


def _plain(words: Any) -> Any:
    """The strings as they are: this is Markdown, and not HTML to be escaped."""
    if isinstance(words, dict):
        return {key: _plain(word) for key, word in words.items()}
    if isinstance(words, list):
        return [_plain(word) for word in words]
    return Markup(words)  # noqa: S704


def _unlinked(text: str) -> str:
    return re.sub(r"\[([^\]]+)\]\((?!https?://)[^)]+\)", r"\1", text)
