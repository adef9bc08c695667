"""Macros that lead an officer to the right file on GitHub: a link where the repository is known, else words."""

from __future__ import annotations

from urllib.parse import quote

from macros.content.customisation.selection import UPSTREAM
from macros.core.github import in_repository, repository
from macros.pages.context import PageContext

ACTIONS = {"read": "blob"}  # what GitHub calls it, where its word is not ours


class EditLinkMacros:
    """The macros, bound to the page at hand."""

    def __init__(self, here: PageContext) -> None:
        self._here = here

    def edit_file(self, file: str) -> str:
        """How to open a ``file`` of the edition's own folder, to change it."""
        return self._way("edit", file, f"/{self._in_folder(file)}")

    def new_file(self, file: str) -> str:
        """How to begin a new ``file`` in the edition's own folder."""
        return self._way("new", file, f"?filename={self._in_folder(file)}")

    def upload_to(self, folder: str) -> str:
        """How to put a picture into a ``folder`` of the edition's own."""
        return self._way("upload", folder, f"/{self._in_folder(folder)}")

    def toolkit_file(self, file: str) -> str:
        """How to read a ``file`` of the toolkit itself, in order to copy it."""
        return self._way("read", file, f"/{quote(file)}?plain=1", is_editions=False)

    def fork(self) -> str:
        """How to make a copy of the toolkit: of upstream's repository only, as a copy of a copy would miss updates."""
        library = self._here.library
        home = repository(library.edition.site.repository) if library.edition.slug == UPSTREAM else ""
        return self._view("fork", "", f"{home}/fork" if home else "")

    def _way(self, action: str, file: str, path: str, *, is_editions: bool = True) -> str:
        edition = self._here.library.edition
        # Upstream's readers want their own files, whose address nobody knows here.
        home = edition.site.repository if edition.slug != UPSTREAM else None
        folder = edition.slug if edition.slug != UPSTREAM else self._here.library.strings["adopt"]["your_council"]
        shown = f"editions/{folder}/{file}" if is_editions else file
        return self._view(action, shown, in_repository(home, ACTIONS.get(action, action), path))

    def _in_folder(self, file: str) -> str:
        return quote(f"editions/{self._here.library.edition.slug}/{file}")

    def _view(self, action: str, file: str, url: str) -> str:
        words = self._here.library.strings["adopt"][action]
        text = words["link" if url else "words"]
        before, _, after = text.partition("{file}")
        return self._here.view("edition/file-way.html", before=before, file=file, after=after, url=url)
