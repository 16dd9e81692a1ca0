import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.outputs.addresses import Addresses
from generator.outputs.api import api
from tests.outputs.guides import ORCA, compiled, noted
from tests.project import TODAY, Project

SITE = Addresses("https://guide.example/imp/")
CARNIVALS, BAKERY = "Carnivals and fairs, misc", "Village bakery help"
"""The categories that were not reviewed in the month in which all else was."""

NAMES = ("categories", "codes", "comparison", "register", "index")


def read(project: Project, name: str, addresses: Addresses = SITE, today: date = TODAY) -> Any:
    return json.loads(api(compiled(project, today)[0], addresses)[f"api/v1/{name}.json"])


@pytest.mark.parametrize("name", NAMES)
def test_an_independent_validator_finds_each_file_true_to_its_schema(
    project: Project, tmp_path: Path, name: str
) -> None:
    noted(project, ORCA, ("2022-05", "New."))
    files = api(compiled(project)[0], SITE)
    document, schema = tmp_path / "document.json", tmp_path / "schema.json"
    document.write_text(files[f"api/v1/{name}.json"], encoding="utf-8")
    schema.write_text(files[f"api/v1/{name}.schema.json"], encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema)]
    assert subprocess.run([*command, str(document)], check=False).returncode == 0
    broken = json.loads(document.read_text(encoding="utf-8"))
    del broken["as_of"]
    document.write_text(json.dumps(broken), encoding="utf-8")
    assert subprocess.run([*command, str(document)], check=False).returncode == 1


def test_each_category_says_what_its_page_says(project: Project) -> None:
    noted(project, ORCA, ("2022-05", "New."), ("2022-05-14", "Newer."))
    guide, made = compiled(project)
    listed = read(project, "categories")["categories"]
    assert [item["slug"] for item in listed] == list(guide.categories)
    for item in listed:
        category = guide.categories[item["slug"]]
        page = made.pages[f"categories/{item['slug']}.md"]
        assert item["address"] == f"https://guide.example/imp{page.address}"
        for key in ("title", "summary", "fits", "permit_type", "nationals", "permit_note", "apply"):
            assert item[key] == getattr(category, key)
        assert tuple(item["codes"]) == category.codes
        assert item["lmia_needed"] is False
        assert item["review"]["reviewed_on"] == category.reviewed_on.iso
        assert item["review"]["reviewed_by"] == "Review Desk One"
        assert item["notice"] == {"text": category.verify.notice, "url": category.verify.url}
    orca = next(item for item in listed if item["slug"] == "orca")
    assert [note["text"] for note in orca["changes"]] == ["New.", "Newer."]


def test_each_code_and_row_and_review_is_there(project: Project) -> None:
    guide, _ = compiled(project)
    codes = read(project, "codes")["codes"]
    assert [code["code"] for code in codes] == [entry.label for entry in guide.codes.entries()]
    old = next(code for code in codes if code["code"] == "K12")
    assert [successor["code"] for successor in old["successors"]] == ["K61", "K62", "K63"]
    assert old["address"].endswith("/codes/#k12")
    assert old["source"]["url"].startswith("https://www.canada.ca/")
    comparison = read(project, "comparison")
    assert len(comparison["features"]) == len(guide.comparison.features)
    assert all(set(row["cells"]) == {"imp", "tfwp"} for row in comparison["features"])
    register = read(project, "register")["reviews"]
    assert len(register) == len(guide.categories) + 2 + len(guide.pages)
    falls_due = {row["title"]: row["review"]["due"] for row in register}
    assert len(falls_due) == len(register)
    assert (falls_due.pop(CARNIVALS), falls_due.pop(BAKERY)) == ("2022-10-31", "2022-12-20")
    assert set(falls_due.values()) == {"2023-05-31"}


def test_each_route_is_named_by_the_codes_of_the_reviewer_and_by_ircc_s(project: Project) -> None:
    codes = {code["code"]: code for code in read(project, "codes")["codes"]}
    routes = {label: (code["reviewed_routes"], code["routes"]) for label, code in codes.items()}
    assert routes["P24"] == (["harba/keepers-of-books"], [])
    assert routes["P37"] == ([], ["harba/keepers-of-books"])
    listed = {item["slug"]: item["routes"] for item in read(project, "categories")["categories"]}
    found = {
        f"{slug}/{route['key']}": route["address"]
        for slug, all_ in listed.items()
        for route in all_
    }
    name = "harba/keepers-of-books"
    assert found[name] == "https://guide.example/imp/categories/harba/#keepers-of-books"
    assert {route for pair in routes.values() for names in pair for route in names} <= set(found)


@pytest.mark.parametrize(
    ("day", "status", "of_bakery"),
    [
        (date(2022, 12, 20), "current", "due soon"),
        (date(2022, 12, 21), "current", "overdue"),
        (date(2023, 3, 31), "current", "overdue"),
        (date(2023, 4, 1), "due soon", "overdue"),
        (date(2023, 5, 31), "due soon", "overdue"),
        (date(2023, 6, 1), "overdue", "overdue"),
    ],
)
def test_the_status_is_that_of_the_day(
    project: Project, day: date, status: str, of_bakery: str
) -> None:
    register = read(project, "register", today=day)
    assert register["as_of"] == day.isoformat()
    found = {row["title"]: row["review"]["status"] for row in register["reviews"]}
    assert (found.pop(CARNIVALS), found.pop(BAKERY)) == ("overdue", of_bakery)
    assert set(found.values()) == {status}


def test_without_a_known_site_no_host_is_invented(project: Project) -> None:
    for text in api(compiled(project)[0], Addresses()).values():
        assert "guide.example" not in text
    index = read(project, "index", Addresses())
    assert index["files"][0]["address"] == "/api/v1/categories.json"
    assert read(project, "categories", Addresses())["categories"][0]["address"].startswith("/cat")
