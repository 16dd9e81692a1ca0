"""The honest page at the address of a category that has ended."""

from jinja2 import Environment

from generator.inspection.expected import ExpectedPage, problem_texts, statement
from generator.model.category import Category, Ended
from generator.model.guide import Guide
from generator.model.layout import CATEGORIES, category_uri
from generator.pages.draft import Draft
from generator.problems.problem import Place

TEMPLATE = "ended.html.j2"

SEARCH_WEIGHT = 1
"""Readers look for what is open; who searches for the old name finds it all the same."""


def ended_page(environment: Environment, guide: Guide, slug: str, record: Ended) -> Draft:
    """Make the page that tells that a category ended, why, and where to turn.

    Raises:
        jinja2.TemplateError: the template is broken; `environment.problem_of` says where.
    """
    source = f"{CATEGORIES}/{slug}.yml"
    place = Place(source)
    uri = category_uri(slug)
    # In a preview, a category that cannot be read is left out.
    known = guide.categories
    instead = {other: known[other] for other in record.ended.instead if other in known}
    ended = f"This category ended {record.ended.on.when}."
    return Draft(
        uri=uri,
        source=source,
        title=f"{record.title}: ended {record.ended.on.when}",
        description=f"{ended} {record.ended.why}",
        html=environment.get_template(TEMPLATE).render(slug=slug, record=record, instead=instead),
        record=record,
        expected=ExpectedPage(
            uri,
            place,
            statement(slug, record, place),
            texts=[ended, *_texts(guide, record, instead)],
        ),
        weight=SEARCH_WEIGHT,
        parent="categories/index.md",
    )


def _texts(guide: Guide, record: Ended, instead: dict[str, Category]) -> list[str]:
    """Return what the page must state besides."""
    by = guide.reviewers[record.reviewed_by]
    return [
        record.title,
        record.ended.why,
        by.name,
        by.licence,
        *(f"{category.title}: {category.fits}" for category in instead.values()),
        *problem_texts(record),
    ]
