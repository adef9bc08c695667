"""Many documents in one .zip."""

from __future__ import annotations

import io
import zipfile
from datetime import date

TEXTS = (".html", ".css", ".js", ".svg", ".txt")
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
