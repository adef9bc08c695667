"""Reading everything: each file once, in two stages, and nothing that is missing or empty ends in a traceback."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from macros.content.nav_file import read_nav
from macros.core import parsing
from macros.core.parsed_files import ParsedFiles
from macros.core.parsing import ParsedFile, read_yaml
from macros.core.problems import ContentError
from macros.core.yaml_events import Loader
from tests.support.builds import ROOT
from tests.support.westhaven import put, read, told


def test_each_file_is_parsed_once_in_a_reading(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: Counter[str] = Counter()
    parse = parsing._parse

    def counted(text: str, file: str, first_line: int) -> ParsedFile:
        parsed[file] += 1
        return parse(text, file, first_line)

    monkeypatch.setattr(parsing, "_parse", counted)

    read(project)

    assert parsed["templates/moved.yml"] == 1 and len(parsed) > 100
    assert [file for file, times in parsed.items() if times > 1] == []


def test_what_was_wrong_with_a_file_is_told_to_each_who_asks(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("a: [", "utf-8")
    files = ParsedFiles(tmp_path)

    for _ in range(2):
        with pytest.raises(ContentError, match="cannot be read as YAML"):
            files.yaml("a.yml")


def test_yaml_is_read_by_libyaml_where_it_is_there() -> None:
    assert Loader.__name__ == "CSafeLoader"


def test_yaml_says_the_same_without_libyaml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    files = sorted((ROOT / "templates").rglob("*.yml"))
    fast = [read_yaml(path, path.name) for path in files]
    monkeypatch.setattr("macros.core.yaml_events.Loader", yaml.SafeLoader)
    slow = [read_yaml(path, path.name) for path in files[:10]]

    assert [(parsed.data, list(parsed.lines.values())) for parsed in slow] == [
        (parsed.data, list(parsed.lines.values())) for parsed in fast[:10]
    ]


# Every file by itself that the reader opens, and pages and worksheets of each kind.
OPENED = [
    "CHANGELOG.md",
    "mkdocs.yml",
    *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "templates").glob("*.yml")),
    "templates/strings/en.yml",
    "templates/packs/_groups.yml",
    "templates/worksheets/_frame.yml",
    "templates/packs/lone-officer.yml",
    "templates/worksheets/partner-map.yml",
    "templates/checklists/sustain.yml",
    "docs/index.md",
    "docs/sustain.md",
    "docs/focus/index.md",
    "docs/focus/choose-the-community.md",
    "docs/cases/york-road.md",
    "editions/toolkit/edition.yml",
]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is read, and nothing that is drawn from it."""
    root = tmp_path_factory.mktemp("shelf") / "project"
    for folder in ("docs", "templates", "editions/toolkit"):
        shutil.copytree(ROOT / folder, root / folder)
    for file in ("CHANGELOG.md", "mkdocs.yml"):
        shutil.copy(ROOT / file, root / file)
    return root


SPOILT = ("empty", "blank", "a folder", "a list", "a word")
# Each file is missing once, and spoilt in one of the other ways: all are read by the same code, and five take long.
SPOILS = [(file, spoil) for at, file in enumerate(OPENED) for spoil in ("missing", SPOILT[at % len(SPOILT)])]


@pytest.mark.parametrize(("file", "spoil"), SPOILS)
def test_a_file_that_is_not_what_it_should_be_is_a_problem_with_its_name(shelf: Path, file: str, spoil: str) -> None:
    path = shelf / file
    whole = path.read_bytes()
    path.unlink()
    try:
        if spoil == "a folder":
            path.mkdir()
        elif spoil != "missing":
            path.write_text({"empty": "", "blank": "# nothing\n\n", "a list": "- [a]\n", "a word": "word\n"}[spoil])

        problems = told(shelf, "toolkit")
    finally:
        path.rmdir() if path.is_dir() else path.unlink(missing_ok=True)
        path.write_bytes(whole)

    named = problems.split("\n\n")[1:]
    # What others name by its id is told by it, where it is not there at all.
    name = Path(file).stem if file.count("/") == 2 else file.removeprefix("docs/")
    assert any(name in problem and "How to fix it: " in problem for problem in named), problems
    # What was lost is told as itself: pages that name it may be told too, and each says what to do.
    assert all("What is wrong: " in problem and "How to fix it: " in problem for problem in named)


def test_a_project_that_is_whole_has_no_problem(shelf: Path) -> None:
    assert read(shelf, "toolkit").release.version


def test_an_editions_own_empty_file_is_told_with_what_to_do(project: Path) -> None:
    for name in ("sources", "search", "strings/en", "worksheets/new"):
        put(project, f"templates/{name}.yml", "")

    problems = told(project)

    for name in ("sources", "search", "strings/en", "worksheets/new"):
        assert (
            f"editions/westhaven/templates/{name}.yml\n    What is wrong: The file is empty, or has only comments."
            in problems
        )
    assert "delete it if you do not need it" in problems


def test_a_list_that_cannot_be_read_is_told_once_and_not_by_all_that_use_it(project: Path) -> None:
    (project / "templates/sources.yml").write_text("a: [\n", "utf-8")

    problems = told(project)

    assert problems.count("How to fix it") == 1 and "templates/sources.yml, line" in problems


@pytest.mark.parametrize("key", ["place:", "edition:", "  own_packs:", "  county:"])
def test_a_word_that_reading_needs_and_that_is_not_there_is_a_problem(project: Path, key: str) -> None:
    path = project / "templates/strings/en.yml"
    words = path.read_text("utf-8")
    assert words.count(f"\n{key}") == 1
    path.write_text(words.replace(f"\n{key}", f"\n{key[:-1]}-no:"), "utf-8")

    assert re.search(rf"en.yml\n.*“[a-z_.]*{key.strip()[:-1]}[a-z_.]*” is missing", told(project, "eastmarch"))


def test_the_list_of_pages_is_told_when_it_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"mkdocs.yml\n.*not there"):
        read_nav(tmp_path)
