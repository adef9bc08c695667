"""Above and below each page of an Excel file stand its title and the council's name, whatever they are."""

from __future__ import annotations

import re

import pytest

from macros.documents.excel.parts import LINE_LIMIT, _line


def shown(line: str) -> tuple[str, str]:
    """What a reader sees on the left and on the right: "&" and a letter is a code, and doubled it is itself."""
    left, right = re.fullmatch(r"&L&8 (.*?)&R&8 (.*)", line.replace("&&", "\0")).groups()  # type: ignore[union-attr]
    return left.replace("\0", "&"), right.replace("\0", "&")


@pytest.mark.parametrize("name", ["Barking & Dagenham", "&D & Co", "A&P", "Rhondda && Cynon", "12 Councils"])
def test_a_name_comes_out_as_itself(name: str) -> None:
    assert shown(_line(f"Map & plan of {name}", name)) == (f"Map & plan of {name}", name)


@pytest.mark.parametrize("letter", ["x", "&"])
def test_a_long_name_leaves_room_for_the_title_and_both_fit(letter: str) -> None:
    line = _line("The title", letter * 400)

    assert len(line) <= LINE_LIMIT
    assert shown(line)[0] == "The title" and shown(line)[1].endswith("…")
    both = _line(letter * 400, letter * 400, "&P / &N")
    assert len(both) <= LINE_LIMIT and both.endswith("&P / &N")
    assert min(map(len, shown(both))) > 40
