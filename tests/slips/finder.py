"""Slips in the finder: ways that end nowhere, twice the same, or past a category."""

from tests.slips.cases import (
    FINDER,
    Slip,
    Table,
)

S = Slip

F = FINDER
_SOMETHING = "next|categories|programme"

# fmt: off
TABLE: Table = {
    "ways": [
        S(F, "next: work-bay", "next: work-bays", "work-bay"),
        S(F, "next: work-bay", "next: Work bay", "work-bay"),
        S(F, "        next: work-rivers\n", "", _SOMETHING, at=(-2, -1, 0)),
        S(F, "        categories: [orca]\n", "", _SOMETHING, at=(-2, -1, 0)),
        S(F, "        programme: tfwp\n", "", _SOMETHING, at=(-2, -1, 0)),
        S(F, "        programme: tfwp", "        programme: TFWP", "tfwp"),
        S(F, "        programme: tfwp", "        programme: imp", "tfwp"),
        S(F, "        next: role-bay\n", "        next: role-bay\n        categories: [harba]\n",
          "one|both|not both|either", at=(-3, -2, -1, 0)),
        S(F, "categories: [orca]", "categories: []", "categor", at=(0, -1, -2)),
        S(F, "categories: [orca]", "categories:", "categor|nothing", at=(0, -1, -2)),
        S(F, "next: job", "next: citizenship", "citizenship;circle|back|again"),
        S(F, "        text: Neither of these\n        next: job",
          "        text: Neither of these\n        next: role-bay", "circle|back|itself|again",
          at=None),
        S(F, "next: role-elsewhere", "next: role-bay", "role-elsewhere",
          at=("key: role-elsewhere",)),
        S(F, "          - carnivals-and-fairs-misc\n", "", "carnivals-and-fairs-misc",
          where=(F, "data/categories/carnivals-and-fairs-misc.yml"), at=None,
          more=((F, "categories: [carnivals-and-fairs-misc]",
          "categories: [village-bakery-help]"),)),
        S(F, "categories: [harba, lighthouse-keeper-swap]", "categories: [harba, harba]",
          "harba;twice|again|repeat|same"),
        S(F, "categories: [harba, lighthouse-keeper-swap]",
          "categories: [harba, lighthouse-keeper]", "lighthouse-keeper-swap"),
        S(F, "        next: work-elsewhere\n",
          "        next: work-elsewhere\n        result: none\n", "result"),
    ],
    "names of another kind": [
        S(F, "next: work-bay", "next: harba", "harba;category;categories: [harba]"),
        S(F, "        programme: tfwp", "        next: tfwp", "programme: tfwp"),
        S(F, "categories: [orca]", "categories: [job]", "job;question;next: job"),
    ],
    "keys and texts": [
        S(F, "      - key: rivers\n", "      - key: bay\n", "bay;twice|same|already|again"),
        S(F, "  - key: role-rivers\n", "  - key: role-bay\n", "role-bay;twice|same|already|again",
          at=None, most=2),
        S(F, "      - key: rivers\n", "      - key: River side\n", "river-side|small letters"),
        S(F, "      - key: rivers\n", "", "key", at=None, most=2),
        S(F, "        text: A Riverside country\n", "", "text", at=(-1, 0)),
        S(F, "        text: A Riverside country\n", "        text: Bayside or Northport\n",
          "twice|same|already|again;write|remove"),
        S(F, "    question: Which of these sounds like you?\n", "", "question", at=(-1, 0)),
        S(F, "text: Another country", "text: TODO", "TODO|nothing;write"),
        S(F, "title: The questions of the finder\n", "", "title", at=None),
        S(F,
          "found: >-\n  Nobody has decided anything yet. Read the guide below, look at what it "
          "asks for, and check its code\n  on canada.ca.\n", "", "found", at=None),
        S(F, "reviewed_on: 2022-05\n", "", "reviewed_on", at=None),
    ],
}
