"""mkdocs-macros runs a page's title as a template where it looks like one; a title is what was typed."""

from __future__ import annotations

from types import SimpleNamespace

from jinja2 import Environment

from macros import on_post_page_macros, on_pre_page_macros
from tests.support.awkward import AWKWARD


def test_a_title_is_out_of_reach_while_a_page_is_drawn_and_comes_back_as_typed() -> None:
    page = SimpleNamespace(title=AWKWARD, meta={"title": AWKWARD, "checklist": "x"})
    env = SimpleNamespace(page=page, env=Environment())

    on_pre_page_macros(env)

    assert "{{" not in page.title and "checklist" not in page.meta

    on_post_page_macros(env)

    assert page.title == AWKWARD


def test_a_page_without_a_title_of_its_own_keeps_the_one_that_it_has() -> None:
    env = SimpleNamespace(page=SimpleNamespace(title="All pages", meta={}), env=Environment())

    on_pre_page_macros(env)
    on_post_page_macros(env)

    assert env.page.title == "All pages"
