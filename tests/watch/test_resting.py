import pytest

from generator.guide import compile_guide
from generator.model.guide import Guide
from generator.reviews.reviewing import subjects
from generator.watch.resting import Resting, rests_on
from tests.project import TODAY, Project


@pytest.fixture
def guide(project: Project) -> Guide:
    found = compile_guide(project.root, TODAY).guide
    assert found is not None
    return found


def by_review(guide: Guide, key: str) -> dict[str, Resting]:
    return {record.review: record for record in rests_on(guide, key)}


def test_a_category_is_named_with_what_in_it_rests_on_the_page(guide: Guide) -> None:
    found = by_review(guide, "keeper-swap-update-2020")
    record = found["lighthouse-keeper-swap"]
    assert record.reviewed_on == guide.categories["lighthouse-keeper-swap"].reviewed_on.iso
    assert record.what[0] == "its facts"
    assert record.what[-1] == "the notice"
    assert any(said.startswith("the question ") for said in record.what)
    assert any(said.startswith("its code") for said in record.what)


def test_what_is_written_of_codes_is_named_without_a_review(guide: Guide) -> None:
    (record,) = (r for r in rests_on(guide, "orca-transferees") if not r.review)
    assert (record.title, record.reviewed_on) == ("data/codes.yml", "")
    assert record.what[0].startswith("what is written of the codes ")


def test_pages_the_comparison_and_common_questions_are_named(guide: Guide) -> None:
    found = by_review(guide, "exemption-codes")
    assert "the notice" in found["content/employers.md"].what
    assert any(said.startswith("the row ") for said in found["comparison"].what)
    assert any(said.startswith("the question ") for said in found["content/index.md"].what)
    tide = by_review(guide, "tide-law")
    assert list(tide) == ["content/index.md"], "only a common question names it"


def test_a_route_is_named_by_the_code_that_the_page_gives_it(guide: Guide) -> None:
    (record,) = (r for r in rests_on(guide, "mountain-rescue-team") if r.review)
    (route,) = (r for r in guide.categories[record.review].routes if r.ircc_codes)
    assert f"on the route {route.title} the code K16" in record.what


def test_every_name_is_one_that_a_review_takes(project: Project, guide: Guide) -> None:
    known = subjects(compile_guide(project.root, TODAY).read)
    for key in guide.sources:
        assert {r.review for r in rests_on(guide, key)} - {""} <= known.keys()


def test_what_rests_on_no_page_is_not_named(guide: Guide) -> None:
    named = {r.review for r in rests_on(guide, "mountain-rescue-team")}
    assert named == {"mountain-rescue-team", ""}
