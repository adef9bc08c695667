"""Results over time: sentences that say what they do not show, and nothing about very few people."""

from __future__ import annotations

from typing import Any

from macros.content.library import Library
from tests.support.scripts import run

BODY = """
const { measures, unread } = module.measuresOf(given.rows);
return { measures, unread, sentences: module.sentencesOf(measures, given.words, (day) => day) };
"""


def said(library: Library, *rows: dict[str, str]) -> Any:
    empty = {"label": "Helped", "day": "", "value": "", "people": "", "better": "", "limits": ""}
    words = library.strings["pictures"]["changes"]
    return run("shared/changes.js", BODY, rows=[{**empty, **row} for row in rows], words=words)


def test_a_sentence_says_from_what_to_what_and_whether_that_is_better(library: Library) -> None:
    rows = [{"day": "2027-08-31", "value": "1,046.5", "people": "46"}, {"day": "2027-02-25", "value": "£900"}]
    sentences = said(library, *rows, {"better": "lower", "limits": "People who never came."})["sentences"]

    change = "Helped rose from 900 on 2027-02-25 to 1,046.5 on 2027-08-31 (46 people)."
    assert sentences == [
        {
            "text": f"{change} That is the wrong direction.",
            "limit": "What this does not show: People who never came.",
        }
    ]


def test_a_result_without_a_limit_gets_one(library: Library) -> None:
    (sentence,) = said(library, {"day": "2027-08-31", "value": "5"})["sentences"]

    assert sentence["text"] == "Helped was 5 on 2027-08-31. There is no later result yet."
    assert library.strings["pictures"]["changes"]["no_limit"] in sentence["limit"]


def test_a_result_about_few_people_is_in_no_number(library: Library) -> None:
    few = [{"day": f"2027-0{month}-01", "value": str(month), "people": str(month)} for month in range(1, 7)]
    summary = said(library, *few, {"day": "2027-07-01", "value": "0", "people": "0"})
    (measure,) = summary["measures"]

    assert [point["value"] for point in measure["points"]] == [5, 6, 0]
    assert "4 more results are about fewer than 5 people" in summary["sentences"][0]["text"]
    assert "1 on" not in summary["sentences"][0]["text"]


def test_measures_stand_in_their_order_and_results_in_that_of_the_days(library: Library) -> None:
    rows = [
        {"label": "B", "day": "2027-09-01", "value": "2"},
        {"label": "a  b", "day": "2027-01-01", "value": "1"},
        {"label": "B", "day": "2027-03-01", "value": "1"},
        {"label": "A b", "day": "soon", "value": "1"},
    ]
    summary = said(library, *rows)

    assert [measure["label"] for measure in summary["measures"]] == ["B", "a  b"]
    assert [point["day"] for point in summary["measures"][0]["points"]] == ["2027-03-01", "2027-09-01"]
    assert [reading["day"] for reading in summary["unread"]] == ["soon"]


def test_the_examples_sentences_are_those_that_the_page_makes(library: Library) -> None:
    values = library.worksheets["indicator-table"].example.values
    body = """
const { reading } = need("charts/changes.js");
const { readDay } = need("charts/days.js");
const { measures } = need("shared/changes.js").measuresOf(given.rows.map((row) => reading(row, ["Higher", "Lower"])));
return need("shared/changes.js").sentencesOf(measures, given.words, (day) => readDay(day, given.words).said);
"""
    rows = [
        {key.replace("measure", "label"): str(value) for key, value in row.items()}
        for row in [*values["readings"], *values["reading_guide"]]
    ]
    sentences = run("charts/changes.js", body, rows=rows, words=library.strings["pictures"]["changes"])

    assert [f"{sentence['text']} {sentence['limit']}" for sentence in sentences] == values["changes"].split("\n")
