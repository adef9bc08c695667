"""Whether a picture that an edition publishes is one, is small enough, and carries nothing but the picture."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from macros.core.problems import Problem
from macros.core.svg_check import drawing_problem

LARGEST = 2_000_000  # bytes: every reader of every page waits for the logo
IMAGE_FORMATS = {"PNG": (".png",), "JPEG": (".jpg", ".jpeg"), "GIF": (".gif",), "WEBP": (".webp",)}
SUFFIXES = {".svg", *(suffix for suffixes in IMAGE_FORMATS.values() for suffix in suffixes)}
LOGO_SUFFIXES = {".svg", ".png", ".jpg", ".jpeg"}  # what Word and PDF can hold too
AGAIN = "Save it again as a plain picture from a drawing program, or ask for it as a PNG."


def image_problem(path: Path, file: str, line: int, name: str, allowed: set[str] | None = None) -> Problem | None:
    """What is wrong with the picture at ``path``, told for ``line`` of ``file``; None where nothing is.

    ``name`` is what the message calls it. ``allowed`` are the endings that may be used here.
    """
    suffix = path.suffix.lower()
    allowed = allowed or SUFFIXES
    if suffix not in allowed:
        listed = ", ".join(sorted(allowed_suffix.lstrip(".") for allowed_suffix in allowed))
        return Problem(file, line, f"{name} is not a kind of picture that the site can show.", f"Use one of: {listed}.")
    size = path.stat().st_size
    if size > LARGEST:
        message = f"{name} has {size / 1_000_000:.1f} MB, and the limit is 2 MB."
        return Problem(file, line, message, "Make the picture smaller: 1,000 pixels across are enough.")
    content = path.read_bytes()
    message = drawing_problem(content) if suffix == ".svg" else _pixels(content, suffix)
    return Problem(file, line, f"{name} {message}", AGAIN) if message else None


def _pixels(content: bytes, suffix: str) -> str:
    try:
        with Image.open(io.BytesIO(content), formats=tuple(IMAGE_FORMATS)) as picture:
            if suffix not in IMAGE_FORMATS[str(picture.format)]:
                return f"is a {picture.format} picture, and its name ends with {suffix}."
            if picture.width * picture.height > 40_000_000:
                return f"is {picture.width} by {picture.height} pixels, which is too large to show."
            picture.load()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return "cannot be read as a picture."
    return ""
