"""The comment of a pull request: what it says in which order, and that data stays data."""

import re
from dataclasses import replace

import pytest

from generator.model.meaning import Meaning
from generator.problems.problem import Place, Problem
from generator.reviews.comment import LIMIT, comment
from generator.reviews.diff import FileChange
from generator.reviews.report import Report
from generator.reviews.values import Change
from tests.project import FAIRS, HARBA, ORCA, RESCUE, SAILING, SWAP, Project
from tests.reviews.work import NO_REVIEW, files, guide_before, look, report_of

LINES = re.compile(r"```yaml\n(.*?)\n```", re.DOTALL)
_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)

HOSTILE = [
    "@everyone look",
    "[x](https://evil.example)",
    "![x](https://evil.example/x.png)",
    "<img src=x onerror=alert(1)>",
    "a | b | c",
    "ends in a backslash \\",
    "a \\| b",
    "`code` and ``more``",
    "` @one",
    "```` @four",
    "--> out <!--",
    "</details> out <details>",
    "#1 and GH-2 and deadbeef",
    "two\n\n# lines\n- of\n---",
    "https://evil.example",
    "**bold** _lean_ ~~gone~~",
    "tab\there, line\u2028break and\x0bmore",
]


def outside(text: str) -> str:
    """Return what a Markdown reader takes for more than text: all but code."""
    kept = [_SPAN.sub("", line) for line in LINES.sub("", text).splitlines()]
    return "\n".join(kept)


def told(text: str, *, of: Meaning = Meaning.SENTENCE) -> Report:
    """Return a report of one change that says a text wherever data can stand."""
    entry = guide_before().read.categories["orca"]
    titled = replace(entry, record=entry.record.model_copy(update={"title": text}))
    change = Change((text, "key"), of, None, text, Place(ORCA, 3))
    file = FileChange(None, titled, (change,))
    return Report((file,), (), (Problem("value", text, Place(text, 7)),))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("meaning", list(Meaning))
def test_nothing_of_the_data_is_more_than_text(text: str, meaning: Meaning) -> None:
    plain = outside(comment(told("plain", of=meaning)))
    assert "plain" not in plain
    assert outside(comment(told(text, of=meaning))) == plain


@pytest.mark.parametrize("text", HOSTILE)
def test_a_cell_of_a_table_stays_one_cell(text: str) -> None:
    rows = [line for line in comment(told(text)).splitlines() if line.startswith("| `")]
    assert [len(re.findall(r"(?<!\\)\|", row)) for row in rows] == [3, 4]


def test_data_in_files_is_no_more_than_text_either(project: Project) -> None:
    hostile = '"@all <img src=x> [x](y) | `z` -->"'
    project.replace(ORCA, "title: ORCA\n", f"title: {hostile}\n")
    project.replace(ORCA, "nationals: Riverside countries", f"nationals: {hostile}")
    project.replace(ORCA, "title: ", "formerly: [a-b]\ntitle: ")
    text = comment(report_of(project))
    assert "`` @all <img src=x> [x](y) \\| `z` --> ``" in text
    for mark in ("@all", "<img", "[x]", "-->"):
        assert mark not in outside(text)


def test_what_to_do_stands_before_what_is_different(project: Project) -> None:
    project.replace(ORCA, "permit_type: employer-specific", "permit_type: open")
    project.replace(RESCUE, "Then it lends you a rope.", "Then it keeps the rope.")
    project.replace(HARBA, "Each town lets the other’s", "Each town lets the other's")
    project.replace(SWAP, "order: 10", "order: 11")
    project.replace("data/codes.yml", "standing: in use", "standing: changed")
    project.replace("data/sources.yml", "mountain-rescue-c16.html", "climbers.html")
    project.replace(SAILING, NO_REVIEW, "reviewed_on: 2022-11\n")
    text = comment(report_of(project), "See the pages: ask for the folder.")
    marks = [
        "### Can this be published?",
        "- **The data:** this cannot be published yet: 1 problem to mend.",
        "- **The reviewer:** has not seen all of this yet: `Mountain Rescue Team`, `ORCA`.",
        "See the pages: ask for the folder.",
        "#### To mend first",
        f"| `{ORCA}:24` |",
        "#### Waits for the reviewer",
        f"**`Mountain Rescue Team`** (`{RESCUE}`): sentences to look at, all of them below.",
        f"**`ORCA`** (`{ORCA}`): facts to check, all of them below.",
        "#### What is different",
        "- moved address: `Sources: mountain-rescue-team: url: ",
        "| Facts | Before | Now |",
        "| `ORCA: permit type` | `employer-specific` | `open` |",
        "| Sentences | Before | Now |",
        "| `Mountain Rescue Team: employer: text` | `Then it lends you a rope.` | `Then it keeps",
        "| What IRCC’s pages say (no review covers it) | Before | Now |",
        "**Reviews**",
        "- `ORCA: not moved (May 2022)",
        "- `Sailing school season: confirmed: May 2022 -> November 2022, no fact changed`",
        "| Slips (nothing is asked) | Before | Now |",
        "| Arrangement (nothing is asked) | Before | Now |",
        "<details><summary>Pages that change (",
        "</details>",
    ]
    lines = text.splitlines()
    places = [next(n for n, line in enumerate(lines) if line.startswith(mark)) for mark in marks]
    assert places == sorted(places)
    # Every table begins after an empty line, or it would be a paragraph.
    heads = [n for n, line in enumerate(lines) if line.startswith("| ---")]
    assert all(lines[head - 2] == "" for head in heads)


def test_nothing_to_do_is_said_in_three_lines(project: Project) -> None:
    assert comment(report_of(project)).splitlines() == [
        "### Can this be published?",
        "",
        "- **The data:** sound.",
        "- **The reviewer:** nothing waits.",
        "",
        "No fact, no sentence and no review is different.",
    ]


def test_pages_are_not_said_to_be_the_same_where_that_is_not_known(project: Project) -> None:
    project.write("data/terms.yml", "terms: [\n")
    text = comment(report_of(project))
    assert "Which pages change can be told once the problems above are mended." in text
    assert "is different." not in text


def test_two_changes_far_apart_on_a_page_are_a_row_each(project: Project) -> None:
    page = "content/index.md"
    project.replace(page, "Nobody asks\nthem for a Labour", "Somebody asks\nthem for a Labour")
    project.replace(page, "Read on about", "Read nothing about")
    lines = comment(report_of(project)).splitlines()
    name = "| `Permits without a test: text`"
    test, pages = "Labour Market Impact Assessment (LMIA).", "[HARBA](/categories/harba.md)"
    more = f"about {pages} or [ORCA](/categories/orca.md)."
    assert [line.replace(" {: .guide-lead }", "") for line in lines if line.startswith(name)] == [
        f"{name} | `Nobody asks them for a {test}` | `Somebody asks them for a {test}` |",
        f"{name} | `Read on {more}` | `Read nothing {more}` |",
    ]


def test_lines_to_paste_hold_no_date_and_the_reviewer_alone(project: Project) -> None:
    project.replace(RESCUE, "permit_type: employer-specific", "permit_type: open")
    text = comment(report_of(project))
    assert LINES.findall(text) == [
        "reviewed_on: YYYY-MM-DD\nreviewed_by: review-desk-one",
        "reviews:\n  - date: YYYY-MM-DD\n    by: review-desk-one\n    outcome: changed",
    ]
    assert "terminal: `imp-guide review mountain-rescue-team`. In the browser, open" in text
    assert "And at the end of the file, with the day on which you looked:" in text
    assert "write `outcome: problem found`, and say in a line `note:` what is wrong." in text


def test_a_look_at_sentences_is_one_entry_below_the_last(project: Project) -> None:
    project.replace(SWAP, "A lamp that is well kept saves", "A lamp that is well kept sinks")
    project.replace("content/find.md", "Answer a few questions", "Answer no questions")
    text = comment(report_of(project))
    entry = "  - date: YYYY-MM-DD\n    by: review-desk-one\n    outcome: wording seen"
    assert sorted(LINES.findall(text)) == [entry, f"reviews:\n{entry}"]
    assert "`imp-guide review lighthouse-keeper-swap --wording`" in text
    assert "Write below the last item of `reviews:`, with the day on which you looked:" in text
    assert "Write above the second line `---`, with the day on which you looked:" in text
    assert "outcome: problem found" not in text


def test_whoever_follows_a_reviewer_gets_lines_without_a_key(project: Project) -> None:
    project.replace("data/reviewers.yml", 'github: ""\n', 'github: ""\n  left: 2022-10\n')
    project.replace(FAIRS, "Several small ways meet", "No ways meet")
    text = comment(report_of(project))
    assert "Its reviewer has left: another one has to check the whole of it." in text
    assert "`imp-guide review carnivals-and-fairs-misc`." in text
    by = "<your key of data/reviewers.yml>"
    assert LINES.findall(text) == [
        f"reviewed_on: YYYY-MM-DD\nreviewed_by: {by}",
        f"reviews:\n  - date: YYYY-MM-DD\n    by: {by}\n    outcome: confirmed",
    ]


def test_the_reviewer_of_a_copied_record_is_told_what_to_do(project: Project) -> None:
    path = "content/tides.md"
    project.write(path, project.read("content/glossary.md").replace("The words", "The tides"))
    project.in_navigation("tides.md", "Tides")
    text = comment(report_of(project))
    assert f"**`The tides`** (`{path}`): `` this is new, but its review is said to be of" in text
    assert f"`imp-guide review {path}`." in text
    assert LINES.findall(text)[0].startswith("reviewed_on: YYYY-MM-DD\n")
    assert LINES.findall(text)[1].endswith("outcome: confirmed")


def test_what_changed_after_the_review_of_the_branch_is_said_so(project: Project) -> None:
    project.replace(ORCA, "The accord is about apples", "The accord is about pears")
    found = report_of(project)
    late = replace(found.waiting[0], after_review=True)
    text = comment(replace(found, waiting=(late,)))
    assert "sentences to look at, changed again after the review in this branch, all of" in text


def test_github_asks_nobody_is_said_only_where_somebody_should_be_asked(project: Project) -> None:
    asks = "GitHub asks nobody: no reviewer has an account (`github:`) in `data/reviewers.yml`"
    project.replace("data/reviewers.yml", "github: desk-two", 'github: ""')
    assert asks not in comment(report_of(project))
    project.replace(HARBA, "There are two ways in", "There is no way in")
    assert asks in comment(report_of(project))
    project.replace("data/reviewers.yml", 'github: ""', "github: desk-one")
    assert asks not in comment(report_of(project))


# Length.


def of_length(number: int, *, last: int = 10) -> Report:
    """Return a report whose table has some rows of facts, the last of which is of some length."""
    sizes = [*[400] * (number - 1), last]
    changes = [
        Change(("fact", str(n)), Meaning.FACT, None, f"{n} {'x' * size}", Place(ORCA))
        for n, size in enumerate(sizes)
    ]
    entry = guide_before().read.categories["orca"]
    return Report((FileChange(entry, entry, tuple(changes)),), ())


def test_a_comment_of_the_greatest_length_is_whole() -> None:
    short = len(comment(of_length(100)))
    whole = comment(of_length(100, last=10 + LIMIT - short)) if short <= LIMIT else ""
    assert len(whole) == LIMIT
    assert "Cut here" not in whole
    cut = comment(of_length(100, last=11 + LIMIT - short))
    assert len(cut) <= LIMIT
    assert "**Cut here: a comment may not be longer. " in cut


def test_what_is_too_long_is_cut_at_a_whole_line_and_says_how_much_is_missing() -> None:
    text = comment(of_length(400))
    assert LIMIT - 1000 < len(text) <= LIMIT
    body, _, end = text.partition("\n\n**Cut here: a comment may not be longer. ")
    rows = [line for line in body.splitlines() if line.startswith("| `ORCA: fact")]
    assert all(row.endswith("x` |") for row in rows)
    # All rows that are missing, and the two lines about the review with the empty ones around.
    missing = int(end.split()[0])
    assert 0 <= missing - (400 - len(rows)) <= 5
    assert end.endswith("more lines.** The whole of it: `make diff` in a checkout of this branch.")


def test_a_fence_that_is_cut_is_closed(project: Project) -> None:
    project.replace(RESCUE, "Some valleys speak", "No valleys speak")
    found = report_of(project)
    many = replace(found, waiting=found.waiting * 400)
    text = comment(many)
    assert len(text) <= LIMIT
    assert len(re.findall(r"(?m)^```", text)) % 2 == 0
    # Wherever the cut falls.
    for shift in range(12):
        shifted = comment(many, "x" * 40 * shift)
        assert len(re.findall(r"(?m)^```", shifted)) % 2 == 0, shift
        assert "\n**Cut here" in shifted


def test_pages_that_are_folded_away_are_unfolded_before_the_cut(project: Project) -> None:
    project.replace(SAILING, "both schools learn a new knot", "no school learns a knot")
    found = report_of(project)
    assert found.pages
    text = comment(replace(found, pages=found.pages * 2000))
    assert len(text) <= LIMIT
    assert text.count("<details>") == text.count("</details>") == 1
    assert text.index("</details>") < text.index("**Cut here")


def test_a_look_alone_is_told_under_reviews(project: Project) -> None:
    look(project, HARBA, outcome="confirmed")
    (file,) = files(project)
    text = comment(Report((file,), ()))
    assert "**Reviews**" in text
    assert "- `HARBA (BRAHA): reviews: added 2022-11-20 review-desk-one confirmed`" in text
