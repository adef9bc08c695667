"""QR codes: an address that a telephone reads from paper."""

from __future__ import annotations

import io
import re
from functools import cache

import segno

# mm, of a code in an office file with its quiet zone: a module of a long address is then a quarter of a millimetre.
QR_SIZE = 14
QUIET_MODULES = 4  # round a code: ISO/IEC 18004 asks for them
DARK_RUN = re.compile(rb"\x01+")  # modules side by side


@cache
def qr_code(address: str) -> str:
    """A QR code of ``address`` as an SVG picture in a ``data:`` address, for the ``src`` of an image.

    Level M: 15 % of it may be dirty or badly copied, as on a photocopy. The quiet zone is part of the picture.
    Raises ``ValueError`` where the address is too long for a code.
    """
    return _code(address).svg_data_uri(border=QUIET_MODULES, omitsize=True)


@cache
def qr_png(address: str) -> bytes:
    """The same as a PNG, for programs that show no SVG."""
    out = io.BytesIO()
    _code(address).save(out, kind="png", scale=6, border=QUIET_MODULES)
    return out.getvalue()


def qr_strokes(address: str) -> tuple[int, bytes]:
    """The same as a PDF draws it in black: how many modules it is wide and high, and strokes, from its foot upwards."""
    rows = _code(address).matrix
    strokes = [
        f"{QUIET_MODULES + dark.start()} {height} m {QUIET_MODULES + dark.end()} {height} l"
        for height, row in enumerate(reversed(rows), QUIET_MODULES)
        for dark in DARK_RUN.finditer(row)
    ]
    return len(rows) + 2 * QUIET_MODULES, f"1 0 0 1 0 0.5 cm 0 G 1 w {' '.join(strokes)} S".encode()


@cache  # all forms of a worksheet lead to one address
def _code(address: str) -> segno.QRCode:
    return segno.make(address, error="m", micro=False)
