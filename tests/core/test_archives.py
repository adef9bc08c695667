"""Archives that we write: the same bytes each time, and a file's kind is read off its start."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from macros.core.archives import bundle, same_bytes

KIND = b"application/vnd.oasis.opendocument.text"


def written() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", KIND)
        archive.writestr("content.xml", b"<a/>" * 50)
    return out.getvalue()


def test_what_says_the_kind_is_first_and_not_packed() -> None:
    raw = same_bytes(written())

    assert raw[30 : 30 + len("mimetype") + len(KIND)] == b"mimetype" + KIND, "OpenDocument is known by these bytes"
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert [info.compress_type for info in archive.infolist()] == [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]


def test_an_archive_does_not_say_when_or_on_which_system_it_was_made() -> None:
    with zipfile.ZipFile(io.BytesIO(same_bytes(written()))) as archive:
        assert {(info.date_time, info.create_system) for info in archive.infolist()} == {((1980, 1, 1, 0, 0, 0), 3)}
    with zipfile.ZipFile(io.BytesIO(bundle({"a & b.txt": b"x"}, date(2026, 11, 29)))) as archive:
        (info,) = archive.infolist()
        assert (info.filename, info.date_time) == ("a & b.txt", (2026, 11, 29, 12, 0, 0))
        assert (info.create_system, info.external_attr >> 16) == (3, 0o644)


def test_a_part_is_edited_by_its_name_and_one_that_is_not_there_is_an_error() -> None:
    edited = same_bytes(written(), {"content.xml": lambda content: content.upper()})

    with zipfile.ZipFile(io.BytesIO(edited)) as archive:
        assert archive.read("content.xml") == b"<A/>" * 50 and archive.read("mimetype") == KIND
    with pytest.raises(KeyError):
        same_bytes(written(), {"no-such.xml": bytes})
