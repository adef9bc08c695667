"""Values of an edition's settings: texts, colours, addresses, each checked, and shown to editors as a pattern."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, WithJsonSchema

from macros.core.validation import rule_error

# Control characters, and those that turn the direction of what follows them.
UNPRINTED = r"\u0000-\u001f\u202a-\u202e\u2066-\u2069"
# Quotation marks as Word writes them, which YAML takes for letters of the value.
IN_CURLY_MARKS = '[“”„][^“”"]*[”"]'


def _filled(text: str) -> str:
    if not text.strip():
        raise rule_error("The value is empty.", "Write something after the colon, or delete the line.")
    if re.search(rf"[{UNPRINTED}]", text):
        raise rule_error("The value holds a character that cannot be printed.", "Write it again on one line.")
    if re.fullmatch(IN_CURLY_MARKS, text.strip()):
        raise rule_error("The value is in curly quotation marks.", 'Write straight ones, as in "Anytown".')
    return text.strip()


def _hex(text: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        fix = 'Write a hash and six digits or letters a to f, in quotation marks: "#005a9c".'
        raise rule_error(f"“{text}” is not a colour.", fix)
    return text.lower()


def _address(text: str) -> str:
    if bad := re.search(r"""["'<>\\^`{|}]""", text):
        message = f"“{text}” is not a web address: it may not contain {bad.group()}."
        raise rule_error(message, "Copy it from the address bar of your browser, with nothing before or after it.")
    if not re.fullmatch(r"https?://[^\s/]+\.[^\s/]+(/\S*)?", text):
        raise rule_error(f"“{text}” is not a web address.", "Write it whole, starting with https://.")
    return text


def none_listed(value: object) -> object:
    """A key whose last entry somebody deleted stands there without a value."""
    return [] if value is None else value


def none_said(value: object) -> object:
    """The same for keys with values of their own."""
    return {} if value is None else value


def _email(text: str) -> str:
    if bad := re.search(r"""["<>()\[\],;:\\?%=|]""", text):
        message = f"“{text}” is not just an email address: it may not contain {bad.group()}."
        raise rule_error(message, "Write one address and nothing else: name@council.gov.uk.")
    if not re.fullmatch(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+", text):
        raise rule_error(f"“{text}” is not an email address.", "Write it as name@council.gov.uk.")
    return text


def _phone(text: str) -> str:
    if not re.search(r"[0-9]", text):
        raise rule_error(f"“{text}” is not a phone number.", "Write it in digits, such as 01632 960001.")
    return text


def _folder(name: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        raise rule_error(f"“{name}” is not the name of a folder.", "Write it as it is in editions/, such as “craven”.")
    return name


def _shown(rule: str, pattern: str) -> WithJsonSchema:
    """What the schema says of text that a function above checks: the same as a pattern, and whose words tell it."""
    return WithJsonSchema({"type": "string", "pattern": pattern, "$comment": rule})


PlaceKind = Literal["city", "town", "county", "borough", "district", "island", "region"]
Text = Annotated[
    str,
    AfterValidator(_filled),
    _shown("text", rf"^(?=[\s\S]*\S)(?!\s*{IN_CURLY_MARKS}\s*$)[^{UNPRINTED}]*$"),
]
Colour = Annotated[str, AfterValidator(_hex), _shown("colour", r"^#[0-9a-fA-F]{6}$")]
NOT_IN_ADDRESS = r"""\s"'<>\\^`{|}"""
Address = Annotated[
    str,
    AfterValidator(_address),
    _shown("address", rf"^https?://[^/{NOT_IN_ADDRESS}]+\.[^/{NOT_IN_ADDRESS}]+(/[^{NOT_IN_ADDRESS}]*)?$"),
]
NOT_IN_EMAIL = r"""@\s"<>()\[\],;:\\?%=|"""
Email = Annotated[
    str,
    AfterValidator(_email),
    _shown("email", rf"^[^{NOT_IN_EMAIL}]+@[^.{NOT_IN_EMAIL}]+(\.[^.{NOT_IN_EMAIL}]+)+$"),
]
Phone = Annotated[Text, AfterValidator(_phone), _shown("phone", rf"^(?=.*[0-9])[^{UNPRINTED}]*$")]
Folder = Annotated[Text, AfterValidator(_folder)]
