"""What the search fetches: the index of MkDocs' plugin, with what kind of thing each entry is and its other words.

The plugin knows headings and what is left out of the search; it has no place for a kind, nor for a single term.
"""

from __future__ import annotations

import json
from typing import Any

from macros.addresses import address
from macros.library import Library
from macros.model import CaseMatter, StageMatter, StepMatter

GLOSSARY = "glossary/"
KINDS: list[tuple[type, str]] = [(StageMatter, "stage"), (StepMatter, "step"), (CaseMatter, "case")]


def with_kinds(index: str, library: Library) -> str:
    """The JSON ``index`` as the plugin wrote it, with ``kind`` and ``also`` in each entry, and an entry a term."""
    data: dict[str, Any] = json.loads(index)
    kinds = _kinds(library)
    also = {address(path): words for path, words in library.search_words.pages.items()}
    for entry in data["docs"]:
        page, _, anchor = entry["location"].partition("#")
        entry["kind"] = kinds.get(page, "page")
        if not anchor and page in also:
            entry["also"] = also[page]
    if any(entry["location"] == GLOSSARY for entry in data["docs"]):
        data["docs"] += [
            {
                "location": f"{GLOSSARY}#term-{term.id}",
                "title": term.term,
                "text": term.meaning,
                "kind": "term",
                "also": term.also,
                "plain": True,  # not HTML: a "<" in it is itself
            }
            for term in library.terms
        ]
    data["ignore"] = library.search_words.ignore
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _kinds(library: Library) -> dict[str, str]:
    """The kind of page by its address; one that is none of them is a page."""
    kinds = {
        address(path): kind
        for path, matter in library.matters.items()
        for model, kind in KINDS
        if isinstance(matter, model)
    }
    kinds |= {f"worksheets/{one}/": "worksheet" for one in library.worksheets}
    return kinds | {f"pick/{one}/": "situation" for one in library.packs}
