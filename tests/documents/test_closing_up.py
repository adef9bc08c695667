"""Behind a number that is narrower than its place, the rest of the line moves up to it; nothing else moves."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from macros.documents.closing_up import Gap, close_up, gap_at, move_links

GAP = Gap(left=100, line=200, size=12, width=10)
BEHIND = b"BT\n1 0 0 -1 150 200 Tm\n[<01>] TJ\nET\n"


@pytest.mark.parametrize(
    ("drawn", "moved"),
    [
        (BEHIND, b"BT\n1 0 0 -1 140.000000 200 Tm\n[<01>] TJ\nET\n"),
        (b"160 202 m\n190 202 l\nS\n" + BEHIND, b"150.000000 202 m\n180.000000 202 l\nS\n"),  # an underline
        (b"BT\n1 0 0 -1 150 196 Tm\n", b"1 0 0 -1 140.000000 196 Tm"),  # a small raised number
        (b"BT\n1 0 0 -1 150 220 Tm\n", b"1 0 0 -1 150 220 Tm"),  # the next line
        (b"BT\n1 0 0 -1 20 216 Tm\nET\n" + BEHIND, BEHIND),  # another column, after the next line
        (b"160 260 m\n190 260 l\nS\n", b"160 260 m\n190 260 l\nS\n"),  # a line elsewhere on the page
    ],
)
def test_only_the_rest_of_the_line_moves(drawn: bytes, moved: bytes) -> None:
    assert moved in close_up(drawn, GAP)


def test_a_gap_is_where_its_letters_are_placed_and_only_where_something_is_free() -> None:
    assert gap_at(b"BT\n1 0 0 -1 100 200 Tm\n/F 12 Tf\n", 12, 10) == GAP
    assert gap_at(b"BT\n1 0 0 -1 100 200 Tm\n", 12, 0) is None


def test_links_move_with_their_words_and_the_link_of_the_number_ends_with_it() -> None:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(600, 800))
        line = 800 - 200 * 0.75
        sides = {"its own": (60, 120), "behind it": (130, 180), "before it": (20, 60), "on another line": (130, 180)}
        lows = {name: line - (60 if name == "on another line" else 3) for name in sides}
        rects = [Array([start, lows[name], end, lows[name] + 12]) for name, (start, end) in sides.items()]
        page.obj.Annots = Array([pdf.make_indirect(Dictionary(Subtype=Name.Link, Rect=rect)) for rect in rects])

        move_links(page, GAP)

        moved = [(float(link.Rect[0]), float(link.Rect[2])) for link in page.obj.Annots]
    assert moved == [(60, 112.5), (122.5, 172.5), (20, 60), (130, 180)]
