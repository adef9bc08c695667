"""The written list of what a page may call is the truth: nothing else can be called, and each is wanted somewhere."""

from __future__ import annotations

import re

import pytest

from macros import MACROS
from macros.content.library import Library
from macros.documents.store import Documents
from macros.pages import MACRO_CLASSES, bind, offers
from macros.paths import PROJECT, VIEWS

WRITTEN = [
    *(PROJECT / "docs").rglob("*.md"),
    *VIEWS.rglob("*.md"),
    *(PROJECT / ".github").rglob("*.md"),
]
CALL = re.compile(r"\{\{[^}]*?\b(\w+)\(")


def test_the_list_and_the_classes_agree() -> None:
    assert sorted(MACROS) == sorted(name for macros in MACRO_CLASSES for name in offers(macros))


def test_each_macro_says_in_a_line_what_it_draws() -> None:
    assert [name for name, line in MACROS.items() if not re.fullmatch(r"[A-Z“][^\n]{10,110}\.", line)] == []


def test_each_macro_is_called_by_a_page_or_told_to_editions() -> None:
    called = {name for path in WRITTEN for name in CALL.findall(path.read_text("utf-8"))}

    assert sorted(set(MACROS) - called) == []


def test_a_name_that_no_class_offers_is_refused(library: Library) -> None:
    with pytest.raises(KeyError, match="no_such"):
        bind(["no_such"], library, Documents(library, ""), lambda: None)
