"""What a file is called after a community."""

from __future__ import annotations

import pytest

from tests.support.scripts import run


@pytest.mark.parametrize(
    ("community", "name"),
    [
        ("Unpaid carers in Thornmere", "unpaid-carers-in-thornmere"),
        ("Łódź, Ynys Môn & Straße", "lodz-ynys-mon-strasse"),
        ("Đặng Ægir Øystein ığdır", "dang-aegir-oystein-igdir"),
        ("King's Lynn <b>", "king-s-lynn-b"),
        ("שלום", "sheet"),
        ("", "sheet"),
        ("x" * 61, "x" * 60),
        (f"{'x' * 59} and more", "x" * 59),
    ],
)
def test_every_latin_letter_has_its_place_in_a_file_name(community: str, name: str) -> None:
    assert run("shared/file-name.js", "return module.fileName(given.text, 'sheet');", text=community) == name
