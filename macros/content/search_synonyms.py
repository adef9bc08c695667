"""The words by which officers look for a page that says it otherwise: ``templates/search.yml``."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from macros.content.cross_references import near
from macros.content.customisation.overlay import find_lists
from macros.content.redirects import read_redirects
from macros.core.parsing import read_yaml
from macros.core.problems import ContentError, Problem
from macros.core.validation import StrictModel, validate
from macros.models.fields import Words

FILE = "templates/search.yml"
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


def read_search_words(root: Path, slug: str, parts: dict[str, Any]) -> SearchWords:
    """The toolkit's words, with those of edition ``slug`` added to them.

    ``parts`` is what was read so far, by the names of :class:`macros.content.library.Library`. Raises
    :class:`macros.core.problems.ContentError` for a page that does not exist.
    """
    known = [*parts["front_matters"], *(f"worksheets/{one}.md" for one in parts["worksheets"])]
    known += [f"pick/{one}.md" for one in parts["packs"]] + [f"papers/{one}.md" for one in parts["papers"]]
    folders = {f"{path.rpartition('/')[0]}/" for path in known}
    all_words = SearchWords()
    problems: list[Problem] = []
    for written in find_lists(root, slug, FILE):
        source = read_yaml(written.path, written.file)
        one = validate(SearchWords, source)
        all_words.ignore.extend(one.ignore)
        all_words.same.extend(one.same)
        all_words.last.extend(one.last)
        for kind, words in one.kinds.items():
            all_words.kinds.setdefault(kind, []).extend(words)
        for number, path in enumerate(one.last):
            if path not in known and path not in folders:
                message = f"There is no page or folder {path}."
                problems.append(Problem(written.file, source.line(("last", number)), message, near(path, known)))
        for path, words in one.pages.items():
            today = read_redirects(root).now(path) if written.own else path
            if today and today in known:
                all_words.pages.setdefault(today, []).extend(words)
            elif today:  # words of an edition for a page that is gone are passed over, like its note
                message = f"There is no page, worksheet, paper or pack {path}."
                problems.append(Problem(written.file, source.line(("pages", path)), message, near(path, known)))
    if problems:
        raise ContentError(problems)
    return all_words
