"""The words by which officers look for a page that says it otherwise: ``templates/search.yml``."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from pydantic import Field

from macros.content.customisation.overlay import OverlayFile, find_lists
from macros.content.redirects import Redirects
from macros.core.parsed_files import ParsedFiles
from macros.core.parsing import ParsedFile
from macros.core.problems import Problem
from macros.core.suggestions import near
from macros.core.validation import StrictModel, validate
from macros.models.fields import Words

SEARCH_WORDS = "templates/search.yml"


class SearchWords(StrictModel):
    """``pages``: other words for a page, by its path in docs/. ``ignore``: words that say nothing of what is meant."""

    ignore: list[Words] = Field(default_factory=list)
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
    return [
        Problem(
            one.written.file,
            one.source.line(("pages", path)),
            f"There is no page, worksheet or pack {path}.",
            near(path, known),
        )
        for one in loaded
        for path, now, _ in one.today(redirects)
        if now not in known
    ]


def merged_search_words(loaded: list[SearchFile], redirects: Redirects) -> SearchWords:
    """All words in one: those of an edition are added to the toolkit's, and never take their place."""
    pages: dict[str, list[str]] = {}
    for one in loaded:
        for _, now, words in one.today(redirects):
            pages.setdefault(now, []).extend(words)
    return SearchWords(ignore=[word for one in loaded for word in one.words.ignore], pages=pages)
