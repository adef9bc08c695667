"""Compiled views are kept apart by how their environment escapes: one that is kept never gives up what another does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.rendering import views


@pytest.fixture
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Views and what is compiled of them in a folder of this test's own."""
    (tmp_path / "views").mkdir()
    (tmp_path / "views/one.html").write_text("<p>{{ name }}</p>", "utf-8")
    monkeypatch.setattr(views, "VIEWS", tmp_path / "views")
    monkeypatch.setattr(views, "COMPILED_VIEWS", tmp_path / "compiled")
    views.read_again()
    yield
    monkeypatch.undo()
    views.read_again()


@pytest.mark.parametrize("first", ["for paper", "for a page"])
def test_a_view_that_was_drawn_for_paper_is_still_no_markdown_on_a_page(empty_folder: None, first: str) -> None:
    draw = {"for paper": views.render, "for a page": views.in_page}
    draw[first]("one.html", name="*x* & {{ 7 }}")
    views.read_again()  # as the next build finds them

    assert views.render("one.html", name="*x*") == "<p>*x*</p>"
    assert "*" not in views.in_page("one.html", name="*x*")
    assert "{{" not in views.in_page("one.html", name="{{ 7 }}")


def test_a_changed_view_is_drawn_as_it_is_now(empty_folder: None) -> None:
    views.render("one.html", name="x")
    (views.VIEWS / "one.html").write_text("<b>{{ name }}</b>", "utf-8")
    views.read_again()

    assert views.render("one.html", name="x") == "<b>x</b>"
