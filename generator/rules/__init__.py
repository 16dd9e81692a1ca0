"""What must hold across records: one small function for each rule."""

from collections.abc import Callable, Iterator
from datetime import date

from generator.model.records import Records
from generator.problems.problem import Problem, Severity
from generator.rules.addresses import earlier_addresses, needed_pages, one_page_per_address
from generator.rules.brackets import brackets_close
from generator.rules.code_spelling import codes_are_spelled
from generator.rules.codes import (
    codes_are_registered,
    codes_in_prose,
    codes_lead_on,
    codes_not_repeated,
    registry_is_sound,
    superseded_codes,
)
from generator.rules.comparison import every_cell_filled
from generator.rules.doubles import (
    names_differ_from_title,
    nothing_stands_twice,
    texts_differ,
)
from generator.rules.files import schema_is_named
from generator.rules.finder import (
    finder_answers_lead_on,
    finder_categories_exist,
    finder_has_no_loop,
    finder_keys_differ,
    finder_reaches_all,
)
from generator.rules.firm import (
    firm_pages_exist,
    licences_can_be_looked_up,
    somebody_is_licensed,
    statements_promise_nothing,
)
from generator.rules.link_words import links_say_where
from generator.rules.misspelt_codes import told_in_the_registry
from generator.rules.navigation import navigation_is_whole, pages_are_published
from generator.rules.references import (
    categories_instead_exist,
    codes_belong_to_categories,
    groups_exist,
    related_exist,
    reviewers_exist,
    sources_exist,
)
from generator.rules.reviews import (
    endings_not_in_future,
    nobody_leaves_in_future,
    notes_not_in_future,
    past_reviews_agree,
    reviews_not_in_future,
    reviews_not_overdue,
    reviews_see_the_end,
)
from generator.rules.routes import (
    finder_routes_exist,
    notices_lead_to_canada_ca,
    official_codes_are_registered,
    route_codes_are_listed,
    route_keys_differ,
)
from generator.rules.titles import home_title_is_shown, titles_differ

_CHECKS: tuple[Callable[[Records, date], Iterator[Problem]], ...] = (
    reviews_not_in_future,
    reviews_not_overdue,
    endings_not_in_future,
    reviews_see_the_end,
    nobody_leaves_in_future,
    notes_not_in_future,
    past_reviews_agree,
    reviewers_exist,
    groups_exist,
    related_exist,
    codes_belong_to_categories,
    sources_exist,
    firm_pages_exist,
    somebody_is_licensed,
    licences_can_be_looked_up,
    statements_promise_nothing,
    categories_instead_exist,
    titles_differ,
    home_title_is_shown,
    codes_are_registered,
    codes_not_repeated,
    nothing_stands_twice,
    texts_differ,
    names_differ_from_title,
    brackets_close,
    codes_in_prose,
    codes_are_spelled,
    registry_is_sound,
    superseded_codes,
    codes_lead_on,
    route_keys_differ,
    route_codes_are_listed,
    official_codes_are_registered,
    notices_lead_to_canada_ca,
    every_cell_filled,
    finder_keys_differ,
    finder_answers_lead_on,
    finder_categories_exist,
    finder_routes_exist,
    finder_has_no_loop,
    finder_reaches_all,
    one_page_per_address,
    needed_pages,
    earlier_addresses,
    navigation_is_whole,
    pages_are_published,
    links_say_where,
    schema_is_named,
)


_ENOUGH = 1_000
"""As many errors of one rule are looked for: what is left out comes when those are mended."""


def check(records: Records, today: date) -> list[Problem]:
    """Run every rule over the records, as they stand on a day."""
    found = [problem for rule in _CHECKS for problem in _enough(rule(records, today))]
    return told_in_the_registry(records, found)


def _enough(problems: Iterator[Problem]) -> Iterator[Problem]:
    left = _ENOUGH
    for problem in problems:
        yield problem
        left -= problem.severity is Severity.ERROR
        if not left:
            return
