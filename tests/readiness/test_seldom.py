"""What seldom happens where the readiness of an edition is told: no git, pictures, wrong links, nothing to do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros.content.library import Library
from macros.readiness import history, links, toolkit_version
from macros.readiness.finding import Teller
from macros.readiness.inherited import difference
from macros.readiness.replacements import changes


def test_where_there_is_no_git_nothing_is_known_of_the_past(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lacks(*_: object, **__: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(history, "git", lacks)

    assert history.git_text(tmp_path, "show", "HEAD:a.md") is None


def test_two_pictures_differ_without_a_line(tmp_path: Path) -> None:
    for name in ("a.png", "b.png"):
        (tmp_path / name).write_bytes(b"\x89PNG" + name.encode())

    assert difference(tmp_path / "a.png", tmp_path / "b.png") == ["…"]


def test_an_address_of_mail_that_cannot_work_stops_and_names_its_page(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(links, "wrong_mail_links", lambda _: [("a/", "mailto:")])
    monkeypatch.setattr(links.checker, "check", lambda _: (True, ""))

    [finding] = links.links(tmp_path, Teller(library.strings))

    assert (finding.level, finding.where) == ("stop", "a/") and "mailto:" in finding.what


def test_where_no_original_changed_that_is_said_once(library: Library) -> None:
    same: Any = SimpleNamespace(gone=False, changed=False, recorded_hash="12345678")

    [finding] = changes(replace(library, replaced=[same, same]), Teller(library.strings))

    assert finding.level == "fine" and "2" in finding.what


def test_the_branch_main_says_what_is_newest_before_any_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {
        "upstream/main:CHANGELOG.md": "# Changes\n\n## 1.10.0, 2 April 2027\n",
        "upstream/HEAD:CHANGELOG.md": "# Changes\n\n## 1.9.0, 1 April 2027\n",
    }
    monkeypatch.setattr(toolkit_version, "git_text", lambda _root, _show, name: texts.get(name))

    assert toolkit_version.newest_known(tmp_path) == "1.10.0"
    del texts["upstream/main:CHANGELOG.md"]
    assert toolkit_version.newest_known(tmp_path) == "1.9.0"
    texts.clear()
    assert toolkit_version.newest_known(tmp_path) is None
