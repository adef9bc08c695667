"""What went out with a version is written down as it is read again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from macros.commands import release_record
from macros.content.release import read_release
from macros.content.releases import read_releases
from macros.content.sheet_fingerprints import sheet_fingerprints
from macros.core.parsed_files import ParsedFiles
from macros.core.problems import ProblemCollector
from tests.support.git import git, repository

CHANGELOG = "# Changelog\n\n## 1.10.0, 28 November 2026\n\n- More.\n\n## 1.9.0, 1 November 2026\n\n- One.\n"


def records(root: Path) -> dict[str, dict[str, str]]:
    """The sheets of every release that is written down below ``root``, by its version."""
    return {
        release.version: release.sheets
        for release in read_releases(ParsedFiles(root), "toolkit", ProblemCollector()).records
    }


def test_the_newest_version_is_written_down_from_the_working_files(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(release_record, "PROJECT", project)
    version = read_release(project).version
    (project / f"templates/releases/{version}.yml").unlink(missing_ok=True)

    release_record.main([])

    assert records(project)[version] == read_releases(ParsedFiles(project), "toolkit", ProblemCollector()).today
    assert f"templates/releases/{version}.yml" in capsys.readouterr().out


def test_a_fingerprint_of_figures_alone_stays_a_text(tmp_path: Path) -> None:
    (tmp_path / "templates/releases").mkdir(parents=True)
    text = release_record.record("1.9.0", date(2026, 11, 1), {"sustain": "12345678", "pick/alone": "1234e567"})
    (tmp_path / "templates/releases/1.9.0.yml").write_text(text, "utf-8")

    assert records(tmp_path) == {"1.9.0": {"sustain": "12345678", "pick/alone": "1234e567"}}


@pytest.mark.usefixtures("programs")
def test_an_older_version_is_written_down_from_its_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = tmp_path / "templates/papers/note.yml"
    sheet.parent.mkdir(parents=True)
    sheet.write_text("title: Then\n", "utf-8")
    (tmp_path / "CHANGELOG.md").write_text(CHANGELOG, "utf-8")
    repository(tmp_path)
    commit = git(tmp_path, "rev-parse", "HEAD").strip()
    then = sheet_fingerprints({"templates/papers/note.yml": sheet.read_bytes()})
    sheet.write_text("title: Now\n", "utf-8")
    monkeypatch.setattr(release_record, "PROJECT", tmp_path)

    release_record.main(["1.9.0", commit])

    assert records(tmp_path) == {"1.9.0": then}
    with pytest.raises(SystemExit, match=r"no version 1\.8\.0"):
        release_record.main(["1.8.0", commit])
