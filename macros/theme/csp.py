"""What a page may do: the content security policy that stands in every page."""

from __future__ import annotations

import base64
import hashlib

CSP_RULES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",  # what is typed is read by the page's own scripts; nothing sends it anywhere
}


def policy(*styles: str, preview: bool = False, own_pictures: bool = False) -> str:
    """The policy: nothing from any other origin, no script in the page, no style in the page but these ``styles``.

    ``own_pictures`` lets the page show a picture that its reader chose from the disk. As a picture, a drawing in SVG
    runs no script and fetches nothing.

    In the live ``preview`` on a writer's machine MkDocs writes a script into each page, which loads it again after a
    change. The source of its words: https://www.w3.org/TR/CSP3/.
    """
    hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'" for style in styles]
    rules = {**CSP_RULES, "style-src": " ".join([CSP_RULES["style-src"], *hashes])}
    if own_pictures:
        rules["img-src"] += " blob:"
    if preview:  # pragma: no cover: only `make serve`, whose test is not measured
        rules["script-src"] += " 'unsafe-inline'"
    return "; ".join(f"{name} {value}" for name, value in rules.items())
