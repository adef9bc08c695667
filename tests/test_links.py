"""No link of the site is broken, under a sub-path; and a broken one would be found."""

from __future__ import annotations

import shutil
from pathlib import Path

from macros.commands.links import check
from tests.conftest import Built


def test_no_link_is_broken(built: Built) -> None:
    fine, report = check(built.site)

    assert fine, report
    assert "links in" in report  # it did look


def test_planted_broken_links_are_found(tmp_path: Path) -> None:
    page = "<!doctype html><html lang='en'><head><title>A</title></head><body>{}</body></html>"
    for link in ("missing/", "#missing", "/outside-the-sub-path/", "downloads/missing.pdf"):
        shutil.rmtree(tmp_path / "site", ignore_errors=True)
        (tmp_path / "site").mkdir()
        (tmp_path / "site" / "edition.json").write_text('{"address": "https://x.example/toolkit/"}', "utf-8")
        (tmp_path / "site" / "404.html").write_text(page.format("lost"), "utf-8")
        (tmp_path / "site" / "index.html").write_text(page.format(f"<a href='{link}'>x</a>"), "utf-8")

        fine, report = check(tmp_path / "site")

        assert not fine, (link, report)
