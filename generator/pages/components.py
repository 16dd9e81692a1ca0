"""The components that pages in content/ may call, as in ``{{ programme_comparison() }}``.

Each method checks what it was given, notes what the built page must show for it, and lets the
macro of the same name write the HTML.
"""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from generator.inspection.expected import (
    ExpectedPage,
    ExpectedTable,
    Statement,
    problem_texts,
    statement,
)
from generator.model.category import Category
from generator.model.category_route import CategoryRoute
from generator.model.comparison import WITH_LMIA, WITHOUT_LMIA
from generator.model.guide import Guide
from generator.model.layout import CODES, HOME, category_uri
from generator.model.records import Records
from generator.model.review import Reviewed
from generator.model.site import PageHead
from generator.pages.explorer import ANSWERS, explorer_data, nationalities
from generator.pages.pictures import Picture, codes_then_and_now, path_of_steps, two_sides
from generator.pages.ways import ways_to
from generator.problems.phrases import upper_first
from generator.problems.problem import Place
from generator.rules.names import code_hint, hint, no_category

FINDER = "data/finder.yml"
FIRST_STEP = "first-step"
"""The feature of the comparison that tells how each programme begins."""
ALL_CATEGORIES = "categories/index.md"
COMPARISON = "imp-vs-tfwp.md"
"""The page that the comparison is the subject of; others show it in passing."""
MACROS = "components.html.j2"

# A page must call these; the first three belong on each page that states facts.
ON_EVERY_PAGE = ("in_short", "review_byline", "verify_notice")
ON_PAGE = {
    HOME: ("category_table", "programme_comparison", "steps", "questions"),
    "categories/index.md": ("category_table", "category_cards"),
    "codes.md": ("codes_by_category", "routes_table", "codes_by_code"),
    "imp-vs-tfwp.md": ("programme_comparison",),
    "find.md": ("finder",),
    "employers.md": ("steps", "obligations"),
    "glossary.md": ("glossary",),
    "reviews.md": ("review_register", "past_reviews", "superseded_codes"),
}

UNSAID = "Not said here"
"""What a cell shows in place of what a route does not say."""

NO_PAST_REVIEW = "No review but the current ones is recorded yet."

COMPONENTS = (
    "in_short",
    "review_byline",
    "verify_notice",
    "category_table",
    "category_cards",
    "codes_by_category",
    "routes_table",
    "codes_by_code",
    "code",
    "programme_comparison",
    "steps",
    "picture_of_steps",
    "picture_of_sides",
    "picture_of_codes",
    "obligations",
    "questions",
    "review_register",
    "past_reviews",
    "superseded_codes",
    "glossary",
    "finder",
    "firm_help",
)
"""Everything that a page may call."""


INLINE = {"code"}
"""Those that stay within a sentence; the others are blocks."""


class ComponentError(Exception):
    """A component was called with something it cannot show; the message says what to write."""


class Components:
    """The components, bound to a guide and to the page that calls them."""

    def __init__(
        self,
        environment: Environment,
        guide: Guide,
        records: Records,
        page: ExpectedPage,
        record: PageHead,
    ) -> None:
        self.called: set[str] = set()
        self._guide = guide
        self._macros: Any = environment.get_template(MACROS).module
        self._records = records
        self._page = page
        self._record = record

    def names(self) -> dict[str, Callable[..., Markup]]:
        """Return the components by the names under which pages call them."""
        return {name: getattr(self, name) for name in COMPONENTS}

    def in_short(self) -> Markup:
        """Show the answer that stands right below the page's title."""
        self._page.texts.append(self._record.in_short)
        return self._write("in_short", self._record)

    def review_byline(self) -> Markup:
        """Show who reviewed the page, when, when it is due again, and what was found wrong.

        What is wrong in the comparison stands at the top of its page too, far above its table.
        """
        self._page.texts.extend(problem_texts(self._record))
        written = self._write("review_byline", self._page.statement.subject, self._record)
        if self._page.uri == COMPARISON:
            written += self._macros.problem_found("comparison", self._guide.comparison)
        return written

    def verify_notice(self) -> Markup:
        """Show what a reader of the page has to confirm on canada.ca."""
        return self._write("verify_notice", self._page.statement.subject, self._record)

    def category_table(self) -> Markup:
        """Show every category with its codes, who it fits, permit type and review.

        On the home page only the first of them, where there are many, and no filter: whoever comes
        there need not wait for a thousand rows. Both are on the page of them all.
        """
        guide = self._guide
        known = guide.categories
        if self._page.uri == HOME:
            more = f"All {len(known):,} categories, to filter and compare"
            self._page.texts.append(more)
            first = dict(islice(known.items(), guide.settings.rows_on_home))
            return self._table_of_categories("category_table", first, more)
        explorer = (nationalities(guide), explorer_data(guide))
        written = self._table_of_categories("category_table", known, "", *explorer)
        return written + self._ended() if self._page.uri == ALL_CATEGORIES else written

    def codes_by_category(self) -> Markup:
        """Show the same table on the page of the codes, where it is the first of two."""
        return self._table_of_categories("codes_by_category", self._guide.categories)

    def category_cards(self, *slugs: str, group: str | None = None) -> Markup:
        """Show categories as cards: those named, those of a group, or all."""
        chosen = self._chosen(slugs, group)
        self._page.cards.extend(self._category_statement(slug) for slug in chosen)
        self._page.texts.extend(_marks(chosen))
        return self._write("category_cards", chosen)

    def codes_by_code(self) -> Markup:
        """Show every code with its subject, its categories and what IRCC's pages say of it."""
        anchors = tuple(entry.anchor for entry in self._guide.codes.entries())
        self._expect_table("codes_by_code", self._record, anchors)
        return self._write("codes_by_code", self._page.statement.subject, self._record)

    def routes_table(self) -> Markup:
        """Show every route with its codes, its permit, whether it needs an offer, and how long."""
        routes = self._guide.routes
        rows = [self._category_statement(found.slug) for found in routes]
        subject = self._page.statement.subject
        own = statement(subject, self._record, self._page.place, full=False)
        self._page.tables["routes_table"] = ExpectedTable("routes_table", (own, *rows))
        self._page.texts.extend(_told_of(found) for found in routes)
        return self._write("routes_table", subject, self._record, routes)

    def code(self, label: str) -> Markup:
        """Name an exemption code, with a link to what is known of it."""
        if label not in self._guide.code_by_label:
            advice = code_hint(label, self._guide.code_by_label, CODES)
            raise ComponentError(f"code(): {label} is not in the registry: {advice}")
        self.called.add("code")
        link: Markup = self._macros.code_link(self._guide.code_by_label[label])
        return link

    def programme_comparison(self) -> Markup:
        """Show the IMP and the TFWP side by side."""
        comparison = self._guide.comparison
        self._page.texts.extend(problem_texts(comparison))
        anchors = tuple(feature.key for feature in comparison.features)
        self._expect_table("programme_comparison", comparison, anchors, "comparison")
        return self._write("programme_comparison", comparison)

    def steps(self) -> Markup:
        """Show the steps to an employer-specific permit."""
        steps = self._guide.steps.steps
        self._page.texts.extend(step.title for step in steps)
        return self._write("steps", steps)

    def picture_of_steps(self) -> Markup:
        """Draw the way from the exemption to permanent residence."""
        return self._drawn("picture_of_steps", path_of_steps(self._guide))

    def picture_of_sides(self) -> Markup:
        """Draw which of the two programmes a job comes under."""
        comparison = self._guide.comparison
        first = next((f for f in comparison.features if f.key == FIRST_STEP), None)
        if first is None or {p.key for p in comparison.programmes} != {WITHOUT_LMIA, WITH_LMIA}:
            raise ComponentError(
                "picture_of_sides(): it draws two programmes of data/comparison.yml,"
                f" `{WITHOUT_LMIA}` and `{WITH_LMIA}`, and their feature `{FIRST_STEP}`: keep these"
            )
        return self._drawn("picture_of_sides", two_sides(comparison.programmes, first))

    def picture_of_codes(self) -> Markup:
        """Draw which code became which."""
        return self._drawn("picture_of_codes", codes_then_and_now(self._guide))

    def _drawn(self, name: str, picture: Picture) -> Markup:
        self._page.texts.extend(picture.words)
        self.called.add(name)
        drawn: Markup = self._macros.picture(picture)
        return drawn

    def obligations(self, when: str) -> Markup:
        """Show the employer's duties ``"before"`` the application or ``"after"`` the permit."""
        if when not in {"before", "after"}:
            raise ComponentError(f'obligations(): write "before" or "after" instead of "{when}"')
        obligations = self._guide.obligations
        chosen = obligations.before if when == "before" else obligations.after
        self._page.texts.extend(obligation.title for obligation in chosen)
        return self._write("obligations", chosen)

    def questions(self) -> Markup:
        """Show the questions readers ask about the programme, with answers."""
        questions = self._guide.questions.questions
        self._page.texts.extend(item.question for item in questions)
        return self._write("questions", questions)

    def review_register(self) -> Markup:
        """Show every category and page with its reviewer, review date and status."""
        guide = self._guide
        rows = []
        for subject, title, link, record in guide.reviewed():
            rows.append(statement(subject, record, _place_of(subject, link), full=False))
            # With the cell that follows, as the table of past reviews has the same words.
            notes = problem_texts(record)
            self._page.texts.extend(
                f"Problem found: {n} Verify {title} on canada.ca" for n in notes
            )
        self._page.tables["review_register"] = ExpectedTable("review_register", tuple(rows))
        return self._write("review_register")

    def past_reviews(self) -> Markup:
        """Show each recorded look at the facts, and what came of it."""
        rows = self._guide.past_reviews()
        if rows:
            self._page.tables["past_reviews"] = ExpectedTable("past_reviews", ())
            self._page.texts.extend(review.note for _, _, review in rows if review.note)
        else:
            self._page.texts.append(NO_PAST_REVIEW)
        return self._write("past_reviews", rows, NO_PAST_REVIEW)

    def superseded_codes(self) -> Markup:
        """Show the categories that rest on codes in whose place IRCC's pages name others."""
        for category in self._guide.categories.values():
            if old := [entry.label for entry in self._guide.superseded(category)]:
                self._page.texts.append(f"{category.title}: {', '.join(old)}")
        return self._write("superseded_codes")

    def glossary(self) -> Markup:
        """Show what the abbreviations mean."""
        terms = self._guide.terms.terms
        self._page.texts.extend(term.meaning for term in terms)
        return self._write("glossary", terms)

    def finder(self) -> Markup:
        """Show the finder: its questions, and below them what each way leads to."""
        finder = self._guide.finder
        self._page.cards.append(statement("finder", finder, Place(FINDER)))
        self._page.texts.extend([*finder.found, *finder.none, *problem_texts(finder)])
        for question in finder.questions:
            self._page.texts.append(question.question)
            self._page.texts.extend(answer.text for answer in question.answers)
            self._page.sections[question.anchor] = ()
        results = {
            anchor: ways_to(self._guide, names) for anchor, names in finder.results().items()
        }
        for anchor, chosen in results.items():
            self._page.sections[anchor] = tuple(
                self._category_statement(way.slug, full=True) for way in chosen
            )
            self._page.texts.extend(_marks({way.slug: way.category for way in chosen}))
        return self._write("finder", finder, results)

    def firm_help(self) -> Markup:
        """Show who stands behind the guide and what the firm offers."""
        firm = self._guide.firm
        self._page.texts.extend([*firm.about, *(s.text for s in firm.services), *firm.limits])
        return self._write("firm_help", firm)

    def _table_of_categories(self, key: str, shown: dict[str, Category], *values: object) -> Markup:
        rows = [self._category_statement(slug) for slug in shown]
        subject = self._page.statement.subject
        own = statement(subject, self._record, self._page.place, full=False)
        self._page.tables[key] = ExpectedTable(key, (own, *rows))
        self._page.texts.extend(_marks(shown))
        return self._write(key, subject, self._record, shown, *values)

    def _ended(self) -> Markup:
        """Lead readers who look for what has ended to the page that says so."""
        ended = self._guide.ended
        named = [f"{entry.title} ({entry.ended.on.human})" for entry in ended.values()]
        if named:
            self._page.texts.append(f"Ended: {', '.join(named)}.")
        written: Markup = self._macros.ended_categories(ended)
        return written

    def _category_statement(self, slug: str, *, full: bool = False) -> Statement:
        category = self._guide.categories[slug]
        place = Place(f"data/categories/{slug}.yml")
        return statement(slug, category, place, full=full)

    def _expect_table(
        self, key: str, record: Reviewed, anchors: tuple[str, ...], subject: str | None = None
    ) -> None:
        name = subject or self._page.statement.subject
        shown = statement(name, record, self._page.place, full=subject is not None)
        self._page.tables[key] = ExpectedTable(key, (shown,), anchors)

    def _chosen(self, slugs: tuple[str, ...], group: str | None) -> dict[str, Category]:
        categories = self._guide.categories
        if group is not None:
            if group not in self._guide.groups:
                called = {key: (known.title,) for key, known in self._guide.groups.items()}
                advice = hint(group, called, "data/groups.yml", called)
                raise ComponentError(f"category_cards(): there is no group `{group}`: {advice}")
            found = {slug: c for slug, c in categories.items() if c.group == group}
            # One that cannot be read now has problems of its own, and may be of the group.
            if found or self._records.unread:
                return found
            says = f"category_cards(): no category is in the group `{group}`: remove the call"
            raise ComponentError(says)
        for slug in slugs:
            if slug in self._guide.groups and slug not in categories:
                call = f'{{{{ category_cards(group="{slug}") }}}}'
                raise ComponentError(f"category_cards(): `{slug}` is a group: write `{call}`")
            if slug not in categories and slug not in self._records.unread:
                raise ComponentError(f"category_cards(): {no_category(slug, self._records)}")
        chosen = slugs or tuple(categories)
        return {slug: categories[slug] for slug in chosen if slug in categories}

    def _write(self, name: str, *values: object) -> Markup:
        self.called.add(name)
        written: Markup = getattr(self._macros, name)(*values)
        return written


def _told_of(found: CategoryRoute) -> str:
    """Return what a route's row says before its review."""
    category, route = found.category, found.route
    cells = (
        ", ".join(route.codes) or f"{', '.join(category.codes)} for the whole category",
        ", ".join(route.ircc_codes),
        upper_first(route.permit_type or ""),
        ANSWERS[route.offer] if route.offer else "",
        route.longest_stay,
    )
    return " ".join([route.title, category.title, *(cell or UNSAID for cell in cells)])


def _marks(shown: dict[str, Category]) -> Iterator[str]:
    """Yield what a row or a card must say of each category in which a problem was found."""
    for category in shown.values():
        if category.open_problem:
            yield f"A problem was found in {category.title}: see its page."


def _place_of(subject: str, link: str) -> Place:
    """Return the file that holds what is reviewed."""
    if subject in {"comparison", "finder"}:
        return Place(f"data/{subject}.yml")
    if link == f"/{category_uri(subject)}":
        return Place(f"data/categories/{subject}.yml")
    return Place(f"content{link}")
