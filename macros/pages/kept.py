"""The page that lists what this browser keeps: what its script must know of sheets."""

from __future__ import annotations

from pathlib import PurePosixPath

from macros.content.redirects import made_path
from macros.core.urls import address
from macros.pages.context import PageContext
from macros.pages.generated import PROGRESS


class KeptMacros:
    """The macro, bound to the page at hand."""

    def __init__(self, here: PageContext) -> None:
        self._here = here

    def kept(self) -> str:
        """The list of what is kept, which a script fills in."""
        return self._here.view("kept/kept.html", sheets=self._sheets(), earlier=self._earlier())

    def _earlier(self) -> list[tuple[str, str]]:
        """Council and address of each edition that this one follows."""
        inherited = self._here.library.inherited
        return [(inherited.councils.get(slug, slug), url) for slug, url in inherited.addresses.items()]

    def _sheets(self) -> dict[str, tuple[str, str]]:
        """Title and address of every sheet by its name in the browser's storage, under earlier ids of it too."""
        library = self._here.library
        words = library.strings["kept_page"]
        sheets = {"checklists": (library.strings["progress_page"]["title"], self._here.link(address(PROGRESS)))}
        project = (library.strings["project_page"]["page"], self._here.link("project/"))
        sheets |= {"project": project, "projects": project}
        sheets["brought"] = (words["brought"], self._here.link(""))
        for name, worksheet in library.worksheets.items():
            path = made_path("worksheets", name)
            title_and_link = (worksheet.title, self._here.link(address(path)))
            for earlier in library.moved.earlier(path):
                sheets[f"worksheet:{PurePosixPath(earlier).stem}"] = title_and_link
            sheets[f"worksheet:{name}"] = title_and_link
            sheets[f"taken:{name}"] = (words["taken"].format(sheet=worksheet.title), title_and_link[1])
            sheets[f"comments:{name}"] = (words["comments"].format(sheet=worksheet.title), title_and_link[1])
        for name, paper in library.papers.items():
            sheets[f"paper:{name}"] = (paper.title, self._here.link(address(f"papers/{name}.md")))
        return sheets
