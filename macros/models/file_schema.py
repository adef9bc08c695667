"""A model as a JSON schema, by which editors and the form on the page check what somebody types."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel


def file_schema(model: type[BaseModel]) -> dict[str, Any]:
    """The schema of the file that ``model`` reads: without what the file's name says."""
    result = model.model_json_schema()
    for given in ("id", "slug"):
        if given in result["properties"]:
            del result["properties"][given]
            result["required"].remove(given)
    return result
