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


def test_the_file_of_a_sheet_says_sheet_community_and_day() -> None:
    body = """const box = { value: given.community };
    const form = { dataset: { file: "partner-map-leeds" }, querySelector: () => box };
    return module.sheetFileName(form, new Date(2026, 10, 29, 0, 30));"""
    named = [run("shared/sheet-file-name.js", body, community=words) for words in ("Unpaid carers", "")]

    assert named == ["partner-map-leeds-unpaid-carers-2026-11-29", "partner-map-leeds-2026-11-29"]
