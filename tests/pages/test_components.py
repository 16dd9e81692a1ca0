import re
from dataclasses import replace
from datetime import date

import pytest

from generator.guide import compile_guide
from generator.inspection.expected import ExpectedPage, Statement, statement
from generator.model.guide import Guide
from generator.model.records import Records
from generator.model.review import Reviewed
from generator.pages.components import COMPONENTS, ON_EVERY_PAGE, ON_PAGE, Components
from generator.pages.environment import ComponentError, template_environment
from generator.problems.problem import Place
from tests.project import GUIDE, TODAY

PLACE = Place("content/codes.md")


class Caller:
    """A page that calls components, with the guide that they show."""

    def __init__(self, guide: Guide, records: Records) -> None:
        record: Reviewed = records.content["content/codes.md"].record
        templates = template_environment()
        templates.globals["guide"] = guide
        self.guide = guide
        self.record = record
        self.page = ExpectedPage("codes.md", PLACE, statement("codes", record, PLACE))
        self.components = Components(templates, guide, records, self.page, record)

    def call(self, name: str, *values: str, **named: str) -> str:
        return str(self.components.names()[name](*values, **named))


@pytest.fixture(scope="module")
def frozen() -> tuple[Guide, Records]:
    result = compile_guide(GUIDE, TODAY)
    assert result.guide is not None
    return result.guide, result.records


@pytest.fixture
def caller(frozen: tuple[Guide, Records]) -> Caller:
    return Caller(*frozen)


def first_cells(table: str) -> list[str]:
    rows = [line for line in table.splitlines() if line.startswith("| ")]
    return [row.split(" | ")[0].removeprefix("| ") for row in rows[2:]]


def subjects(statements: tuple[Statement, ...]) -> list[str]:
    return [each.subject for each in statements]


def test_pages_may_call_what_they_must_call() -> None:
    needed = {*ON_EVERY_PAGE, *(name for names in ON_PAGE.values() for name in names)}
    assert needed <= set(COMPONENTS)


def test_a_call_is_noted_and_stands_between_blank_lines(caller: Caller) -> None:
    arguments = {"code": ("K10",), "obligations": ("before",)}
    for name in COMPONENTS:
        written = caller.call(name, *arguments.get(name, ()))
        assert written.strip()
        assert name in caller.components.called
        if name != "code":
            assert written.startswith("\n\n")
            assert written.endswith("\n\n")
    assert caller.components.called == set(COMPONENTS)


def test_the_byline_says_who_when_and_until_when(caller: Caller) -> None:
    written = caller.call("review_byline")
    assert '**Reviewed <time datetime="2022-05">May 2022</time>** by ' in written
    assert "Review Desk One, RCIC, licence R000042" in written
    assert "Next review due by 31 May 2023." in written
    assert 'data-guide="review" data-subject="codes" data-due="2023-05-31"' in written


@pytest.mark.parametrize(
    ("day", "hidden"),
    [(date(2023, 5, 31), True), (date(2023, 6, 1), False)],
)
def test_the_banner_is_hidden_up_to_the_last_day(
    frozen: tuple[Guide, Records], day: date, hidden: bool
) -> None:
    written = Caller(replace(frozen[0], today=day), frozen[1]).call("review_byline")
    assert "**This review is overdue.**" in written
    assert ('hidden="hidden"' in written) is hidden


def test_the_notice_has_its_sentence_and_its_link(caller: Caller) -> None:
    written = caller.call("verify_notice")
    assert caller.record.verify.notice in written
    assert f"]({caller.record.verify.url})" in written
    assert 'data-guide="verify" data-subject="codes"' in written


@pytest.mark.parametrize("key", ["category_table", "codes_by_category"])
def test_a_table_of_categories_has_a_row_and_demands_a_review_for_each(
    caller: Caller, key: str
) -> None:
    written = caller.call(key)
    names = [f"[{c.title}](/categories/{s}.md)" for s, c in caller.guide.categories.items()]
    assert [re.sub(r"\\(?=\W)", "", cell) for cell in first_cells(written)] == names
    table = caller.page.tables[key]
    assert subjects(table.statements) == ["codes", *caller.guide.categories]
    for slug, category in caller.guide.categories.items():
        assert f'data-guide="review" data-subject="{slug}"' in written
        assert f'data-guide="verify" data-subject="{slug}"' in written
        assert category.verify.url in written
    places = {each.subject: each.place for each in table.statements}
    assert places["codes"] == PLACE
    assert places["orca"] == Place("data/categories/orca.yml")


def chosen(written: str) -> list[str]:
    return re.findall(r"^-   \*\*\[.*\]\(/categories/(.*)\.md\)", written, re.MULTILINE)


def test_cards_are_those_asked_for_in_that_order(caller: Caller) -> None:
    every = list(caller.guide.categories)
    assert chosen(caller.call("category_cards")) == every
    assert chosen(caller.call("category_cards", "harba", "orca")) == ["harba", "orca"]
    assert chosen(caller.call("category_cards", "orca", "harba")) == ["orca", "harba"]
    turns = [s for s, c in caller.guide.categories.items() if c.group == "turn-about"]
    assert chosen(caller.call("category_cards", group="turn-about")) == turns
    assert 0 < len(turns) < len(every)


def test_each_card_has_the_review_and_the_notice_of_its_category(caller: Caller) -> None:
    written = caller.call("category_cards")
    for slug in caller.guide.categories:
        assert f'data-guide="review" data-subject="{slug}"' in written
        assert f'data-guide="verify" data-subject="{slug}"' in written


def test_a_card_of_a_category_that_cannot_be_read_is_left_out(
    frozen: tuple[Guide, Records],
) -> None:
    guide, records = frozen
    rest = {slug: c for slug, c in guide.categories.items() if slug != "orca"}
    unread = replace(records, unread={"orca"})
    caller = Caller(replace(guide, categories=rest), unread)
    assert chosen(caller.call("category_cards", "harba", "orca")) == ["harba"]


@pytest.mark.parametrize(
    ("name", "values", "named", "says"),
    [
        ("category_cards", ("harza",), {}, "there is no category `harza`: did you mean `harba`?"),
        ("category_cards", (), {"group": "treaty"}, "there is no group `treaty`"),
        ("category_cards", (), {"group": ""}, "there is no group ``"),
        ("code", ("K99",), {}, "K99 is not in the registry"),
        ("code", ("k10",), {}, "k10 is not in the registry"),
        ("obligations", ("Before",), {}, 'write "before" or "after" instead of "Before"'),
    ],
)
def test_a_name_that_does_not_exist_is_an_error_with_advice(
    caller: Caller, name: str, values: tuple[str, ...], named: dict[str, str], says: str
) -> None:
    with pytest.raises(ComponentError) as caught:
        caller.call(name, *values, **named)
    assert says in str(caught.value)
    assert str(caught.value).startswith(f"{name}(): ")


def test_every_code_has_a_row_with_its_anchor_and_its_categories(caller: Caller) -> None:
    written = caller.call("codes_by_code")
    entries = caller.guide.codes.entries()
    cells = [f"{entry.label} {{: #{entry.anchor} }}" for entry in entries]
    assert first_cells(written) == cells
    table = caller.page.tables["codes_by_code"]
    assert table.anchors == tuple(entry.anchor for entry in entries)
    assert subjects(table.statements) == ["codes"]
    row = next(line for line in written.splitlines() if line.startswith("| P23 "))
    assert "[ORCA](/categories/orca.md)" in row
    assert "(/categories/harba.md)" in row


def test_a_code_is_a_link_to_its_row_and_stays_in_its_sentence(caller: Caller) -> None:
    assert caller.call("code", "K10") == "[K10](/codes.md#k10){: .guide-code }"
    series = caller.call("code", "K20 series")
    assert series == "[K20 series](/codes.md#k20-series){: .guide-code }"


def source_of(guide: Guide, name: str | None) -> str:
    """Return how a feature shows the official page that it rests on."""
    return f" ([{guide.sources[name].title}]({guide.sources[name].url}))" if name else ""


def test_the_comparison_has_a_row_for_each_feature_and_demands_its_full_notice(
    caller: Caller,
) -> None:
    comparison = caller.guide.comparison
    written = caller.call("programme_comparison")
    assert {feature.source is None for feature in comparison.features} == {True, False}
    cells = [
        f"{feature.title}{source_of(caller.guide, feature.source)} {{: #{feature.key} }}"
        for feature in comparison.features
    ]
    assert first_cells(written) == cells
    table = caller.page.tables["programme_comparison"]
    assert table.anchors == tuple(feature.key for feature in comparison.features)
    (shown,) = table.statements
    assert (shown.subject, shown.notice) == ("comparison", comparison.verify.notice)


def test_steps_are_one_ordered_list(caller: Caller) -> None:
    written = caller.call("steps")
    titles = re.findall(r"^1\.  \*\*(.*)\*\*$", written, re.MULTILINE)
    assert titles == [step.title for step in caller.guide.steps.steps]


def test_duties_before_and_after_are_told_apart(caller: Caller) -> None:
    for when in ("before", "after"):
        written = caller.call("obligations", when)
        titles = re.findall(r"^-   \*\*(.*)\*\*$", written, re.MULTILINE)
        assert titles == [duty.title for duty in getattr(caller.guide.obligations, when)]


def test_questions_are_headings_with_their_answers(caller: Caller) -> None:
    written = caller.call("questions")
    asked = re.findall(r"^### (.*)$", written, re.MULTILINE)
    assert asked == [each.question for each in caller.guide.questions.questions]
    assert all(part in written for part in caller.guide.questions.questions[0].answer)


def test_the_register_has_a_row_for_every_review(caller: Caller) -> None:
    written = caller.call("review_register")
    rows = first_cells(written)
    assert len(rows) == len(caller.guide.categories) + 2 + len(caller.guide.pages)
    assert "Status on 22 November 2022" in written
    statuses = dict(zip(rows, re.findall(r'data-status="(\S+?)"', written), strict=True))
    assert {row: status for row, status in statuses.items() if status != "current"} == {
        "[Village bakery help](/categories/village-bakery-help.md)": "due-soon",
        "[Carnivals and fairs, misc](/categories/carnivals-and-fairs-misc.md)": "overdue",
    }
    table = caller.page.tables["review_register"]
    assert set(caller.guide.categories) <= set(subjects(table.statements))


def test_the_register_demands_the_review_of_every_row(caller: Caller) -> None:
    caller.call("review_register")
    wanted = {*caller.guide.categories, "comparison", "finder"}
    wanted |= {page.subject for page in caller.guide.pages}
    assert set(subjects(caller.page.tables["review_register"].statements)) == wanted


def test_the_finder_has_a_section_for_each_question_and_each_result(caller: Caller) -> None:
    finder = caller.guide.finder
    written = caller.call("finder")
    headings = re.findall(r"^### .*\{: #(\S+) ", written, re.MULTILINE)
    assert headings == [*(question.anchor for question in finder.questions), *finder.results()]
    assert len(set(headings)) == len(headings)
    assert written.count("<section") == written.count("</section>") == len(headings)


def test_each_answer_of_the_finder_is_a_link_to_a_section(caller: Caller) -> None:
    written = caller.call("finder")
    headings = set(re.findall(r"^### .*\{: #(\S+) ", written, re.MULTILINE))
    links = re.findall(
        r"^-   \[(.*)\]\(#(\S+)\)\{: data-answer=\"(\S+)\" \}$", written, re.MULTILINE
    )
    answers = list(caller.guide.finder.answers())
    assert [(target, key) for _, target, key in links] == [(a.target, a.key) for a in answers]
    assert {target for _, target, _ in links} <= headings
    assert {target for _, target, _ in links} | {
        caller.guide.finder.questions[0].anchor
    } == headings


def test_each_result_of_the_finder_has_a_card_with_the_whole_notice(caller: Caller) -> None:
    written = caller.call("finder")
    parts = {
        found[1]: part
        for part in written.split("</section>")
        if (found := re.search(r"^### .*\{: #(r-\S+) ", part, re.MULTILINE))
    }
    assert parts.keys() == caller.guide.finder.results().keys()
    for anchor, slugs in caller.guide.finder.results().items():
        part = parts[anchor]
        assert chosen(part) == list(slugs)
        assert ("**May fit: verify.**" in part) is bool(slugs)
        assert ("(/imp-vs-tfwp.md)" in part) is not bool(slugs)
        for slug in slugs:
            assert caller.guide.categories[slug].verify.notice in part
        demanded = caller.page.sections[anchor]
        assert subjects(demanded) == list(slugs)
        assert all(each.notice for each in demanded)


def test_the_finder_demands_its_own_review_and_the_words_of_each_answer(caller: Caller) -> None:
    finder = caller.guide.finder
    written = caller.call("finder")
    assert 'data-guide="review" data-subject="finder"' in written
    (own,) = caller.page.cards
    assert (own.subject, own.notice) == ("finder", finder.verify.notice)
    assert {answer.text for answer in finder.answers()} <= set(caller.page.texts)
    assert {question.question for question in finder.questions} <= set(caller.page.texts)


def test_the_finder_leaves_out_a_category_that_cannot_be_read(
    frozen: tuple[Guide, Records],
) -> None:
    guide, records = frozen
    rest = {slug: c for slug, c in guide.categories.items() if slug != "harba"}
    written = Caller(replace(guide, categories=rest), records).call("finder")
    assert "harba" not in chosen(written)
    assert "lighthouse-keeper-swap" in chosen(written)


def test_the_glossary_names_and_explains_every_term(caller: Caller) -> None:
    written = caller.call("glossary")
    for term in caller.guide.terms.terms:
        assert f"**{term.term}**" in written
        assert f":   {term.meaning}" in written


def test_the_firm_s_services_are_links_once_their_address_is_known(
    frozen: tuple[Guide, Records],
) -> None:
    guide, records = frozen
    service = guide.firm.services[0]
    linked = service.model_copy(update={"url": "https://example.org/a_b"})
    firm = guide.firm.model_copy(update={"services": (linked, *guide.firm.services[1:])})
    assert f"-   **{service.title}.** {service.text}" in Caller(guide, records).call("firm_help")
    written = Caller(replace(guide, firm=firm), records).call("firm_help")
    assert f"-   **[{service.title}](https://example.org/a_b).** {service.text}" in written


def test_what_a_record_says_is_escaped(frozen: tuple[Guide, Records]) -> None:
    guide, records = frozen
    hostile = guide.categories["orca"].model_copy(update={"fits": "*a* | <b> {{ 7*7 }}"})
    caller = Caller(replace(guide, categories=guide.categories | {"orca": hostile}), records)
    row = next(r for r in caller.call("category_table").splitlines() if "[ORCA]" in r)
    assert row.split(" | ")[2] == r"\*a\* &#124; &lt;b&gt; \{\{ 7\*7 \}\}"
