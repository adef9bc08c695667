"""A page of an edition's own does not take the address of another without a word."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from macros.content.customisation.overlay import OverlayFile
from macros.content.library import Library
from macros.pages.taken_addresses import taken_addresses


def with_page(library: Library, path: str) -> Library:
    overlay = OverlayFile(Path(), f"editions/a/docs/{path}", own=True)
    return replace(library, pages={**library.pages, path: overlay})


@pytest.mark.parametrize(
    ("path", "message", "fix"),
    [
        ("check.md", "The toolkit makes a page at the address check/", "another name"),
        ("worksheets/partner-map.md", "makes a page at the address worksheets/partner-map/", "templates/worksheets/"),
        ("pick/lone-officer/index.md", "makes a page at the address pick/lone-officer/", "another name"),
        ("print_page/index.md", "makes a page at the address print_page/", "another name"),
        ("downloads/book.pdf.md", "makes the file downloads/book.pdf", "another name"),
        ("search/index.md", "puts its own files in search/", "another name"),
        ("assets/edition/ours.md", "puts its own files in assets/", "another name"),
        ("roles/index.md", "docs/roles.md has the address roles/ already", "another name"),
    ],
)
def test_a_taken_address_is_told(library: Library, path: str, message: str, fix: str) -> None:
    problems = list(taken_addresses(with_page(library, path)))

    assert [problem.file for problem in problems] == [f"editions/a/docs/{path}"]
    assert message in problems[0].message and fix in problems[0].fix


@pytest.mark.parametrize("path", ["ours/check.md", "roles.md", "downloads/ours.md", "searching.md"])
def test_a_free_address_and_a_replaced_page_are_not(library: Library, path: str) -> None:
    assert list(taken_addresses(with_page(library, path))) == []
