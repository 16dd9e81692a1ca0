import json
from datetime import date

import pytest
from lxml import html

from generator.guide import Compiled, compile_guide
from generator.inspection.expected import FULL_CLASS
from generator.model.category import Category
from tests.builds import find
from tests.hostile import HOSTILE, let_through
from tests.pages.making import tree
from tests.project import CATEGORIES, TODAY, Project

ORCA = "data/categories/orca.yml"

SHOWN = (
    ("h2", "At a glance"),
    ("h2", "Exemption codes"),
    ("h2", "How it works"),
    ("h3", "The employer’s step"),
    ("h2", "From this permit to permanent residence"),
    ("h2", "Related categories"),
    ("h2", "Review and notice"),
)


def compiled(project: Project, today: date = TODAY) -> Compiled:
    return compile_guide(project.root, today)


def page(project: Project, slug: str = "orca", today: date = TODAY) -> html.HtmlElement:
    """Return what a category's page shows in its records' own words."""
    root = tree(compiled(project, today).pages[f"categories/{slug}.md"])
    for full in root.find_class(FULL_CLASS):
        full.drop_tree()
    return root


def words(element: html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def below(root: html.HtmlElement, heading: str) -> list[html.HtmlElement]:
    """Return what stands between a heading of the second level and the next."""
    return find(
        root, f'*[not(self::h2)][preceding-sibling::h2[1][normalize-space() = "{heading}"]]'
    )


def test_every_category_has_a_page_with_all_its_parts(project: Project) -> None:
    pages = compiled(project).pages
    for slug in CATEGORIES:
        made = pages[f"categories/{slug}.md"]
        assert made.source == f"data/categories/{slug}.yml"
        assert made.parent == "categories/index.md"
        assert made.expected is not None
        assert made.expected.html == f"categories/{slug}/index.html"
        headings = [(part.tag, words(part)) for part in find(tree(made), ".//h2|.//h3")]
        positions = [headings.index(part) for part in SHOWN]
        assert positions == sorted(positions)
        assert {(f"h{part.level}", part.text) for part in made.contents} == set(headings)


def said_by(category: Category) -> list[str]:
    return [
        category.title,
        category.in_short,
        category.fits,
        category.verify.notice,
        *category.who,
        *category.also_known_as,
        *category.how_it_works,
        *category.basis,
        *category.permanent_residence,
        *category.employer.text,
        *(q.question for q in category.questions),
        *(paragraph for q in category.questions for paragraph in q.answer),
    ]


def test_a_page_states_every_text_of_its_file(project: Project) -> None:
    result = compiled(project)
    assert result.guide is not None
    for slug, category in result.guide.categories.items():
        root = page(project, slug)
        text = words(root)
        assert not [part for part in said_by(category) if " ".join(part.split()) not in text]
        assert category.verify.url in find(root, ".//a/@href")


def test_a_page_has_one_main_heading_its_category_s_title(project: Project) -> None:
    for slug in CATEGORIES:
        (heading,) = find(page(project, slug), ".//h1")
        assert f"title: {words(heading)}\n" in project.read(f"data/categories/{slug}.yml")


def test_the_banner_is_there_always_and_shown_when_overdue(project: Project) -> None:
    before = page(project, today=date(2023, 5, 31))
    after = page(project, today=date(2023, 6, 1))
    (hidden,) = find(before, './/*[@data-guide="overdue"]')
    assert "hidden" in hidden.attrib
    (shown,) = find(after, './/*[@data-guide="overdue"]')
    assert [words(part) for part in find(shown, "strong")] == ["This review is overdue."]
    assert not find(after, ".//*[@hidden]")


def test_a_page_has_a_title_and_a_description_of_its_own(project: Project) -> None:
    made = compiled(project).pages["categories/orca.md"]
    assert made.title == "ORCA: work permit without an LMIA, P23, P22"
    assert made.description.startswith("Citizens of Riverside countries")
    assert made.record is not None
    assert made.record.reviewed_on.iso == "2022-05"


def changed(project: Project, *notes: tuple[str, str]) -> None:
    listed = "".join(f"  - date: {day}\n    text: {json.dumps(text)}\n" for day, text in notes)
    project.write(ORCA, f"{project.read(ORCA)}changes:\n{listed}")


def test_changes_are_told_newest_first_and_as_text(project: Project) -> None:
    newest = "<b>Newest</b> {{ 7 * 7 }}"
    changed(project, ("2021-06", "Older."), ("2022-05-14", newest), ("2022-05", "Old."))
    with let_through():
        (listed,) = below(page(project), "What changed")
    assert [words(item) for item in listed] == [
        f"14 May 2022: {newest}",
        "May 2022: Old.",
        "June 2021: Older.",
    ]
    assert find(listed, "li/strong/time/@datetime") == ["2022-05-14", "2022-05", "2021-06"]
    assert {element.tag for element in listed.iterdescendants()} == {"li", "strong", "time"}


def test_without_a_change_nothing_is_said_of_changes(project: Project) -> None:
    assert "What changed" not in words(page(project))


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_a_record_says_is_text_on_its_page(project: Project, text: str) -> None:
    for key in ("title", "fits", "permanent_residence"):
        project.remove_key(ORCA, key)
    quoted = json.dumps(text)
    keys = ("title", "fits", "permanent_residence")
    project.write(ORCA, project.read(ORCA) + "".join(f"{key}: {quoted}\n" for key in keys))
    shown = " ".join(text.split())
    with let_through():
        root = page(project)
    (heading,) = find(root, "h1")
    (fits,) = find(root, './/dt[. = "Who it fits"]/following-sibling::dd[1]')
    (residence,) = below(root, "From this permit to permanent residence")
    for element in (heading, fits, residence):
        assert (words(element), len(element)) == (shown, 0)
    assert not find(root, ".//script|.//img|.//b")


def test_a_question_that_ends_in_a_number_sign_keeps_it(project: Project) -> None:
    project.replace(ORCA, "Which ORCA craft is mine?", "'Which craft is C#'")
    made = compiled(project).pages["categories/orca.md"]
    assert "Which craft is C#" in [heading.text for heading in made.contents]
    assert "Which craft is C#" in [words(part) for part in find(tree(made), "h3")]
