"""Plain data to checked objects: the rules are in pydantic models, the words of each complaint are here."""

from __future__ import annotations

import difflib
from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import PydanticCustomError

from macros.core.parsing import ParsedFile
from macros.core.problems import ContentError, Problem

Model = TypeVar("Model", bound=BaseModel)
VALUE_SHAPES = {  # pydantic's kinds of error for a value of another shape: what it should be, and how that is written
    "model_type": ("hold keys with values", '{key: "…"}'),
    "dict_type": ("hold keys with values", '{key: "…"}'),
    "list_type": ("be a list", "[one, another]"),
    "bool_type": ("say true or false, without quotation marks", "true"),
}


class StrictModel(BaseModel):
    """A model that takes exactly the keys it names, with values of exactly their types."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def rule_error(message: str, fix: str, at: tuple[Hashable, ...] = ()) -> PydanticCustomError:
    """The error for a validator to raise: ``problem`` and ``fix`` are whole sentences.

    ``at`` are the keys and list positions below what is validated, where the fault is deeper than that.
    """
    return PydanticCustomError("toolkit", "{problem}", {"problem": message, "fix": fix, "at": at})


def validate(model: type[Model], source: ParsedFile, **more: Any) -> Model:
    """Return ``source.data`` as ``model``; ``more`` adds values that do not stand in the file (such as an id).

    Raises :class:`ContentError` with every fault of the file.
    """
    if not isinstance(source.data, dict):
        message = "This file should hold keys with values, such as “title: Partner map”."
        raise ContentError([Problem(source.file, 1, message, "Start each line with a key and a colon.")])
    try:
        return model.model_validate({**source.data, **more})
    except ValidationError as error:
        raise ContentError([_problem(model, source, detail) for detail in error.errors()]) from error


def _problem(model: type[BaseModel], source: ParsedFile, detail: Any) -> Problem:
    # A tagged union puts the tag (the field's kind) into the place; the file does not have it there.
    tags = _tags(model)
    place = tuple(part for part in detail["loc"] if not (isinstance(part, str) and part in tags))
    line = source.line(place)
    key = next((part for part in reversed(place) if isinstance(part, str)), "this")
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "toolkit":
        return Problem(source.file, source.line((*place, *context["at"])), context["problem"], context["fix"])
    if kind == "missing":
        return Problem(source.file, line, f"“{key}” is missing.", f"Add a line “{key}: …”.")
    if kind == "extra_forbidden":
        near = difflib.get_close_matches(key, _keys(model), n=1)
        fix = f"Did you mean “{near[0]}”?" if near else "Delete the line, or check how the key is spelled."
        return Problem(source.file, line, f"“{key}” is not a key that is known here.", fix)
    if kind == "literal_error" or kind.startswith("union_tag"):
        allowed = context.get("expected") or context.get("expected_tags", "")
        return Problem(source.file, line, f"“{key}” has a value that is not known here.", f"Choose one of: {allowed}.")
    if kind == "string_type":
        shortcoming = "is empty" if detail["input"] is None else "is not text"
        return Problem(
            source.file, line, f"“{key}” {shortcoming}.", f'Write text, and put it in quotation marks: {key}: "…".'
        )
    if kind == "date_type":
        return Problem(
            source.file, line, f"“{key}” is not a date.", "Write year, month, day without quotes: 2026-11-24."
        )
    if kind == "model_type" and place and isinstance(place[-1], int):
        message = f"An entry of “{key}” should hold keys with values."
        return Problem(source.file, line, message, "Begin it with a hyphen and a key, such as “- key: …”.")
    if kind in VALUE_SHAPES:
        what, example = VALUE_SHAPES[kind]
        return Problem(
            source.file, line, f"“{key}” should {what}.", f"Write it as {key}: {example}, or delete the line."
        )
    return Problem(source.file, line, f"“{key}” cannot be used: {detail['msg']}.", "Change the value to fit.")


@cache
def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema()


@cache
def _tags(model: type[BaseModel]) -> frozenset[str]:
    """The tags by which the model's unions tell their classes apart, such as the kinds of field."""
    tags: set[str] = set()
    waiting: list[Any] = [_schema(model)]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            tags |= part.get("discriminator", {}).get("mapping", {}).keys()
            waiting.extend(part.values())
        elif isinstance(part, list):
            waiting.extend(part)
    return frozenset(tags)


def _keys(model: type[BaseModel]) -> list[str]:
    """Every key of the model and of the models inside it."""
    schema = _schema(model)
    parts = [schema, *schema.get("$defs", {}).values()]
    return [key for part in parts for key in part.get("properties", {})]
