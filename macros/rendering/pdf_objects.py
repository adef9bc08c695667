"""The objects of a PDF of pydyf that is not yet written, found by the references that stand for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any


class Objects:
    """Those of one ``pdf``."""

    def __init__(self, pdf: Any) -> None:
        import pydyf

        self._pdf = pdf
        self.array, self.string, self._dictionary = pydyf.Array, pydyf.String, pydyf.Dictionary

    def of(self, reference: Any) -> Any:
        """What a ``reference`` stands for; anything else stands for itself."""
        return self._pdf.objects[int(reference[: reference.index(b" ")])] if type(reference) is bytes else reference

    @property
    def structure(self) -> Any:
        """The root of the tree of tags."""
        return self.of(self._pdf.catalog["StructTreeRoot"])

    def pages(self) -> Iterator[Any]:
        """Every page."""
        return (self.of(reference) for reference in self._pdf.page_references)

    def dictionary(self, **values: Any) -> Any:
        """A dictionary of these ``values``, which stands where it is put."""
        return self._dictionary(values)

    def element(self, kind: str, kids: Iterable[Any], holder: Any) -> Any:
        """A new part of the structure, of these ``kids``, in its ``holder``."""
        element = self.dictionary(Type="/StructElem", S=kind, K=self.array(list(kids)), P=holder.reference)
        if "Pg" in holder:
            element["Pg"] = holder["Pg"]
        self._pdf.add_object(element)
        return element
