"""What the search fetches: the index of MkDocs' plugin, with what kind of thing each entry is and its other words.

The plugin knows headings and what is left out of the search; it has no place for a kind, nor for a single term.
"""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

from macros.content.library import Library
from macros.core.urls import address
from macros.models.pages import CaseFrontMatter, StageFrontMatter, StepFrontMatter

TAG = re.compile(r"</?[a-zA-Z][^>]*>|<!--.*?-->", re.DOTALL)
GLOSSARY = "glossary/"
KINDS: list[tuple[type, str]] = [(StageFrontMatter, "stage"), (StepFrontMatter, "step"), (CaseFrontMatter, "case")]


def with_kinds(index: str, library: Library) -> str:
    """The JSON ``index`` as the plugin wrote it, with ``kind`` in each entry, and an entry a term.

    A page's entry has the page's sentence about itself (``about``) and its other words (``also``), where there are any.
    ``title`` and ``text``, which the plugin gives as HTML, become the text that a reader sees.
    """
    data: dict[str, Any] = json.loads(index)
    kinds, about = _kinds(library), _about(library)
    also = {address(path): words for path, words in library.search_words.pages.items()}
    typed = {address(path): front_matter.title for path, front_matter in library.front_matters.items()}
    for entry in data["docs"]:
        # Where something stands above a page's heading, the plugin gives the title as it was typed, and not as HTML.
        as_typed = entry["title"] == typed.get(entry["location"])
        entry.update(title=entry["title"] if as_typed else _plain(entry["title"]), text=_plain(entry["text"]))
    data["docs"] = _joined(data["docs"])
    for entry in data["docs"]:
        page, _, anchor = entry["location"].partition("#")
        entry["kind"] = kinds.get(page, "page")
        for name, known in (("about", about), ("also", also)):
            if not anchor and page in known:
                entry[name] = known[page]
    if any(entry["location"] == GLOSSARY for entry in data["docs"]):
        data["docs"] += [
            {
                "location": f"{GLOSSARY}#term-{term.id}",
                "title": term.term,
                "text": term.meaning,
                "kind": "term",
                "also": term.also,
            }
            for term in library.terms
        ]
    data["ignore"] = library.search_words.ignore
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _kinds(library: Library) -> dict[str, str]:
    """The kind of page by its address; one that is none of them is a page."""
    kinds = {
        address(path): kind
        for path, front_matter in library.front_matters.items()
        for model, kind in KINDS
        if isinstance(front_matter, model)
    }
    kinds |= {f"worksheets/{one}/": "worksheet" for one in library.worksheets}
    kinds |= {f"papers/{one}/": "paper" for one in library.papers}
    return kinds | {f"pick/{one}/": "situation" for one in library.packs}


def _about(library: Library) -> dict[str, str]:
    """What a page says of itself in a sentence, by its address."""
    said = {
        address(path): front_matter.promise
        if isinstance(front_matter, StageFrontMatter | StepFrontMatter)
        else front_matter.description
        for path, front_matter in library.front_matters.items()
    }
    said |= {f"worksheets/{name}/": one.purpose for name, one in library.worksheets.items()}
    said |= {f"papers/{name}/": one.purpose for name, one in library.papers.items()}
    return said | {f"pick/{name}/": one.summary for name, one in library.packs.items()}


def _joined(docs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """``docs`` with the words below a page's title in the page's own entry: some pages have a heading for them."""
    pages = {entry["location"]: entry for entry in docs if "#" not in entry["location"]}
    kept = []
    for entry in docs:
        page = pages.get(entry["location"].partition("#")[0])
        if page and page is not entry and page["title"] == entry["title"]:
            page["text"] = f"{page['text']} {entry['text']}".strip()
        else:
            kept.append(entry)
    return kept


def _plain(text: str) -> str:
    """The text of what the plugin gives as HTML, on one line; tags part words, as they do on the page."""
    return " ".join(unescape(TAG.sub(" ", text)).split())
