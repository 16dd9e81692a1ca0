"""What must hold across records: one small function for each rule."""

from collections.abc import Callable, Iterator
from datetime import date

from generator.model.records import Records
from generator.problems.problem import Problem
from generator.rules.addresses import earlier_addresses, needed_pages, one_page_per_address
from generator.rules.codes import (
    codes_are_registered,
    codes_in_prose,
    codes_lead_on,
    codes_not_repeated,
    registry_is_sound,
    superseded_codes,
)
from generator.rules.comparison import every_cell_filled
from generator.rules.files import schema_is_named
from generator.rules.finder import (
    finder_answers_lead_on,
    finder_categories_exist,
    finder_has_no_loop,
    finder_keys_differ,
    finder_reaches_all,
)
from generator.rules.navigation import navigation_is_whole
from generator.rules.references import (
    categories_instead_exist,
    groups_exist,
    named_sources_exist,
    related_exist,
    reviewers_exist,
    sources_exist,
    titles_differ,
)
from generator.rules.reviews import (
    endings_not_in_future,
    notes_not_in_future,
    past_reviews_agree,
    reviews_not_in_future,
    reviews_not_overdue,
)

_CHECKS: tuple[Callable[[Records, date], Iterator[Problem]], ...] = (
    reviews_not_in_future,
    reviews_not_overdue,
    endings_not_in_future,
    notes_not_in_future,
    past_reviews_agree,
    reviewers_exist,
    groups_exist,
    related_exist,
    sources_exist,
    named_sources_exist,
    categories_instead_exist,
    titles_differ,
    codes_are_registered,
    codes_not_repeated,
    codes_in_prose,
    registry_is_sound,
    superseded_codes,
    codes_lead_on,
    every_cell_filled,
    finder_keys_differ,
    finder_answers_lead_on,
    finder_categories_exist,
    finder_has_no_loop,
    finder_reaches_all,
    one_page_per_address,
    needed_pages,
    earlier_addresses,
    navigation_is_whole,
    schema_is_named,
)


def check(records: Records, today: date) -> list[Problem]:
    """Run every rule over the records, as they stand on a day."""
    return [problem for rule in _CHECKS for problem in rule(records, today)]
