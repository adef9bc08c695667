"""Small claims about small functions."""

from __future__ import annotations

import itertools
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

from macros.commands.schemas import MODELS
from macros.content.customisation.overlay import find_files
from macros.content.outline import outline, titled
from macros.content.release import read_release
from macros.content.strings import read_strings
from macros.core import colour
from macros.core.urls import relative
from macros.documents.store import size
from macros.models.file_schema import file_schema as schema
from macros.models.pages import PageFrontMatter, StageFrontMatter
from macros.models.worksheets import Worksheet
from macros.rendering.field_labels import label
from macros.rendering.views import markdown_safe
from tests.conftest import ROOT


def test_contrast_is_that_of_wcag() -> None:
    assert round(colour.contrast("#000000", "#ffffff"), 2) == 21
    assert round(colour.contrast("#767676", "#ffffff"), 2) == 4.54


@pytest.mark.parametrize(
    ("primary", "scheme"), list(itertools.product(["#12436d", "#7a1f3d", "#2f5d2a", "#000000"], ["light", "dark"]))
)
def test_every_token_that_carries_text_can_be_read(primary: str, scheme: str) -> None:
    tokens = colour.tokens(primary, "#b0560f", scheme)
    for name in ("ink", "ink-2", "primary-ink", "stage-1", "stage-2", "stage-3", "stage-4"):
        for ground in ("paper", "paper-2"):
            assert colour.contrast(tokens[name], tokens[ground]) >= 4.5, (name, ground)
    assert colour.contrast(tokens["on-primary"], tokens["primary"]) >= 4.5
    assert colour.contrast(tokens["primary-ink"], tokens["primary-wash"]) >= 4.5
    assert colour.contrast(tokens["control"], tokens["paper"]) >= 3


def test_text_from_an_edition_is_never_markup() -> None:
    assert markdown_safe({"place": "A & <b>*B*</b>"}) == {"place": "A &#38; &#60;b&#62;&#42;B&#42;&#60;/b&#62;"}
    assert markdown_safe("Ynys Môn") == "Ynys Môn"


def test_sizes_are_said_in_words() -> None:
    assert [size(b"x" * n) for n in (10, 34_400, 2_500_000)] == ["1 kB", "34 kB", "2.5 MB"]


def test_the_editions_file_wins(tmp_path: Path) -> None:
    for base in ("docs", "editions/a/docs"):
        (tmp_path / base).mkdir(parents=True)
        (tmp_path / base / "x.md").write_text(base, "utf-8")
    (tmp_path / "docs" / "y.md").write_text("docs", "utf-8")

    files = find_files(tmp_path, "a", "docs", ".md")

    assert {name: (file.own, file.path.read_text("utf-8")) for name, file in files.items()} == {
        "x.md": (True, "editions/a/docs"),
        "y.md": (False, "docs"),
    }


def stage(title: str) -> StageFrontMatter:
    return StageFrontMatter.model_validate(
        {
            "title": title,
            "stage": title,
            "promise": "p",
            "provenance": "published",
            "reviewed": __import__("datetime").date(2026, 1, 1),
        }
    )


def test_stages_are_numbered_by_the_nav_alone() -> None:
    nav = [{"b": ["b/index.md"]}, {"a": ["a/index.md"]}]
    front_matters: dict[str, PageFrontMatter | StageFrontMatter] = {"a/index.md": stage("A"), "b/index.md": stage("B")}

    result = outline(nav, front_matters)  # type: ignore[arg-type]

    assert [(stage.number, stage.title) for stage in result.stages] == [(1, "B"), (2, "A")]
    assert titled(nav, front_matters) == [{"B": ["b/index.md"]}, {"A": ["a/index.md"]}]  # type: ignore[arg-type]


def test_a_section_is_named_after_its_first_page_and_is_no_markup_where_it_is_written_into_html() -> None:
    title = "<script> & “Q” {{ 7*7 }}"

    (section,) = titled([{"a": ["a/index.md"]}], {"a/index.md": stage(title)})

    assert list(section) == ["&lt;script&gt; &amp; “Q” {{ 7*7 }}"]


def test_the_version_is_said_once() -> None:
    release = read_release(ROOT)
    pinned = re.search(r'^version = "(.+)"$', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)

    assert pinned and pinned[1] == release.version


GOOD = {
    "id": "w",
    "title": "W",
    "purpose": "P.",
    "minutes": 10,
    "who": "You",
    "orientation": "portrait",
    "step": "x.md",
    "sections": [
        {
            "title": "S",
            "fields": [
                {"id": "a", "kind": "choice", "label": "A", "options": ["x", "y"]},
                {
                    "id": "t",
                    "kind": "table",
                    "label": "T",
                    "rows": 2,
                    "columns": [{"id": "c", "kind": "number", "label": "C"}],
                },
            ],
        }
    ],
    "example": {"community": "C", "about": "Invented.", "values": {"a": "x", "t": [{"c": 3}]}},
}


def test_boxes_are_named_in_reading_order() -> None:
    strings = read_strings(ROOT, "toolkit")
    assert [(box.name, label(box, strings)) for box in Worksheet.model_validate(GOOD).boxes()] == [
        ("a", "A"),
        ("t.1.c", "C, row 1"),
        ("t.2.c", "C, row 2"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"kind": "choice"', '"kind": "choise"', "does not match any of the expected tags"),
        ('"id": "t", "kind"', '"id": "a", "kind"', "id “a” is used twice"),
        ('"columns": [{"id": "c", "kind": "number", "label": "C"}]', '"columns": []', "at least 1 item"),
        ('"values": {"a": "x"', '"values": {"b": "x"', "not a field of this worksheet"),
        ('"values": {"a": "x"', '"values": {"a": "z"', "does not fit"),
        ('[{"c": 3}]', '[{"c": 3}, {"c": 3}, {"c": 3}]', "a row “3”"),
        ('[{"c": 3}]', '[{"d": 3}]', "not a column"),
        ('[{"c": 3}]', '[{"c": "three"}]', "does not fit"),
        ('"label": "A"', f'"label": "{"A" * 300}"', "300 characters"),
        ('"label": "A"', '"label": "A\\u0007"', "cannot be printed"),
        ('"rows": 2, ', "", "either “rows” or “row_labels”"),
        ('"rows": 2, ', '"row_labels": [{"id": "b", "label": "B"}], "numbered": true, ', "this table has labels there"),
        ('"label": "A"', '"label": "=SUM(A1)"', "begins with “=”"),
        ('"options": ["x", "y"]', '"options": ["x", "x"]', "option “x” is used twice"),
        ('"options": ["x", "y"]', '"options": ["x", "=y"]', "begins with “=”"),
    ],
)
def test_a_bad_worksheet_is_refused_with_a_reason(old: str, new: str, message: str) -> None:
    text = json.dumps(GOOD, ensure_ascii=False)
    assert old in text

    with pytest.raises(ValidationError, match=re.escape(message)):
        Worksheet.model_validate(json.loads(text.replace(old, new, 1)))


@pytest.mark.parametrize("name", MODELS)
def test_the_schemas_for_editors_are_up_to_date(name: str) -> None:
    kept = json.loads((ROOT / ".schemas" / f"{name}.json").read_text("utf-8"))

    assert kept == schema(MODELS[name]), "run `make schemas`"


def test_workflows_pass_zizmor_and_pin_every_action() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("zizmor")), "--offline", "--no-progress", str(ROOT / ".github")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    for workflow in (ROOT / ".github/workflows").glob("*.yml"):
        for used in re.findall(r"uses: (\S+)", workflow.read_text("utf-8")):
            assert used.startswith("./") or re.search(r"@[0-9a-f]{40}$", used), used


@pytest.mark.parametrize(
    ("target", "page", "way"),
    [
        ("focus/", "", "focus/"),
        ("", "focus/choose/", "../../"),
        ("focus/find/", "focus/choose/", "../find/"),
        ("downloads/book.pdf", "focus/", "../downloads/book.pdf"),
        ("focus/", "focus/", "./"),
    ],
)
def test_addresses_are_relative_to_the_page(target: str, page: str, way: str) -> None:
    assert relative(target, page) == way
