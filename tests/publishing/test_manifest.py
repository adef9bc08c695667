"""What edition.json says of a build."""

from __future__ import annotations

from dataclasses import replace

from macros.content.library import Library
from macros.publishing.manifest import manifest

NAME = 'Barking & Dagenham <Council> "King\'s"'


def test_a_build_lists_every_download_in_order_with_its_size_and_fingerprint(library: Library) -> None:
    council = replace(library, edition=library.edition.model_copy(update={"council": NAME}))

    listed = manifest(council, "", {"downloads/b.pdf": b"", "downloads/a.pdf": b"a"})

    assert [download["address"] for download in listed["downloads"]] == ["downloads/a.pdf", "downloads/b.pdf"]
    assert [download["bytes"] for download in listed["downloads"]] == [1, 0]
    assert listed["downloads"][0]["sha256"] == "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
    assert NAME in listed["council"] and listed["address"] == ""
