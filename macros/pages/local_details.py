"""The macro for what only a council can settle, such as who to ring."""

from __future__ import annotations

from macros.pages.context import PageContext


class LocalDetailMacros:
    """The macros, bound to the page at hand."""

    def __init__(self, here: PageContext) -> None:
        self._here = here

    def local(self, name: str, *, start: bool = False) -> str:
        """What the edition settled, or general words until it does; ``start`` where they begin a sentence."""
        library = self._here.library
        words = str(library.edition.local.get(name) or library.strings["local"][name]["general"])
        mark = f"local-{name.replace('_', '-')}{'-first' if start else ''}"
        return self._here.view(
            "statement/own-words.html", mark=mark, words=words[:1].upper() + words[1:] if start else words
        )
