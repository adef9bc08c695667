"""Pages of an edition's own at an address that something else of the site has already."""

from __future__ import annotations

from collections.abc import Iterator

from macros.content.library import Library
from macros.core.problems import Problem
from macros.core.urls import address
from macros.documents.outputs import output_files
from macros.pages.generated import generated_pages

ALL_PAGES = "print_page/"  # the page of all pages: print-site's
MADE_FOLDERS = ("assets/", "search/")


def taken_addresses(library: Library) -> Iterator[Problem]:
    """Every page of the edition that takes the address of a page that is made, or of another page that is written.

    Which of the two would win is chance, and the other would be lost without a word.
    """
    generated = {address(path) for path in generated_pages(library)} | {ALL_PAGES}
    files = {file.url for file in output_files(library)}
    written: dict[str, str] = {}
    for path, file in sorted(library.pages.items(), key=lambda item: item[1].own):
        other = written.setdefault(address(path), file.file)
        if not file.own:
            continue
        if file_problem := _of_file(address(path), files):
            yield Problem(file.file, 0, file_problem, _fix(path))
        elif address(path) in generated:
            message = f"The toolkit makes a page at the address {address(path)} itself, so yours would be lost."
            yield Problem(file.file, 0, message, _fix(path))
        elif other != file.file:
            message = f"{other} has the address {address(path)} already."
            yield Problem(file.file, 0, message, _fix(path))


def _of_file(url: str, files: set[str]) -> str:
    """What to say of a page whose folder would be where a file is, or among files that are made; else nothing."""
    if url.rstrip("/") in files:
        return f"The toolkit makes the file {url.rstrip('/')}, so no page can have that address."
    folder = next((folder for folder in MADE_FOLDERS if url.startswith(folder)), "")
    return f"The build puts its own files in {folder}, so no page can be there." if folder else ""


def _fix(path: str) -> str:
    folder, _, name = path.rpartition("/")
    if folder == "worksheets":
        return f"To change that worksheet, copy its file into your templates/worksheets/. Else rename {name}."
    return f"Give {name} another name, and change the links to it."
