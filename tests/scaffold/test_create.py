"""A new edition is written from a few answers, checked, and never over anything that is there."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from macros.commands.edition import main
from macros.content.editions import read_edition
from macros.core.problems import ContentError
from macros.scaffold.council_names import folder_name, initials, place_of
from macros.scaffold.create import create_edition
from macros.scaffold.initials_logo import mark
from tests.conftest import ROOT, copy_sources

PLYMOUTH = {"NAME": "Plymouth City Council", "EMAIL": "digital@plymouth.example"}
FULL = {**PLYMOUTH, "PLACE": "Plymouth", "KIND": "city", "PROGRAMME": "Digital Plymouth", "TEAM": "the team",
        "PRIMARY": "#1f4e5f", "ACCENT": "#9a4f10"}  # fmt: skip


@pytest.fixture(scope="module")
def toolkit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The words of the project, to found editions in."""
    return copy_sources(tmp_path_factory.mktemp("founding"), drawn=False)


@pytest.fixture
def root(whole: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same; the toolkit's own words are not read again each time, which takes two seconds."""
    monkeypatch.setattr("macros.scaffold.create.read_library", lambda *_: None)
    return whole


@pytest.fixture
def whole(toolkit: Path) -> Iterator[Path]:
    yield toolkit
    for folder in (toolkit / "editions").iterdir():
        if folder.name != "toolkit":
            shutil.rmtree(folder)


def editions(root: Path) -> list[str]:
    return sorted(path.name for path in (root / "editions").iterdir())


def test_a_name_and_an_email_address_are_enough(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(root, PLYMOUTH) == 0

    edition = read_edition(root, "plymouth")
    assert (edition.place, edition.place_kind, edition.programme) == ("Plymouth", "city", "Digital Plymouth")
    assert edition.contact.team == "the Digital Plymouth team"
    printed = capsys.readouterr().out
    assert "editions/plymouth/edition.yml" in printed and "make serve EDITION=plymouth" in printed


def test_every_line_of_the_settings_is_explained(root: Path) -> None:
    create_edition(root, FULL)

    lines = (root / "editions/plymouth/edition.yml").read_text("utf-8").splitlines()
    keys = [number for number, line in enumerate(lines) if line and line[0].isalpha()]
    assert keys and all(lines[number - 1].startswith("#") for number in keys)


def test_an_awkward_name_comes_out_as_itself(whole: Path) -> None:
    council = 'Cyngor "Ynys" Wên & King\'s Tŷ: <Council> # 1'
    folder = create_edition(whole, {**FULL, "NAME": council, "PLACE": "Ynys Wên & King's Tŷ", "KIND": "Island"})

    assert folder.name == "ynys-wen-and-kings-ty"
    assert read_edition(whole, folder.name).council == council
    assert "Ynys Wên & King's Tŷ" in (folder / "edition.yml").read_text("utf-8")
    assert ElementTree.parse(folder / "assets/logo.svg").getroot().get("aria-label") == "Ynys Wên & King's Tŷ"
    assert "<Council>" not in (folder / "README.md").read_text("utf-8")


def test_nothing_is_written_over(root: Path) -> None:
    create_edition(root, FULL)
    settings = root / "editions/plymouth/edition.yml"
    settings.write_text("mine", "utf-8")

    for folder in ("", "plymouth", "toolkit"):
        with pytest.raises(ContentError, match="it was not changed"):
            create_edition(root, {**FULL, "FOLDER": folder} if folder else FULL)
    assert settings.read_text("utf-8") == "mine"


def test_a_folder_that_differs_only_by_case_is_not_free(root: Path) -> None:
    (root / "editions/Plymouth").mkdir()

    with pytest.raises(ContentError, match="it was not changed"):
        create_edition(root, FULL)


@pytest.mark.parametrize("folder", ["../plymouth", "Plymouth", "a b", "/tmp/x", "a/b", ".", "-a", "all"])
def test_a_folder_stays_inside_editions(root: Path, folder: str) -> None:
    with pytest.raises(ContentError, match="cannot be the name of a folder"):
        create_edition(root, {**FULL, "FOLDER": folder})
    assert editions(root) == ["toolkit"]


def test_faults_are_told_all_together_and_nothing_is_written(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = {"NAME": "Somewhere Council", "EMAIL": "not an address", "PRIMARY": "#7fb2e5", "ACCENT": "blue"}

    assert main(root, answers) == 1

    printed = capsys.readouterr().err
    for message in ("not an email address", "A darker one would do", "“blue” is not a colour", "Nothing was"):
        assert message in printed, message
    assert editions(root) == ["toolkit"]


def test_a_name_alone_makes_a_draft_and_a_list_of_what_is_still_to_settle(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As the README types it, where there is no terminal to ask in."""
    assert main(root, {"NAME": "Fenland & Marsh Council"}) == 0

    written, printed = read_edition(root, "fenland-and-marsh"), capsys.readouterr().out
    assert written.draft and not written.contact.can_be_reached
    for message in ("editions/fenland-and-marsh/edition.yml", "contact: how readers reach", "We wrote “district”"):
        assert message in printed, message
    assert "place: we took “Fenland & Marsh”" in printed and "programme: we wrote" in printed


def test_what_was_said_is_not_listed_as_to_settle(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(root, FULL) == 0

    assert "Still to fill in" not in capsys.readouterr().out


def test_without_a_name_nothing_is_written(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(root, {"EMAIL": "a@b.example"}) == 1

    printed = capsys.readouterr().err
    assert "NAME\n    What is wrong: Nothing was said." in printed
    assert "PLACE" not in printed and "KIND" not in printed, "the name gives them away"
    assert editions(root) == ["toolkit"]


def test_a_fault_of_the_toolkit_leaves_no_folder(whole: Path) -> None:
    page = whole / "docs/about.md"
    text = page.read_text("utf-8")
    page.write_text(text.replace("title:", "titel:", 1), "utf-8")
    try:
        with pytest.raises(ContentError, match="titel"):
            create_edition(whole, FULL)
    finally:
        page.write_text(text, "utf-8")
    assert editions(whole) == ["toolkit"]


def test_a_person_is_asked_until_the_answer_will_do(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = iter(["Isle of Thornmere Council", "", "", "", "", "wrong", "", "", "", "01632 960001", "", ""])
    shown: list[str] = []

    def ask(text: str) -> str:
        shown.append(text)
        return next(answers)

    assert main(root, {}, ask) == 0
    edition = read_edition(root, "isle-of-thornmere")
    assert (edition.place_kind, edition.contact.email, edition.contact.phone) == ("island", None, "01632 960001")
    assert edition.place_with_article == "the Isle of Thornmere"
    assert "is not an email address" in capsys.readouterr().out
    assert "“island”" in shown[2]


def test_without_a_terminal_nobody_is_asked_and_make_passes_what_was_typed(programs: None) -> None:
    typed = ["make", "-o", ".venv/site.installed", "edition", "PLACE=King's Lynn", "EMAIL=x@lynn.example"]
    done = subprocess.run(
        typed, cwd=ROOT, env={**os.environ, "NAME": "this-laptop"}, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip

    assert done.returncode != 0
    assert "NAME\n    What is wrong: Nothing was said." in done.stderr  # the machine's own NAME does not count
    assert "EMAIL" not in done.stderr and "PLACE" not in done.stderr


@pytest.mark.parametrize(
    ("council", "place", "kind"),
    [
        ("Plymouth City Council", "Plymouth", "city"),
        ("City of York Council", "York", "city"),
        ("London Borough of Barking & Dagenham", "Barking & Dagenham", "borough"),
        ("Merthyr Tydfil County Borough Council", "Merthyr Tydfil", "borough"),
        ("Isle of Anglesey County Council", "Isle of Anglesey", "island"),
        ("Bournemouth, Christchurch and Poole Council", "Bournemouth, Christchurch and Poole", ""),
        ("Cyngor Sir Ynys Môn", "Ynys Môn", "county"),
        ("Cyngor Dinas Casnewydd", "Casnewydd", "city"),
        ("Cyngor Bwrdeistref Sirol Ynys Wen", "Ynys Wen", "borough"),
        ("Cyngor Ynys Wen", "Ynys Wen", ""),
        ("The Highland Council", "Highland", ""),
        ("The London Borough of Camden", "Camden", "borough"),
        ("The Royal Borough of Kensington and Chelsea", "Kensington and Chelsea", "borough"),
        ("The City of Edinburgh Council", "Edinburgh", "city"),
        ("The Council of the Isles of Scilly", "Isles of Scilly", "island"),
        ("South Yorkshire Mayoral Combined Authority", "South Yorkshire", "region"),
        ("Devon and Torbay Combined County Authority", "Devon and Torbay", "region"),
        ("The Broads Authority", "The Broads Authority", ""),
    ],
)
def test_a_councils_name_tells_its_place(council: str, place: str, kind: str) -> None:
    assert place_of(council) == (place, kind)


@pytest.mark.parametrize(
    ("place", "folder", "letters"),
    [
        ("Bournemouth, Christchurch and Poole", "bournemouth-christchurch-and-poole", "BCP"),
        ("Barking & Dagenham", "barking-and-dagenham", "BD"),
        ("King’s Lynn", "kings-lynn", "KL"),
        ("Ŷnys Môn", "ynys-mon", "ŶM"),
        ("../../etc", "etc", "E"),
        ("???", "", ""),
    ],
)
def test_a_place_gives_a_folder_and_initials(place: str, folder: str, letters: str) -> None:
    assert (folder_name(place), initials(place)) == (folder, letters)


@pytest.mark.parametrize(("letters", "shapes"), [("BCP", 3), ("ŶM", 2), ("Я", 0), ("", 0)])
def test_the_mark_is_drawn_as_shapes(letters: str, shapes: int) -> None:
    drawn = ElementTree.fromstring(mark(letters, "#1f4e5f", "A <place> & more"))
    inside = [part.tag.rpartition("}")[2] for part in drawn]

    assert inside.count("path") == shapes and "text" not in inside
    assert "circle" in inside or shapes
