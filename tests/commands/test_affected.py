"""Before a release the maintainer sees which listed editions made their own what has changed, with real git."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros.commands.affected import affected, changed_since
from macros.content.customisation.adaptations import adaptations
from macros.content.library import Library, read_library
from macros.content.nav_file import read_nav
from macros.models.editions import Site
from macros.publishing.manifest import manifest
from tests.support.git import commit, git, repository

CHANGED = {"docs/roles.md", "docs/story.md", "footer.about_title"}


def listed(library: Library, url: str | None) -> Library:
    edition = SimpleNamespace(council="Anytown Council", site=Site(url=url))
    return replace(library, listed=[SimpleNamespace(edition=edition, steps=1)])  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        ({"adapted": {"replaced": ["docs/roles.md", "docs/about.md"]}}, "replaced: docs/roles.md"),
        (
            {"adapted": {"notes": ["docs/story.md"], "strings": ["footer.about_title"]}},
            "notes: docs/story.md; strings:",
        ),
        ({"adapted": {"replaced": ["docs/about.md"]}}, "nothing of its own has changed"),
        ({}, "nothing of its own has changed"),
        ([], "could not be asked"),
        ({"adapted": 7}, "could not be asked"),
    ],
)
def test_what_an_edition_made_its_own_is_told(library: Library, answer: Any, outcome: str) -> None:
    lines = affected(listed(library, "https://a.example/x/"), CHANGED, lambda _: json.dumps(answer).encode())
    assert len(lines) == 1 and lines[0].startswith("Anytown Council: ") and outcome in lines[0], lines


def test_an_edition_that_cannot_be_asked_is_told(library: Library) -> None:
    def fails(url: str) -> bytes:
        assert url == "https://a.example/edition.json"
        raise OSError("no network")

    assert "no network" in affected(listed(library, "https://a.example"), CHANGED, fails)[0]
    assert "gives no address" in affected(listed(library, None), CHANGED, fails)[0]


@pytest.mark.usefixtures("programs")
def test_changed_files_and_words_are_found(tmp_path: Path) -> None:
    for file, text in (
        ("docs/a.md", "A"),
        ("docs/b.md", "B"),
        ("templates/strings/en.yml", "footer: {one: x, two: y}\n"),
    ):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text, "utf-8")
    repository(tmp_path)
    git(tmp_path, "tag", "v1")
    (tmp_path / "docs/a.md").write_text("Another", "utf-8")
    (tmp_path / "templates/strings/en.yml").write_text("footer: {one: x, two: z, three: new}\n", "utf-8")
    commit(tmp_path, "Change")
    assert changed_since(tmp_path, "v1") == {"docs/a.md", "templates/strings/en.yml", "footer.two", "footer.three"}


def test_an_edition_tells_what_it_made_its_own(project: Path) -> None:
    library = read_library(project, "westhaven", read_nav(project))
    adapted = adaptations(library)
    assert (
        "docs/roles.md" in adapted["replaced"]
        and adapted["notes"]
        and all(path.startswith("docs/") for path in adapted["notes"])
    )
    assert manifest(library, "", {})["adapted"] == adapted
    neutral = read_library(project, "toolkit", read_nav(project))
    assert adaptations(neutral) == {} and "adapted" not in manifest(neutral, "", {})
