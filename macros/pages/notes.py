"""An edition's note, written into the page that it is for, so that it is read as the page itself is.

Its links are checked, and what it calls is drawn. A note mirrors its page, so a link in it begins where the page is.
"""

from __future__ import annotations

import re

from macros.content.library import Library
from macros.rendering.views import page_source

NOTE_PLACE = re.compile(r"\{\{\s*note\(\)\s*\}\}")


def with_note(library: Library, path: str, text: str) -> str:
    """The Markdown of the page ``path`` with its note: where the page calls for it, else at its end.

    A page that is left out stays as it is: the check before the launch tells of its note.
    """
    note = library.notes.get(path, "")
    if not note or path in library.hidden:
        return text
    title = library.strings["note"]["title"].format(**library.place)
    origin = _origin(library, path)
    drawn = f"\n\n{page_source('edition/note.html', title=title, text=note.strip(), origin=origin)}\n\n"
    if NOTE_PLACE.search(text):
        return NOTE_PLACE.sub(lambda _: drawn, text, count=1)
    return text + drawn


def _origin(library: Library, path: str) -> str:
    """Whose note it was, where it came from the edition of a council before this one and nobody has decided yet."""
    entries = [entry for entry in library.inherited.undecided if entry.file == f"notes/{path}"]
    councils = [library.inherited.councils.get(origin, origin) for entry in entries for origin in entry.origins[:1]]
    return str(library.strings["note"]["origin"]).format(council=councils[0]) if councils else ""
