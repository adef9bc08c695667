"""A QR code is one that a telephone reads from a photocopy."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
import segno

from macros.rendering.qr import qr_code

ADDRESS = "https://toolkit.example/barking-&-dagenham/worksheets/partner-map/#\"'<script>"


def test_a_code_has_its_quiet_zone_and_bears_a_bad_copy() -> None:
    address = f"https://toolkit.example/{'x' * 46}"  # too long for level M of the size that level L would take
    sizes = [segno.make(address, error=level, boost_error=False).symbol_size(border=0)[0] for level in "lm"]
    assert sizes[0] < sizes[1]
    size = sizes[1]

    drawn = unquote(qr_code(address))

    assert re.search(rf"viewBox=.0 0 {size + 8} {size + 8}\b", drawn), (
        "four modules on each side, and level M or better"
    )


def test_the_address_of_the_picture_is_safe_in_an_attribute() -> None:
    code = qr_code(ADDRESS)

    assert code.startswith("data:image/svg+xml")
    assert not set(code) & set('"<>')


def test_an_address_that_no_code_holds_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"too large|does not fit|Data"):
        qr_code("x" * 3000)
