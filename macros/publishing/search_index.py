"""What the search can find: every page in sections, with what kind of thing each entry is and its other words."""

from __future__ import annotations

import re
from typing import NotRequired, TypedDict

from macros.content.library import Library
from macros.core.urls import address
from macros.models.pages import CaseFrontMatter, StageFrontMatter, StepFrontMatter
from macros.publishing.page_sections import sections

HTML_TAG = re.compile(r"</?[a-zA-Z][^>]*>|<!--.*?-->", re.DOTALL)
GLOSSARY = "glossary/"
PAGE_KINDS: list[tuple[type, str]] = [(StageFrontMatter, "stage"), (StepFrontMatter, "step"), (CaseFrontMatter, "case")]


class SearchEntry(TypedDict):
    """What the search can find: a page, one of its sections (``location`` has an anchor), or a term."""

    location: str
    title: str
    text: str
    kind: str
    aside: NotRequired[bool]  # where something else should come first
    about: NotRequired[str]  # a page's sentence about itself
    also: NotRequired[list[str]]  # other words for a page or a term


def search_index(contents: dict[str, tuple[str, str]], library: Library) -> list[SearchEntry]:
    """The entries of the search, of ``contents``: by address a page's title and its content as HTML.

    Sections follow their page, and terms come last.
    """
    words = library.search_words
    kinds, about = _kinds(library), _about(library)
    also = {address(path): list(others) for path, others in words.pages.items()}
    for name, paper in library.papers.items():
        also.setdefault(f"papers/{name}/", []).append(library.strings["papers"]["kinds"][paper.kind])
    last = {address(path) for path in words.last if not path.endswith("/")}
    folders = tuple(path for path in words.last if path.endswith("/"))
    docs: list[SearchEntry] = []
    for url, (title, html) in contents.items():
        for entry in _entries(url, title, html, kinds.get(url, "page")):
            if url in last or url.startswith(folders):
                entry["aside"] = True
            if entry["location"] == url:
                if url in about:
                    entry["about"] = about[url]
                if url in also:
                    entry["also"] = also[url]
            docs.append(entry)
    if GLOSSARY in contents:
        docs += [
            {
                "location": f"{GLOSSARY}#term-{term.id}",
                "title": term.term,
                "text": term.meaning,
                "kind": "term",
                "also": term.also,
            }
            for term in library.terms
        ]
    return docs


def _entries(url: str, title: str, html: str, kind: str) -> list[SearchEntry]:
    """The page's own entry, then one a section. Words below the page's own title are in the page's own entry."""
    first, *below = sections(html)
    page: SearchEntry = {"location": url, "title": first.title or title, "text": first.text, "kind": kind}
    kept = [page]
    for section in below:
        if section.title == page["title"]:  # some pages have a heading for the words below their title
            page["text"] = f"{page['text']} {section.text}".strip()
        elif section.text or section.title:
            entry: SearchEntry = {
                "location": f"{url}#{section.anchor}",
                "title": section.title,
                "text": section.text,
                "kind": kind,
            }
            if section.aside:
                entry["aside"] = True
            kept.append(entry)
    return kept


def _kinds(library: Library) -> dict[str, str]:
    """The kind of page by its address; one that is none of them is a page."""
    kinds = {
        address(path): kind
        for path, front_matter in library.front_matters.items()
        for model, kind in PAGE_KINDS
        if isinstance(front_matter, model)
    }
    kinds |= {f"worksheets/{worksheet}/": "worksheet" for worksheet in library.worksheets}
    kinds |= {f"papers/{paper}/": "paper" for paper in library.papers}
    return kinds | {f"pick/{pack}/": "situation" for pack in library.packs}


def _about(library: Library) -> dict[str, str]:
    """What a page says of itself in a sentence, by its address."""
    sentences = {
        address(path): front_matter.promise
        if isinstance(front_matter, StageFrontMatter | StepFrontMatter)
        else front_matter.description
        for path, front_matter in library.front_matters.items()
    }
    sentences |= {f"worksheets/{name}/": worksheet.purpose for name, worksheet in library.worksheets.items()}
    sentences |= {f"papers/{name}/": paper.purpose for name, paper in library.papers.items()}
    return sentences | {f"pick/{name}/": pack.summary for name, pack in library.packs.items()}
