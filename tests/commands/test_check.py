"""``make check``: what it prints, what it gives to GitHub's summary, and when it says no."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

from macros.commands.check import main, up_to_date
from tests.conftest import ROOT
from tests.support.council import READY

pytestmark = pytest.mark.usefixtures("programs")

PAGE = "<!doctype html><html lang='en'><head><title>A</title></head><body>{}</body></html>"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one edition of its own, and a site of two pages that is newer than all that is written."""
    for name in ("docs", "templates", "mkdocs.yml", "CHANGELOG.md"):
        (tmp_path / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "editions" / "toolkit", tmp_path / "editions" / "toolkit")
    shutil.copytree(ROOT / "editions" / "toolkit" / "assets", tmp_path / "editions" / "millbeck" / "assets")
    (tmp_path / "editions" / "millbeck" / "edition.yml").write_text(READY, "utf-8")
    (tmp_path / "site").mkdir()
    for name in ("index.html", "404.html"):
        (tmp_path / "site" / name).write_text(PAGE.format("Well."), "utf-8")
    manifest = '{"edition": "millbeck", "address": "https://online.millbeck.test/"}'
    (tmp_path / "site" / "edition.json").write_text(manifest, "utf-8")
    return tmp_path


@pytest.fixture
def links_well(monkeypatch: pytest.MonkeyPatch) -> None:
    """For a test that is not about links: no link is looked at, which takes a program of its own, and all are well."""
    monkeypatch.setattr("macros.quality.link_check.check", lambda _: (True, ""))


def settings(root: Path, old: str, new: str) -> None:
    path = root / "editions" / "millbeck" / "edition.yml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    os.utime(root / "site" / "edition.json", (time.time() + 5, time.time() + 5))  # as if it had been built since


def check(root: Path) -> tuple[int, str]:
    summary = root / "summary.md"
    code = main(root, {"EDITION": "millbeck", "GITHUB_STEP_SUMMARY": str(summary)})
    return code, summary.read_text("utf-8")


def test_an_edition_that_is_ready_passes_and_links_are_looked_at(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, summary = check(root)
    printed = capsys.readouterr().out

    assert code == 0, printed
    for text in (printed, summary):
        assert "Nothing stops the edition of Millbeck Borough Council" in text
        assert "Every link inside the site works." in text


def test_an_edition_that_is_not_ready_is_stopped_with_the_reason(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings(root, "online@millbeck.test", "x@y.example")
    (root / "site" / "index.html").write_text(PAGE.format("<a href='gone/'>x</a>"), "utf-8")

    code, summary = check(root)
    printed = capsys.readouterr().out

    assert code == 1
    for text in (printed, summary):
        assert "“x@y.example” is an example, not yours." in text and "gone/" in text
        assert "Write your own, or delete the line" in text


def test_what_stops_an_edition_does_not_stop_a_draft(root: Path, links_well: None) -> None:
    settings(root, "online@millbeck.test", "x@y.example")
    assert check(root)[0] == 1
    settings(root, "look:", "draft: true\nlook:")

    code, summary = check(root)

    assert code == 0 and "The edition is a draft" in summary


def test_what_stops_the_build_is_told_in_the_same_words(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings(root, "place: Millbeck", "plaice: Millbeck")
    note = root / "editions/millbeck/notes/focus/choose-the-comunity.md"
    note.parent.mkdir(parents=True)
    note.write_text("Ours.", "utf-8")

    code, summary = check(root)
    printed = capsys.readouterr().out

    assert code == 1
    for text in (printed, summary):
        assert "“plaice” is not a key" in text and "Did you mean “focus/choose-the-community.md”?" in text


def test_a_site_that_is_old_or_another_editions_is_built_again(root: Path) -> None:
    site = root / "site"
    assert up_to_date(root, "millbeck", site) and not up_to_date(root, "toolkit", site)
    os.utime(site / "edition.json", (1, 1))
    assert not up_to_date(root, "millbeck", site)


def test_several_editions_are_each_told_and_one_makes_all_wait(
    root: Path, links_well: None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    settings(root, "accessibility:", "# accessibility:")
    for slug in ("toolkit", "millbeck"):
        shutil.copytree(root / "site", root / f"{slug}-site")
        (root / f"{slug}-site" / "edition.json").write_text(f'{{"edition": "{slug}", "address": ""}}', "utf-8")
    shutil.rmtree(root / "site")
    for slug in ("toolkit", "millbeck"):
        shutil.move(root / f"{slug}-site", root / "site" / slug)
    (root / "editions" / "broken").mkdir()
    monkeypatch.setattr("macros.commands.check.build.main", lambda: 1)  # the broken one cannot be built

    assert main(root, {"EDITION": "all"}) == 1
    printed = capsys.readouterr().out

    assert "Nothing stops the edition of the toolkit itself" in printed
    assert "To fix before the edition of Millbeck Borough Council is published: 1." in printed
    assert "no settings file" in printed


def test_where_what_there_is_gets_published_nobody_waits_for_what_could_not_be_built(
    root: Path, links_well: None, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(root / "site", root / "made/millbeck")
    shutil.move(root / "site/edition.json", root / "made/edition.json")
    shutil.rmtree(root / "site")
    (root / "made").rename(root / "site")
    (root / "editions/broken").mkdir()
    os.utime(root / "site/millbeck/edition.json", (time.time() + 5, time.time() + 5))

    assert main(root, {"EDITION": "millbeck broken", "STRICT": "0"}) == 0
    assert "broken" not in capsys.readouterr().out
