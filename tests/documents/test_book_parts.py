"""Parts of the book: each on its side of a sheet, lists of items only, running lines that are not text."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from macros.documents import back_matter
from macros.documents.back_matter import IndexEntry, IndexGroup, numbered
from macros.documents.free_lines import LINE_ENDS, with_lines
from macros.documents.joined_pdf import Piece, on_their_sides, places_of
from macros.rendering.pdf import to_pdf

pytestmark = pytest.mark.usefixtures("draws")

HEAD = "<!doctype html><html lang='en'><title>x</title><style>@page { @bottom-left { content: 'a line' } }</style>"
TERMS = "<dl><div><dt>Who</dt><dd>Ann</dd></div><div><dt>When</dt><dd>May</dd></div></dl>"


@pytest.fixture(scope="module")
def part() -> bytes:
    return to_pdf(f"{HEAD}<h2 id='part'>Part</h2><p id='place'>They came from York. {TERMS}")


def elements(node: Any) -> Iterator[Any]:
    kids = node.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def test_what_has_a_side_begins_on_it_behind_a_free_page(part: bytes) -> None:
    fillers = {"left": b"left", "right": b"right"}
    pieces = [
        Piece("a", "A", part, side="left"),
        Piece("b", "B", part, side="left"),
        Piece("c", "C", part, side="right"),
    ]
    placed = on_their_sides(1, pieces, fillers)

    assert [piece.content if piece.content in fillers.values() else piece.id for piece in placed] == [
        *("a", b"right", "b", "c")
    ]


def test_a_list_holds_items_alone_though_html_groups_them(part: bytes) -> None:
    with pikepdf.open(io.BytesIO(part)) as pdf:
        lists = [element for element in elements(pdf.Root.StructTreeRoot) if str(element.S) == "/L"]
        assert lists
        for listed in lists:
            assert [str(kid.S) for kid in listed.K] == ["/LI"] * len(listed.K) and len(listed.K) == 4
            assert all(kid.P.objgen == listed.objgen for kid in listed.K)


def test_running_lines_are_artifacts_and_text_is_not(part: bytes) -> None:
    content = _content(part)
    artifacts = re.findall(rb"/Artifact\s+<</Type /Pagination>>\s+BDC(.*?)EMC", content, re.DOTALL)

    assert any(b"TJ" in artifact and b"MCID" not in artifact for artifact in artifacts)
    assert content.count(b"TJ") > sum(artifact.count(b"TJ") for artifact in artifacts)


def test_the_index_finds_places_and_names(part: bytes) -> None:
    pieces = [Piece("part", "Part", part), Piece("sheet", "Sheet", part, is_sheet=True)]
    entries = (
        IndexEntry("Ann's sheet", ("sheet", "place")),
        IndexEntry("York", is_searched=True),
        IndexEntry("They", is_searched=True),
        IndexEntry("Leeds", is_searched=True),
    )
    listed = numbered([IndexGroup("Names", entries)], places_of(3, pieces), 3, pieces)

    assert [(line.name, line.pages) for line in listed[0][1]] == [
        ("Ann's sheet", "4\N{EN DASH}5"),
        ("They", "4"),
        ("York", "4"),
    ]


def test_the_text_of_a_part_is_read_once_for_all_indexes(
    part: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pieces, groups = [Piece("part", "Part", part)], [IndexGroup("Names", (IndexEntry("York", is_searched=True),))]
    first = numbered(groups, places_of(3, pieces), 3, pieces, tmp_path / "book")
    monkeypatch.setattr(back_matter, "_pages", lambda _pdf: b"[]")

    assert numbered(groups, places_of(3, pieces), 3, pieces, tmp_path / "book") == first != []
    assert numbered(groups, places_of(3, pieces), 3, pieces) == [], "nothing is kept of this"


def test_a_free_end_of_a_part_has_lines_and_a_full_one_has_none(part: bytes) -> None:
    full = to_pdf(f"{HEAD}<style>p {{ margin-left: 60mm }}</style>{'<p>Text of a full page</p>' * 22}")

    assert b" l S" in _content(with_lines(part, *LINE_ENDS)) and b"/Artifact" in _content(with_lines(part, *LINE_ENDS))
    assert with_lines(full, *LINE_ENDS) == full


def _content(pdf: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.pages[-1].contents_coalesce()
        return bytes(document.pages[-1].Contents.read_bytes())
