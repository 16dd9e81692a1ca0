"""The guide page of a category."""

from collections.abc import Iterator

from jinja2 import Environment

from generator.inspection.expected import (
    ExpectedPage,
    ExpectedTable,
    Statement,
    problem_texts,
    statement,
)
from generator.model.category import Category
from generator.model.guide import Guide
from generator.model.layout import category_uri
from generator.pages.draft import Draft
from generator.pages.explorer import ANSWERS
from generator.problems.phrases import upper_first
from generator.problems.problem import Place

TEMPLATE = "category.html.j2"

SEARCH_WEIGHT = 4
"""Readers who search for an abbreviation want the guide, not the glossary or a table."""


def category_page(environment: Environment, guide: Guide, slug: str, category: Category) -> Draft:
    """Make a category's page.

    Raises:
        jinja2.TemplateError: the template is broken; `environment.problem_of` says where.
    """
    source = f"data/categories/{slug}.yml"
    place = Place(source)
    uri = category_uri(slug)
    full = statement(slug, category, place)
    link = statement(slug, category, place, full=False)
    anchors = tuple(entry.anchor for entry in guide.codes_of(category))
    return Draft(
        uri=uri,
        source=source,
        title=f"{category.title}: work permit without an LMIA, {', '.join(category.codes)}",
        description=category.summary,
        html=environment.get_template(TEMPLATE).render(slug=slug, category=category),
        record=category,
        expected=ExpectedPage(
            uri,
            place,
            full,
            tables={table.key: table for table in _tables(category, link, anchors)},
            sections={route.key: () for route in category.routes},
            texts=[*_texts(guide, category), *_texts_of_routes(category)],
        ),
        weight=SEARCH_WEIGHT,
        questions=category.questions,
        parent="categories/index.md",
    )


def guide_inputs(guide: Guide) -> tuple[object, ...]:
    """Return what every guide page shows something of, besides its own category."""
    return (
        *(guide.codes, guide.groups, guide.sources, guide.reviewers),
        *(guide.settings, guide.firm, guide.today),
    )


def category_inputs(guide: Guide, category: Category) -> tuple[object, ...]:
    """Return what a category's page shows of other categories."""
    return tuple((slug, other.title, other.fits) for slug, other in guide.related(category))


def _tables(
    category: Category, link: Statement, anchors: tuple[str, ...]
) -> Iterator[ExpectedTable]:
    yield ExpectedTable("codes_of_category", (link,), anchors)
    if len(category.routes) > 1:
        yield ExpectedTable("routes_of_category", (link,))


def _texts_of_routes(category: Category) -> Iterator[str]:
    """Yield the facts that the page must state of the category's routes."""
    for item in category.asked:
        yield from (item.what, item.meaning)
    yield from (*category.papers, *category.how_long)
    for route in category.routes:
        yield from (route.title, route.fits)
        permit = f"Permit type {upper_first(route.permit_type)}" if route.permit_type else None
        offer = f"Job offer needed? {ANSWERS[route.offer]}" if route.offer else None
        told = (
            *(route.turns_on, permit, offer, route.apply, route.regulation),
            *(route.first_permit, route.longest_stay),
        )
        yield from (text for text in told if text)
        for item in route.asked:
            yield from (item.what, item.meaning)
        yield from (*route.papers, *route.codes, *route.ircc_codes)


def _texts(guide: Guide, category: Category) -> list[str]:
    """Return the facts that the page must state."""
    by = guide.reviewers[category.reviewed_by]
    optional = (category.nationals, category.permit_note, category.apply, category.regulation)
    return [
        category.title,
        category.in_short,
        category.fits,
        by.name,
        by.licence,
        *problem_texts(category),
        *(text for text in optional if text),
        *category.also_known_as,
        *category.who,
        *category.how_it_works,
        *category.employer.text,
        *category.mistakes,
        *category.lmia_route,
        *category.basis,
        *category.permanent_residence,
        *(note.text for note in category.changes),
        *(item.question for item in category.questions),
        *(paragraph for item in category.questions for paragraph in item.answer),
    ]
