"""What is awaited is drawn once, when somebody first looks at it."""

from __future__ import annotations

import pytest

from macros.documents.awaited import Awaited


def test_a_document_is_waited_for_once_and_only_where_it_is_looked_at() -> None:
    asked: list[str] = []
    documents = Awaited()
    for url in ("a.pdf", "b.pdf"):
        documents.add(url, lambda url=url: asked.append(url) or url.encode())  # type: ignore[misc, func-returns-value]

    assert "a.pdf" in documents and list(documents) == ["a.pdf", "b.pdf"] and len(documents) == 2
    assert asked == [], "to know that it will be there, nobody waits"
    assert documents["a.pdf"] == documents["a.pdf"] == b"a.pdf" and asked == ["a.pdf"]


def test_what_is_there_takes_the_place_of_what_is_awaited() -> None:
    def never() -> bytes:
        raise AssertionError

    documents = Awaited()
    documents.add("a.pdf", never)
    documents.put("a.pdf", b"there")

    assert dict(documents) == {"a.pdf": b"there"}
    with pytest.raises(KeyError):
        documents["b.pdf"]
