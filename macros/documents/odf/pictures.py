"""Pictures in an OpenDocument file: any PNG, and the code by which a reader learns whether a copy is current."""

from __future__ import annotations

from collections.abc import Mapping

from odfdo import Document, Element

from macros.documents.odf.package import node
from macros.rendering.colophon import Colophon
from macros.rendering.qr import QR_SIZE, qr_png

ODF_LOGO = 10  # mm
IN_LINE = {"draw:style-name": "Graphics", "text:anchor-type": "as-char"}  # as a letter of a text
BESIDE = {"draw:style-name": "Beside", "text:anchor-type": "paragraph"}  # to the right of its paragraph's text


def picture_frame(
    document: Document, name: str, picture: bytes, alt: str, tall: float, place: Mapping[str, str] | None = None
) -> Element:
    """A picture, a PNG ``tall`` mm high, with its description; its file is put into the package under ``name``.

    ``place`` are the attributes that say where it stands: in a line of text where there are none.
    """
    assert document.container is not None
    file = f"Pictures/{name.lower()}.png"
    document.container.set_part(file, picture)
    document.manifest.add_full_path(file, "image/png")
    width, height = (int.from_bytes(picture[at : at + 4], "big") for at in (16, 20))  # where every PNG says its size
    size = {"svg:height": f"{tall}mm", "svg:width": f"{tall * width / height:.1f}mm"}
    link = {"xlink:href": file, "xlink:type": "simple", "xlink:show": "embed", "xlink:actuate": "onLoad"}
    return node(
        "draw:frame",
        {"draw:name": name, **(place or IN_LINE), **size},
        node("draw:image", link),
        node("svg:title", None, alt),
        node("svg:desc", None, alt),
    )


def code_frames(
    document: Document, colophon: Colophon, place: Mapping[str, str] | None = None, tall: float = QR_SIZE
) -> list[Element]:
    """The code in its frame, ``place`` as in :func:`picture_frame`; nothing where there is no address."""
    if not colophon.current:
        return []
    return [picture_frame(document, "QR", qr_png(colophon.current), colophon.qr_alt, tall, place)]
