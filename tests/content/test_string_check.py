"""An edition may say anything in its own words, and can lose neither the credit nor the licence by it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from macros.content.strings import read_strings
from macros.core.dates import in_words
from macros.core.problems import ContentError
from tests.conftest import ROOT


def strings(tmp_path: Path, text: str) -> Path:
    for folder in ("templates/strings", "editions/anytown/templates/strings"):
        (tmp_path / folder).mkdir(parents=True)
    shutil.copy(ROOT / "templates/strings/en.yml", tmp_path / "templates/strings")
    (tmp_path / "editions/anytown/templates/strings/en.yml").write_text(text, "utf-8")
    return tmp_path


def test_an_edition_replaces_any_word_by_its_key(tmp_path: Path) -> None:
    root = strings(
        tmp_path,
        "search: {open: Chwilio}\nkicker: {outside: {our-step.md: Ein cam ni}}\n"
        'documents: {licence: "Geiriau: Open Government Licence v3.0. Cod: MIT."}\n',
    )

    words = read_strings(root, "anytown")

    assert words["search"]["open"] == "Chwilio" and words["search"]["close"] == "Close"
    assert in_words(date(2026, 2, 1), words) == "1 February 2026"
    assert words["kicker"]["outside"]["our-step.md"] == "Ein cam ni"
    assert words["documents"]["licence"].startswith("Geiriau")


@pytest.mark.parametrize(
    ("text", "message", "fix"),
    [
        ('search: {open: ""}', "“search.open” is empty", "delete the line"),
        ('documents: {credit: " "}', "“documents.credit” is empty", "delete the line"),
        ("documents: {credit: Our own guide.}", "no longer says “100% Digital Leeds”", "as it is"),
        ("footer: {independent: A guide.}", "no longer says “100% Digital Leeds”", "as it is"),
        ("documents: {licence: All rights reserved.}", "no longer says “Open Government Licence”", "as it is"),
        ("footer: {words_licence: CC}", "no longer says “Open Government Licence”", "as it is"),
        ('note: {title: "Here in {town}"}', "has {town}", "Use {in_place}"),
        ('search: {open: "{place}"}', "has {place}", "Leave it out"),
        ('note: {title: "Here {in_place"}', "that is not one of a pair", "as a pair"),
        ("home: {doors: [{title: A, url: b/}]}", "needs these and no others: title, text, url", "Copy an entry"),
        ("dates: {months: [Ionawr, Chwefror]}", "has 2 entries, and 12 are needed", "one for each"),
        ("footer: {wrongs: x}", "no interface text called “footer.wrongs”", "Look it up"),
        ("footer: x", "does not have the same shape", "Copy the key"),
        ("- footer", "should hold keys with texts", "Copy the keys"),
    ],
)
def test_what_words_must_keep_is_told(tmp_path: Path, text: str, message: str, fix: str) -> None:
    with pytest.raises(ContentError) as error:
        read_strings(strings(tmp_path, text), "anytown")

    assert message in str(error.value) and fix in str(error.value) and "line 1" in str(error.value)
