"""Every limit at its edge: what is just within it is taken, and the first thing beyond it is refused."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from macros.core import colour
from macros.core.image_check import LARGEST, image_problem
from macros.core.parsing import LONGEST_YAML, ParsedFile, read_yaml
from macros.core.problems import ContentError
from macros.core.validation import validate
from macros.core.yaml_events import DEEPEST
from macros.models.citations import Sources
from macros.models.editions import Look
from macros.models.packs import Pack
from macros.models.pages import Checklist
from macros.models.worksheets import Worksheet


def taken(path: Path, text: str) -> bool:
    path.write_text(text, "utf-8")
    try:
        read_yaml(path, path.name)
    except ContentError:
        return False
    return True


def test_a_file_may_have_so_many_letters_and_not_one_more(tmp_path: Path) -> None:
    longest = "a: " + "x" * (LONGEST_YAML - 3)

    assert len(longest) == 200_000
    assert taken(tmp_path / "x.yml", longest)
    assert not taken(tmp_path / "x.yml", longest + "x")


def test_lists_may_stand_in_lists_so_often_and_not_once_more(tmp_path: Path) -> None:
    assert taken(tmp_path / "x.yml", "[" * DEEPEST + "]" * DEEPEST)
    assert not taken(tmp_path / "x.yml", "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1))


@pytest.mark.parametrize("more", [0, 1])
def test_a_picture_may_have_so_many_bytes_and_not_one_more(tmp_path: Path, more: int) -> None:
    svg = b"<svg xmlns='http://www.w3.org/2000/svg'>" + b" " * (LARGEST - 46 + more) + b"</svg>"
    (tmp_path / "x.svg").write_bytes(svg)

    assert len(svg) == 2_000_000 + more
    assert bool(image_problem(tmp_path / "x.svg", "x", 0, "It")) is bool(more)


def test_a_picture_that_is_so_large_that_nothing_may_open_it_is_refused(tmp_path: Path) -> None:
    """Pillow itself refuses it, before our limit is asked: only its head is there."""
    head = b"IHDR" + struct.pack(">IIBBBBB", 20_000, 20_000, 1, 0, 0, 0, 0)
    chunks = [
        struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) for chunk in (head, b"IDAT")
    ]
    (tmp_path / "x.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(chunks))

    problem = image_problem(tmp_path / "x.png", "x", 0, "It")

    assert problem and problem.message == "It cannot be read as a picture."


@pytest.mark.parametrize(
    ("form", "width", "height", "told"),
    [
        ("PNG", 8000, 5000, ""),
        ("PNG", 8000, 5001, "is 8000 by 5001 pixels, which is too large to show"),
        ("PNG", 40_000_001, 1, "is 40000001 by 1 pixels, which is too large to show"),
        ("GIF", 8000, 5000, ""),
        ("GIF", 8000, 5001, "is 8000 by 5001 pixels, which is too large to show"),
    ],
)
def test_a_picture_may_have_so_many_pixels_and_not_one_more(
    tmp_path: Path, form: str, width: int, height: int, told: str
) -> None:
    out = io.BytesIO()
    Image.new("1", (width, height)).save(out, form)  # one bit each: a small file of a large picture
    path = tmp_path / f"x.{form.lower()}"
    path.write_bytes(out.getvalue())

    problem = image_problem(path, "x", 0, "It")

    assert path.stat().st_size < LARGEST
    assert (problem.message if problem else "") == (f"It {told}." if told else "")


def test_white_must_be_read_on_the_primary_colour_at_the_edge() -> None:
    look: dict[str, Any] = {"accent": "#b0560f", "logo": "x.svg"}
    just, not_quite = "#767676", "#777777"  # 4.54 and 4.48

    assert colour.contrast("#ffffff", just) >= 4.5 > colour.contrast("#ffffff", not_quite)
    assert validate(Look, ParsedFile("x", {**look, "primary": just})).primary == just
    with pytest.raises(ContentError, match="cannot be read on"):
        validate(Look, ParsedFile("x", {**look, "primary": not_quite}))


ITEM = [{"id": name, "text": "T."} for name in ("a", "b", "c")]
SHEET: dict[str, Any] = {
    "title": "W", "purpose": "P.", "minutes": 10, "who": "You", "orientation": "portrait", "step": "x.md",
    "sections": [{"title": "S", "fields": [{"id": "a", "kind": "text", "label": "L"}]}],
    "example": {"community": "C", "about": "A.", "values": {}},
}  # fmt: skip
PACK = {"title": "P", "summary": "S", "effort": "E", "steps": [{"step": "a.md", "why": "W"}], "worksheets": ["w"]}


def source(year: object) -> dict[str, Any]:
    return {"entries": {"a": {"title": "T", "by": "B", "url": "https://a.example/", "year": year}}}


def labelled(letters: int) -> dict[str, Any]:
    fields = [{"id": "a", "kind": "text", "label": "x" * letters}]
    return {**SHEET, "sections": [{"title": "S", "fields": fields}]}


def scaled(low: int, high: int) -> dict[str, Any]:
    fields = [{"id": "a", "kind": "scale", "label": "L", "low": low, "high": high, "low_label": "N", "high_label": "Y"}]
    return {**SHEET, "sections": [{"title": "S", "fields": fields}]}


@pytest.mark.parametrize(
    ("model", "within", "beyond"),
    [
        (Checklist, {"title": "C", "items": ITEM}, {"title": "C", "items": ITEM[:2]}),
        (Worksheet, {**SHEET, "minutes": 5}, {**SHEET, "minutes": 4}),
        (Worksheet, {**SHEET, "minutes": 480}, {**SHEET, "minutes": 481}),
        (Worksheet, labelled(60), labelled(61)),
        (Worksheet, {**SHEET, "title": "x" * 60}, {**SHEET, "title": "x" * 61}),
        (Worksheet, scaled(0, 10), scaled(0, 11)),
        (Worksheet, scaled(4, 5), scaled(5, 5)),
        (Worksheet, SHEET, {**SHEET, "sections": []}),
        (Pack, PACK, {**PACK, "steps": []}),
        (Pack, PACK, {**PACK, "worksheets": []}),
        (Pack, PACK, {**PACK, "worksheets": ["w", "w"]}),
        (Sources, source(1900), source(1899)),
        (Sources, source(2100), source(2101)),
    ],
)
def test_a_limit_of_what_may_be_written_holds_at_its_edge(model: Any, within: Any, beyond: Any) -> None:
    more = {} if model is Sources else {"id": "x"}

    assert validate(model, ParsedFile("x", within), **more)
    with pytest.raises(ContentError):
        validate(model, ParsedFile("x", beyond), **more)
