"""The groups of the nav: a heading each in the list of pages, and nothing more.

A group is written in mkdocs.yml as a section that has no overview of its own. Everything else that reads the nav
(numbers, the book, what an edition adds) sees the pages in order without the groups, so a page can change its group
without changing its address, its number or its place in the book.
"""

from __future__ import annotations

from typing import Any

from macros.content.outline import nav_paths


def ungrouped(nav: list[Any]) -> tuple[list[Any], dict[str, str]]:
    """The nav without its groups, and the group of each page that is in one, by the page's path in docs/."""
    flat: list[Any] = []
    groups: dict[str, str] = {}
    for entry in nav:
        name, value = next(iter(entry.items())) if isinstance(entry, dict) else ("", entry)
        if isinstance(value, list) and value and value[0] not in (f"{name}/index.md", f"{name}.md"):
            flat += value
            groups |= dict.fromkeys(nav_paths(value), name)
        else:
            flat.append(entry)
    return flat, groups


def group_starts(nav: list[Any], groups: dict[str, str]) -> dict[str, str]:
    """The group that begins with an entry of ``nav``, by the entry's first page.

    ``nav`` is that of an edition: a page of its own belongs to the group of the page before it, and a group all of
    whose pages are left out has no start.
    """
    starts: dict[str, str] = {}
    current = ""
    for entry in nav:
        paths = list(nav_paths([entry]))
        group = next((groups[path] for path in paths if path in groups), current)
        if group != current:
            starts[paths[0]] = current = group
    return starts
