"""What stands in the boxes of a worksheet: amounts as people type them, their sums, and the cells of a spreadsheet."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.scripts import run

BOXES = "worksheet/boxes.js"
# A box as far as its value goes; `kind` is what the page says of it.
BOX = "const box = ([kind, value]) => ({ dataset: { kind }, value, checked: value === true });"


@pytest.mark.parametrize(
    ("text", "amount", "in_pounds"),
    [
        ("1200", 1200, "£1,200.00"),
        ("£1,200.5", 1200.5, "£1,200.50"),
        (" 1 200 ", 1200, "£1,200.00"),
        ("-3", -3, "-£3.00"),
        ("-£3.07", -3.07, "-£3.07"),
        ("£-3", -3, "-£3.00"),
        ("\u2212 3", -3, "-£3.00"),
        ("1234567.89", 1234567.89, "£1,234,567.89"),
        ("0", 0, "£0.00"),
        ("about 50", None, "about 50"),
        ("1,20", None, "1,20"),
        ("1.234,50", None, "1.234,50"),
        ("-£-3", None, "-£-3"),
        ("1.005", None, "1.005"),
        ("", None, ""),
    ],
)
def test_an_amount_is_read_as_typed_and_nothing_is_guessed(text: str, amount: float | None, in_pounds: str) -> None:
    body = """const amount = module.amountOf(given.text);
    return [Number.isNaN(amount) ? null : amount, module.inPounds(given.text)];"""
    assert run("worksheet/money.js", body, text=text) == [amount, in_pounds]


@pytest.mark.parametrize(
    ("boxes", "place", "total"),
    [
        ([["number", "0.1"], ["number", "0.2"]], "number", "0.3"),
        ([["scale", "4"], ["scale", "5"], ["scale", ""]], "number", "9"),
        ([["money", "£1,200.50"], ["money", "-0.5"]], "money", "1,200.00"),
        ([["money", "0.1"], ["money", "0.2"]], "money", "0.30"),
        ([["money", "12"], ["money", "about 50"]], "money", ""),  # better none than one that leaves something out
        ([["number", ""], ["number", ""]], "number", ""),
        ([["number", "0"]], "number", "0"),
        ([], "number", ""),
    ],
)
def test_a_sum_is_that_of_every_box_or_none(boxes: list[Any], place: str, total: str) -> None:
    body = f'{BOX}\nreturn module.sumOf(given.boxes.map(box), box([given.place, ""]));'
    assert run(BOXES, body, boxes=boxes, place=place) == total


@pytest.mark.parametrize(
    ("box", "words"),
    [
        (["text", "Ynys Môn"], "Ynys Môn"),
        (["tick", True], "Yes"),
        (["tick", False], ""),
        (["date", "2027-02-04"], "4 February 2027"),
        (["date", "soon"], "soon"),
        (["money", "1200"], "£1,200.00"),
    ],
)
def test_an_answer_is_said_in_words(box: list[Any], words: str) -> None:
    body = f'document.documentElement = {{ lang: "en-GB" }};\n{BOX}\nreturn module.wordsOf(box(given.box), "Yes");'
    assert run(BOXES, body, box=box) == words


# What a spreadsheet would make a number, a day or a truth of.
LIKE_NUMBERS = ["01134960000", "1-2", "3/4", "1E5", "10:30", "12345678901234567890", "5%", "£5", "(5)", ".5", "May",
                "1 Feb", "3-Apr", "March 2027", "4 April 2027", "TRUE"]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("plain", "plain"),
        ("Barking, Dagenham", '"Barking, Dagenham"'),
        ('the "hub"', '"the ""hub"""'),
        ("one\ntwo", '"one\ntwo"'),
        (" space", '" space"'),
        ("=1+1", "\u2060=1+1"),
        ("+44 20", "\u2060+44 20"),
        ("-5", "\u2060-5"),
        ("@name", "\u2060@name"),
        ("\uff1d1+1", "\u2060\uff1d1+1"),
        ("  =1, 2", '"\u2060  =1, 2"'),
        ("\tx", "\u2060\tx"),
        *((text, f"\u2060{text}") for text in LIKE_NUMBERS),
        ("1 in 4 people", "1 in 4 people"),
        ("May we use it", "May we use it"),
        ("12 April, at the library", '"12 April, at the library"'),
        ({"number": "-5"}, "-5"),
        ("", ""),
    ],
)
def test_a_cell_is_text_that_no_spreadsheet_runs(cell: object, written: str) -> None:
    assert run("shared/csv-cells.js", "return module.quoted(given.cell);", cell=cell) == written
