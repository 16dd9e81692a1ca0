"""What the schemas say to whoever writes: the check's words, and nothing of a review to paste."""

import json
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from typing import Any

import pytest

from generator.editing import words
from generator.editing.schema import schemas
from generator.editing.snippets import snippets
from generator.model.category import Category, EmployerStep
from generator.model.layout import SINGLES, schema_path
from generator.model.review import PastReview, Reviewed, Verify
from tests.completion.places import PLACES
from tests.completion.slips import MARKED, SHOWN, UNMARKED
from tests.project import CATEGORIES, GUIDE, ROOT

SETTINGS = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
MESSAGES = {"errorMessage", "patternErrorMessage"}
DATE = re.compile(r"[0-9]{4}-[0-9]{2}")


def parts(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every schema within a schema, and whatever else is made of keys."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value:
        if isinstance(inner, dict | list):
            yield from parts(inner)


@pytest.mark.parametrize("path", sorted(schemas()))
def test_whatever_is_refused_is_refused_in_words(path: str) -> None:
    for part in parts(json.loads(schemas()[path])):
        refusing = {"pattern", "required", "type"} & part.keys()
        condition = part.keys() <= {"required", "properties", "type", "not", "minimum", "maximum"}
        condition |= part.keys() <= {"type", "exclusiveMaximum", "maxItems"}
        condition |= part.keys() <= {"type", "maxLength", "minLength"}
        if refusing and isinstance(part.get("pattern", ""), str) and not condition:
            assert MESSAGES & part.keys(), part
        for message in MESSAGES & part.keys():
            assert part[message], part
            assert not re.search(r"\\[a-z]|\(\?|\[\^|this this|\bNone:", part[message]), part[
                message
            ]


@pytest.mark.parametrize("path", sorted(schemas()))
def test_nothing_is_offered_that_is_a_fact_or_a_review(path: str) -> None:
    for part in parts(json.loads(schemas()[path])):
        assert not {"examples", "default", "const"} & (part.keys() - {"const"})
        for snippet in part.get("defaultSnippets", ()):
            for text in re.findall(r'": "([^"]*)"', json.dumps({"a": snippet["body"]})):
                assert re.fullmatch(r"\$[0-9]+|", text) or snippet["label"] == snippet["body"]


def test_the_snippet_of_a_category_ends_with_an_empty_review() -> None:
    (snippet,) = snippets(Category)["defaultSnippets"]
    needed = [key for key, field in Category.model_fields.items() if field.is_required()]
    assert set(snippet["body"]) == set(needed)
    assert list(snippet["body"])[-3:] == ["reviewed_on", "reviewed_by", "verify"]
    assert snippet["body"]["title"] == "$1"
    assert snippet["body"]["codes"] == ["$5"]
    assert list(snippet["body"]["employer"].values()) == ["$8", "$9", "$10"]
    assert snippet["body"]["reviewed_on"] == snippet["body"]["reviewed_by"] == ""
    assert snippet["body"]["verify"] == {"notice": "", "source": ""}


@pytest.mark.parametrize("record", [Reviewed, PastReview, Verify])
def test_no_snippet_and_no_key_has_a_value_for_a_review(record: Any) -> None:
    category = json.loads(schemas()["generator/editing/schemas/category.json"])["$defs"]
    name = "Category" if record is Reviewed else record.__name__
    for key in set(record.model_fields) - {"source", "reviews", "verify", "outcome"}:
        schema = category[name]["properties"][key]
        assert schema["anyOf"] == [True], key
        assert not DATE.search(json.dumps(schema.get("description"))), key
    found = str(snippets(record) if record is not Reviewed else "")
    assert "$" not in found.replace("$ref", "").replace("defaultSnippets", "")


def test_words_of_the_check_are_turned_where_it_quotes() -> None:
    assert words.of_value(Category, "order", "20") is None
    assert words.of_value(Category, "order", "ten") == "`order` must be a whole number"
    said = words.of_value(EmployerStep, "offer", words.NOT_A_NAME)
    assert said == "`offer`: write one of `yes`, `no`, `depends`"
    said = words.of_value(Category, "group", words.NOT_A_NAME) or ""
    assert said.startswith(
        "`group`: this is not a name here: use small letters, digits and hyphens"
    )
    assert words.of_missing(Category, "fits").startswith("`fits` is missing: write `fits:`")
    assert words.of_unknown(EmployerStep).endswith("the keys here are offer, fee, text")


def test_the_settings_find_the_schema_of_each_file() -> None:
    associations = SETTINGS["yaml.schemas"]
    paths = [*(f"data/{name}.yml" for name in SINGLES)]
    paths += [f"data/categories/{slug}.yml" for slug in CATEGORIES]
    for path in paths:
        found = [schema for schema, form in associations.items() if fnmatch(path, form)]
        assert found == [f"./{schema_path(path)}"]
    assert set(associations) == {f"./{path}" for path in schemas()}
    assert "yaml.customTags" not in SETTINGS


@pytest.mark.parametrize(
    ("table", "least"), [(PLACES, 40), (MARKED, 40), (UNMARKED, 15), (SHOWN, 10)]
)
def test_what_a_language_server_is_asked_is_about_the_frozen_guide(
    table: list[Any], least: int
) -> None:
    assert len(table) >= least
    for row in table:
        path, old, *_ = (row.path, row.old) if hasattr(row, "path") else row
        root = ROOT if path == "mkdocs.yml" else GUIDE
        if old:
            assert old in (root / path).read_text(encoding="utf-8"), f"{path}: {old}"
