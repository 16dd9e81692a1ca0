import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.guide import compile_guide
from generator.model.guide import Guide
from generator.reviews.due import Due, due_within
from generator.watch.differences import Changed, Differences
from generator.watch.findings import Finding, Kind
from generator.watch.issue import as_markdown
from generator.watch.report import Report, as_json, as_text
from generator.watch.resting import Resting
from tests.project import TODAY, Project

LIMIT = 65_536
URL = "https://www.canada.ca/en/lighthouses/x.html"
REST = (
    Resting("orca", "ORCA", "2022-05", ("its facts", "the notice")),
    Resting("", "data/codes.yml", "", ("what is written of code K16",)),
)


def finding(
    key: str = "tides", kind: Kind = Kind.CHANGED, title: str = "The tides", **other: object
) -> Finding:
    found = Finding(key, title, URL, kind, rests_on=REST)
    for name, value in other.items():
        setattr(found, name, value)
    return found


def changed(*changes: Changed) -> Differences:
    return Differences(changes)


FEE = Changed("Fees", "The fee is $155.", "The fee is $160.")


def test_what_needs_a_look_comes_first_with_what_rests_on_it() -> None:
    text = as_text(
        Report(
            [
                finding(kind=Kind.UNCHANGED),
                finding("a", kind=Kind.UNKNOWN),
                finding("z", changes=changed(FEE)),
            ]
        )
    )
    assert text.startswith(f"changed: The tides (z)\n    {URL}\n    under “Fees”:\n")
    assert "      before: The fee is $155.\n      now:    The fee is $160.\n" in text
    assert "      ORCA (reviewed 2022-05): its facts; the notice\n" in text
    assert "    Review that with: imp-guide review --source z\n" in text
    assert text.endswith("3 sources asked: 1 source to look at, 1 source unknown.")


def test_nothing_is_said_of_what_is_unchanged_but_its_name() -> None:
    text = as_text(Report([finding(kind=Kind.UNCHANGED, known=["K64 is new"])]))
    assert text == f"unchanged: The tides (tides)\n    {URL}\n1 source asked: nothing to look at."
    assert "unchanged" not in as_markdown(Report([finding(kind=Kind.UNCHANGED)]))


def test_a_long_sentence_shows_where_it_differs() -> None:
    words = "word " * 300
    change = Changed("", f"{words}155 days.", f"{words}160 days.")
    text = as_text(Report([finding(changes=changed(change))]))
    assert "155 days." in text
    assert "160 days." in text
    assert max(map(len, text.splitlines())) < 500


def test_what_is_cut_says_where_to_read_on() -> None:
    many = changed(*(Changed("", f"Sentence {n} of many.", None) for n in range(50)))
    for text in (
        as_text(Report([finding(changes=many)])),
        as_markdown(Report([finding(changes=many)])),
    ):
        assert f"and 10 changed sentences more: read on at {URL}" in text


def test_words_that_stand_elsewhere_are_told() -> None:
    moved = Differences((), ("The lamp is lit at night, and never by day.",))
    assert "stand elsewhere on the page now: “The lamp is lit" in as_text(
        Report([finding(changes=moved)])
    )


def test_a_page_cannot_steer_the_terminal() -> None:
    change = Changed("\x1b[2J", "a\x07b", "c\u202ed")
    text = as_text(Report([finding(title="x\x1b]0;y", changes=changed(change))]))
    assert all(sign.isprintable() or sign == "\n" for sign in text)


HOSTILE = (
    "`@firm` ![x](https://evil.example/x.png) <img src=x> [a](b) | #12 \x1b[31m ```\n# Heading"
)


def test_nothing_of_a_page_or_a_title_is_markdown_in_the_issue(guide: Guide) -> None:
    change = Changed(HOSTILE, HOSTILE, HOSTILE + " more")
    resting = (Resting("orca", HOSTILE, "2022-05", (HOSTILE,)),)
    found = finding(title=HOSTILE, details=[HOSTILE], changes=changed(change), rests_on=resting)
    found.url = "https://www.canada.ca/a)<script>|`x`"
    text = as_markdown(Report([found], due=[due(guide, HOSTILE)], days=60))
    outside = without_code(text)
    for sign in ("@", "![", "<img", "<script", "[a]", "#12", "\x1b", "evil"):
        assert sign not in outside, sign
    assert text.count("\n# Heading") == 0


def without_code(text: str) -> str:
    """Return Markdown without its code spans, as CommonMark finds them."""
    out, rest = "", text
    while "`" in rest:
        head, _, tail = rest.partition("`")
        run = 1 + len(tail) - len(tail.lstrip("`"))
        tail = tail.lstrip("`")
        place = 0
        while True:
            start = tail.find("`", place)
            if start < 0:
                return out + rest
            end = start
            while end < len(tail) and tail[end] == "`":
                end += 1
            if end - start == run:
                break
            place = end
        out, rest = out + head, tail[end:]
    return out + rest


@pytest.fixture
def guide(project: Project) -> Guide:
    found = compile_guide(project.root, TODAY).guide
    assert found is not None
    return found


def due(guide: Guide, title: str, number: int = 0) -> Due:
    some = due_within(guide, 6_000)[0]
    return replace(some, title=title, day=date(2022, 12, 1) + timedelta(number))


@pytest.mark.parametrize("sign", ["x", "`", "é", "🜚"])
@pytest.mark.parametrize(("sources", "reviews"), [(4, 0), (40, 600)])
def test_the_issue_fits_whatever_there_is_to_say(
    guide: Guide, sign: str, sources: int, reviews: int
) -> None:
    long = sign * 2_000
    many = changed(*(Changed(long, f"{n} {long}", f"{long} {n}") for n in range(45)))
    resting = tuple(Resting("orca", long, "2022-05", (long,) * 20) for _ in range(50))
    found = [
        finding(f"k{n}", title=long, details=[long] * 200, changes=many, rests_on=resting)
        for n in range(sources)
    ]
    text = as_markdown(Report(found, due=[due(guide, long, n) for n in range(reviews)], days=60))
    assert len(text.encode("utf-16-le")) // 2 < LIMIT
    assert len(text.encode()) < LIMIT
    assert f"{sources} sources asked: {sources} sources to look at" in text
    assert "## Reviews that fall due within 60 days" in text
    if reviews == 600:
        assert "more: `imp-guide due` lists all of them." in text
        assert "more: `imp-guide watch` tells all of it." in text


def test_an_ordinary_issue_is_told_whole() -> None:
    text = as_markdown(
        Report(
            [finding(details=["its text is not the one of 2022-11-15"], changes=changed(FEE))],
            due=[],
            days=60,
        )
    )
    assert text == (
        "### changed: `The tides`\n\n"
        f"- <{URL}>, `tides` in data/sources.yml\n"
        "- `its text is not the one of 2022-11-15`\n"
        "- under `Fees`\n  - before: `The fee is $155.`\n  - now: `The fee is $160.`\n"
        "\nWhat rests on it:\n\n"
        "- `ORCA (reviewed 2022-05): its facts; the notice`\n"
        "- `data/codes.yml: what is written of code K16`\n"
        "\nTo review that: `imp-guide review --source tides`\n\n"
        "1 source asked: 1 source to look at.\n\n"
        "## Reviews that fall due within 60 days\n\nNo review falls due within 60 days.\n"
    )


def test_programs_read_all_of_it() -> None:
    (found,) = json.loads(as_json(Report([finding(changes=changed(FEE), known=["K64 is new"])])))
    assert found["changes"] == [
        {"section": "Fees", "before": "The fee is $155.", "now": "The fee is $160."}
    ]
    assert found["rests_on"][1]["review"] is None
    assert found["looked_at"] == ["K64 is new"]
