"""What the index of the book lists: worksheets, papers, terms and places, each with where it is looked for."""

from __future__ import annotations

import re

from macros.content.library import Library
from macros.documents.back_matter import IndexEntry, IndexGroup
from macros.documents.output_kinds import used_worksheets
from macros.documents.page_parts import part_id
from macros.documents.side_notes import term_id

SHEETS_OF_STEP = "worksheets-and-papers"  # the heading of every step under which its worksheets stand
BETWEEN = re.compile(r",\s*|\s+and\s+")
BEFORE_NAME = re.compile(r"^(?:the |[a-z]+ )+|^London Borough of ")


def book_index(library: Library) -> tuple[IndexGroup, ...]:
    """The groups of the index, in their order."""
    titles = library.strings["book"]["index_groups"]
    groups = {
        "worksheets": [_worksheet(library, name) for name in used_worksheets(library)],
        "papers": [IndexEntry(paper.title, is_searched=True) for paper in library.papers.values()],
        "terms": [
            IndexEntry(term.term, (f"glossary-term-{term.id}", f"*-{term_id(term.term)}")) for term in library.terms
        ],
        "places": [IndexEntry(name, is_searched=True) for name in _places(library)],
    }
    return tuple(IndexGroup(titles[kind], tuple(entries)) for kind, entries in groups.items())


def _worksheet(library: Library, name: str) -> IndexEntry:
    """A worksheet: its blank, and each step that uses it."""
    steps = [step.path for step in library.outline.steps() if name in step.front_matter.worksheets]
    used = tuple(f"{part_id(path)}-{SHEETS_OF_STEP}" for path in steps)
    return IndexEntry(library.worksheets[name].title, (f"worksheets-{name}", *used))


def _places(library: Library) -> list[str]:
    """The names of places that the cases come from."""
    names = []
    for front_matter in library.front_matters.values():
        for name in BETWEEN.split(str(getattr(front_matter, "where", "") or "")):
            short = BEFORE_NAME.sub("", BEFORE_NAME.sub("", name.strip()))
            if short[:1].isupper() and not short.startswith("A "):
                names.append(short)
    return list(dict.fromkeys(names))
