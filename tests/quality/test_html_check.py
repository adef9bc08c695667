"""Every page of the site is HTML as it is defined, by the checker of the W3C."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.quality import html_check
from macros.quality.html_check import html_errors
from tests.conftest import Built

PAGE = (
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Page</title></head><body>{}</body></html>\n'
)


def test_no_page_has_an_error(quick: Built, programs: None) -> None:
    assert len(list(quick.site.rglob("*.html"))) > 50
    assert html_errors(quick.site) == []


def test_what_is_wrong_is_found_with_its_page_and_line(tmp_path: Path, programs: None) -> None:
    planted = {
        "sound": "<p>Barking &amp; Dagenham</p>",
        "nested": '<p>One\n<a href="#a">a <button type="button">b</button></a></p>',
        "ids": '<p id="one">One</p>\n<p id="one">Two</p>',
        "box": '<p><input type="checkbox" autocomplete="off" aria-label="Keep"></p>',
        "list": "<ul><p>One</p></ul>",
        "option": '<p><select aria-label="One"><option value=""></option></select></p>',
    }
    for name, body in planted.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(PAGE.format(body), "utf-8")
    (tmp_path / "not-html.txt").write_text("<p><p", "utf-8")
    errors = html_errors(tmp_path)

    assert {error.split("/")[0] for error in errors} == set(planted) - {"sound"}
    assert any(error.startswith("nested/index.html, line 2: ") for error in errors)


def test_a_checker_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, programs: None) -> None:
    monkeypatch.setattr(html_check, "CHECKER", tmp_path / "vnu.jar")

    with pytest.raises(RuntimeError, match="could not be run"):
        html_errors(tmp_path)
