"""Where a macro is called: the page at hand, with what every view is given."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from macros.content.library import Library
from macros.content.macro_places import misplaced
from macros.content.outline import Stage, Step, place_label
from macros.core.problems import ContentError
from macros.core.urls import ORIGINAL, relative
from macros.documents.store import Documents
from macros.models.pages import FrontMatter
from macros.rendering.views import in_page


class PageContext:
    """One build, and the page that is being drawn."""

    def __init__(self, library: Library, documents: Documents, page: Callable[[], Any]) -> None:
        self.library, self.documents, self._page = library, documents, page

    @property
    def path(self) -> str:
        """The page's path in docs/."""
        return str(self._page().file.src_uri)

    def as_if(self, path: str) -> PageContext:
        """What a macro sees that is called on the page ``path``; its links still begin at the page at hand."""
        return PageContext(
            self.library,
            self.documents,
            lambda: SimpleNamespace(url=self._page().url, file=SimpleNamespace(src_uri=path)),
        )

    @property
    def front_matter(self) -> FrontMatter:
        """The page's front matter."""
        return self.library.front_matters[self.path]

    def view(self, view: str, **values: Any) -> str:
        """Draw ``macros/views/<view>`` for this page. Views get ``t`` (strings), ``edition`` and ``link`` too."""
        library = self.library
        return in_page(
            view,
            t=library.strings,
            edition=library.edition,
            place=library.place,
            link=self.link,
            original_url=ORIGINAL,
            **values,
        )

    def misplaced(self, macro: str) -> ContentError:
        """What to raise where ``macro`` stands on a page that has nothing to show for it: it names page and fix."""
        return ContentError([misplaced(self.library.pages[self.path].file, macro)])

    def label(self, place: Stage | Step) -> str:
        """Where a stage or step stands: "Stage 2, step 1"; empty where it stands outside the stages."""
        return place_label(place, self.library.strings["kicker"])

    def link(self, target: str) -> str:
        """From the page at hand to the address ``target`` inside the site."""
        return relative(target, self._page().url)
