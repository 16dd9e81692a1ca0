import pytest

from generator.editing.scaffold import category_draft
from generator.model.category import Category
from generator.model.decode import decode
from generator.model.layout import first_line
from generator.model.shapes import fields_of
from generator.source.tree import plain
from generator.source.yaml_text import parse

PATH = "data/categories/new.yml"


def read(text: str) -> dict[str, object]:
    tree, problems = parse(text, PATH)
    assert tree is not None
    assert not problems
    data = plain(tree)
    assert isinstance(data, dict)
    return data  # type: ignore[return-value]


@pytest.mark.parametrize(
    "title",
    [
        "ORCA",
        "ORCA: the agreement",
        "Yes",
        "no",
        "2022-05",
        "# not a comment",
        "a # comment",
        '"quoted"',
        "it's",
        "[list]",
        "{a: b}",
        "- dash",
        "*star",
        "&anchor",
        "@at",
        "a\nb",
        "café — «é»",
        "\\n",
        "null",
        "12",
    ],
)
def test_any_text_is_read_back_as_it_was_given(title: str) -> None:
    draft = category_draft("new", {"title": title, "codes": [title, "P22"]})
    data = read(draft)
    wanted = " ".join(title.split())
    assert data["title"] == wanted
    assert data["codes"] == [wanted, "P22"]


def test_every_key_is_there_with_what_to_write() -> None:
    draft = category_draft("new", {})
    assert draft.startswith(first_line(PATH) + "\n")
    for key, field in fields_of(Category).items():
        assert f"\n{key}:" in draft or f"\n# {key}:" in draft
        assert (field.description or "")[:30] in " ".join(draft.replace("\n#", "").split())


def test_review_and_notice_stay_empty_whatever_is_known() -> None:
    given = {"reviewed_on": "2022-05", "reviewed_by": "me", "verify": "x", "verify.notice": "x"}
    given |= {"verify.url": "https://www.canada.ca/", "verify.source": "exemption-codes"}
    data = read(category_draft("new", given))
    assert not data["reviewed_on"]
    assert not data["reviewed_by"]
    # Of its two ways to name the page, the other one waits behind a `#`.
    assert data["verify"] == {"notice": "", "source": ""}


def test_its_only_problems_are_what_a_person_must_write() -> None:
    tree, _ = parse(category_draft("new", {}), PATH)
    assert tree is not None
    needed = {key for key, field in fields_of(Category).items() if field.is_required()}
    problems = decode(tree, Category).problems
    assert {p.message.split("`")[1].split(".")[0] for p in problems if "`" in p.message} <= {
        *needed,
        "notice",
        "source",
        "offer",
        "fee",
        "text",
    }
    assert len(problems) >= len(needed)
