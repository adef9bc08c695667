"""Every page of the site is HTML as it is defined, by the checker of the W3C."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from macros.quality import html_check
from macros.quality.html_check import html_errors
from tests.conftest import Built

PAGE = (
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Page</title></head><body>{}</body></html>\n'
)


PLANTED = {
    "planted-sound": "<p>Barking &amp; Dagenham</p>",
    "planted-nested": '<p>One\n<a href="#a">a <button type="button">b</button></a></p>',
    "planted-ids": '<p id="one">One</p>\n<p id="one">Two</p>',
    "planted-box": '<p><input type="checkbox" autocomplete="off" aria-label="Keep"></p>',
    "planted-list": "<ul><p>One</p></ul>",
    "planted-option": '<p><select aria-label="One"><option value=""></option></select></p>',
}


@pytest.fixture(scope="module")
def errors(quick: Built, programs: None, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What is wrong with the pages of the site and with those that are planted among them: Java begins but once."""
    site = tmp_path_factory.mktemp("checked")
    for page in quick.pages:
        place = site / page.relative_to(quick.site)
        place.parent.mkdir(parents=True, exist_ok=True)
        os.link(page, place)
    for name, body in PLANTED.items():
        (site / name).mkdir()
        (site / name / "index.html").write_text(PAGE.format(body), "utf-8")
    (site / "not-html.txt").write_text("<p><p", "utf-8")
    return html_errors(site)


def test_no_page_has_an_error(quick: Built, errors: list[str]) -> None:
    assert len(quick.pages) > 50
    assert [error for error in errors if error.split("/")[0] not in PLANTED] == []


def test_what_is_wrong_is_found_with_its_page_and_line(errors: list[str]) -> None:
    assert {error.split("/")[0] for error in errors} == set(PLANTED) - {"planted-sound"}
    assert any(error.startswith("planted-nested/index.html, line 2: ") for error in errors)


def test_a_checker_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, programs: None) -> None:
    monkeypatch.setattr(html_check, "CHECKER", tmp_path / "vnu.jar")

    with pytest.raises(RuntimeError, match="could not be run"):
        html_errors(tmp_path)
