"""What seldom happens when a newer toolkit comes: files that cannot be read, names that are taken, pages that go."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.content.redirects import Redirects
from macros.core.problems import Problem
from macros.upgrade import trial
from macros.upgrade.compare import looks
from macros.upgrade.lenient_files import moved_of, text_of


def put(root: Path, **files: str) -> Path:
    for name, text in files.items():
        path = root / name.replace("__", "/").replace("_yml", ".yml").replace("_md", ".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A fork with the edition "a", which makes nothing its own yet."""
    return put(tmp_path / "here", editions__a__edition_yml="council: A\n", templates__moved_yml="moved: {}\n")


@pytest.fixture
def newest(tmp_path: Path) -> Path:
    return put(tmp_path / "newest", templates__moved_yml="moved: {}\n")


def kinds(here: Path, newest: Path) -> list[tuple[str, str]]:
    return [(look.file, look.kind) for look in looks(here, newest, "a")]


def test_a_hidden_page_that_goes_is_told(here: Path, newest: Path) -> None:
    put(here, editions__a__edition_yml="hide: [{page: old.md, reason: x}]\n", docs__old_md="old")
    put(newest, templates__moved_yml="gone: {old.md: index.md}\n", docs__index_md="x")

    assert kinds(here, newest) == [("editions/a/edition.yml", "hidden_gone")]


def test_a_file_whose_name_the_toolkit_takes_is_told(here: Path, newest: Path) -> None:
    put(here, editions__a__templates__packs__ours_yml="title: Ours\n")
    put(newest, templates__packs__ours_yml="title: Theirs\n")

    assert kinds(here, newest) == [("editions/a/templates/packs/ours.yml", "same_name")]


def test_headings_alone_change_with_the_toolkit(here: Path, newest: Path) -> None:
    put(here, editions__a__templates__papers__p_yml="headings: []\n", templates__papers__p_yml="title: P\n")
    put(newest, templates__papers__p_yml="title: Another\n")

    assert kinds(here, newest) == []


def test_a_list_of_moved_pages_that_cannot_be_read_moves_nothing(newest: Path) -> None:
    put(newest, templates__moved_yml="moved: [a\n")

    assert moved_of(newest) == Redirects()


def test_a_text_that_cannot_be_read_is_empty(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xff\xfe\xff")

    assert text_of(tmp_path / "a.md") == ""


WRONG = Problem("editions/a/edition.yml", 1, "It is wrong.", "Put it right.")


@pytest.mark.parametrize(
    ("faults", "kind"),
    [([None], ["unseen"]), ([{WRONG}, None], ["unseen"]), ([{WRONG}, {WRONG}], ["unseen"]), ([set()], [])],
)
def test_a_toolkit_that_cannot_be_read_here_is_told(
    here: Path, newest: Path, faults: list[object], kind: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trial, "_problems", lambda *_: faults.pop(0))

    assert [look.kind for look in trial.tried(here, newest, "a")] == kind


def test_a_toolkit_that_is_written_in_another_way_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise KeyError("a way of the future")

    monkeypatch.setattr(trial, "read_nav", fails)

    assert trial._problems(tmp_path, "a") is None
