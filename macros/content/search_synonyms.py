"""The words by which officers look for a page that says it otherwise: ``templates/search.yml``."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from macros.content.customisation.overlay import OverlayFile, find_lists
from macros.content.redirects import Redirects
from macros.core.parsed_files import ParsedFiles
from macros.core.parsing import ParsedFile
from macros.core.problems import Problem
from macros.core.suggestions import near
from macros.core.validation import StrictModel, validate
from macros.models.texts import Words

SEARCH_WORDS = "templates/search.yml"
Kind = Literal["stage", "step", "worksheet", "situation", "paper", "term", "case", "page"]


class SearchWords(StrictModel):
    """``pages``: other words for a page, by its path in docs/. ``ignore``: words that say nothing of what is meant.

    ``same``: groups of words for one thing, of which any finds the others. ``kinds``: words for all pages of a kind.
    ``last``: pages, or folders that end in a slash, that come after others that have the same words.
    """

    ignore: list[Words] = Field(default_factory=list)
    same: list[list[Words]] = Field(default_factory=list)
    kinds: dict[Kind, list[Words]] = Field(default_factory=dict)
    last: list[Words] = Field(default_factory=list)
    pages: dict[Words, list[Words]] = Field(default_factory=dict)


@dataclass(frozen=True)
class SearchFile:
    """One file of such words: where it was found, as it was read, and what it says."""

    written: OverlayFile
    source: ParsedFile
    words: SearchWords

    def today(self, redirects: Redirects) -> Iterator[tuple[str, str, list[str]]]:
        """Each page as the file names it, where it is today, and its words.

        Words of an edition for a page that is gone are passed over, like its note.
        """
        for path, words in self.words.pages.items():
            now = redirects.now(path) if self.written.own else path
            if now:
                yield path, now, words


def load_search_words(files: ParsedFiles, slug: str) -> list[SearchFile]:
    """The toolkit's file, and that of edition ``slug`` where it has one. Raises :class:`ContentError`."""
    return [
        SearchFile(written, source := files.yaml(written.file), validate(SearchWords, source))
        for written in find_lists(files, slug, SEARCH_WORDS)
    ]


def search_problems(loaded: list[SearchFile], known: Collection[str], redirects: Redirects) -> list[Problem]:
    """Words for a page that does not exist; ``known`` are the paths of all pages, written and made."""
    folders = {f"{path.rpartition('/')[0]}/" for path in known}
    problems = [
        Problem(
            entry.written.file,
            entry.source.line(("pages", path)),
            f"There is no page, worksheet, paper or pack {path}.",
            near(path, known),
        )
        for entry in loaded
        for path, now, _ in entry.today(redirects)
        if now not in known
    ]
    return problems + [
        Problem(
            entry.written.file,
            entry.source.line(("last", at)),
            f"There is no page or folder {path}.",
            near(path, known),
        )
        for entry in loaded
        for at, path in enumerate(entry.words.last)
        if path not in known and path not in folders
    ]


def merged_search_words(loaded: list[SearchFile], redirects: Redirects) -> SearchWords:
    """All words in one: those of an edition are added to the toolkit's, and never take their place."""
    pages: dict[str, list[str]] = {}
    for entry in loaded:
        for _, now, words in entry.today(redirects):
            pages.setdefault(now, []).extend(words)
    kinds: dict[Kind, list[str]] = {}
    for entry in loaded:
        for kind, words in entry.words.kinds.items():
            kinds.setdefault(kind, []).extend(words)
    return SearchWords(
        ignore=[word for entry in loaded for word in entry.words.ignore],
        same=[group for entry in loaded for group in entry.words.same],
        kinds=kinds,
        last=[path for entry in loaded for path in entry.words.last],
        pages=pages,
    )
