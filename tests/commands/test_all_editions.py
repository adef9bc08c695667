"""Several editions in one place: each is built under its own name, and one's fault does not stop the others."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
import yaml

from macros.commands.all_editions import build, build_all
from tests.conftest import ROOT
from tests.support.parsed import page_at
from tests.support.workflows import WORKFLOWS, run_step, steps


@pytest.fixture
def county(tmp_path: Path) -> Path:
    """A project with three editions and an older site of one of them."""
    (tmp_path / "templates/strings").mkdir(parents=True)
    shutil.copy(ROOT / "templates/strings/en.yml", tmp_path / "templates/strings")
    for slug in ("barrow", "toolkit", "quay"):
        (tmp_path / "editions" / slug).mkdir(parents=True)
    (tmp_path / "site/quay").mkdir(parents=True)
    (tmp_path / "site/quay/edition.json").write_text(told("quay", "older"), "utf-8")
    return tmp_path


def told(slug: str, address: str) -> str:
    names = {"edition": slug, "place": slug.title(), "council": f"{slug} <Council>", "programme": f"Digital {slug}"}
    return json.dumps({**names, "address": address})


def builder(faulty: str = "") -> object:
    """Stands for a build: writes what a build writes last, or fails for the edition ``faulty``."""

    def build(_root: Path, to: Path, environ: dict[str, str]) -> tuple[int, str]:
        slug = environ["EDITION"]
        to.mkdir(parents=True)
        if slug == faulty:
            return 1, "1 thing needs fixing."
        (to / "edition.json").write_text(told(slug, environ["SITE_URL"]), "utf-8")
        return 0, ""

    return build


def test_every_edition_has_its_folder_and_the_first_page_leads_there(county: Path) -> None:
    code = build_all(county, ["all"], {"SITE_URL": "https://x.example/kit/"}, builder())  # type: ignore[arg-type]

    page = page_at(county / "site/index.html")
    assert code == 0
    assert [str(link["href"]) for link in page.select(".listing a")] == ["barrow/", "quay/", "toolkit/"]
    assert "barrow <Council>" in page.get_text()
    assert "100% Digital Leeds" in page.get_text() and "Open Government Licence" in page.get_text()
    assert (
        json.loads((county / "site/quay/edition.json").read_text("utf-8"))["address"] == "https://x.example/kit/quay/"
    )
    lost = page_at(county / "site/404.html")
    assert str(lost.select(".listing a")[0]["href"]) == "/kit/barrow/"


def test_only_those_that_are_named_are_built(county: Path) -> None:
    assert build_all(county, ["quay", "barrow"], {}, builder()) == 0  # type: ignore[arg-type]

    assert sorted(path.name for path in (county / "site").iterdir() if path.is_dir()) == ["barrow", "quay"]


def test_one_editions_fault_stops_nobody_else(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = build_all(county, ["all"], {}, builder("quay"))  # type: ignore[arg-type]

    assert code == 1
    assert (county / "site/barrow/edition.json").is_file()
    assert json.loads((county / "site/quay/edition.json").read_text("utf-8"))["address"] == "older"
    assert "quay could not be built: fix what is named above. Its older site was kept." in capsys.readouterr().err


@pytest.mark.parametrize(("asked", "strict"), [(["all"], "1"), (["quay"], "0")])
def test_where_it_is_asked_or_nothing_is_left_nothing_changes(county: Path, asked: list[str], strict: str) -> None:
    assert build_all(county, asked, {"STRICT": strict}, builder("quay")) == 1  # type: ignore[arg-type]

    assert [path.name for path in (county / "site").iterdir()] == ["quay"]


def test_a_workflow_publishes_what_there_is_and_its_summary_says_what_is_not(county: Path) -> None:
    files = {"GITHUB_STEP_SUMMARY": str(county / "summary.md"), "GITHUB_OUTPUT": str(county / "output")}
    environ = {"STRICT": "0", **files}

    assert build_all(county, ["all"], environ, builder("quay")) == 0  # type: ignore[arg-type]

    summary = (county / "summary.md").read_text("utf-8")
    assert "## quay could not be built" in summary and "1 thing needs fixing." in summary and "barrow" not in summary
    assert (county / "output").read_text("utf-8") == "left_out=quay\n"


def test_after_publishing_what_there_is_the_run_turns_red_and_names_the_rest(tmp_path: Path) -> None:
    step = steps("publish.yml", "complete")["Say which editions are missing"]
    with pytest.raises(AssertionError, match="Off the web until their mistakes are fixed: quay"):
        run_step(step, tmp_path, {"LEFT_OUT": "quay"})

    check, publish = (yaml.safe_load((WORKFLOWS / name).read_text("utf-8")) for name in ("check.yml", "publish.yml"))
    last, job = publish["jobs"]["complete"], check["jobs"]["check"]
    assert last["needs"] == ["check", "deploy"]
    assert last["if"] == "needs.check.outputs.left_out != ''"
    assert check[True]["workflow_call"]["outputs"]["left_out"]["value"] == "${{ jobs.check.outputs.left_out }}"
    assert job["outputs"]["left_out"] == "${{ steps.site.outputs.left_out }}"  # YAML takes “on” as true
    assert [each["run"] for each in job["steps"] if each.get("id") == "site"] == ["make site"]


def test_a_build_gives_its_reasons(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\ndocs_dir: nowhere\n", "utf-8")

    code, said = build(tmp_path, tmp_path / "site", dict(os.environ))

    assert code and "nowhere" in said and said.startswith("ERROR")


def test_a_name_that_is_not_there_is_told(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build_all(county, ["quay", "quai"], {}, builder()) == 1  # type: ignore[arg-type]

    assert "There is no edition called “quai”" in capsys.readouterr().out
