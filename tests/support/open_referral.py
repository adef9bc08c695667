"""What Open Referral UK asks of the fields that this site writes, as a JSON schema.

Written from the UK profile of HSDS 3.0 as it stood on 10 October 2024 (github.com/OpenReferralUK/uk-profile, the
compiled schemas of a service and an organization): which fields must be there, their kinds, formats and lists. The
profile allows fields that it does not know, and this schema does not, so that a misspelled one is found.
"""

from __future__ import annotations

from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

TEXT = {"type": "string", "minLength": 1}
ID = {"type": "string", "format": "uuid"}
ORGANIZATION: dict[str, Any] = {
    "type": "object",
    "required": ["id", "name", "description"],
    "additionalProperties": False,
    "properties": {"id": ID, "name": TEXT, "description": TEXT},
}
SERVICE: dict[str, Any] = {
    "type": "object",
    "required": ["id", "name", "status"],
    "additionalProperties": False,
    "properties": {
        "id": ID,
        "name": TEXT,
        "description": TEXT,
        "status": {"enum": ["active", "inactive", "defunct", "temporarily closed"]},
        "last_modified": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$"},
        "organization_id": ID,
        "organization": ORGANIZATION,
    },
}


def problems(entries: Any, schema: dict[str, Any]) -> list[str]:
    """What is wrong with a file that holds a list of these, in words; empty where it is right."""
    checker = Draft202012Validator({"type": "array", "items": schema}, format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in checker.iter_errors(entries)]
