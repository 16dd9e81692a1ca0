from dataclasses import replace
from datetime import date

import pytest

from generator.guide import compile_guide
from generator.model.guide import Guide
from generator.watch import kept_texts, news
from generator.watch.answer import Answer, Fate
from generator.watch.findings import Finding, Kind
from generator.watch.judge import CODES_PAGE, judge
from generator.watch.lock import Seen
from generator.watch.registry import Difference
from generator.watch.report import CLEAN, LOOK, UNREAD, Report, status
from tests.project import TODAY, Project
from tests.watch.server import page

KEY = "mountain-rescue-team"
PACTS = "craft-pact-agreements"
KIND = "text/html; charset=utf-8"
ARCHIVED = (
    '<section class="alert alert-warning wb-inview"><h2>This page has been archived on the Web</h2>'
    "<p>It is kept for reference.</p></section>"
)
TABLE = "<table><tr><th>Category</th><th>Code</th></tr><tr><td>Rope</td><td>K16</td></tr></table>"


@pytest.fixture
def guide(project: Project) -> Guide:
    found = compile_guide(project.root, TODAY).guide
    assert found is not None
    return found


def answer(
    text: str = "<p>The conditions.</p>", modified: str = "2022-04-01", to: str = ""
) -> Answer:
    return Answer(Fate.READ, page(text, modified).encode(), KIND, to)


def looked_at(finding: Finding) -> tuple[Seen, str]:
    """Return what `--update` keeps of a page."""
    seen = finding.seen(date(2022, 11, 15))
    assert seen is not None
    return seen, finding.text


def second(guide: Guide, first: Answer, then: Answer, key: str = KEY) -> Finding:
    """Judge a page after it was looked at once."""
    return judge(guide, key, then, *looked_at(judge(guide, key, first, None, None)))


def code(*findings: Finding) -> int:
    return status(Report(findings))


def test_the_same_page_is_unchanged_after_a_look(guide: Guide) -> None:
    finding = second(guide, answer(), answer())
    assert (finding.kind, finding.details, code(finding)) == (Kind.UNCHANGED, [], CLEAN)


def test_what_was_never_seen_is_said_to_be_new_not_unchanged(guide: Guide) -> None:
    assert judge(guide, KEY, answer(), None, None).kind is Kind.FIRST


def test_a_page_modified_after_a_review_is_told_once_with_both_dates(guide: Guide) -> None:
    first = judge(guide, KEY, answer(modified="2022-10-03"), None, None)
    assert first.kind is Kind.CHANGED
    assert first.details == [
        "modified on 2022-10-03, after the review of Mountain Rescue Team (2022-05)"
    ]
    again = judge(guide, KEY, answer(modified="2022-10-03"), *looked_at(first))
    assert (again.kind, again.details) == (Kind.UNCHANGED, [])
    assert again.known == first.details
    later = second(guide, answer(modified="2022-10-03"), answer(modified="2022-10-09"))
    assert later.kind is Kind.CHANGED
    assert later.details == [
        f"{again.known[0].replace('10-03', '10-09')}; no word of its text is different"
    ]


def test_a_page_modified_before_the_review_needs_no_look(guide: Guide) -> None:
    record = guide.categories[KEY]
    on = replace(record.reviewed_on, first=date(2022, 11, 1))
    newer = record.model_copy(update={"reviewed_on": on})
    reviewed = replace(guide, categories={**guide.categories, KEY: newer})
    assert judge(reviewed, KEY, answer(modified="2022-10-03"), None, None).kind is Kind.FIRST


def test_each_review_is_named_that_is_older_than_the_page(guide: Guide) -> None:
    assert judge(guide, PACTS, answer(modified="2022-10-03"), None, None).details == [
        "modified on 2022-10-03, after the review of HARBA (BRAHA) (2022-05), ORCA (2022-05)"
    ]


def test_changed_words_are_shown_with_their_section(guide: Guide) -> None:
    finding = second(
        guide,
        answer("<h2>Fees</h2><p>It is open. The fee is $155 for each person.</p>"),
        answer("<h2>Fees</h2><p>It is open. The fee is $160 for each person.</p>"),
    )
    assert finding.kind is Kind.CHANGED
    assert finding.details == ["its text is not the one of 2022-11-15"]
    (change,) = finding.changes.changed
    assert change.section == "Fees"
    assert change.before == "The fee is $155 for each person."
    assert change.now == "The fee is $160 for each person."


def test_the_same_words_parted_or_headed_otherwise_are_no_change(guide: Guide) -> None:
    first = answer("<h2>Fees</h2><p>It is open.</p><p>Pay $155.</p>", "2022-10-03")
    then = answer("<p><b>Fees</b></p><p>It is open. Pay $155.</p>", "2022-10-03")
    finding = second(guide, first, then)
    assert (finding.kind, finding.details) == (Kind.UNCHANGED, [])
    seen, text = looked_at(finding)
    assert (seen.fingerprint, text) == (kept_texts.fingerprint_of(finding.text), finding.text)
    assert "# Fees" not in text
    later = second(guide, first, answer("<h2>Fees</h2><p>It is open. Pay $155.</p>", "2022-10-09"))
    assert later.details[0].endswith("; no word of its text is different")


def other_page(own: str) -> Answer:
    """Return a short page of something else, with the address that it gives as its own."""
    text = page("<p>Find services and jobs of the ports.</p>", "2022-04-01")
    text = text.replace("<h1", "<h1 id='x'").replace("A page", "Ports")
    link = f'<link rel="canonical" href="{own}">'
    return Answer(Fate.READ, text.replace("</head>", f"{link}</head>").encode(), KIND)


def test_a_page_that_has_nothing_of_the_text_known_is_unknown(guide: Guide) -> None:
    own = "https://www.canada.ca/en/ports.html"
    first = answer("<p>Keepers of lamps may stay in their towers for six months.</p>")
    first = replace(first, body=first.body.replace(b"A page", b"Keepers"))
    finding = second(guide, first, other_page(own))
    assert finding.kind is Kind.UNKNOWN
    said = "nothing of the text of 2022-11-15 is on it, and it gives"
    assert finding.details[0].startswith(f"{said} {own} as its address")
    assert finding.seen(TODAY) is None


@pytest.mark.parametrize(
    ("own", "kind"),
    [
        ("https://www.canada.ca/en/ports.html", Kind.UNKNOWN),
        ("http://canada.ca/EN/lighthouses/mountain-rescue-c16/?x=1#top", Kind.FIRST),
        ("https://www.canada.ca/en/lighthouses/mountain-rescue-c16", Kind.FIRST),
    ],
)
def test_a_saved_page_that_gives_another_address_was_probably_saved_wrongly(
    guide: Guide, own: str, kind: Kind
) -> None:
    finding = judge(guide, KEY, other_page(own), None, None, saved=True)
    assert finding.kind is kind
    if kind is Kind.UNKNOWN:
        assert f"the saved page gives {own} as its address" in finding.details[0]
        assert finding.seen(TODAY) is None


def test_a_fetched_page_that_gives_another_address_says_so_and_asks_for_nothing(
    guide: Guide,
) -> None:
    finding = judge(guide, KEY, other_page("https://www.canada.ca/en/ports.html"), None, None)
    assert (finding.kind, finding.details) == (Kind.FIRST, [])
    assert finding.known == ["it gives https://www.canada.ca/en/ports.html as its own address"]


def test_without_the_earlier_text_it_is_said_that_the_change_is_not_known(guide: Guide) -> None:
    seen, _ = looked_at(judge(guide, KEY, answer(), None, None))
    finding = judge(guide, KEY, answer("<p>Other conditions.</p>"), seen, None)
    assert finding.kind is Kind.CHANGED
    assert "what is different is not known" in finding.details[0]
    assert not finding.changes.changed


def test_a_change_behind_what_is_kept_of_a_long_page_is_told(
    guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (kept_texts, news):
        monkeypatch.setattr(module, "MOST", 2_000)
    long = "".join(f"<p>Line number {n} of the long page.</p>" for n in range(100))
    finding = second(guide, answer(f"{long}<p>Ten.</p>"), answer(f"{long}<p>Eleven.</p>"))
    assert finding.kind is Kind.CHANGED
    beyond = f"after the first 2,000 characters changed: read on at {finding.url}"
    assert finding.details[-1] == f"something {beyond}"
    assert finding.changes.changed == ()
    assert len(finding.text) < 2_200
    assert second(guide, answer(long), answer(long)).kind is Kind.UNCHANGED


def test_an_archived_page_is_told_once_and_again_when_it_is_no_more(guide: Guide) -> None:
    old = answer(f"{ARCHIVED}<p>The conditions.</p>")
    finding = second(guide, answer(), old)
    assert finding.kind is Kind.ARCHIVED
    assert finding.details[0].startswith("it says that it is archived: “This page has been")
    again = judge(guide, KEY, old, *looked_at(finding))
    assert (again.kind, again.details) == (Kind.UNCHANGED, [])
    back = judge(guide, KEY, answer(), *looked_at(finding))
    assert back.kind is Kind.CHANGED
    assert "it no longer says that it is archived" in back.details


def test_a_page_that_moved_says_where_to_until_the_address_is_mended(guide: Guide) -> None:
    new = "https://www.canada.ca/en/new.html"
    for finding in (
        second(guide, answer(), answer(to=new)),
        second(guide, answer(to=new), answer(to=new)),
    ):
        assert finding.kind is Kind.MOVED
        assert finding.details == [f"it is at {new} now: write that in data/sources.yml"]
    same = guide.sources[KEY].url + "/"
    assert second(guide, answer(), answer(to=same)).kind is Kind.UNCHANGED


def test_a_page_that_moved_and_changed_says_both(guide: Guide) -> None:
    finding = second(
        guide, answer(), answer("<p>Other words.</p>", to="https://www.canada.ca/en/new.html")
    )
    assert finding.kind is Kind.MOVED
    assert len(finding.details) == 2
    assert finding.changes.changed


@pytest.mark.parametrize(
    ("said", "kind", "expected"),
    [
        (Answer(Fate.GONE, reason="the host answers 404"), Kind.GONE, LOOK),
        (Answer(Fate.UNKNOWN, reason="the host did not answer in time"), Kind.UNKNOWN, UNREAD),
        (Answer(Fate.READ, b"<main></main>", KIND), Kind.UNKNOWN, UNREAD),
        (Answer(Fate.READ, b"x", "text/html; charset=klingon"), Kind.UNKNOWN, UNREAD),
    ],
)
def test_what_cannot_be_read_is_never_unchanged_and_never_kept(
    guide: Guide, said: Answer, kind: Kind, expected: int
) -> None:
    finding = second(guide, answer(), answer())
    finding = judge(guide, KEY, said, *looked_at(finding))
    assert (finding.kind, code(finding)) == (kind, expected)
    assert finding.seen(TODAY) is None


def test_an_unreadable_page_says_where_its_address_leads(guide: Guide) -> None:
    said = Answer(Fate.READ, b"<main></main>", KIND, "https://www.canada.ca/home.html")
    finding = judge(guide, KEY, said, None, None)
    assert "it leads to https://www.canada.ca/home.html" in finding.details[0]


def test_the_page_of_codes_without_a_table_says_so_once_and_tells_all_else(
    guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [Difference("lost K10", "K10 is lost")]
    monkeypatch.setattr(news, "code_differences", lambda _guide, _listed: found)
    table = answer(f"<p>The conditions.</p>{TABLE}", "2021-09-30")
    first = judge(guide, CODES_PAGE, table, None, None)
    without = answer(f"{ARCHIVED}<p>The conditions.</p>", "2021-09-30")
    then = judge(guide, CODES_PAGE, without, *looked_at(first))
    assert then.kind is Kind.ARCHIVED
    assert then.details[0].startswith("it says that it is archived")
    unread = "its table of codes could not be read: compare it by hand"
    assert then.details[-1] == unread
    again = judge(guide, CODES_PAGE, without, *looked_at(then))
    assert (again.kind, again.known[-1]) == (Kind.UNCHANGED, unread)
    back = judge(guide, CODES_PAGE, table, *looked_at(again))
    assert "K10 is lost" in back.known
    assert unread not in back.details + back.known


def test_a_page_that_names_no_codes_needs_no_table(guide: Guide) -> None:
    assert judge(guide, PACTS, answer(modified="2021-09-30"), None, None).kind is Kind.FIRST


def test_differences_of_the_registry_are_told_once(
    guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [Difference("new K64", "K64 is new"), Difference("lost K10", "K10 is lost")]
    monkeypatch.setattr(news, "code_differences", lambda _guide, _listed: found)
    said = answer(TABLE, "2021-09-30")
    first = judge(guide, CODES_PAGE, said, None, None)
    assert (first.kind, first.details) == (Kind.CHANGED, ["K64 is new", "K10 is lost"])
    again = judge(guide, CODES_PAGE, said, *looked_at(first))
    assert (again.kind, again.details) == (Kind.UNCHANGED, [])
    found.append(Difference("successor T23 F12", "the page names F12 in place of T23"))
    more = judge(guide, CODES_PAGE, said, *looked_at(first))
    assert (more.kind, more.details) == (Kind.CHANGED, ["the page names F12 in place of T23"])
    del found[0]
    fewer = judge(guide, CODES_PAGE, said, *looked_at(more))
    assert (fewer.kind, fewer.details) == (Kind.UNCHANGED, [])


def test_what_needs_a_look_weighs_more_than_what_is_unknown(guide: Guide) -> None:
    gone = judge(guide, KEY, Answer(Fate.GONE, reason="the host answers 404"), None, None)
    lost = judge(guide, "orca-transferees", Answer(Fate.UNKNOWN, reason="x"), None, None)
    fine = second(guide, answer(), answer())
    assert code(fine, lost, gone) == LOOK
    assert code(fine, lost) == UNREAD


FIRM = "<p>You do not have a plan for it. The network team of the company can help you.</p>" * 8


def undated(main: str, title: str) -> Answer:
    text = f"<html><head><title>{title}</title></head><body><main><h1>{title}</h1>{main}</main>"
    return Answer(Fate.READ, f"{text}</body></html>".encode(), KIND)


def test_a_short_page_without_a_word_of_its_source_is_no_page_of_it(guide: Guide) -> None:
    strange = judge(guide, KEY, undated(FIRM, "Good morning"), None, None)
    assert (strange.kind, strange.seen(TODAY)) == (Kind.UNKNOWN, None)
    reason = "no word of its title or address in data/sources.yml is on it, and no day"
    assert strange.details == [f"{reason} of modification: nothing can be said of it"]
    known = judge(guide, KEY, answer(), None, None)
    lost = judge(guide, KEY, undated(FIRM, "Good morning"), looked_at(known)[0], None)
    assert lost.kind is Kind.UNKNOWN, "its text of then may not be here"


@pytest.mark.parametrize(
    ("main", "title"),
    [
        (FIRM, "Mountain towers"),
        (f"{FIRM}<p>A team for rescues.</p>", "Good morning"),
        (f"{FIRM}<p>It is code K16.</p>", "Good morning"),
        (FIRM * 5, "Good morning"),
    ],
)
def test_a_page_with_a_word_of_its_source_or_many_words_may_be_it(
    guide: Guide, main: str, title: str
) -> None:
    assert judge(guide, KEY, undated(main, title), None, None).kind is Kind.FIRST


def test_a_page_that_says_when_it_was_modified_may_be_it_whatever_its_words(guide: Guide) -> None:
    dated = judge(guide, KEY, answer("<p>Lamps.</p>", "2021-09-30"), None, None)
    assert dated.kind is Kind.FIRST
