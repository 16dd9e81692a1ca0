import difflib
import itertools
from datetime import date
from typing import Any

import pytest
import yaml

from generator.guide import compile_guide
from generator.model.review import ReviewDate
from generator.reviews.entry import Finding
from generator.reviews.recording import NotRecordedError, recorded
from tests.project import CATEGORIES, GUIDE, TODAY, Project

ORCA = "data/categories/orca.yml"
DAY = ReviewDate(date(2022, 11, 20), exact=True)
MONTH = ReviewDate(date(2022, 11, 1), exact=False)
ADDED = ("  - date: 2022-11-20", "    by: review-desk-one", "    outcome: confirmed")
IN_BRACKETS = "{date: 2022-11-20, by: review-desk-one, outcome: confirmed}"
ENTRY = {"date": "2022-11-20", "by": "review-desk-one", "outcome": "confirmed"}
OLD = "date: 2020-01"


def finding(outcome: str = "confirmed", when: ReviewDate = DAY, note: str = "") -> Finding:
    return Finding(when, "review-desk-one", outcome, note)


def file_of(reviews: str, *, on: str = "reviewed_on: 2022-05", last: str = "order: 1\n") -> str:
    return f"# A file.\ntitle: A\n{reviews}{on}\nreviewed_by: desk\n# The last key.\n{last}"


def renewed(text: str) -> str:
    return text.replace("2022-05", "2022-11-20").replace("reviewed_by: desk", "reviewed_by: " + BY)


BY = "review-desk-one"


def as_file(yaml_text: str, kind: str, newline: str) -> tuple[str, str]:
    """Return a file that holds a YAML text, and its path."""
    mark, path = "\ufeff" if kind.startswith("marked") else "", "data/categories/a.yml"
    if kind.endswith("md"):
        path = "content/a.md"
        head = yaml_text if yaml_text.endswith("\n") else f"{yaml_text}\n"
        yaml_text = f"---\n{head}--- \n# A page\n\n---\n\nreviews: none\n---\nThe end"
    return mark + yaml_text.replace("\n", newline), path


def read(text: str, path: str) -> Any:
    """Read a file with nothing of the project."""
    text = text.replace("\r\n", "\n").removeprefix("\ufeff")
    if path.endswith(".md"):
        text = "".join(
            itertools.takewhile(
                lambda line: line.strip() != "---", text.splitlines(keepends=True)[1:]
            )
        ).removesuffix("\n")
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts only


def difference(before: str, after: str) -> tuple[list[str], list[str]]:
    """Return the lines that went, and those that came."""
    old, new = before.split("\n"), after.split("\n")
    gone, come = [], []
    steps = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for kind, first, last, start, end in steps:
        if kind != "equal":
            gone += old[first:last]
            come += new[start:end]
    return gone, come


# A list of reviews as people write it, and the same with one more.
BLOCK = f"  - {OLD}\n    by: desk\n"
LISTS = {
    "indented": (f"reviews:\n{BLOCK}", f"reviews:\n{BLOCK}" + "\n".join(ADDED) + "\n"),
    "flush": (
        f"reviews:\n- {OLD}\n  by: desk\n",
        (
            f"reviews:\n- {OLD}\n  by: desk\n"
            "- date: 2022-11-20\n  by: review-desk-one\n  outcome: confirmed\n"
        ),
    ),
    "by four": (
        f"reviews:\n    - {OLD}\n      by: desk\n",
        (
            f"reviews:\n    - {OLD}\n      by: desk\n"
            "    - date: 2022-11-20\n      by: review-desk-one\n      outcome: confirmed\n"
        ),
    ),
    "wide": (
        f"reviews:\n  -   {OLD}\n      by: desk\n\n",
        (
            f"reviews:\n  -   {OLD}\n      by: desk\n"
            "  -   date: 2022-11-20\n      by: review-desk-one\n      outcome: confirmed\n\n"
        ),
    ),
    "narrow": (
        f"reviews:\n-\n {OLD}\n",
        f"reviews:\n-\n {OLD}\n- date: 2022-11-20\n  by: review-desk-one\n  outcome: confirmed\n",
    ),
    "texts": (
        "reviews:\n  - none\n",
        "reviews:\n  - none\n" + "\n".join(ADDED) + "\n",
    ),
    "long note": (
        f"reviews:\n{BLOCK}    note: >-\n      one # two\n\n      three\n\n# Next.\n",
        f"reviews:\n{BLOCK}    note: >-\n      one # two\n\n      three\n"
        + "\n".join(ADDED)
        + "\n\n# Next.\n",
    ),
    "kept blanks": (
        f"reviews:\n{BLOCK}    note: |+ # why\n      one\n\n",
        f"reviews:\n{BLOCK}    note: |+ # why\n      one\n\n" + "\n".join(ADDED) + "\n",
    ),
    "two lines": (
        f'reviews:\n{BLOCK}    note: "one\n      two"   # why\n  # more\n',
        f'reviews:\n{BLOCK}    note: "one\n      two"   # why\n'
        + "\n".join(ADDED)
        + "\n  # more\n",
    ),
    "braces": (
        f"reviews:\n  - {{{OLD},\n     by: desk}} # why\n",
        f"reviews:\n  - {{{OLD},\n     by: desk}} # why\n  - {IN_BRACKETS}\n",
    ),
    "no value": ("reviews:\n", "reviews:\n" + "\n".join(ADDED) + "\n"),
    "no value, but": (
        "reviews :  # none yet\n  # really\n",
        "reviews :  # none yet\n" + "\n".join(ADDED) + "\n  # really\n",
    ),
    "[]": ("reviews: []  # none\n", f"reviews: [{IN_BRACKETS}]  # none\n"),
    "[ ]": ("reviews: [ ]\n", f"reviews: [{IN_BRACKETS}]\n"),
    "[ over lines": ("reviews: [\n]\n", f"reviews: [\n  {IN_BRACKETS}\n]\n"),
    "[ # ]": (
        "reviews: [ # none, yet\n  ]\n",
        f"reviews: [ # none, yet\n    {IN_BRACKETS}\n  ]\n",
    ),
    "[{}]": (f"reviews: [ {{{OLD}}} ]\n", f"reviews: [ {{{OLD}}}, {IN_BRACKETS} ]\n"),
    "[{},]": (f"reviews: [{{{OLD}}},]\n", f"reviews: [{{{OLD}}}, {IN_BRACKETS}]\n"),
    "[ {} ]": (
        f"reviews: [\n    {{{OLD}}}  # one, two\n  ]\n",
        f"reviews: [\n    {{{OLD}}},  # one, two\n    {IN_BRACKETS}\n  ]\n",
    ),
    "[ {}, ]": (
        f"reviews: [\n  {{{OLD}}}, # one\n]\n",
        f"reviews: [\n  {{{OLD}}}, # one\n  {IN_BRACKETS},\n]\n",
    ),
    "[{}, {} ]": (
        f"reviews: [{{{OLD}}},\n  {{{OLD}}}]\n",
        f"reviews: [{{{OLD}}},\n  {{{OLD}}}, {IN_BRACKETS}]\n",
    ),
    "[{} ]": (
        f"reviews: [{{{OLD}}} # one\n]\n",
        f"reviews: [{{{OLD}}}, {IN_BRACKETS} # one\n]\n",
    ),
}

# The two renewed keys as people write them, and the same renewed.
DATES = [
    ("reviewed_on: 2022-05", "reviewed_on: 2022-11-20"),
    ("reviewed_on: 2022-05 ", "reviewed_on: 2022-11-20 "),
    ("reviewed_on:  2022-05", "reviewed_on:  2022-11-20"),
    ("reviewed_on : 2022-05", "reviewed_on : 2022-11-20"),
    ("reviewed_on: '2022-05'  # when", "reviewed_on: '2022-11-20'  # when"),
    ('"reviewed_on": "2022-05"', '"reviewed_on": "2022-11-20"'),
    ("reviewed_on:\n  2022-05", "reviewed_on:\n  2022-11-20"),
    ("reviewed_on: 2022-05-01 # when", "reviewed_on: 2022-11-20 # when"),
    ("reviewed_on: >-\n  2022-05", "reviewed_on: 2022-11-20"),
    ("reviewed_on:", "reviewed_on: 2022-11-20"),
    ("reviewed_on:   # when", 'reviewed_on: "2022-11-20"   # when'),
]

LASTS = [
    "order: 1\n",
    "order: 1",
    "order: 1\n# The end.\n\n",
    "order: 1\n\n# The end.",
    "how_it_works: |\n  One.\n",
    "how_it_works: |\n  One.",
    "how_it_works: |+\n  One.\n\n\n",
    "how_it_works: |+\n  One.\n# The end.\n",
    "how_it_works: |+\n  One.",
    "how_it_works: >-\n  One:\n\n  two # three",
    'how_it_works: "One\n\n  two"  # three\n',
    "who: [a,\n  b]\n",
    "who:\n- a\n",
    "verify:\n  url:\n",
]

KINDS = ("yml", "md", "marked yml", "marked md")
CASES = [
    (name, LASTS[number % len(LASTS)], DATES[number % len(DATES)], kind, newline)
    for number, (name, kind, newline, _turn) in enumerate(
        itertools.product(LISTS, KINDS, ("\n", "\r\n"), range(2))
    )
]


@pytest.mark.parametrize(("name", "last", "dates", "kind", "newline"), CASES)
def test_a_list_grows_by_an_item_in_its_own_style(
    name: str, last: str, dates: tuple[str, str], kind: str, newline: str
) -> None:
    reviews, longer = LISTS[name]
    text, path = as_file(file_of(reviews, on=dates[0], last=last), kind, newline)
    wanted, _path = as_file(file_of(longer, on=dates[1], last=last), kind, newline)
    after = recorded(text, path, finding())
    assert after == wanted.replace("reviewed_by: desk", "reviewed_by: review-desk-one")
    old, new = read(text, path), read(after, path)
    assert new.pop("reviews") == [*(old.pop("reviews") or []), ENTRY]
    assert new == old | {"reviewed_on": "2022-11-20", "reviewed_by": "review-desk-one"}


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("last", [*LASTS, "order: 1\n# The end.\n...\n", "order: 1\n...\n# End.\n"])
def test_a_file_without_a_list_gets_one(last: str, kind: str, newline: str) -> None:
    if kind.endswith("md") and "..." in last:
        last = last.partition("...")[0]
    text, path = as_file(file_of("", last=last), kind, newline)
    after = recorded(text, path, finding("problem found"))
    old, new = read(text.replace("\r", "\n"), path), read(after.replace("\r", "\n"), path)
    if newline != "\r":
        old, new = read(text, path), read(after, path)
        assert after.count("\r\n") == after.count("\n") or newline == "\n"
    assert new.pop("reviews") == [ENTRY | {"outcome": "problem found"}]
    assert new == old
    gone, come = difference(text.replace(newline, "\n"), after.replace(newline, "\n"))
    assert (gone, come) == ([], ["reviews:", *ADDED[:2], "    outcome: problem found"])
    assert after.endswith(newline) == text.endswith(newline)


@pytest.mark.parametrize(
    ("last", "place"),
    [
        ("order: 1\n", "order: 1\n@"),
        ("order: 1\n\n\n", "order: 1\n@\n\n"),
        ("order: 1\n# The end.\n", "order: 1\n# The end.\n@"),
        ("order: 1\n...\n", "order: 1\n@...\n"),
        ("order: 1\n# The end.\n...\n", "order: 1\n# The end.\n@...\n"),
        ("how_it_works: |+\n  One.\n\n", "how_it_works: |+\n  One.\n\n@"),
        ("how_it_works: |\n  One.\n\n", "how_it_works: |\n  One.\n@\n"),
    ],
)
def test_a_new_list_comes_last(last: str, place: str) -> None:
    after = recorded(file_of("", last=last), ORCA, finding("wording seen"))
    lines = ["reviews:", *ADDED[:2], "    outcome: wording seen", ""]
    assert after == file_of("", last=place.replace("@", "\n".join(lines)))


@pytest.mark.parametrize("last", ["how_it_works: |\n  One.", "how_it_works: |+\n  One."])
def test_a_text_that_the_end_of_the_file_ends_stays_the_last(last: str) -> None:
    lines = "\n".join(["reviews:", *ADDED])
    after = recorded(file_of("", last=last), ORCA, finding())
    assert after == renewed(file_of("", last=last)).replace(BY + "\n", f"{BY}\n{lines}\n", 1)


def test_an_indented_file_gets_its_list_in_the_column_of_its_keys() -> None:
    text = "---\n  reviewed_on: 2022-05\n  reviewed_by: desk\n"
    wanted = "".join(f"  {line}\n" for line in ("reviews:", *ADDED))
    assert recorded(text, ORCA, finding()) == renewed(text) + wanted


@pytest.mark.parametrize("slug", CATEGORIES)
def test_a_review_changes_its_own_lines_and_no_other(slug: str) -> None:
    text = (GUIDE / f"data/categories/{slug}.yml").read_text(encoding="utf-8")
    lines = [
        "reviewed_on: 2022-11-20" if line.startswith("reviewed_on:") else line
        for line in text.split("\n")
    ]
    if "reviews:" in lines:
        first = lines.index("reviews:") + 1
        end = next(n for n in range(first, len(lines)) if not lines[n].startswith(" "))
        wanted = [*lines[:end], *ADDED, *lines[end:]]
    else:
        wanted = [*lines[:-1], "reviews:", *ADDED, ""]
    assert recorded(text, ORCA, finding()) == "\n".join(wanted)


def test_the_front_matter_of_a_page_takes_a_review_and_the_page_stays() -> None:
    text = (GUIDE / "content/codes.md").read_text(encoding="utf-8")
    head, _fence, body = text.removeprefix("---\n").partition("---\n")
    after = recorded(text, "content/codes.md", finding("changed", MONTH))
    wanted = head.replace("2022-05", "2022-11")
    lines = ("reviews:", "  - date: 2022-11", ADDED[1], "    outcome: changed", "")
    assert after == "---\n" + wanted + "\n".join(lines) + "---\n" + body


def test_the_second_review_is_added_below_the_first(project: Project) -> None:
    text = recorded(project.read(ORCA), ORCA, finding(when=MONTH))
    text = recorded(text, ORCA, finding("changed"))
    assert text.endswith(
        "reviews:\n  - date: 2022-11\n    by: review-desk-one\n    outcome: confirmed\n"
        "  - date: 2022-11-20\n    by: review-desk-one\n    outcome: changed\n"
    )
    project.write(ORCA, text)
    found = compile_guide(project.root, TODAY)
    assert not [p for p in found.problems if p.place.path == ORCA and p.severity.value == "error"]


def test_a_problem_renews_no_date(project: Project) -> None:
    note = "IRCC: another # code"
    text = recorded(project.read(ORCA), ORCA, finding("problem found", note=note))
    assert "reviewed_on: 2022-05\n" in text
    project.write(ORCA, text)
    guide = compile_guide(project.root, TODAY).guide
    assert guide is not None
    (review,) = guide.categories["orca"].reviews
    assert review.note == note


def test_comments_quotes_and_blank_lines_stay(project: Project) -> None:
    project.replace(ORCA, "order: 20", "# why: it is asked for often\n\norder:   20 ")
    project.replace(ORCA, "title: ORCA", "title: 'ORCA'  # short")
    before = project.read(ORCA)
    after = recorded(before, ORCA, finding())
    assert before.split("reviewed_on:", maxsplit=1)[0] == after.split("reviewed_on:", maxsplit=1)[0]


@pytest.mark.parametrize("within", ["", "reviews: []\n", f"reviews:\n{BLOCK}"])
@pytest.mark.parametrize(
    ("note", "written"),
    [
        ("The fee is new.", "The fee is new."),
        ("It's new", "It's new"),
        ("IRCC: a # b", '"IRCC: a # b"'),
        ("# a", '"# a"'),
        ("- a", '"- a"'),
        ("a:", '"a:"'),
        ("*a", '"*a"'),
        ("yes", '"yes"'),
        ("2022-05-01", '"2022-05-01"'),
        (' "a" \\ ', '" \\"a\\" \\\\ "'),
        ("one\ntwo", '"one\\ntwo"'),
        ("---", "---"),
        ("é – 😀", "é – 😀"),
        ("https://a.ca/#b", "https://a.ca/#b"),
    ],
)
def test_a_note_is_in_quotes_only_where_it_needs_them(note: str, written: str, within: str) -> None:
    after = recorded(file_of(within), ORCA, finding(note=note))
    assert f"note: {written}{'}' if '[' in within else chr(10)}" in after
    assert read(after, ORCA)["reviews"][-1] == ENTRY | {"note": note}


@pytest.mark.parametrize("note", ["a, b", "a [b]", "a}"])
def test_a_note_in_brackets_needs_quotes_more_often(note: str) -> None:
    for within, written in (("", note), ("reviews: []\n", f'"{note}"')):
        after = recorded(file_of(within), ORCA, finding(note=note))
        assert f"note: {written}" in after
        assert read(after, ORCA)["reviews"][-1]["note"] == note


def test_no_note_is_no_key() -> None:
    assert "note" not in recorded(file_of(""), ORCA, finding(note=" "))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("'desk'", "'it''s'"),
        ('"desk"', '"it\'s"'),
        ("desk", "it's"),
        ("|\n  desk\n", "it's\n"),
        ("it's", "it's"),
        ("'it''s'", "'it''s'"),
        (">-\n  it's", ">-\n  it's"),
    ],
)
def test_the_reviewer_keeps_the_quotes_that_are_there(old: str, new: str) -> None:
    text = f"reviews: []\nreviewed_on: 2022-05\nreviewed_by: {old}\norder: 1\n"
    after = recorded(text, ORCA, Finding(DAY, "it's", "confirmed"))
    assert f"reviewed_by: {new}\norder: 1\n" in after


@pytest.mark.parametrize("outcome", ["problem found", "wording seen"])
def test_what_renews_no_date_needs_none(outcome: str) -> None:
    assert recorded("title: A\n", ORCA, finding(outcome)) == (
        f"title: A\nreviews:\n{ADDED[0]}\n{ADDED[1]}\n    outcome: {outcome}\n"
    )


REFUSED = {
    "no YAML": (file_of("reviews: [\n"), "closed"),
    "empty": ("", "empty"),
    "a list": ("- a\n", "no keys"),
    "half a character": ("title: \ud800\n", "escape"),
    "braces": ("{title: A, reviewed_on: 2022-05, reviewed_by: desk}\n", "in braces"),
    "an anchor": (file_of("who: &a b\n"), "`&`"),
    "an alias": (file_of("who: &a b\nfits: *a\n"), "`&`"),
    "an anchor on the list": (file_of(f"reviews: &a\n{BLOCK}"), "`&`"),
    "a tag": (file_of("reviews: !!seq\n"), "`!`"),
    "a merge": (file_of("<<: {reviews: []}\n"), "`<<`"),
    "two documents": (file_of("") + "---\ntitle: B\n", "which ends it"),
    "a list twice": (file_of("reviews: []\nreviews: []\n"), "`reviews` is written twice"),
    "a date twice": (file_of("reviewed_on: 2022-05\n"), "`reviewed_on` is written twice"),
    "a text": (file_of("reviews: none\n"), "not a list"),
    "a mapping": (file_of("reviews: {}\n"), "not a list"),
    "an empty text": (file_of("reviews: ''\n"), "something else"),
    "no date": ("title: A\nreviewed_by: desk\n", "`reviewed_on` has no value"),
    "a list as the date": (file_of("", on="reviewed_on: [a]"), "`reviewed_on` has no value"),
    "a comment in the value": (
        file_of("", on="reviewed_on: >- # when\n  2022-05"),
        "something else",
    ),
    "a note that the file ends": (
        f"reviewed_on: 2022-05\nreviewed_by: desk\nreviews:\n{BLOCK}    note: |\n      a",
        "something else",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_leaves_no_place_is_refused(case: str) -> None:
    text, why = REFUSED[case]
    with pytest.raises(NotRecordedError) as refused:
        recorded(text, ORCA, finding(note="a: b"))
    message = str(refused.value)
    assert message.startswith(f"{ORCA} ")
    assert why in message
    assert 'at the end of `reviews`, `- {date: "2022-11-20", by: "review-desk-one"' in message
    assert 'note: "a: b"}` and `reviewed_on: 2022-11-20` and `reviewed_by: ' in message


@pytest.mark.parametrize(
    "text", ["title: A\n", "---\ntitle: A\n", "---\n---\nA\n", "---\n- a\n---"]
)
def test_a_page_without_front_matter_is_refused(text: str) -> None:
    with pytest.raises(NotRecordedError):
        recorded(text, "content/a.md", finding("wording seen"))


@pytest.mark.parametrize("note", ["a\x07b\x7f", "a\u202eb", "\ud800", "a\x00"])
def test_a_note_with_what_no_file_can_hold_is_refused(note: str) -> None:
    with pytest.raises(NotRecordedError, match="no file can hold"):
        recorded(file_of(""), ORCA, finding(note=note))


def test_the_guide_of_the_tests_has_files_with_a_list_and_without() -> None:
    past = {
        slug: (GUIDE / f"data/categories/{slug}.yml").read_text(encoding="utf-8").count("outcome:")
        for slug in CATEGORIES
    }
    assert {slug: count for slug, count in past.items() if count} == {
        "lighthouse-keeper-swap": 2,
        "village-bakery-help": 1,
    }
    assert past["orca"] == 0
