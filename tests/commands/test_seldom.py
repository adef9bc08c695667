"""What commands seldom meet: nobody to build for, a build that fails, editions without an address, pages left out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros.commands import check, inherit, shared_notes
from macros.content.library import Library
from macros.models.inherited import Inherited
from macros.scaffold.inherit import Taken
from tests.support.builds import ROOT


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A project with the toolkit's words and no edition."""
    (tmp_path / "templates").symlink_to(ROOT / "templates")
    (tmp_path / "editions").mkdir()
    return tmp_path


def test_an_edition_that_is_not_there_is_refused_and_told(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check.main(place, {"EDITION": "nobody"}) == 1
    assert "There is no edition." in capsys.readouterr().out


@pytest.mark.parametrize(("asked", "code"), [("", 3), ("a b", 0)])
def test_a_check_of_one_edition_ends_where_its_build_fails(
    place: Path, asked: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check, "choose", lambda *_: ("toolkit", True))
    monkeypatch.setattr(check.build, "main", lambda: 3)
    monkeypatch.setattr(check, "_check", lambda *_: 0)

    assert check.main(place, {"EDITION": asked}) == code


def test_pages_that_a_council_had_left_out_are_told_with_its_reason(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = Taken(Inherited(councils={"craven": "Craven Council"}), [("Craven Council", "roles.md", "Not ours.")])
    monkeypatch.setattr(inherit, "choose", lambda *_: ("dales", True))
    monkeypatch.setattr(inherit, "inherit", lambda *_: taken)

    assert inherit.main(place, {}) == 0
    printed = capsys.readouterr().out
    assert "roles.md" in printed and "Not ours." in printed


def test_an_edition_without_an_address_is_not_asked(library: Library) -> None:
    def ask(_: str) -> bytes:
        raise AssertionError

    nowhere: Any = SimpleNamespace(edition=SimpleNamespace(site=SimpleNamespace(url="")))

    assert shared_notes.collect(replace(library, listed=[nowhere]), ask) == shared_notes.Collected()
