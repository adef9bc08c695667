"""An edition publishes what is in its own folder. Each way out of it is tried with the file really there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from macros.content.customisation.assets import edition_assets
from macros.content.customisation.css_check import style_problems
from macros.content.customisation.folder_check import folder_problems
from macros.content.editions import read_edition
from macros.content.library import Library
from macros.core.problems import ContentError
from tests.support.anytown import GOOD, edition

SVG = "<svg xmlns='http://www.w3.org/2000/svg'/>"


def write(path: Path, text: str = SVG) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("logo", "there"),
    [
        ("../../secret.svg", "secret.svg"),
        ("../toolkit/logo.svg", "editions/toolkit/logo.svg"),
        ("../anytown-2/logo.svg", "editions/anytown-2/logo.svg"),
        ("assets/../../toolkit/logo.svg", "editions/toolkit/logo.svg"),
    ],
)
def test_a_logo_from_outside_the_editions_folder_is_refused(tmp_path: Path, logo: str, there: str) -> None:
    root = edition(tmp_path, GOOD.replace("logo: logo.svg", f"logo: {logo}"))
    write(root / there)
    write(root / "editions/anytown/assets/x.txt")

    assert (root / "editions/anytown" / logo).is_file()
    with pytest.raises(ContentError, match="There is no logo at"):
        read_edition(root, "anytown")


def test_a_logo_named_by_its_whole_address_on_the_computer_is_refused(tmp_path: Path) -> None:
    secret = write(tmp_path / "secret.svg")
    root = edition(tmp_path / "project", GOOD.replace("logo: logo.svg", f"logo: {secret}"))

    with pytest.raises(ContentError, match="There is no logo at"):
        read_edition(root, "anytown")


def test_a_logo_that_points_to_a_file_elsewhere_is_refused(tmp_path: Path) -> None:
    root = edition(tmp_path / "project", GOOD)
    logo = root / "editions/anytown/logo.svg"
    logo.unlink()
    logo.symlink_to(write(tmp_path / "secret.svg"))

    with pytest.raises(ContentError, match="There is no logo at"):
        read_edition(root, "anytown")


def test_a_logo_that_is_a_folder_is_refused(tmp_path: Path) -> None:
    root = edition(tmp_path, GOOD.replace("logo: logo.svg", "logo: logos.svg"))
    (root / "editions/anytown/logos.svg").mkdir()

    with pytest.raises(ContentError, match="There is no logo at"):
        read_edition(root, "anytown")


@pytest.mark.parametrize(
    ("target", "there"),
    [
        ("../../toolkit/assets/logo.svg", "editions/toolkit/assets/logo.svg"),
        ("../edition.svg", "editions/anytown/edition.svg"),
        ("../docs/quay.svg", "editions/anytown/docs/quay.svg"),
        ("../assets-2/quay.svg", "editions/anytown/assets-2/quay.svg"),
        ("./../../../secret.svg#a", "secret.svg"),
        ("../edition.svg?x=1", "editions/anytown/edition.svg"),
    ],
)
def test_styles_name_no_file_outside_the_editions_assets(tmp_path: Path, target: str, there: str) -> None:
    base = tmp_path / "editions/anytown"
    write(base / "assets/edition.css", f".a {{ background: url({target}) }}")
    write(tmp_path / there)

    assert (base / "assets" / target.partition("#")[0].partition("?")[0]).is_file()
    assert ["There is no file" in problem.message for problem in style_problems(base, "edition.css")] == [True]


def test_styles_name_no_file_that_points_elsewhere(tmp_path: Path) -> None:
    base = tmp_path / "editions/anytown"
    write(base / "assets/edition.css", ".a { background: url(quay.svg) }")
    (base / "assets/quay.svg").symlink_to(write(tmp_path / "secret.svg"))

    assert len(style_problems(base, "edition.css")) == 1


@pytest.mark.parametrize("place", ["docs", "notes", "assets", "templates/packs"])
@pytest.mark.parametrize("kind", ["file", "folder"])
def test_a_link_to_elsewhere_in_an_editions_folder_is_told(tmp_path: Path, place: str, kind: str) -> None:
    base = tmp_path / "editions/anytown"
    suffix = {"notes": ".md", "docs": ".md", "assets": ".svg", "templates/packs": ".yml"}[place]
    secret = write(tmp_path / f"secret/secret{suffix}")
    (base / place).mkdir(parents=True)
    name = f"x{suffix}" if kind == "file" else "x"
    (base / place / name).symlink_to(secret if kind == "file" else secret.parent)

    messages = {problem.file: problem.message for problem in folder_problems(tmp_path, "anytown")}

    assert messages == {f"editions/anytown/{place}/{name}": "This is only a shortcut to a file elsewhere."}


@pytest.mark.parametrize("place", ["", "docs", "notes", "assets", "templates", "edition.yml"])
def test_an_editions_folder_and_its_parts_do_not_stand_elsewhere(tmp_path: Path, place: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    write(elsewhere / "docs/secret.md")
    base = tmp_path / "project/editions/anytown"
    (base if place else base.parent).mkdir(parents=True)
    target = write(tmp_path / "secret.yml") if place == "edition.yml" else elsewhere
    (base / place if place else base).symlink_to(target)

    files = [problem.file for problem in folder_problems(tmp_path / "project", "anytown")]

    assert f"editions/anytown/{place}".rstrip("/") in files


def test_only_what_is_in_the_editions_folder_is_published(library: Library, tmp_path: Path) -> None:
    write(tmp_path / "editions/toolkit/assets/theirs.svg")
    write(tmp_path / "secret.svg")
    Image.new("RGB", (4, 4)).save(write(tmp_path / "editions/anytown/assets/x.png"))
    anytown = replace(library, root=tmp_path, edition=library.edition.model_copy(update={"slug": "anytown"}))

    paths = [path.resolve() for path in edition_assets(anytown).values()]

    assert all(path.is_relative_to(tmp_path / "editions/anytown") for path in paths)
