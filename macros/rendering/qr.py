"""QR codes: an address that a telephone reads from paper."""

from __future__ import annotations

import io
from functools import cache

import segno

# mm, of a code in an office file with its quiet zone: a module of a long address is then a quarter of a millimetre.
QR_SIZE = 14


@cache
def qr_code(address: str) -> str:
    """A QR code of ``address`` as an SVG picture in a ``data:`` address, for the ``src`` of an image.

    Level M: 15 % of it may be dirty or badly copied, as on a photocopy. The quiet zone of four modules that
    ISO/IEC 18004 asks for is part of the picture. Raises ``ValueError`` where the address is too long for a code.
    """
    return str(_code(address).svg_data_uri(border=4, omitsize=True))


@cache
def qr_png(address: str) -> bytes:
    """The same as a PNG, for programs that show no SVG."""
    out = io.BytesIO()
    _code(address).save(out, kind="png", scale=6, border=4)
    return out.getvalue()


@cache  # all forms of a worksheet lead to one address
def _code(address: str) -> segno.QRCode:
    return segno.make(address, error="m", micro=False)
