"""The complete guide: every record, found by the names that templates use."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.model.category import Category, Ended
from generator.model.category_route import CategoryRoute
from generator.model.code import Code, CodeRegistry, Family
from generator.model.comparison import Comparison
from generator.model.finder import Finder
from generator.model.firm import Firm
from generator.model.layout import HOME, category_uri
from generator.model.records import SINGLE_FILES, Records
from generator.model.review import PastReview, Reviewed, Status, review_status
from generator.model.route import Route
from generator.model.site import (
    Group,
    Obligations,
    Questions,
    Reviewer,
    Settings,
    Source,
    Steps,
    Terms,
)


@dataclass(frozen=True)
class ReviewedPage:
    """A line of the review register.

    Attributes:
        title: what was reviewed.
        link: the page that shows it, as `/codes.md`.
        subject: the name of the page's review in the built HTML, as `codes`.
        record: the review itself.
    """

    title: str
    link: str
    subject: str
    record: Reviewed


@dataclass(frozen=True)
class Guide:
    """All records of a guide that can be published, on the day it is built."""

    today: date
    settings: Settings
    firm: Firm
    reviewers: dict[str, Reviewer]
    groups: dict[str, Group]
    sources: dict[str, Source]
    codes: CodeRegistry
    comparison: Comparison
    finder: Finder
    steps: Steps
    obligations: Obligations
    questions: Questions
    terms: Terms
    categories: dict[str, Category]
    """By slug, in the order of tables."""
    ended: dict[str, Ended]
    """The categories that have ended, by slug."""
    pages: tuple[ReviewedPage, ...]
    """The pages of content/, for the register."""

    @cached_property
    def code_by_label(self) -> dict[str, Code | Family]:
        """Codes and families by the name under which categories list them."""
        return {entry.label: entry for entry in self.codes.entries()}

    @cached_property
    def slugs_by_code(self) -> dict[str, list[str]]:
        """For each code, the slugs of the categories that list it."""
        found: dict[str, list[str]] = {}
        for slug, category in self.categories.items():
            for label in category.codes:
                found.setdefault(label, []).append(slug)
        return found

    @cached_property
    def also_codes(self) -> dict[str, list[Code | Family]]:
        """For each slug, codes that concern the category although it does not list them.

        They are those that IRCC's pages name for its routes, and those that the registry says are
        about it.
        """
        found: dict[str, list[Code | Family]] = {}
        for entry in self.codes.entries():
            named = (route.slug for route in self.routes_by_code.get(entry.label, ()))
            for slug in dict.fromkeys(filter(None, (*named, entry.about))):
                category = self.categories.get(slug)
                if category and entry.label not in category.codes:
                    found.setdefault(slug, []).append(entry)
        return found

    @cached_property
    def asked_first(self) -> dict[str, str]:
        """For each question, the URI of the first page that asks it.

        The questions about the programme come first, with the home page, which always asks them;
        then those of the categories in their order.
        """
        found = {item.question: HOME for item in self.questions.questions}
        for slug, category in self.categories.items():
            for item in category.questions:
                found.setdefault(item.question, category_uri(slug))
        return found

    @cached_property
    def routes(self) -> list[CategoryRoute]:
        """Every route with its category, in the order of tables."""
        return [
            CategoryRoute(slug, category, route)
            for slug, category in self.categories.items()
            for route in category.routes
        ]

    @cached_property
    def routes_by_page(self) -> dict[str, list[CategoryRoute]]:
        """For the URI of each category's page that shows routes, those routes in their order."""
        found: dict[str, list[CategoryRoute]] = {}
        for route in self.routes:
            found.setdefault(route.uri, []).append(route)
        return found

    @cached_property
    def routes_by_code(self) -> dict[str, list[CategoryRoute]]:
        """For each code, the routes for which IRCC's pages name it."""
        return _by_code(self.routes, lambda route: route.ircc_codes)

    @cached_property
    def reviewed_routes_by_code(self) -> dict[str, list[CategoryRoute]]:
        """For each code and family, the routes for which the reviewer lists it."""
        return _by_code(self.routes, lambda route: route.codes)

    def licensed(self) -> tuple[Reviewer, ...]:
        """Return the reviewers who have not left, in the order of their file."""
        return tuple(by for by in self.reviewers.values() if by.left is None)

    def codes_of(self, category: Category) -> list[Code | Family]:
        """Return the registry's entries for a category's codes."""
        return self.entries_of(category.codes)

    def entries_of(self, labels: Iterable[str]) -> list[Code | Family]:
        """Return the registry's entries for codes and families, in the order given."""
        return [self.code_by_label[label] for label in labels if label in self.code_by_label]

    def sources_of(self, category: Category) -> dict[str, Source]:
        """Return the pages that a category rests on: its own, then those of its codes."""
        named = (name for route in category.routes for name in route.ircc_codes)
        known = self.entries_of([*category.codes, *named])
        codes = [entry.history.source for entry in known]
        asked = [item.source for item in category.questions]
        names = dict.fromkeys([*category.sources, *filter(None, [*codes, *asked])])
        return {name: self.sources[name] for name in names if name in self.sources}

    def superseded(self, category: Category) -> list[Code | Family]:
        """Return those of a category's codes in whose place IRCC's pages name others."""
        standings = {"superseded", "changed"}
        return [e for e in self.codes_of(category) if e.history.standing in standings]

    def reviewed(self) -> Iterator[tuple[str, str, str, Reviewed]]:
        """Yield subject, title, page (as content/ links to it) and record of all that is reviewed.

        In the order of the register. What has ended is not asked about any more, and is left out.
        """
        for slug, category in self.categories.items():
            yield slug, category.title, f"/{category_uri(slug)}", category
        yield "comparison", self.comparison.title, "/imp-vs-tfwp.md", self.comparison
        yield "finder", self.finder.title, "/find.md", self.finder
        for page in self.pages:
            yield page.subject, page.title, page.link, page.record

    def past_reviews(self) -> list[tuple[str, str, PastReview]]:
        """Return title, page and review of each recorded look at a record, the newest first."""
        ended = [
            (slug, entry.title, f"/{category_uri(slug)}", entry)
            for slug, entry in self.ended.items()
        ]
        rows = [
            (title, link, review)
            for _subject, title, link, record in (*self.reviewed(), *ended)
            for review in reversed(record.reviews)
        ]
        return sorted(rows, key=lambda row: row[2].date.first, reverse=True)

    def related(self, category: Category) -> Iterator[tuple[str, Category]]:
        """Yield slug and record of each related category."""
        for slug in category.related:
            if slug in self.categories:
                yield slug, self.categories[slug]

    def groups_used(self) -> list[tuple[str, str]]:
        """Return key and title of each group that has a category."""
        used = {category.group for category in self.categories.values()}
        return [(key, group.title) for key, group in self.groups.items() if key in used]

    def due(self, record: Reviewed) -> date:
        """Return the last day on which a record's review counts."""
        return record.reviewed_on.due(self.settings.review_interval_months)

    def status(self, record: Reviewed) -> Status:
        """Return where a record's review stands on the day of the build."""
        return Status.PROBLEM if record.open_problem else self.status_by_date(record)

    def status_by_date(self, record: Reviewed) -> Status:
        """Return the same by the review's date alone: an open problem makes no review younger."""
        settings = self.settings
        return review_status(
            record.reviewed_on, self.today, settings.review_interval_months, settings.due_soon_days
        )


def _by_code(
    routes: Iterable[CategoryRoute], codes_of: Callable[[Route], Iterable[str]]
) -> dict[str, list[CategoryRoute]]:
    found: dict[str, list[CategoryRoute]] = {}
    for route in routes:
        for code in codes_of(route.route):
            found.setdefault(code, []).append(route)
    return found


def assemble(records: Records, today: date) -> Guide | None:
    """Make a guide of the records, or None while one of the files that all pages need is missing.

    Categories that could not be read are left out.
    """
    singles = {name: getattr(records, name) for name in SINGLE_FILES}
    if None in singles.values():
        return None
    return Guide(
        today=today,
        categories=_sorted(records),
        ended={slug: entry.record for slug, entry in sorted(records.ended.items())},
        pages=_pages(records),
        **{name: entry.record for name, entry in singles.items()},
    )


def _sorted(records: Records) -> dict[str, Category]:
    ranks: dict[str, int] = {}
    if records.groups:
        ranks = {key: rank for rank, key in enumerate(records.groups.record)}

    def rank(slug: str) -> tuple[int, int, str, str]:
        category = records.categories[slug].record
        group = ranks.get(category.group, len(ranks))
        return group, category.order, category.title.casefold(), slug

    return {slug: records.categories[slug].record for slug in sorted(records.categories, key=rank)}


def _pages(records: Records) -> tuple[ReviewedPage, ...]:
    found = []
    for path, page in sorted(records.content.items()):
        uri = path.removeprefix("content/")
        subject = uri.removesuffix(".md")
        found.append(ReviewedPage(page.record.title, f"/{uri}", subject, page.record))
    return tuple(found)
