"""Partners and assets go out as Open Referral UK asks, without what is private, and doubtful lines are pointed out."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from macros.content.library import Library
from tests.support.example_project import example_answers
from tests.support.open_referral import ORGANIZATION, SERVICE, problems
from tests.support.scripts import loaded, run

ASSETS, OPEN, PRIVATE = "project/assets.js", "project/open-referral.js", "project/private-words.js"
UUID = re.compile(r"^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")
OUT = """
const at = 1800000000000;
const entries = (values) => Object.entries(values).map(([key, value]) => [key, { value, at }]);
const answers = (values) => ({ values: new Map(entries(values)), rows: new Map() });
const about = { rings: { ours: "Ours" }, names: ["Eastmarch", "Unpaid carers in Thornmere"] };
const out = need("project/assets.js").handedOut(answers(given.partners), answers(given.assets), about);
const project = { uid: "abcdef0123456789", about: "A partner." };
const { organizations, services } = need("project/open-referral.js");
return { ...out, organizations: organizations(out.partners, project), services: services(out.assets, project) };
"""


def handed_out(partners: dict[str, Any], assets: dict[str, Any]) -> dict[str, Any]:
    given = json.dumps({"partners": partners, "assets": assets})
    result: dict[str, Any] = loaded(ASSETS, OPEN).run(f"const given = {given};{OUT}")
    return result


@pytest.fixture(scope="module")
def example(library: Library) -> dict[str, Any]:
    """What goes out of the invented community's two sheets, each asset owned by a partner."""
    assets = example_answers(library.worksheets["asset-map"])
    assets["assets.4.owner"] = "Thornmere Library's manager. Yes on 15 December"
    return handed_out(example_answers(library.worksheets["partner-map"]), assets)


def test_the_files_are_as_open_referral_uk_asks(example: dict[str, Any]) -> None:
    assert len(example["organizations"]) == 7 and problems(example["organizations"], ORGANIZATION) == []
    assert len(example["services"]) == 8 and problems(example["services"], SERVICE) == []
    ids = [entry["id"] for entry in (*example["organizations"], *example["services"])]
    assert len(set(ids)) == 15 and all(map(UUID.match, ids))


def test_a_planted_fault_is_found(example: dict[str, Any]) -> None:
    first, *others = example["services"]
    for fault in ({"id": "1"}, {"status": "open"}, {"organisation": {}}, {"name": ""}):
        assert problems([{**first, **fault}, *others], SERVICE), fault


def test_an_asset_names_the_partner_that_owns_it(example: dict[str, Any]) -> None:
    owned = [service for service in example["services"] if "organization" in service]

    assert [(service["name"], service["organization"]["name"]) for service in owned] == [
        ("Eight PCs and a quiet room, Thornmere Library", "Thornmere Library"),
        ("Form adviser, library, Wednesdays", "Eastmarch Advice"),
    ][::-1]
    ids = {organization["name"]: organization["id"] for organization in example["organizations"]}
    assert all(service["organization_id"] == ids[service["organization"]["name"]] for service in owned)


def test_contacts_and_what_was_agreed_stay_behind(example: dict[str, Any]) -> None:
    text = json.dumps([example["organizations"], example["services"]], ensure_ascii=False)

    for private in ("Coordinator", "Practice manager", "Yes on", "15 December", "Shorter phone queues", "Visit on"):
        assert private not in text, private


def test_nothing_in_the_example_looks_private(example: dict[str, Any]) -> None:
    doubts = [row["name"] for row in (*example["partners"], *example["assets"]) if row["doubts"]]
    assert doubts == []


@pytest.mark.parametrize(
    ("text", "look"),
    [
        ("Lunch club, ask Jo Marsh at the door", "name"),
        ("Ring Siân O'Brien", "name"),
        ("Table run by Anne-Marie Clarke", "name"),
        ("Lunch club, Mrs Khan", "title"),
        ("Lift scheme, 01632 960 012", "phone"),
        ("Lift scheme, +44 7700 900123", "phone"),
        ("Repairs, jo@marsh.example", "email"),
        ("Her flat, TH1 2AB", "postcode"),
    ],
)
def test_what_looks_private_is_pointed_out(text: str, look: str) -> None:
    words = run(PRIVATE, "return module.privateWords(given.text);", text=text)
    assert [word["look"] for word in words] == [look]


@pytest.mark.parametrize(
    "text",
    [
        "Town Hall market café",
        "Three Villages Good Neighbours",
        "Open Fridays, 10 to 12",
        "The Red Cross shop",
        "Thornmere Carers' Circle",
    ],
)
def test_places_and_days_are_not(text: str) -> None:
    assert run(PRIVATE, "return module.privateWords(given.text, ['Red Cross']);", text=text) == []


def test_the_same_row_has_the_same_id_and_another_project_another() -> None:
    ids = run(OPEN, "return ['a 1', 'a 1', 'a 2', 'b 1'].map(module.idOf);")
    assert ids[0] == ids[1] and len(set(ids)) == 3
