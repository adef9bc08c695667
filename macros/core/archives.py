"""Office files are zip archives: written again so that the same content always gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

THEN = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip archive can say
MIMETYPE = "mimetype"  # OpenDocument: the first part, and not packed, so that a file's kind can be read off its start


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
            info.compress_type = zipfile.ZIP_STORED if name == MIMETYPE else zipfile.ZIP_DEFLATED
            new.writestr(info, content)
    return out.getvalue()
