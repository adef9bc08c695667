"""Where an edition's own pages stand in the nav, and which pages it leaves out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from macros.content.customisation.overlay import OverlayFile
from macros.content.outline import nav_paths
from macros.core.parsing import ParsedFile
from macros.core.problems import Problem
from macros.core.suggestions import near


def folder(path: str) -> str:
    """The folder of a page in docs/; empty for a page at the top."""
    return path.rpartition("/")[0]


def placed(
    nav: list[Any], pages: dict[str, OverlayFile], files: dict[str, ParsedFile], stages: Iterable[str]
) -> tuple[list[Any], list[Problem]]:
    """The nav of mkdocs.yml with the edition's own pages in it, and what is wrong with where they say they stand.

    A page comes after the one that its ``after`` names: inside that one's section where both are in one folder, else
    after the section. ``files`` is each page as it was read, ``stages`` the folders of the stages.
    """
    named = list(nav_paths(nav))
    followers: dict[str, list[str]] = {}
    problems: list[Problem] = []
    for path in sorted(path for path, written in pages.items() if written.own and path in files):
        source, after = files[path], _said(files[path], "after")
        if path in named:
            if after:
                message = "This page replaces one of the toolkit's, so it already has that page's place."
                problems.append(Problem(source.file, source.line(("after",)), message, "Delete the line “after”."))
        elif after is None and _said(source, "replaces"):
            # The toolkit has dropped the page that this one replaced: it stays, at the end of its section.
            followers.setdefault(_last(named, path), []).append(path)
        elif problem := _misplaced(path, after, source, pages, named, stages):
            problems.append(problem)
        else:
            followers.setdefault(str(after), []).append(path)
    result = _woven(nav, followers)
    for path in sorted({path for paths in followers.values() for path in paths} - set(nav_paths(result))):
        message = f"“after” goes in a circle: from docs/{path} back to itself."
        fix = "Choose one page of the circle, and name a page of the toolkit in its “after”."
        problems.append(Problem(files[path].file, files[path].line(("after",)), message, fix))
    return result, problems


def without(nav: list[Any], hidden: Iterable[str]) -> list[Any]:
    """The nav without the pages that the edition leaves out, and without sections that are empty then."""
    gone = set(hidden)
    kept: list[Any] = []
    for entry in nav:
        if isinstance(entry, str):
            kept += [] if entry in gone else [entry]
        else:
            name, value = next(iter(entry.items()))
            if isinstance(value, list):
                inside = without(value, gone)
                kept += [{name: inside}] if inside else []
            else:
                kept += [] if value in gone else [entry]
    return kept


def _said(source: ParsedFile, key: str) -> str | None:
    value = source.keys.get(key)
    return value if isinstance(value, str) else None


def _last(named: list[str], path: str) -> str:
    """The last page of the folder of ``path`` in the nav, or of the whole nav."""
    return next((other for other in reversed(named) if folder(other) == folder(path)), named[-1])


def _misplaced(
    path: str,
    after: str | None,
    source: ParsedFile,
    pages: dict[str, OverlayFile],
    named: list[str],
    stages: Iterable[str],
) -> Problem | None:
    if after is None:
        message = "The page is not in the list of pages, so nobody finds it."
        fix = f"Add a line at its top that names the page it comes after, such as “after: {_last(named, path)}”."
        return Problem(source.file, 1, message, fix)
    line = source.line(("after",))
    if after not in pages:
        return Problem(source.file, line, f"“after” names {after}, which is not in docs/.", near(after, pages))
    if folder(path) in set(stages) and folder(path) != folder(after):
        message = f"The page is in {folder(path)}/, and “after” names a page that is not."
        return Problem(source.file, line, message, f"Name a page of {folder(path)}/, such as “{_last(named, path)}”.")
    return None


def _woven(nav: list[Any], followers: dict[str, list[str]]) -> list[Any]:
    """The nav with every page followed by those that come after it."""
    result: list[Any] = []
    for entry in nav:
        if isinstance(entry, str):
            result += _sections(_chain(entry, followers))
            continue
        name, value = next(iter(entry.items()))
        if not isinstance(value, list):
            result.append(entry)
            continue
        home = folder(value[0]) if isinstance(value[0], str) else name
        pages = [page for child in value for page in (_chain(child, followers) if isinstance(child, str) else [child])]
        inside = [page for page in pages if page in value or folder(page) == home]
        result += [{name: inside}, *_sections([page for page in pages if page not in inside])]
    return result


def _chain(path: str, followers: dict[str, list[str]]) -> list[str]:
    return [path, *(page for follower in followers.get(path, []) for page in _chain(follower, followers))]


def _sections(pages: list[str]) -> list[Any]:
    """Pages at the top of the nav; an edition's own folder with an overview becomes a section."""
    result: list[Any] = []
    for page in pages:
        open_section = result[-1] if result and isinstance(result[-1], dict) else None
        if open_section is not None and folder(page) == next(iter(open_section)):
            open_section[folder(page)].append(page)
        elif len(pages) > 1 and folder(page) and page.endswith("/index.md") and page != pages[0]:
            result.append({folder(page): [page]})
        else:
            result.append(page)
    return result
