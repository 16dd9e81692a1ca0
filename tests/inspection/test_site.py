from pathlib import Path

import pytest

from generator.inspection.expected import ExpectedPage, ExpectedTable, Statement
from generator.inspection.site import inspect_site
from generator.outputs.policy import with_policy
from generator.pages.slips.allowed import IN_A_LINE
from generator.problems.problem import Place

PLACE = Place("data/categories/orca.yml")
URL = "https://www.canada.ca/en.html"
FULL = Statement("orca", "2022-05", "May 2022", URL, "Check the codes.", PLACE)
LINK = Statement("orca", "2022-05", "May 2022", URL, "", PLACE)

TIME = '<time datetime="2022-05">May 2022</time>'
REVIEW = f'<p data-guide="review" data-subject="orca">On {TIME}</p>'
ANCHOR = f'<a href="{URL}">Check it on canada.ca</a>'
NOTICE = f'<p data-guide="verify" data-subject="orca">Check  the\n codes. {ANCHOR}</p>'
LINKED = f'<p data-guide="verify" data-subject="orca">{ANCHOR}</p>'
ROW = '<tr><th id="p23">P23</th><td>{}</td></tr>'
TABLE = (
    '<table><caption data-table="codes">Codes</caption>'
    f"<tbody>{ROW.format((REVIEW + LINKED).replace('<p', '<span').replace('</p', '</span'))}"
    "</tbody></table>"
)
GOOD = REVIEW + NOTICE + TABLE


def judged(tmp_path: Path, body: str, name: str = "categories/orca/index.html") -> list[str]:
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(with_policy(f"<html><head></head><body>{body}</body></html>"), encoding="utf-8")
    table = ExpectedTable("codes", (LINK,), ("p23",))
    page = ExpectedPage("categories/orca.md", PLACE, FULL, {"codes": table})
    return [problem.rule for problem in inspect_site(tmp_path, [page])]


def lacks(tmp_path: Path, body: str) -> list[str]:
    """Return the rules that are broken, but the one of what acts: a style is told as well."""
    return [rule for rule in judged(tmp_path, body) if rule != "active-content"]


def test_a_page_that_shows_everything_is_good(tmp_path: Path) -> None:
    assert judged(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "rules"),
    [
        (REVIEW, "", ["shown-review"]),
        (NOTICE, "", ["shown-notice"]),
        (TABLE, "", ["shown-facts"]),
        ('datetime="2022-05"', 'datetime="2022-06"', ["shown-review"]),
        (">May 2022<", "><", ["shown-review"]),
        (">May 2022<", ">June 2022<", ["shown-review"]),
        ("<time", "<span", ["shown-review"]),
        ("Check  the\n codes.", "Check.", ["shown-notice"]),
        (f'href="{URL}"', 'href="https://www.canada.ca/"', ["shown-notice"]),
        (ANCHOR, "Check it on canada.ca", ["shown-notice"]),
        (">Check it on canada.ca<", "><", ["shown-notice"]),
        (REVIEW, f"<div hidden>{REVIEW}</div>", ["shown-review"]),
        (REVIEW, f"<!-- {REVIEW} -->", ["shown-review"]),
        (REVIEW, f"<template>{REVIEW}</template>", ["shown-review"]),
        (REVIEW, f"<noscript>{REVIEW}</noscript>", ["shown-review"]),
        (NOTICE, f'<div style="color:red; display: none">{NOTICE}</div>', ["shown-notice"]),
        (NOTICE, f'<div style="visibility:hidden">{NOTICE}</div>', ["shown-notice"]),
        (NOTICE, f'<div aria-hidden="true">{NOTICE}</div>', ["shown-notice"]),
        (NOTICE, f"<details><summary>More</summary>{NOTICE}</details>", ["shown-notice"]),
        ('data-subject="orca"', 'data-subject="harba"', ["shown-review"]),
    ],
)
def test_what_a_page_does_not_show_is_a_problem(
    tmp_path: Path, old: str, new: str, rules: list[str]
) -> None:
    assert old in GOOD
    assert lacks(tmp_path, GOOD.replace(old, new, 1)) == rules


@pytest.mark.parametrize(
    ("old", "new", "rules"),
    [
        ('id="p23"', "", ["shown-facts"]),
        ('<th id="p23">', '<th id="p23" hidden>', ["shown-facts"]),
        ('data-table="codes"', "", ["shown-facts"]),
        ('<span data-guide="review"', "<span", ["shown-review"]),
        ('<span data-guide="verify"', "<span", ["shown-notice"]),
        ("<table>", "<table hidden>", ["shown-facts"]),
    ],
)
def test_what_a_table_does_not_show_is_a_problem_even_if_the_page_does(
    tmp_path: Path, old: str, new: str, rules: list[str]
) -> None:
    assert old in TABLE
    assert judged(tmp_path, REVIEW + NOTICE + TABLE.replace(old, new, 1)) == rules


@pytest.mark.parametrize(
    "extra",
    [
        "<table><tr><td> </td></tr></table>",
        "<table><tr><th></th></tr></table>",
        "<dl><dt>Permit type</dt><dd><span></span></dd></dl>",
    ],
)
def test_an_empty_cell_or_answer_is_a_problem(tmp_path: Path, extra: str) -> None:
    assert judged(tmp_path, GOOD + extra) == ["shown-facts"]


def test_a_text_that_must_be_on_a_page_is_missed(tmp_path: Path) -> None:
    judged(tmp_path, GOOD + "<p>File  an\n<b>offer</b>.</p>")
    page = ExpectedPage("categories/orca.md", PLACE, FULL, texts=["File an offer."])
    assert not inspect_site(tmp_path, [page])
    page = ExpectedPage("categories/orca.md", PLACE, FULL, texts=["Pay the fee."])
    problem = inspect_site(tmp_path, [page])[0]
    assert problem.rule == "shown-facts"
    assert "“Pay the fee.”" in problem.message


def test_a_card_s_marks_are_asked_for_outside_of_tables(tmp_path: Path) -> None:
    judged(tmp_path, GOOD + LINKED)
    other = Statement("harba", "2022-05", "May 2022", URL, "", PLACE)
    page = ExpectedPage("categories/orca.md", PLACE, FULL, cards=[LINK])
    assert not inspect_site(tmp_path, [page])
    page = ExpectedPage("categories/orca.md", PLACE, FULL, cards=[other])
    rules = [problem.rule for problem in inspect_site(tmp_path, [page])]
    assert rules == ["shown-notice", "shown-review"]


SECTION = f'<section><h3 id="r-orca">ORCA</h3>{REVIEW}{NOTICE}</section>'


@pytest.mark.parametrize(
    ("body", "rules"),
    [
        (SECTION, []),
        (SECTION.replace(NOTICE, ""), ["shown-notice"]),
        (SECTION.replace(REVIEW, ""), ["shown-review"]),
        (SECTION.replace("r-orca", "r-other"), ["shown-facts"]),
        (SECTION.replace("section>", "div>"), ["shown-facts"]),
        ("", ["shown-facts"]),
    ],
)
def test_a_section_shows_its_marks_itself_whatever_the_page_shows(
    tmp_path: Path, body: str, rules: list[str]
) -> None:
    (tmp_path / "categories/orca").mkdir(parents=True)
    file = tmp_path / "categories/orca/index.html"
    whole = f"<html><head></head><body>{REVIEW}{NOTICE}{body}</body></html>"
    file.write_text(with_policy(whole), encoding="utf-8")
    page = ExpectedPage("categories/orca.md", PLACE, FULL, sections={"r-orca": (FULL,)})
    assert [problem.rule for problem in inspect_site(tmp_path, [page])] == rules


def test_the_marks_of_a_table_do_not_stand_for_the_page(tmp_path: Path) -> None:
    assert judged(tmp_path, TABLE) == ["shown-notice", "shown-review"]


def test_a_page_that_was_not_built_is_missing(tmp_path: Path) -> None:
    assert judged(tmp_path, GOOD, "404.html") == ["missing-page"]


def test_an_empty_page_is_missing(tmp_path: Path) -> None:
    file = tmp_path / "categories/orca/index.html"
    file.parent.mkdir(parents=True)
    file.write_text("")
    page = ExpectedPage("categories/orca.md", PLACE, FULL)
    assert [problem.rule for problem in inspect_site(tmp_path, [page])] == ["missing-page"]


def within(before: str, after: str) -> str:
    return GOOD.replace(NOTICE, f"{before}{NOTICE}{after}", 1)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<details open><summary>More</summary>", "</details>"),
        ("<dialog>", "</dialog>"),
        ("<object>", "</object>"),
        ("<button>", "</button>"),
        ("<div popover>", "</div>"),
        ("<div inert>", "</div>"),
        ('<div style="opacity: 0">', "</div>"),
        ('<div style="display:/**/none">', "</div>"),
        ('<div class="guide-sr">', "</div>"),
        ('<section class="guide-doors md-toggle">', "</section>"),
        ("<div hidden>", "</div>"),
        ("<div onclick='x()'>", "</div>"),
        *((f"<{name}>", f"</{name}>") for name in sorted(IN_A_LINE) if name not in {"span", "a"}),
    ],
)
def test_a_mark_that_something_unknown_encloses_is_not_shown(
    tmp_path: Path, before: str, after: str
) -> None:
    assert judged(tmp_path, within("<div class='guide-cards'>", "</div>")) == []
    assert set(judged(tmp_path, within(before, after))) - {"active-content"} == {"shown-notice"}


@pytest.mark.parametrize(
    "around",
    [
        '<span class="guide-sr">{}</span>',
        '<span class="guide-sr"><b>{}</b></span>',
        '<span style="opacity:0">{}</span>',
        "<span hidden>{}</span>",
    ],
)
def test_the_date_of_a_review_is_plain(tmp_path: Path, around: str) -> None:
    start, end = GOOD.index("<time"), GOOD.index("</time>") + len("</time>")
    hidden = GOOD[:start] + around.format(GOOD[start:end]) + GOOD[end:]
    assert lacks(tmp_path, hidden) == ["shown-review"]


def test_words_for_who_hears_a_page_may_stand_in_the_link_of_a_notice(tmp_path: Path) -> None:
    heard = '<span class="guide-sr">ORCA: </span>Check it on canada.ca'
    assert judged(tmp_path, GOOD.replace("Check it on canada.ca", heard)) == []


@pytest.mark.parametrize("element", ["b", "s", "small", "U", "font size=1"])
def test_an_element_of_a_sentence_that_does_not_end_goes_on_in_a_mark(
    tmp_path: Path, element: str
) -> None:
    name = element.split(maxsplit=1)[0]
    assert judged(tmp_path, within(f"<p><{element}>Words.</p>", f"</{name}>")) == ["shown-notice"]
    assert judged(tmp_path, within(f"<p><{element}>Words.</{name}></p>", "")) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Check  the\n codes.", "Do not check the codes."),
        ("Check  the\n codes.", "<s>Check the codes.</s> It is fine."),
        ("Check  the\n codes.", "Check the codes. Or do not."),
        ("Check  the\n codes.", '<span style="opacity:0">Check the codes.</span>'),
        ("Check  the\n codes.", '<span class="guide-sr">Check the codes.</span>'),
        (ANCHOR, f"{ANCHOR}, or rather not."),
        (">Check it on canada.ca<", ">x<"),
        (">Check it on canada.ca<", '>x<span class="guide-sr">Check it on canada.ca</span><'),
        (ANCHOR, f'<span class="guide-sr">{ANCHOR}</span>'),
        ('<p data-guide="verify"', '<p data-guide="verify" class="guide-sr"'),
        ('<p data-guide="verify"', '<p data-guide="verify" style="opacity:0"'),
    ],
)
def test_a_notice_is_shown_whole_or_not_at_all(tmp_path: Path, old: str, new: str) -> None:
    assert old in GOOD
    assert lacks(tmp_path, GOOD.replace(old, new, 1)) == ["shown-notice"]


@pytest.mark.parametrize("name", ["other.html", "other.htm", "other.HTML", "other.xhtml"])
def test_a_page_that_no_record_knows_is_a_problem(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("<p>Facts</p>")
    assert judged(tmp_path, GOOD) == ["unknown-page"]


def test_problems_point_at_the_file_to_mend(tmp_path: Path) -> None:
    judged(tmp_path, "")
    page = ExpectedPage("categories/orca.md", PLACE, FULL)
    assert {problem.place for problem in inspect_site(tmp_path, [page])} == {PLACE}


@pytest.mark.parametrize(
    ("uri", "html"),
    [
        ("index.md", "index.html"),
        ("codes.md", "codes/index.html"),
        ("categories/index.md", "categories/index.html"),
        ("categories/orca.md", "categories/orca/index.html"),
        ("more/README.md", "more/index.html"),
    ],
)
def test_a_page_is_built_at_its_address(uri: str, html: str) -> None:
    assert ExpectedPage(uri, PLACE, FULL).html == html


@pytest.mark.parametrize("name", [".git/hooks/a.html", ".well-known/a.json", ".cache/x.xml"])
def test_what_its_owner_hides_in_a_site_is_not_judged(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_text("<")
    assert judged(tmp_path, GOOD) == []


def test_a_file_that_is_told_already_is_not_judged(tmp_path: Path) -> None:
    name = "categories/orca/index.html"
    assert judged(tmp_path, "") != []
    (tmp_path / "a.json").write_text("{")
    page = ExpectedPage("categories/orca.md", PLACE, FULL)
    assert inspect_site(tmp_path, [page], passed=[name, "a.json"]) == ()


@pytest.mark.parametrize(
    ("style", "rules"),
    [
        ("i{mask:url(data:image/svg+xml,x)} b{mask:url('there.svg#a')}", []),
        ("/* url(licence.txt) */", ["lost-file"]),
        ("i{mask:url(gone.svg)}", ["lost-file"]),
        ("@import 'gone.css';", ["lost-file"]),
        ('@import "https://a.example/x.css";', ["active-content"]),
        ("i{background:URL( //a.example/x.png )}", ["active-content"]),
    ],
)
def test_what_a_style_fetches_is_there_and_the_site_s_own(
    tmp_path: Path, style: str, rules: list[str]
) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "there.svg").write_text("<svg/>")
    (tmp_path / "assets" / "a.css").write_text(style)
    assert judged(tmp_path, GOOD) == rules


def test_a_page_with_a_tag_without_end_is_told_at_once(tmp_path: Path) -> None:
    endless = "".join(f" a{number}=1" for number in range(200_000))
    assert judged(tmp_path, f"{GOOD}<p{endless}>") == ["missing-page"]


def test_a_mark_may_be_an_element_of_a_sentence_itself(tmp_path: Path) -> None:
    whole = '<strong class="guide-problem" data-guide="problem">A problem</strong>'
    assert judged(tmp_path, f"<p>{whole}</p>{GOOD}") == []
    assert judged(tmp_path, f"<p>{whole.removesuffix('</strong>')}</p>{GOOD}") == ["shown-notice"]
