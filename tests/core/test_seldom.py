"""What seldom happens to the parts that know nothing of the toolkit: no library, no program, no way to do it."""

from __future__ import annotations

import ctypes
from pathlib import Path

import pytest

from macros.core import code_fingerprint, site_swap
from macros.core.colour import contrast, readable
from macros.core.css_urls import Asked, asked_for
from macros.core.files import names_in
from macros.core.svg_check import drawing_problem
from macros.core.urls import relative
from macros.paths import MACROS


def test_an_address_elsewhere_is_not_made_relative() -> None:
    assert relative("https://council.example/a/", "b/c/") == "https://council.example/a/"


@pytest.mark.parametrize(("on", "best"), [("#777777", "#000000"), ("#333333", "#ffffff")])
def test_where_no_colour_can_be_read_well_the_best_there_is_is_taken(on: str, best: str) -> None:
    assert readable("#888888", on, least=21) == best
    assert contrast(best, on) > contrast("#888888", on)


@pytest.mark.parametrize("fault", [OSError, AttributeError, TypeError])
def test_where_a_system_cannot_exchange_folders_nothing_is_changed(
    tmp_path: Path, fault: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacks(*_: object, **__: object) -> None:
        raise fault

    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    monkeypatch.setattr(ctypes, "CDLL", lacks)

    assert not site_swap.exchanged(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "a/a").is_file() and (tmp_path / "b/b").is_file()


def test_a_site_is_swapped_where_folders_cannot_be_exchanged_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_swap, "exchanged", lambda *_: False)
    for name in ("work/site", "site"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "index.html").write_text(name, "utf-8")

    site_swap.swap(tmp_path / "work/site", tmp_path / "site")

    assert (tmp_path / "site/index.html").read_text("utf-8") == "work/site"
    assert not (tmp_path / "work/old").exists()


@pytest.mark.parametrize(
    ("line", "files"),
    [
        ("import macros.core.dates", ["core/dates.py"]),
        ("from macros.core import dates, colour as tint", ["core/dates.py", "core/colour.py"]),
        ("from macros.core.dates import (\n    of_day,\n)", ["core/dates.py"]),
    ],
)
def test_every_way_to_import_is_seen_by_the_fingerprint_of_code(line: str, files: list[str]) -> None:
    assert [path for path in code_fingerprint._named(f"{line}\n") if path] == [MACROS / file for file in files]


SVG = "<svg xmlns='http://www.w3.org/2000/svg'><rect {}='x()'/></svg>"


@pytest.mark.parametrize("key", ["onclick", "onload", "onbegin", "onmouseover", "onFocus", "ONEND", "onfuture"])
def test_no_handler_stands_in_a_drawing_whatever_it_is_called(key: str) -> None:
    assert drawing_problem(SVG.format(key).encode()) == f"holds a script in “{key.lower()}”."
    assert drawing_problem(SVG.format("opacity").replace("x()", "1").encode()) == ""


@pytest.mark.parametrize("function", ["url", "src", "image", "image-set", "-webkit-image-set", "IMAGE-SET", "Src"])
def test_every_function_that_fetches_is_known_however_it_is_spelled(function: str) -> None:
    [asked] = asked_for(f"a {{ background: {function}('x.png') }}")

    assert asked == Asked("address", "x.png", 1)


def test_a_text_in_another_function_fetches_nothing() -> None:
    assert list(asked_for("a::before { content: attr('x.png') counter('y.png') }")) == []


@pytest.mark.parametrize("word", ["@import", "@IMPORT", "@\\69mport"])
def test_an_import_is_one_however_it_is_spelled(word: str) -> None:
    assert next(iter(asked_for(f"a {{}}\n{word} 'x.css';"))).kind == "import"


def test_a_link_is_listed_as_a_file_and_never_followed(tmp_path: Path) -> None:
    for name in ("elsewhere/secret.md", "here/a.md", "here/b/c.md", "here/.git/x", "here/Thumbs.db"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "here/folder").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "here/b/lost.md").symlink_to(tmp_path / "nowhere")

    assert names_in(tmp_path / "here") == ["a.md", "b/c.md", "b/lost.md", "folder"]
    assert names_in(tmp_path / "not there") == []
