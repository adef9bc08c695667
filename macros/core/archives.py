"""Zip archives that are the same bytes each time: many documents in one, and office files written again."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import date

THEN = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip archive can say
MIMETYPE = "mimetype"  # OpenDocument: the first part, and not packed, so that a file's kind can be read off its start

TEXTS = (".html", ".css", ".js", ".svg", ".txt", ".xhtml", ".opf")
UNIX = 3  # the system that the archive says it was made on, whichever it was


def bundle(files: dict[str, bytes], day: date) -> bytes:
    """A .zip of ``files`` by their paths inside it, all dated ``day``: the same bytes each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:  # documents and pictures are compressed already
        for path, content in files.items():
            entry = zipfile.ZipInfo(path, (day.year, day.month, day.day, 12, 0, 0))
            if path.endswith(TEXTS):
                entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = UNIX
            entry.external_attr = 0o644 << 16  # readable by everybody
            archive.writestr(entry, content)
    return out.getvalue()


def same_bytes(raw: bytes, edits: Mapping[str, Callable[[bytes], bytes]] | None = None) -> bytes:
    """The archive ``raw`` with one fixed time on every part, which otherwise would say when it was made.

    ``edits`` changes the content of the parts that it names. Raises ``KeyError`` where such a part is missing.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w") as new:
        parts = {name: old.read(name) for name in old.namelist()}
        for name, edit in (edits or {}).items():
            parts[name] = edit(parts[name])
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, THEN)
            info.create_system = UNIX
            info.compress_type = zipfile.ZIP_STORED if name == MIMETYPE else zipfile.ZIP_DEFLATED
            new.writestr(info, content)
    return out.getvalue()
