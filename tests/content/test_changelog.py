"""The changelog is read by version and by step, and what cannot be read is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.content.changelog import newer, read_changelog
from macros.content.redirects import read_redirects
from macros.core.problems import ContentError
from tests.conftest import ROOT

TEXT = """# What is new

For councils.

## 1.10.0, 3 May 2027

A sentence
on two lines.

**By step**

- [Choose](docs/focus/choose.md) and [roles](docs/roles.md#ways): shorter.
- A line that
  goes on.

**For your own edition**

- Nothing.

## 1.9.1, 2 April 2027

- Fixed.
"""


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "CHANGELOG.md"
    path.write_text(text, "utf-8")
    return path


def test_versions_are_read_with_their_lines_and_pages(tmp_path: Path) -> None:
    first, second = read_changelog(write(tmp_path, TEXT))

    assert (first.number, first.day.isoformat(), first.lead) == ("1.10.0", "2027-05-03", "A sentence on two lines.")
    assert [(line.group, line.pages) for line in first.lines] == [
        ("By step", ("focus/choose.md", "roles.md")),
        ("By step", ()),
        ("For your own edition", ()),
    ]
    assert first.lines[1].text == "A line that goes on."
    assert [line.text for line in second.lines] == ["Fixed."]
    assert newer([first, second], second) == [first]  # 1.10 is newer than 1.9


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("## 1.9.1, 2 April 2027", "## 1.9.1", 20, "does not name a version"),
        ("## 1.9.1, 2 April 2027", "## 1.10.0, 2 April 2027", 20, "which is not newer"),
        ("## 1.9.1, 2 April 2027", "## 1.11.0, 2 April 2027", 20, "Put the newest version first"),
        ("3 May 2027", "31 April 2027", 5, "no such day as 31 April 2027"),
        (TEXT, "# Nothing yet\n", 0, "No version was found"),
    ],
)
def test_a_planted_fault_is_told_with_its_line(tmp_path: Path, old: str, new: str, line: int, message: str) -> None:
    assert old in TEXT
    with pytest.raises(ContentError, match=message) as error:
        read_changelog(write(tmp_path, TEXT.replace(old, new)))
    assert error.value.problems[0].line == line


def lost_pages(changelog: Path, root: Path) -> list[str]:
    """Pages that a changelog links to, and that are neither there nor known to have moved."""
    known = {path.relative_to(root / "docs").as_posix() for path in (root / "docs").rglob("*.md")}
    known |= set(read_redirects(root).ways)
    return [
        page
        for version in read_changelog(changelog)
        for line in version.lines
        for page in line.pages
        if page not in known
    ]


def test_the_projects_own_changelog_names_pages_that_are_there() -> None:
    assert any(line.pages for version in read_changelog(ROOT / "CHANGELOG.md") for line in version.lines)
    assert lost_pages(ROOT / "CHANGELOG.md", ROOT) == []


def test_a_page_that_the_changelog_invents_is_found(tmp_path: Path) -> None:
    assert lost_pages(write(tmp_path, TEXT), ROOT) == ["focus/choose.md"]
