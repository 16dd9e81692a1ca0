"""Changes that only show beside the state where the work began, and whom they ask for."""

from tests.project import Project
from tests.slips.cases import (
    ALL,
    BARGE,
    BREAD,
    CODES,
    COMPARISON,
    DUTIES,
    FAIR,
    FINDER,
    FIRM,
    GROUPS,
    HARBA,
    HOME,
    LAMP,
    LIST,
    OFFICE,
    ORCA,
    PEOPLE,
    QUESTIONS,
    ROPES,
    SAIL,
    SETTINGS,
    SOURCES,
    STEPS,
    TERMS,
    WORDS,
    Table,
    Work,
    deleted,
    renamed,
)

W = Work

_NEW = "reviewed_on: 2022-11-20"
_NOTE = "changes:\n  - date: 2022-11\n    text: Something is different now.\n"
_SEEN = "reviews:\n  - date: 2022-11-20\n    by: review-desk-one\n    outcome: wording seen\n"


def _noted(path: str, add: str = _NOTE) -> tuple[tuple[str, str, str], ...]:
    return ((path, "\nreviewed_on:", f"\n{add}reviewed_on:"),)


_SLE = (
    "  - term: SLE\n    name: Sea and Lake Exchange\n"
    "    meaning: Exchanges of sailors and their pupils.\n"
)


def _first_sle(project: Project) -> None:
    project.replace(TERMS, "terms:\n", f"terms:\n{_SLE}")


def _to_fairs(project: Project) -> None:
    """Give the fairs another address, and name it wherever the old one was named."""
    renamed(FAIR, "data/categories/fairs.yml")(project)
    project.replace(FINDER, "[carnivals-and-fairs-misc]", "[fairs]")
    for path in (FINDER, BREAD, SAIL):
        project.replace(path, "- carnivals-and-fairs-misc", "- fairs")


# fmt: off
TABLE: Table = {
    "facts": [
        W(LAMP, "permit_type: employer-specific", "permit_type: open", "reviewer", "permit type",
          also="data"),
        W(HARBA, "  fee: yes", "  fee: no", "reviewer", "fee", also="data"),
        W(ORCA, "  - cider pressers on contract\n", "", "reviewer", "who", also="data"),
        W(ROPES, "codes: [K16]", "codes: [K16, K11]", "reviewer", "codes;K11", also="data"),
        W(SAIL, "Sailors whose country takes our sailors in return, and", "Sailors, and",
          "reviewer", "fits", also="data"),
        W(BREAD, "permit_type: open", "permit_type: varies", "data", "changes;date",
          also="reviewer"),
        W(LAMP, "group: interest-of-towns", "group: turn-about", "reviewer", "group", also="data"),
        W(HARBA, "apply: A boat mender may often ask at the quay.\n", "", "reviewer", "apply",
          also="data"),
        W(CODES, "subject: Mountain Rescue Team", "subject: Mountain Team", "reviewer", "subject"),
        W(FINDER, "categories: [orca]", "categories: [orca, harba]", "reviewer",
          "categories|harba"),
        W(COMPARISON, "tfwp: Three days more.", "tfwp: Four days more.", "reviewer", "Three|Four"),
        W(STEPS, "title: Ask for the permit", "title: Ask for the visa", "reviewer", "permit|visa"),
        W(DUTIES, "title: Pay the fee", "title: Pay two fees", "reviewer", "fee"),
        W(TERMS, "name: The place for offers", "name: The website for offers", "reviewer",
          "name|place|website"),
        W(BARGE, "  on: 2021-09", "  on: 2021-08", "reviewer", "on"),
        W(FIRM, "name: Paper Lantern", "name: Glass Lantern", "reviewer", "Paper|Glass"),
    ],
    "facts with part of what they need": [
        W(LAMP, "permit_type: employer-specific", "permit_type: open", "reviewer", "permit type",
          more=_noted(LAMP)),
        W(LAMP, "permit_type: employer-specific", "permit_type: open", "data", "changes",
          more=((LAMP, "\nreviewed_on: 2022-05", f"\n{_NEW}"),)),
        W(LAMP, "permit_type: employer-specific", "permit_type: open", "nothing",
          more=((LAMP, "\nreviewed_on: 2022-05", f"\n{_NOTE}{_NEW}"),)),
        W(COMPARISON, "tfwp: Three days more.", "tfwp: Four days more.", "nothing",
          more=((COMPARISON, "reviewed_on: 2022-05", _NEW),)),
        W(FINDER, "categories: [orca]", "categories: [orca, harba]", "nothing",
          more=((FINDER, "reviewed_on: 2022-05", _NEW),)),
        W(DUTIES, "title: Pay the fee", "title: Pay two fees", "nothing",
          more=((OFFICE, "reviewed_on: 2022-05", _NEW),)),
        W(BREAD, "  - date: 2021-12\n    text: The permit",
          "  - date: 2022-11\n    text: The permit", "reviewer", "November 2022|text|note"),
    ],
    "sentences": [
        W(BARGE, "    A permit that was given before it ended may still count.",
          "    A permit given before counts.", "reviewer", "notice"),
        W(HARBA, "answer: Yes. OLDHA was an earlier pact", "answer: No. OLDHA was an earlier pact",
          "reviewer", "answer|Yes"),
        W(OFFICE, "A promise in the portal is a promise.", "A promise in the portal is a joke.",
          "reviewer", "promise|joke"),
        W(HOME, "Some are open.", "None are open.", "reviewer", "open"),
        W(QUESTIONS, "Mostly, yes.", "Mostly, no.", "reviewer", "yes|no"),
        W(TERMS, "The side where a test comes first.", "The side where no test comes first.",
          "reviewer", "test"),
        W(GROUPS, "theirs may work here.", "theirs must work here.", "reviewer", "may|must"),
        W(FIRM, "It costs nothing.", "It costs a little.", "reviewer", "costs"),
        W(SAIL, "Some schools pay no\n    fee.", "Some schools pay a\n    fee.", "reviewer",
          "text|fee"),
        W(SOURCES, "settles: What a rescue team asks for.", "settles: What a rescue team pays.",
          "reviewer", "settles"),
        W(LAMP, "A second watch may count", "A third watch may count", "reviewer", "second|third"),
        W(FAIR, "  - puppets and organs\n", "  - puppets and drums\n", "reviewer",
          "also_known_as|organs|drums"),
        W(ROPES, "Some valleys speak Alpine", "All valleys speak Alpine", "nothing",
          more=_noted(ROPES, _SEEN)),
        W(HOME, "Some are open.", "None are open.", "nothing", more=_noted(HOME, _SEEN)),
    ],
    "in doubt": [
        W(SAIL, "where our own may teach in return. Some",
          "where our own may teach in return; some", "reviewer", "summary"),
        W(BREAD, "Bakers, pastry cooks and owners", "Bakers, pastry cooks, and owners", "reviewer",
          "fits", also="data"),
        W(HOME, "So are bread, ropes and lamps.", "So are bread, ropes, and lamps.", "reviewer",
          "lamps"),
    ],
    "slips of spelling": [
        W(HARBA, "keep harbour books", "keep harbor books", "nothing"),
        W(OFFICE, "# The employer’s side", "# The employer's side", "nothing"),
        W(ROPES, "Then it lends you a rope.", "Then it lends you a  rope.", "nothing"),
        W(FAIR, "A town with a fair is a merry one, and", "A town with a fair is a merry one,  and",
          "nothing"),
        W(DUTIES, "text: Once for each offer, most", "text: Once  for each offer, most", "nothing"),
        W(HARBA, "the other’s menders in", "the other's menders in", "nothing"),
        W(ORCA, "orchards on both sides", "orchards, on both sides,", "nothing"),
        W(STEPS, "      The offer goes into the portal, with the fee.",
          "      The offer goes into\n      the portal, with the fee.", "nothing"),
    ],
    "order, links and names": [
        W(LAMP, "order: 10", "order: 15", "nothing"),
        W(HARBA, "  - orca\n  - lighthouse-keeper-swap\n", "  - lighthouse-keeper-swap\n  - orca\n",
          "nothing"),
        W(FIRM, "https://lantern.example/talk", "https://lantern.example/long-talk", "nothing"),
        W(SOURCES, "lighthouses/transferees.html", "lighthouses/orchard-staff.html", "nothing"),
        W(PEOPLE, "github: desk-two", "github: desk-2", "nothing"),
        W(CODES, "certainty: secondary source", "certainty: stated by IRCC", "nothing"),
        W(SETTINGS, "", "rows_on_home: 20\n", "nothing"),
        W(TERMS, _SLE, "", "nothing", do=_first_sle),
    ],
    "what was recorded": [
        W(HARBA, "reviewed_by: review-desk-one", "reviewed_by: review-desk-two", "data",
          "reviewed_by;restore"),
        W(COMPARISON, "reviewed_by: review-desk-one", "reviewed_by: review-desk-two", "data",
          "reviewed_by;restore"),
        W(WORDS, "reviewed_by: review-desk-one", "reviewed_by: review-desk-two", "data",
          "reviewed_by;restore"),
        W(HARBA, "reviewed_on: 2022-05", "reviewed_on: 2022-04", "data", "reviewed_on;restore"),
        W(LIST, "reviewed_on: 2022-05", "reviewed_on: 2022-03", "data", "reviewed_on;restore"),
        W(LAMP,
          "  - date: 2022-03\n    by: review-desk-two\n    outcome: problem found\n    note: "
          "Another code stands on the official page.\n", "", "data", "reviews;restore"),
        W(LAMP, "    by: review-desk-two", "    by: review-desk-one", "data", "reviews;restore"),
        W(BREAD, "    outcome: confirmed", "    outcome: changed", "data", "reviews;restore"),
        W(LAMP, "note: Another code stands on the official page.",
          "note: Nothing was wrong, after all.", "data", "reviews;restore"),
        W(HARBA, "reviewed_by: review-desk-one", "reviewed_by: review-desk-two", "nothing",
          more=((HARBA, "reviewed_on: 2022-05", _NEW),)),
    ],
    "addresses that readers keep": [
        W(ORCA, "", "", "data", "orca", do=deleted(ORCA), most=9),
        W(BREAD, "formerly:\n  - bakery-help\n", "", "data", "bakery-help;formerly"),
        W(BARGE, "formerly: [horse-towing]\n", "", "data", "horse-towing;formerly"),
        W(BARGE, "", "", "data", "barge-towing", do=deleted(BARGE), most=2),
        W(FAIR, "title: Carnivals", "formerly: [carnivals-and-fairs-misc]\ntitle: Carnivals",
          "nothing", do=_to_fairs),
        W(FAIR, "title: Carnivals", "title: Carnivals", "data", "carnivals-and-fairs-misc;formerly",
          do=_to_fairs, also="reviewer"),
        W(ALL, "## One good turn for another", "## Turn about", "reviewer", "turn|Turn"),
    ],
}
