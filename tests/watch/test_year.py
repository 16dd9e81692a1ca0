"""A year of the watch: what each Monday's issue says, and whether it is open.

Pages change, move, are archived, fail, are blocked, come back and are made anew in other markup. No
week may cry wolf, and none may sleep through a change.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from click.testing import CliRunner

from generator.cli import watch
from generator.cli.main import main
from generator.watch.answer import Answer, Fate
from tests.project import BAKERY, FAIRS, TODAY, Project
from tests.watch.pages.codes import HARBA, codes_page
from tests.watch.pages.frame import canada, design_system
from tests.watch.pages.texts import (
    ARCHIVED_INSIDE,
    CODE_CHANGED,
    GUIDANCE,
    IN_COMPONENTS,
    ONE_NUMBER,
    REDESIGNED,
)

CODES, RESCUE, SWAP = "exemption-codes", "mountain-rescue-team", "keeper-swap-update-2020"
ORCA, PACTS, LAW = "orca-transferees", "craft-pact-agreements", "tide-law"
SOURCES = (CODES, RESCUE, SWAP, ORCA, PACTS, LAW)

OLD = "2021-07-30"
"""A day before every review, on which no page is newer than any."""

NEW = "https://www.canada.ca/en/lighthouses/moved.html"
KIND = "text/html; charset=utf-8"
BLOCKED = """<html><head><title>Access Denied</title></head><body><h1>Access Denied</h1>
<p>You don't have permission to access this page on this server.</p></body></html>"""


def own(text: str, modified: str = OLD) -> str:
    """Return a page of some words."""
    return canada(text, modified=modified)


def rewritten(word: str) -> str:
    return own("".join(f"<p>{word} sentence number {n} of a long page.</p>" for n in range(600)))


def read(page: str, moved_to: str = "") -> Answer:
    return Answer(Fate.READ, page.encode(), KIND, moved_to)


def lost(reason: str) -> Answer:
    return Answer(Fate.UNKNOWN, reason=reason)


@dataclass(frozen=True)
class Week:
    """What happens in a week, and what its issue has to say.

    Attributes:
        pages: what the hosts say from now on, by source.
        edit: what an editor does before the watch runs.
        told: for each source that the issue is about, what is said of it.
        says: what the issue says besides.
        due: whether a review falls due.
        looked: whether somebody looks at all of it afterwards, and keeps what is seen.
        fails: whether the watch itself breaks.
    """

    pages: dict[str, Answer] = field(default_factory=dict)
    edit: Callable[[Project], object] | None = None
    told: dict[str, str] = field(default_factory=dict)
    says: tuple[str, ...] = ()
    due: bool = False
    looked: bool = False
    fails: bool = False


def reviewed(project: Project, path: str, when: str) -> None:
    """Let a record have been reviewed at another time."""
    dated = re.compile(r"(reviewed_on|date): \d{4}-\d{2}(-\d{2})?$", re.MULTILINE)
    project.write(path, dated.sub(rf"\1: {when}", project.read(path)))


BEGINNING = {
    CODES: read(codes_page(modified=OLD)),
    RESCUE: read(own(GUIDANCE)),
    SWAP: read(own("<h2>Keepers</h2><p>A keeper comes under K61.</p>")),
    ORCA: read(own("<h2>Orchards</h2><p>An orchard has one owner.</p>")),
    PACTS: read(own(GUIDANCE)),
    LAW: read(own("<h2>Line 4</h2><p>The tide waits for no keeper.</p>")),
}
SEVERAL = (*HARBA[:4], ("Book-keeper", "P24", "P39"))
ARCHIVED = read(own(f"{ARCHIVED_INSIDE}<h2>Keepers</h2><p>A keeper comes under K61.</p>"))
OWNER = "<h2>Orchards</h2><p>An orchard has one owner.</p>"
SILENT = {key: lost("the host did not answer in time") for key in SOURCES}
UNREAD = dict.fromkeys(SOURCES, "unknown")

YEAR = {
    1: Week(BEGINNING, looked=True),
    # Only what stands around the words of a page, and the words of its feedback box.
    2: Week(
        {
            SWAP: read(
                own("<h2>Keepers</h2><p>A keeper comes under K61.</p>")
                .replace("All our services have changed.", "Other services.")
                .replace("Did you find what you were looking for?", "Was this of help?")
            )
        }
    ),
    # One number.
    4: Week(
        {RESCUE: read(own(ONE_NUMBER))},
        told={RESCUE: "changed"},
        says=(
            "under `Length of stay`",
            "before: `A first stay is 24 months.`",
            "now: `A first stay is 36 months.`",
            "`Mountain Rescue Team (reviewed 2022-05): its facts",
            "`imp-guide review --source mountain-rescue-team`",
        ),
    ),
    5: Week(told={RESCUE: "changed"}, looked=True),
    # The same words in another dress, twice.
    7: Week({PACTS: read(own(REDESIGNED))}),
    9: Week({PACTS: read(design_system(IN_COMPONENTS, modified=OLD))}, looked=True),
    # A host that fails, and comes back.
    11: Week({RESCUE: lost("the host answers 503")}, told={RESCUE: "unknown"}, looked=True),
    12: Week({RESCUE: read(own(ONE_NUMBER))}),
    # A page that is archived: told once.
    14: Week({SWAP: ARCHIVED}, told={SWAP: "archived"}, says=("it says that it is archived",)),
    15: Week(told={SWAP: "archived"}, looked=True),
    # Somebody stands before the page: nothing is kept of that, whoever looks.
    17: Week({ORCA: read(BLOCKED)}, told={ORCA: "unknown"}, looked=True),
    18: Week({ORCA: read(own(OWNER))}),
    # A page that moves: until the address is mended.
    20: Week({ORCA: read(own(OWNER), NEW)}, told={ORCA: "moved"}, says=(NEW,), looked=True),
    21: Week(told={ORCA: "moved"}),
    22: Week(
        {ORCA: read(own(OWNER))},
        edit=lambda project: project.replace(
            "data/sources.yml", "https://www.canada.ca/en/lighthouses/transferees.html", NEW
        ),
    ),
    # A page that is gone, and comes back.
    24: Week({LAW: Answer(Fate.GONE, reason="the host answers 404")}, told={LAW: "gone"}),
    25: Week({LAW: BEGINNING[LAW]}),
    # Another code in the table, which the registry does not have.
    27: Week(
        {CODES: read(codes_page(SEVERAL, modified=OLD))},
        told={CODES: "changed"},
        says=("P39",),
        looked=True,
    ),
    # A day that is newer than the reviews, without another word.
    29: Week(
        {RESCUE: read(own(ONE_NUMBER, "2023-05-30"))},
        told={RESCUE: "changed"},
        says=("modified on 2023-05-30, after the review of Mountain Rescue Team (2022-05)",),
        looked=True,
    ),
    # A review that falls due, and no page to look at.
    31: Week(due=True, says=("Village bakery help",)),
    32: Week(due=True),
    33: Week(edit=lambda project: reviewed(project, BAKERY, "2023-07-01")),
    # A notice that a code has changed.
    35: Week(
        {ORCA: read(own(f"{CODE_CHANGED}{OWNER}"))},
        told={ORCA: "changed"},
        says=("it says that it has changed",),
        looked=True,
    ),
    # No host answers.
    37: Week(SILENT, told=UNREAD),
    38: Week(BEGINNING | {
        RESCUE: read(own(ONE_NUMBER, "2023-05-30")), SWAP: ARCHIVED,
        ORCA: read(own(f"{CODE_CHANGED}{OWNER}")),
        PACTS: read(design_system(IN_COMPONENTS, modified=OLD)),
        CODES: read(codes_page(SEVERAL, modified=OLD)),
    }),
    # The watch itself fails: while the issue is closed, and while it is open.
    40: Week(fails=True),
    41: Week({LAW: read(own("<h2>Line 4</h2><p>The tide waits for some.</p>"))},
             told={LAW: "changed"}),
    42: Week(fails=True, told={LAW: "changed"}),
    43: Week(told={LAW: "changed"}, looked=True),
    # A page that is archived no more, while another is rewritten from end to end.
    45: Week(
        {SWAP: BEGINNING[SWAP], LAW: read(rewritten("Old"))},
        told={SWAP: "changed", LAW: "changed"},
        says=("it no longer says that it is archived",),
        looked=True,
    ),
    47: Week(
        {LAW: read(rewritten("New"))},
        told={LAW: "changed"},
        says=("more: read on at https://laws-lois.justice.gc.ca/eng/tides/",),
    ),
    48: Week(told={LAW: "changed"}, looked=True),
    # A moment on which a host says the same with a soft failure.
    50: Week(
        {PACTS: read(canada("<p>We couldn't find that Web page (Error 404).</p>",
                            title="We couldn't find that Web page"))},
        told={PACTS: "unknown"},
        looked=True,
    ),
    51: Week({PACTS: read(design_system(IN_COMPONENTS, modified=OLD))}),
}  # fmt: skip


@dataclass
class Issue:
    """The one issue, as `.ci/watch-issue` keeps it."""

    open: bool = False
    body: str = ""

    def renew(self, status: int, body: str) -> None:
        if status in {0, 1, 3}:
            self.open, self.body = status != 0, body

    def told(self, titles: dict[str, str]) -> dict[str, str]:
        """Return for each source that it is about what it says of it."""
        found = re.findall(r"^### ([^:]+): `(.+)`$", self.body, re.MULTILINE)
        return {titles[title]: kind for kind, title in found}


@pytest.fixture
def titles(project: Project) -> dict[str, str]:
    named = re.compile(r"^([a-z0-9-]+):\n  title: (.+)$", re.MULTILINE)
    return {title: key for key, title in named.findall(project.read("data/sources.yml"))}


@pytest.fixture
def calm(project: Project) -> Project:
    """The guide with reviews that hold for the whole year, but one."""
    project.path("generator").mkdir()
    settings = project.read("data/settings.yml")
    months = re.sub(r"review_interval_months: \d+", "review_interval_months: 24", settings)
    project.write("data/settings.yml", months)
    reviewed(project, FAIRS, "2022-05")
    reviewed(project, BAKERY, "2021-08-15")
    return project


def test_a_year_without_a_false_alarm_and_without_a_missed_change(
    calm: Project, titles: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pages: dict[str, Answer] = {}
    monkeypatch.setattr(watch, "_fetched", lambda *_given: lambda key, _url: pages[key])
    monkeypatch.chdir(calm.root)
    issue = Issue()
    false_alarms, missed = [], []
    for number in range(1, 53):
        week = YEAR.get(number, Week())
        monkeypatch.setenv("GUIDE_TODAY", (TODAY + timedelta(weeks=number - 1)).isoformat())
        pages.update(week.pages)
        if week.edit:
            week.edit(calm)
        with monkeypatch.context() as breaking:
            if week.fails:
                breaking.setattr(watch, "judge", None)
                breaking.setattr(watch, "unknown", None)
            done = run("--due", "60d", "--format", "markdown")
        issue.renew(*done)
        assert (done[0] == 4) is week.fails, done[1]
        told = issue.told(titles)
        false_alarms += [(number, key, told[key]) for key in told.keys() - week.told.keys()]
        missed += [(number, key) for key in week.told if told.get(key) != week.told[key]]
        assert issue.open is bool(week.told or week.due), (number, issue.body)
        for said in week.says:
            assert said in issue.body, (number, said, issue.body)
        due = "No review falls due within 60 days." not in issue.body
        assert due is week.due or week.fails, (number, issue.body)
        assert len(issue.body) < 65_536
        if week.looked:
            run("--update")
    assert (false_alarms, missed) == ([], [])


def run(*options: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["watch", *options])
    return done.exit_code, done.stdout


def test_the_year_is_one() -> None:
    assert max(YEAR) <= 52
    assert TODAY + timedelta(weeks=52) < date(2023, 11, 30)
