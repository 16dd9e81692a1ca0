from dataclasses import replace
from datetime import date
from html import escape

import pytest
from lxml import html

from generator.guide import compile_guide
from generator.inspection.expected import ExpectedPage, Statement, statement
from generator.model.guide import Guide
from generator.model.records import Records
from generator.pages.components import (
    COMPONENTS,
    INLINE,
    ON_EVERY_PAGE,
    ON_PAGE,
    ComponentError,
    Components,
)
from generator.pages.environment import template_environment
from generator.problems.problem import Place
from tests.builds import find
from tests.hostile import HOSTILE
from tests.project import GUIDE, TODAY

PLACE = Place("content/codes.md")

BLOCKS = {"p", "div", "table", "ul", "dl", "h3", "figure"}


class Caller:
    """A page that calls components, with the guide that they show."""

    def __init__(self, guide: Guide, records: Records, uri: str = "codes.md") -> None:
        record = records.content["content/codes.md"].record
        templates = template_environment()
        templates.globals["guide"] = guide
        self.guide = guide
        self.record = record
        self.page = ExpectedPage(uri, PLACE, statement("codes", record, PLACE))
        self.components = Components(templates, guide, records, self.page, record)

    def call(self, name: str, *values: str, **named: str) -> str:
        return str(self.components.names()[name](*values, **named))

    def tree(self, name: str, *values: str, **named: str) -> html.HtmlElement:
        return tree(self.call(name, *values, **named))


@pytest.fixture(scope="module")
def frozen() -> tuple[Guide, Records]:
    result = compile_guide(GUIDE, TODAY)
    assert result.guide is not None
    return result.guide, result.records


@pytest.fixture
def caller(frozen: tuple[Guide, Records]) -> Caller:
    return Caller(*frozen)


def tree(written: str) -> html.HtmlElement:
    return html.fragment_fromstring(written, create_parent="div")


def said(element: html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def rows(written: html.HtmlElement) -> list[html.HtmlElement]:
    """Return the first cell of each row of the one table there is."""
    (table,) = find(written, ".//table")
    found = find(table, "tbody/tr")
    assert all(
        [cell.get("scope") for cell in row] == ["row", *[None] * (len(row) - 1)] for row in found
    )
    return [row[0] for row in found]


def first_links(written: html.HtmlElement) -> list[tuple[str, str]]:
    """Return words and target of the link that is each row's first cell."""
    found = []
    for cell in rows(written):
        (link,) = cell
        assert said(cell) == said(link)
        found.append((said(link), link.get("href")))
    return found


def marks(written: html.HtmlElement, kind: str, subject: str) -> list[html.HtmlElement]:
    """Return the reviews or notices of a subject."""
    return find(written, f'.//*[@data-guide="{kind}"][@data-subject="{subject}"]')


def wrapped(written: html.HtmlElement, heading: str) -> bool:
    return bool(find(written, f'.//strong[normalize-space() = "{heading}"]'))


def subjects(statements: tuple[Statement, ...]) -> list[str]:
    return [each.subject for each in statements]


def test_pages_may_call_what_they_must_call() -> None:
    needed = {*ON_EVERY_PAGE, *(name for names in ON_PAGE.values() for name in names)}
    assert needed <= set(COMPONENTS)


def test_a_call_is_noted_and_writes_blocks_but_for_what_stays_in_a_sentence(
    caller: Caller,
) -> None:
    arguments = {"code": ("K10",), "obligations": ("before",)}
    assert set(COMPONENTS) >= INLINE
    for name in COMPONENTS:
        written = caller.tree(name, *arguments.get(name, ()))
        assert len(written)
        assert name in caller.components.called
        assert {element.tag for element in written} <= ({"a"} if name in INLINE else BLOCKS)
        assert said(written)
        assert not (written.text or "").strip()
        assert not any((element.tail or "").strip() for element in written)
    assert caller.components.called == set(COMPONENTS)


def test_the_byline_says_who_when_and_until_when(caller: Caller) -> None:
    byline, _ = caller.tree("review_byline")
    assert byline.tag == "p"
    (strong,) = find(byline, "strong")
    assert said(strong) == "Reviewed May 2022"
    assert [t.get("datetime") for t in find(strong, "time")] == ["2022-05"]
    assert "Reviewed May 2022 by Review Desk One, RCIC, licence R000042." in said(byline)
    assert "Next review due by 31 May 2023." in said(byline)
    assert byline.get("data-guide") == "review"
    assert byline.get("data-subject") == "codes"
    assert byline.get("data-due") == "2023-05-31"


@pytest.mark.parametrize(
    ("day", "hidden"),
    [(date(2023, 5, 31), True), (date(2023, 6, 1), False)],
)
def test_the_banner_is_hidden_up_to_the_last_day(
    frozen: tuple[Guide, Records], day: date, hidden: bool
) -> None:
    written = Caller(replace(frozen[0], today=day), frozen[1]).tree("review_byline")
    (banner,) = marks(written, "overdue", "codes")
    assert wrapped(banner, "This review is overdue.")
    assert ("hidden" in banner.attrib) is hidden
    assert find(written, ".//*[@hidden]") == ([banner] if hidden else [])


def test_the_notice_has_its_sentence_and_its_link(caller: Caller) -> None:
    (notice,) = caller.tree("verify_notice")
    assert caller.record.verify.notice in said(notice)
    assert find(notice, "a/@href") == [caller.record.verify.url]
    assert notice.get("data-guide") == "verify"
    assert notice.get("data-subject") == "codes"


@pytest.mark.parametrize("key", ["category_table", "codes_by_category"])
def test_a_table_of_categories_has_a_row_and_demands_a_review_for_each(
    caller: Caller, key: str
) -> None:
    written = caller.tree(key)
    names = [(c.title, f"/categories/{s}.md") for s, c in caller.guide.categories.items()]
    assert first_links(written) == names
    table = caller.page.tables[key]
    assert subjects(table.statements) == ["codes", *caller.guide.categories]
    for cell, (slug, category) in zip(rows(written), caller.guide.categories.items(), strict=True):
        row = cell.getparent()
        assert row is not None
        assert [said(mark) for mark in marks(row, "review", slug)] == [category.reviewed_on.human]
        (notice,) = marks(row, "verify", slug)
        assert find(notice, "a/@href") == [category.verify.url]
    places = {each.subject: each.place for each in table.statements}
    assert places["codes"] == PLACE
    assert places["orca"] == Place("data/categories/orca.yml")


@pytest.mark.parametrize("key", ["category_table", "codes_by_category"])
def test_each_cell_of_a_table_has_the_title_of_its_column(caller: Caller, key: str) -> None:
    (table,) = find(caller.tree(key), ".//table")
    assert table[0].tag == "caption"
    titles = [said(cell) for cell in find(table, 'thead/tr/th[@scope="col"]')]
    assert titles[0] == "Category"
    for row in find(table, "tbody/tr"):
        assert [cell.get("data-label") for cell in row] == [None, *titles[1:]]


def with_rows(frozen: tuple[Guide, Records], most: int, uri: str) -> Caller:
    """Return a page of a guide whose home page shows some rows at most."""
    guide, records = frozen
    settings = guide.settings.model_copy(update={"rows_on_home": most})
    return Caller(replace(guide, settings=settings), records, uri)


def captions(written: html.HtmlElement) -> list[str]:
    return [said(title) for title in find(written, ".//caption/strong")]


def test_the_home_page_shows_the_first_rows_and_leads_to_all_of_them(
    frozen: tuple[Guide, Records],
) -> None:
    caller = with_rows(frozen, 3, "index.md")
    written = caller.tree("category_table")
    first = list(caller.guide.categories.items())[:3]
    assert first_links(written) == [(c.title, f"/categories/{slug}.md") for slug, c in first]
    assert captions(written) == ["The first 3 categories and their exemption codes."]
    table, below = written
    assert (table.tag, below.tag) == ("table", "p")
    (link,) = below
    assert link.get("href") == "/categories/index.md"
    assert said(below) == said(link) == "All 7 categories, to filter and compare"
    assert not find(written, ".//form | .//script | .//*[@data-guide-explorer]")


def test_the_home_page_demands_what_it_shows(frozen: tuple[Guide, Records]) -> None:
    caller = with_rows(frozen, 3, "index.md")
    caller.call("category_table")
    table = caller.page.tables["category_table"]
    assert subjects(table.statements) == ["codes", *list(caller.guide.categories)[:3]]
    assert caller.page.texts == ["All 7 categories, to filter and compare"]
    assert caller.components.called == {"category_table"}


@pytest.mark.parametrize(
    ("most", "title"),
    [(1, "The first category and its exemption"), (6, "The first 6 categories and their")],
)
def test_a_caption_of_some_rows_claims_no_more(
    frozen: tuple[Guide, Records], most: int, title: str
) -> None:
    written = with_rows(frozen, most, "index.md").tree("category_table")
    assert len(rows(written)) == most
    assert captions(written)[0].startswith(title)


def test_large_numbers_are_written_as_people_read_them(frozen: tuple[Guide, Records]) -> None:
    guide, records = frozen
    orca = guide.categories["orca"]
    many = replace(guide, categories={f"orca-{number}": orca for number in range(1_201)})
    written = with_rows((many, records), 1_200, "index.md").tree("category_table")
    assert captions(written) == ["The first 1,200 categories and their exemption codes."]
    assert said(written[-1]) == "All 1,201 categories, to filter and compare"


@pytest.mark.parametrize(
    ("most", "uri"), [(40, "categories/index.md"), (3, "categories/index.md"), (3, "a.md")]
)
def test_a_table_elsewhere_is_whole_with_its_filter(
    frozen: tuple[Guide, Records], most: int, uri: str
) -> None:
    open_alone = (replace(frozen[0], ended={}), frozen[1])
    caller = with_rows(open_alone, most, uri)
    whole = Caller(*open_alone)
    assert caller.call("category_table") == whole.call("category_table")
    assert caller.page.tables == whole.page.tables
    assert caller.page.texts == whole.page.texts == []
    assert captions(caller.tree("category_table")) == ["The categories and their exemption codes."]
    assert find(caller.tree("category_table"), "*[@data-guide-explorer]/form")


@pytest.mark.parametrize("most", [7, 40])
def test_a_home_page_with_room_for_all_shows_all_and_leads_to_the_filter(
    frozen: tuple[Guide, Records], most: int
) -> None:
    caller = with_rows(frozen, most, "index.md")
    written = caller.tree("category_table")
    assert len(rows(written)) == len(caller.guide.categories) == 7
    assert captions(written) == ["The categories and their exemption codes."]
    assert said(written[-1]) == "All 7 categories, to filter and compare"
    assert not find(written, ".//form")


@pytest.mark.parametrize("uri", ["index.md", "codes.md"])
def test_the_codes_by_category_are_never_cut(frozen: tuple[Guide, Records], uri: str) -> None:
    caller = with_rows(frozen, 3, uri)
    assert len(rows(caller.tree("codes_by_category"))) == len(caller.guide.categories)


def chosen(written: html.HtmlElement) -> list[str]:
    links: list[str] = find(
        written, './/*[@class="guide-cards"]/ul/li/p/strong[@class="guide-card-title"]/a/@href'
    )
    return [link.removeprefix("/categories/").removesuffix(".md") for link in links]


def test_cards_are_those_asked_for_in_that_order(caller: Caller) -> None:
    every = list(caller.guide.categories)
    assert chosen(caller.tree("category_cards")) == every
    assert chosen(caller.tree("category_cards", "harba", "orca")) == ["harba", "orca"]
    assert chosen(caller.tree("category_cards", "orca", "harba")) == ["orca", "harba"]
    turns = [s for s, c in caller.guide.categories.items() if c.group == "turn-about"]
    assert chosen(caller.tree("category_cards", group="turn-about")) == turns
    assert 0 < len(turns) < len(every)


def test_each_card_has_the_review_and_the_notice_of_its_category(caller: Caller) -> None:
    cards = find(caller.tree("category_cards"), 'div[@class="guide-cards"]/ul/li')
    for card, (slug, category) in zip(cards, caller.guide.categories.items(), strict=True):
        assert [said(mark) for mark in marks(card, "review", slug)] == [category.reviewed_on.human]
        (notice,) = marks(card, "verify", slug)
        assert find(notice, "a/@href") == [category.verify.url]


def test_a_card_of_a_category_that_cannot_be_read_is_left_out(
    frozen: tuple[Guide, Records],
) -> None:
    guide, records = frozen
    rest = {slug: c for slug, c in guide.categories.items() if slug != "orca"}
    unread = replace(records, unread={"orca"})
    caller = Caller(replace(guide, categories=rest), unread)
    assert chosen(caller.tree("category_cards", "harba", "orca")) == ["harba"]


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
    written = caller.tree("codes_by_code")
    entries = caller.guide.codes.entries()
    cells = rows(written)
    assert [(said(cell), cell.get("id")) for cell in cells] == [
        (entry.label, entry.anchor) for entry in entries
    ]
    table = caller.page.tables["codes_by_code"]
    assert table.anchors == tuple(entry.anchor for entry in entries)
    assert subjects(table.statements) == ["codes"]
    row = next(cell for cell in cells if cell.get("id") == "p23").getparent()
    assert row is not None
    links = {said(link): link.get("href") for link in find(row, "td/a")}
    assert links["ORCA"] == "/categories/orca.md"
    assert links["HARBA (BRAHA)"] == "/categories/harba.md"


@pytest.mark.parametrize(
    ("label", "anchor"), [("K10", "k10"), ("K20 series", "k20-series"), ("K21+", "k21+")]
)
def test_a_code_is_a_link_to_its_row_and_stays_in_its_sentence(
    caller: Caller, label: str, anchor: str
) -> None:
    link = f'<a class="guide-code" href="/codes.md#{anchor}">{label}</a>'
    assert caller.call("code", label) == link


def source_of(guide: Guide, name: str | None) -> tuple[str, list[str]]:
    """Return how a feature shows the official page that it rests on."""
    if name is None:
        return "", []
    return f" ({guide.sources[name].title})", [guide.sources[name].url]


def test_the_comparison_has_a_row_for_each_feature_and_demands_its_full_notice(
    caller: Caller,
) -> None:
    comparison = caller.guide.comparison
    written = caller.tree("programme_comparison")
    assert {feature.source is None for feature in comparison.features} == {True, False}
    for cell, feature in zip(rows(written), comparison.features, strict=True):
        source, links = source_of(caller.guide, feature.source)
        assert said(cell) == f"{feature.title}{source}"
        assert find(cell, "a/@href") == links
        assert cell.get("id") == feature.key
    table = caller.page.tables["programme_comparison"]
    assert table.anchors == tuple(feature.key for feature in comparison.features)
    (shown,) = table.statements
    assert (shown.subject, shown.notice) == ("comparison", comparison.verify.notice)


def test_steps_are_one_ordered_list(caller: Caller) -> None:
    written = caller.tree("steps")
    (listed,) = find(written, ".//ol")
    assert [said(part) for part in find(listed, "li/p[1]/strong")] == [
        step.title for step in caller.guide.steps.steps
    ]
    for item, step in zip(listed, caller.guide.steps.steps, strict=True):
        assert [said(part) for part in find(item, "p")] == [step.title, *step.text]


def test_duties_before_and_after_are_told_apart(caller: Caller) -> None:
    for when in ("before", "after"):
        (listed,) = caller.tree("obligations", when)
        duties = getattr(caller.guide.obligations, when)
        assert listed.tag == "ul"
        assert [said(part) for part in find(listed, "li/p[1]/strong")] == [
            duty.title for duty in duties
        ]
        for item, duty in zip(listed, duties, strict=True):
            assert [said(part) for part in find(item, "p")] == [duty.title, *duty.text]


def test_questions_are_headings_with_their_answers(caller: Caller) -> None:
    written = caller.tree("questions")
    questions = caller.guide.questions.questions
    assert [said(part) for part in find(written, "h3")] == [each.question for each in questions]
    for number, each in enumerate(questions, start=1):
        below = find(written, f"p[count(preceding-sibling::h3) = {number}]")
        answer = [said(part) for part in below if part.get("data-guide-source") is None]
        assert answer == list(each.answer)


def test_the_register_has_a_row_for_every_review(caller: Caller) -> None:
    written = caller.tree("review_register")
    links = first_links(written)
    assert len(links) == len(caller.guide.categories) + 2 + len(caller.guide.pages)
    assert "Status on 22 November 2022" in said(written)
    statuses = dict(zip(links, find(written, ".//@data-status"), strict=True))
    assert {row: status for row, status in statuses.items() if status != "current"} == {
        ("Village bakery help", "/categories/village-bakery-help.md"): "due-soon",
        ("Carnivals and fairs, misc", "/categories/carnivals-and-fairs-misc.md"): "overdue",
    }
    table = caller.page.tables["review_register"]
    assert set(caller.guide.categories) <= set(subjects(table.statements))


def test_the_register_demands_the_review_of_every_row(caller: Caller) -> None:
    caller.call("review_register")
    wanted = {*caller.guide.categories, "comparison", "finder"}
    wanted |= {page.subject for page in caller.guide.pages}
    assert set(subjects(caller.page.tables["review_register"].statements)) == wanted


def steps_of(written: html.HtmlElement) -> dict[str, html.HtmlElement]:
    """Return the finder's sections, questions and results, by the anchor of their one heading."""
    found = {}
    for section in find(written, ".//section"):
        (heading,) = find(section, "h3")
        found[heading.get("id")] = section
    assert len(found) == len(find(written, ".//section")) == len(find(written, ".//h3"))
    return found


def test_the_finder_has_a_section_for_each_question_and_each_result(caller: Caller) -> None:
    finder = caller.guide.finder
    steps = steps_of(caller.tree("finder"))
    assert list(steps) == [*(q.anchor for q in finder.questions), *finder.results()]


def test_each_answer_of_the_finder_is_a_link_to_a_section(caller: Caller) -> None:
    written = caller.tree("finder")
    headings = set(steps_of(written))
    links = find(written, ".//section/ul/li/a[@data-answer]")
    answers = list(caller.guide.finder.answers())
    assert [(said(a), a.get("href"), a.get("data-answer")) for a in links] == [
        (a.text, f"#{a.target}", a.key) for a in answers
    ]
    targets = {link.get("href").removeprefix("#") for link in links}
    assert targets <= headings
    assert targets | {caller.guide.finder.questions[0].anchor} == headings


def test_each_result_of_the_finder_has_a_card_with_the_whole_notice(caller: Caller) -> None:
    steps = steps_of(caller.tree("finder"))
    parts = {anchor: part for anchor, part in steps.items() if anchor.startswith("r-")}
    assert parts.keys() == caller.guide.finder.results().keys()
    for anchor, names in caller.guide.finder.results().items():
        part = parts[anchor]
        slugs = [name.partition("/")[0] for name in names]
        assert chosen(part) == [name.replace("/", ".md#") for name in names]
        assert wrapped(part, "May fit: verify.") is bool(slugs)
        assert ("/imp-vs-tfwp.md" in find(part, ".//a/@href")) is not bool(slugs)
        for slug in slugs:
            for notice in marks(part, "verify", slug):
                assert caller.guide.categories[slug].verify.notice in said(notice)
            assert len(marks(part, "verify", slug)) == slugs.count(slug)
        demanded = caller.page.sections[anchor]
        assert subjects(demanded) == list(slugs)
        assert all(each.notice for each in demanded)


def test_the_finder_demands_its_own_review_and_the_words_of_each_answer(caller: Caller) -> None:
    finder = caller.guide.finder
    written = caller.tree("finder")
    assert [said(mark) for mark in marks(written, "review", "finder")] == [finder.reviewed_on.human]
    (own,) = caller.page.cards
    assert (own.subject, own.notice) == ("finder", finder.verify.notice)
    assert {answer.text for answer in finder.answers()} <= set(caller.page.texts)
    assert {question.question for question in finder.questions} <= set(caller.page.texts)


def test_the_finder_leaves_out_a_category_that_cannot_be_read(
    frozen: tuple[Guide, Records],
) -> None:
    guide, records = frozen
    rest = {slug: c for slug, c in guide.categories.items() if slug != "harba"}
    written = Caller(replace(guide, categories=rest), records).tree("finder")
    assert "harba" not in chosen(written)
    assert "lighthouse-keeper-swap" in chosen(written)


def test_the_glossary_names_and_explains_every_term(caller: Caller) -> None:
    (listed,) = caller.tree("glossary")
    assert listed.tag == "dl"
    assert [said(part) for part in find(listed, "dt/strong")] == [
        term.term for term in caller.guide.terms.terms
    ]
    for term, name, meaning in zip(
        caller.guide.terms.terms, find(listed, "dt"), find(listed, "dd"), strict=True
    ):
        assert said(name) == f"{term.term}: {term.name}"
        assert said(meaning) == term.meaning
        assert name.getnext() is meaning


def test_the_firm_s_services_are_links_once_their_address_is_known(
    frozen: tuple[Guide, Records],
) -> None:
    guide, records = frozen
    service = guide.firm.services[0]
    shown = f"{service.title}. {service.text}"

    def first(url: str) -> html.HtmlElement:
        page = guide.firm.pages[service.page].model_copy(update={"url": url})
        firm = guide.firm.model_copy(update={"pages": guide.firm.pages | {service.page: page}})
        (item,) = find(Caller(replace(guide, firm=firm), records).tree("firm_help"), "ul/li[1]")
        assert said(item) == shown
        return item

    assert not find(first(""), ".//a")
    url = "https://example.org/a_b?c=d&e=(f)"
    (link,) = find(first(url), "strong/a")
    assert (said(link), link.get("href")) == (service.title, url)


def test_a_byline_leads_to_the_reviewer_and_to_the_register_once_they_are_known(
    frozen: tuple[Guide, Records],
) -> None:
    guide, records = frozen
    key = records.content["content/codes.md"].record.reviewed_by
    by = guide.reviewers[key]

    def links(**known: str) -> list[tuple[str, str]]:
        other = by.model_copy(update={"page": "", "public_register": "", **known})
        changed = replace(guide, reviewers=guide.reviewers | {key: other})
        (byline,) = find(Caller(changed, records).tree("review_byline"), "p[@data-guide='review']")
        assert f"by {by.name}, {by.title}, licence {by.licence}." in said(byline)
        return [(said(link), link.get("href")) for link in find(byline, "a")][:-1]

    assert links() == []
    assert links(page="https://x.example/her") == [(by.name, "https://x.example/her")]
    register = "https://register.example/?of=1&at=2"
    assert links(public_register=register) == [(f"licence {by.licence}", register)]


def with_texts(frozen: tuple[Guide, Records], **texts: str) -> Caller:
    """Return a caller whose ORCA says something else."""
    guide, records = frozen
    hostile = guide.categories["orca"].model_copy(update=texts)
    return Caller(replace(guide, categories=guide.categories | {"orca": hostile}), records)


@pytest.mark.parametrize("text", [*HOSTILE, "*a* | <b> {{ 7*7 }}"])
def test_what_a_record_says_is_text_in_a_cell_and_in_a_link(
    frozen: tuple[Guide, Records], text: str
) -> None:
    written = with_texts(frozen, fits=text, title=f"ORCA {text}").tree("category_table")
    (cell,) = find(written, './/tr[th/a/@href = "/categories/orca.md"]/td[2]')
    assert (len(cell), said(cell)) == (0, " ".join(text.split()))
    (link,) = find(written, './/th/a[@href = "/categories/orca.md"]')
    assert (len(link), said(link)) == (0, " ".join(f"ORCA {text}".split()))


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_record_says_is_text_in_an_attribute(
    frozen: tuple[Guide, Records], text: str
) -> None:
    """The title of a programme labels its cells; whose citizens, an option of the filter."""
    guide, records = frozen
    first, *rest = guide.comparison.programmes
    named = (first.model_copy(update={"title": text}), *rest)
    comparison = guide.comparison.model_copy(update={"programmes": named})
    compared = Caller(replace(guide, comparison=comparison), records).tree("programme_comparison")
    cells = find(compared, ".//tbody/tr/td[1]")
    assert {cell.get("data-label") for cell in cells} == {text}
    assert {tuple(cell.keys()) for cell in cells} == {("data-label",)}
    asked = with_texts(frozen, nationals=text).tree("category_table")
    (option,) = [o for o in find(asked, ".//option") if o.get("value") == text]
    assert option.keys() == ["value"]
    assert said(option) == " ".join(text.split())


def test_what_a_record_says_is_escaped_once(frozen: tuple[Guide, Records]) -> None:
    text = "*a* | <b> & &amp; {{ 7*7 }} \"q\" 'p'"
    written = with_texts(frozen, fits=text).call("codes_by_category")
    assert f'<td data-label="Who it fits">{html_text(text)}</td>' in written


def html_text(text: str) -> str:
    return escape(text).replace("&quot;", "&#34;").replace("&#x27;", "&#39;")
