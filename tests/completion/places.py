"""Places in the frozen guide's files, and what an editing program has to offer there."""

from dataclasses import dataclass

ORCA = "data/categories/orca.yml"
HARBA = "data/categories/harba.yml"
NEW = "data/categories/new.yml"
ENDED = "data/categories/barge-towing.yml"
CODES = "data/codes.yml"
FINDER = "data/finder.yml"
TABLE = "data/comparison.yml"
QUESTIONS = "data/questions.yml"
FIRST_LINE = "# yaml-language-server: $schema=../../generator/editing/schemas/category.json\n"

CATEGORIES = (
    "carnivals-and-fairs-misc",
    "harba",
    "lighthouse-keeper-swap",
    "mountain-rescue-team",
    "orca",
    "sailing-school-season",
    "village-bakery-help",
)
GROUPS = ("agreement-between-towns", "interest-of-towns", "turn-about")
SOURCES = (
    "craft-pact-agreements",
    "exemption-codes",
    "keeper-swap-update-2020",
    "mountain-rescue-team",
    "orca-transferees",
    "tide-law",
)
SOME_CODES = ("K10", "K20 series", "K21+", "P22")
SINGLE_CODES = ("K10", "K61", "P36")
NEEDED = "every key that is needed: "
NEXT = ("job", "role-bay", "work-rivers")
CELLS = ("no", "varies", "not stated by the source", "does not apply")


@dataclass(frozen=True)
class Place:
    """A place, and what is asked of it.

    Attributes:
        path: the file.
        old: a text of the file; empty where the whole file is written anew.
        new: what stands there instead, with the sign `¦` where somebody writes.
        offers: what must be offered.
        only: whether nothing else may be.
        says: what must be told of the first that is offered.
        inserts: what choosing the first puts in, in full.
    """

    path: str
    old: str
    new: str
    offers: tuple[str, ...] = ()
    only: bool = False
    says: str = ""
    inserts: str = ""


CATEGORY_SNIPPET = """\
title: $1
group: $2
summary: $3
in_short: $4
codes:
  - $5
fits: $6
permit_type: $7
employer:
  offer: $8
  fee: $9
  text: $10
how_it_works: $11
basis: $12
permanent_residence: $13
reviewed_on:\x20
reviewed_by:\x20
verify:
  notice:\x20
  source:\x20"""

PLACES = [
    # Names that the data defines.
    Place(ORCA, "group: agreement-between-towns", "group: ¦", GROUPS, True, "Agreement between"),
    Place(ORCA, "group: agreement-between-towns", "group: int¦", GROUPS, True),
    Place(ORCA, "codes: [P23, P22]", "codes: [¦]", SOME_CODES, says="Bread; also listed"),
    Place(ORCA, "codes: [P23, P22]", "codes: [P23, ¦]", SOME_CODES, says="Bread; also listed"),
    Place(ORCA, "codes: [P23, P22]", "codes: [P23, P2¦]", SOME_CODES),
    Place(ORCA, "codes: [P23, P22]", "codes:\n  - ¦", SOME_CODES, says="Bread; also listed"),
    Place(ORCA, "codes: [P23, P22]", "codes:\n  - P23\n  - ¦", SOME_CODES),
    Place(ORCA, "codes: [P23, P22]", "codes:\n  - P23\n  - K2¦", SOME_CODES),
    Place(HARBA, "codes: [P23]", "codes: [¦]", SOME_CODES),
    Place(HARBA, "ircc_codes: [P36]", "ircc_codes: [¦]", SINGLE_CODES),
    Place(HARBA, "related:", "firm_page: ¦\nrelated:", ("look", "permits", "talk", "water"), True),
    Place(
        "data/finder.yml", "categories: [orca]", "routes: [¦]", ("harba/menders", "harba/ferrymen")
    ),
    Place(ORCA, "  - orca-transferees", "  - ¦", SOURCES, True, "The pages on pacts"),
    Place(ORCA, "  - harba", "  - ¦", CATEGORIES, True, "Carnivals and fairs"),
    Place(
        ORCA, "related:\n  - harba\n  - lighthouse-keeper-swap", "related: [¦]", CATEGORIES, True
    ),
    Place(
        ORCA, "  url: https://www.canada.ca/en/lighthouses/transferees.html", "  source: ¦", SOURCES
    ),
    Place(ORCA, "questions:\n", "questions:\n  - question: Why?\n    source: ¦\n", SOURCES, True),
    Place(ENDED, "    - mountain-rescue-team", "    - ¦", CATEGORIES, True),
    Place(CODES, "        - code: K61", "        - code: ¦", SINGLE_CODES, says="Bread; also"),
    Place(CODES, "  - first: K20", "  - first: ¦", SINGLE_CODES),
    Place(CODES, "    about: harba", "    about: ¦", CATEGORIES, True),
    Place(CODES, "      source: mountain-rescue-team", "      source: ¦", SOURCES, True),
    Place(
        FINDER,
        "        next: work-bay",
        "        next: ¦",
        NEXT,
        says="Which of these sounds like you?",
    ),
    Place(FINDER, "categories: [harba]", "categories: [¦]", CATEGORIES, True),
    Place(FINDER, "          - mountain-rescue-team", "          - ¦", CATEGORIES, True),
    Place(TABLE, "    source: exemption-codes", "    source: ¦", SOURCES, True),
    Place(QUESTIONS, "questions:\n", "questions:\n  - question: Why?\n    source: ¦\n", SOURCES),
    # The comparison: a programme for each key, and the words that a cell may hold.
    Place(TABLE, "      tfwp: varies", "      ¦", ("tfwp",), says="TFWP (test first)"),
    Place(TABLE, "      imp: A fee, most of the time.", "      imp: ¦", ("varies",)),
    Place(TABLE, "      tfwp: varies", "      tfwp: ¦", CELLS, True, "No."),
    # Words of which one is chosen.
    Place(ORCA, "permit_type: employer-specific", "permit_type: ¦", ("open", "varies")),
    Place(ORCA, "  offer: yes", "  offer: ¦", ("yes", "no", "depends"), True),
    Place("data/settings.yml", "overdue_is_error: no", "overdue_is_error: ¦", ("yes", "no"), True),
    Place(
        CODES,
        "      standing: superseded",
        "      standing: ¦",
        ("in use", "superseded", "changed"),
    ),
    Place(CODES, "      certainty: secondary source", "      certainty: ¦", ("stated by IRCC",)),
    Place(CODES, "    kind: series", "    kind: ¦", ("series", "and above"), True),
    Place(FINDER, "        programme: tfwp", "        programme: ¦", ("tfwp",), True),
    # Keys.
    Place(ORCA, "title: ORCA", "¦", ("title", "permit_note", "changes"), says=""),
    Place(ORCA, "order: 20", "ord¦", ("order",)),
    Place(ORCA, "  offer: yes", "  ¦", (f"{NEEDED}employer step", "offer")),
    Place(ORCA, "questions:\n", "questions:\n  - ¦\n", (f"{NEEDED}question", "question", "answer")),
    Place(ORCA, "reviewed_on", "changes:\n  - ¦\nreviewed_on", (f"{NEEDED}change note", "date")),
    Place(
        CODES,
        "      standing: in use\n",
        "      standing: in use\n      ¦\n",
        ("changed_on", "note"),
    ),
    Place(FINDER, "        next: work-bay", "        ¦", ("next", "categories", "programme")),
    Place("data/groups.yml", "  title: Agreement between towns", "  ¦", ("title",)),
    Place("data/sources.yml", "  title: The list of permits", "  tit¦", ("title",)),
    Place("data/firm.yml", "name: Paper Lantern", "¦", ("name",)),
    Place("data/terms.yml", "terms:\n", "terms:\n  - ¦\n", (f"{NEEDED}term", "meaning")),
    # A review is written by the reviewer: nothing is offered as its value.
    Place(ORCA, "reviewed_on: 2022-05", "reviewed_on: ¦", (), True),
    Place(ORCA, "reviewed_by: review-desk-one", "reviewed_by: ¦", (), True),
    Place(ORCA, "reviewed_by: review-desk-one", "reviewed_by: rev¦", (), True),
    Place(ORCA, "reviewed_on", "reviews:\n  - date: ¦\nreviewed_on", (), True),
    Place(ORCA, "reviewed_on", "reviews:\n  - date: 2022-05\n    by: ¦\nreviewed_on", (), True),
    Place(ORCA, "verify:\n  notice: >-\n", "verify:\n  notice: ¦\n  source: x\nx: >-\n", (), True),
    Place(ORCA, "title: ORCA", "title: ¦", (), True),
    Place(ORCA, "order: 20", "order: ¦", (), True),
    Place(ORCA, "nationals: Riverside countries", "nationals: ¦", (), True),
    Place(CODES, "      changed_on: 2018-12-15", "      changed_on: ¦", (), True),
    # A new file, with its first line and without it.
    Place(NEW, "", f"{FIRST_LINE}¦", (f"{NEEDED}category", "title"), inserts=CATEGORY_SNIPPET),
    Place(NEW, "", "¦", (f"{NEEDED}category", "title"), inserts=CATEGORY_SNIPPET),
    Place(NEW, "", "title: New\ngroup: ¦\n", GROUPS, True),
    Place(NEW, "", "title: New\ncodes:\n  - ¦\n", SOME_CODES),
    Place(NEW, "", "title: New\nemployer¦\n", (f"{NEEDED}category", "employer")),
    Place(CODES, "", "families:\n  - ¦\n", (f"{NEEDED}family", "first")),
    Place(FINDER, "", "questions:\n  - key: a\n    answers:\n      - next: ¦\n", NEXT),
    Place("mkdocs.yml", "  - Glossary: glossary.md", "  - ¦", (), True),
]
