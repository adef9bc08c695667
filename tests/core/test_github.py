"""Addresses on GitHub, however a council wrote that of its repository."""

from __future__ import annotations

import pytest

from macros.core.github import in_repository, pages_address


@pytest.mark.parametrize(
    ("repository", "site"),
    [
        ("https://github.com/LeedsCC/Toolkit", "https://leedscc.github.io/Toolkit/"),
        ("https://github.com/leeds/toolkit.git", "https://leeds.github.io/toolkit/"),
        ("https://github.com/leeds/toolkit/", "https://leeds.github.io/toolkit/"),
        ("https://github.com/Leeds/Leeds.github.io", "https://leeds.github.io/"),
        ("https://gitlab.com/leeds/toolkit", ""),
        ("https://github.com/leeds/toolkit/tree/main", ""),
        ("https://github.com.example/leeds/toolkit", ""),
        ("see https://github.com/leeds/toolkit", ""),
        (None, ""),
    ],
)
def test_where_github_publishes_a_repository(repository: str | None, site: str) -> None:
    assert pages_address(repository) == site


def test_a_file_is_read_and_changed_where_the_repository_is() -> None:
    assert (
        in_repository("https://github.com/a/b.git", "edit", "/docs/c.md")
        == "https://github.com/a/b/edit/main/docs/c.md"
    )
    assert in_repository("https://example.com/a/b", "edit", "/docs/c.md") == ""
