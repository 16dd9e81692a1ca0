"""Routes on the page of their category, in the table of them all, and among what may fit."""

import pytest
from lxml import html

from generator.guide import compile_guide
from generator.inspection.site import inspect_page
from tests.builds import find
from tests.pages.making import tree
from tests.project import TODAY, Project

HARBA = "data/categories/harba.yml"
FERRYMEN = """    permit_type: open
    ircc_codes: [P34]
"""


def page(project: Project, uri: str) -> html.HtmlElement:
    return tree(compile_guide(project.root, TODAY).pages[uri])


def words(element: html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def section(project: Project, key: str) -> html.HtmlElement:
    (found,) = find(page(project, "categories/harba.md"), f'.//section[h3/@id="{key}"]')
    return found


def row(project: Project, title: str) -> list[str]:
    table = './/table[caption/@data-table="routes_table"]'
    found = find(page(project, "codes.md"), f'{table}/tbody/tr[th[normalize-space()="{title}"]]')
    return [words(cell) for cell in found[0]]


def test_a_route_says_each_of_its_facts_and_nothing_of_others(project: Project) -> None:
    told = find(section(project, "menders"), ".//dt")
    assert [words(part) for part in told] == [
        *("Trade", "Tools", "Papers", "Job offer needed?", "First permit", "Longest stay"),
        *("Where to apply", "Our reviewer’s code", "Code on official pages"),
    ]
    told = find(section(project, "ferrymen"), ".//dt")
    assert [words(part) for part in told] == ["Permit type", "Code on official pages"]


def test_a_route_that_states_no_fact_has_no_box_for_them(project: Project) -> None:
    assert section(project, "ferrymen").find_class("guide-glance")
    project.replace(HARBA, FERRYMEN, "")
    bare = section(project, "ferrymen")
    assert not bare.find_class("guide-glance")
    assert words(bare).endswith("who row goods between them.")


def test_the_table_of_routes_says_what_is_known_of_each_and_that_the_rest_is_not(
    project: Project,
) -> None:
    assert row(project, "Boat menders")[:7] == [
        *("Boat menders", "HARBA (BRAHA)", "P23", "P36", "Not said here", "Yes", "Three seasons"),
    ]
    assert row(project, "Ferrymen")[2:7] == [
        *("P23, P24 for the whole category", "P34", "Open", "Not said here", "Not said here"),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("P34", "P35"),
        ('<td data-label="Permit type">Open</td>', "<td>Closed</td>"),
        ("P23</a>, ", "P23</a> or "),
    ],
)
def test_the_table_without_a_fact_of_a_route_is_not_what_was_expected(
    project: Project, old: str, new: str
) -> None:
    made = compile_guide(project.root, TODAY).pages["codes.md"]
    assert made.expected is not None
    built = f"<article>{made.html}</article>"
    start = built.index('data-table="routes_table"')
    here = built.index(old, built.index("Ferrymen", start))
    changed = built[:here] + new + built[here + len(old) :]
    assert not inspect_page(built.encode(), made.expected)
    assert inspect_page(changed.encode(), made.expected)


@pytest.mark.parametrize("fact", ["Open", "Yes", "R204(c)", "Three seasons", "P37", "At the quay"])
def test_a_page_without_a_fact_of_a_route_is_not_what_was_expected(
    project: Project, fact: str
) -> None:
    made = compile_guide(project.root, TODAY).pages["categories/harba.md"]
    assert made.expected is not None
    built = f"<article>{made.html}</article>"
    start = built.index('<h3 id="menders"')
    assert fact in built[start:]
    assert not inspect_page(built.encode(), made.expected)
    lost = built[:start].replace(fact, "-") + built[start:].replace(fact, "-")
    assert inspect_page(lost.encode(), made.expected)


def test_a_category_s_page_leads_to_the_firm_s_own_where_its_address_is_known(
    project: Project,
) -> None:
    says = "Our longer page on it:"
    assert says not in words(page(project, "categories/harba.md"))
    project.replace(HARBA, "permanent_residence:", "firm_page: permits\npermanent_residence:")
    made = page(project, "categories/harba.md")
    assert f"{says} All permits." in words(made)
    assert find(made, './/a[@href="https://lantern.example/permits"]')
    project.replace(HARBA, "firm_page: permits", "firm_page: water")
    assert says not in words(page(project, "categories/harba.md"))


def test_a_finder_s_card_says_of_the_permit_what_the_route_says(project: Project) -> None:
    def foot() -> str:
        (card, *_) = find(page(project, "find.md"), './/li[.//strong[contains(., "Ferrymen")]]')
        return words(card.find_class("guide-card-foot")[0])

    project.replace("data/finder.yml", "categories: [harba]", "routes: [harba/ferrymen]")
    assert foot().startswith("Permit type: open. No LMIA.")
    project.replace(HARBA, FERRYMEN, "")
    assert foot().startswith("No LMIA. Reviewed")
