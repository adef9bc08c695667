"""What the search can find: every page in sections, with what kind of thing each entry is and its other words."""

from __future__ import annotations

import re
from typing import Any

from macros.content.library import Library
from macros.core.urls import address
from macros.models.pages import CaseFrontMatter, StageFrontMatter, StepFrontMatter
from macros.publishing.page_sections import sections

HTML_TAG = re.compile(r"</?[a-zA-Z][^>]*>|<!--.*?-->", re.DOTALL)
GLOSSARY = "glossary/"
PAGE_KINDS: list[tuple[type, str]] = [(StageFrontMatter, "stage"), (StepFrontMatter, "step"), (CaseFrontMatter, "case")]


def search_index(contents: dict[str, tuple[str, str]], library: Library) -> list[dict[str, Any]]:
    """The entries of the search, of ``contents``: by address a page's title and its content as HTML.

    An entry is a page, one of its sections (its ``location`` has an anchor), which follow it, or a term; terms come
    last. Each has ``title``, ``text`` and ``kind``; ``aside`` is true where something else should come first. A page's
    entry also has its sentence about itself (``about``) and its other words (``also``), where there are any.
    """
    words = library.search_words
    kinds, about = _kinds(library), _about(library)
    also = {address(path): list(others) for path, others in words.pages.items()}
    for name, paper in library.papers.items():
        also.setdefault(f"papers/{name}/", []).append(library.strings["papers"]["kinds"][paper.kind])
    last = {address(path) for path in words.last if not path.endswith("/")}
    folders = tuple(path for path in words.last if path.endswith("/"))
    docs: list[dict[str, Any]] = []
    for url, (title, html) in contents.items():
        for entry in _entries(url, title, html):
            entry["kind"] = kinds.get(url, "page")
            if url in last or url.startswith(folders):
                entry["aside"] = True
            if entry["location"] == url:
                entry |= {name: known[url] for name, known in (("about", about), ("also", also)) if url in known}
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


def _entries(url: str, title: str, html: str) -> list[dict[str, Any]]:
    """The page's own entry, then one a section. Words below the page's own title are in the page's own entry."""
    first, *below = sections(html)
    page: dict[str, Any] = {"location": url, "title": first.title or title, "text": first.text}
    kept = [page]
    for section in below:
        if section.title == page["title"]:  # some pages have a heading for the words below their title
            page["text"] = f"{page['text']} {section.text}".strip()
        elif section.text or section.title:
            entry: dict[str, Any] = {
                "location": f"{url}#{section.anchor}",
                "title": section.title,
                "text": section.text,
            }
            kept.append(entry | {"aside": True} if section.aside else entry)
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
