"""Slips in reviews, their dates, their entries, and the notes of what changed."""

from tests.slips.cases import (
    ALL,
    BARGE,
    BREAD,
    COMPARISON,
    FAIR,
    FINDER,
    HARBA,
    HOME,
    LAMP,
    OFFICE,
    ORCA,
    REGISTER,
    ROPES,
    SAIL,
    SIDES,
    Slip,
    Table,
)

S = Slip

_FORM = "YYYY-MM"
_LATER = "future|later|yet|today|after"

# fmt: off
TABLE: Table = {
    "dates": [
        S(HARBA, "reviewed_on: 2022-05", "reviewed_on: 2022-5", _FORM),
        S(LAMP, "\nreviewed_on: 2022-05", "\nreviewed_on: 2022/05", _FORM, at=(0,)),
        S(ROPES, "reviewed_on: 2022-05", "reviewed_on: 05-2022", _FORM),
        S(SAIL, "reviewed_on: 2022-05", "reviewed_on: 2022-00", "2022-00"),
        S(FINDER, "reviewed_on: 2022-05", "reviewed_on: 2022-05-32", "2022-05-32"),
        S(COMPARISON, "reviewed_on: 2022-05", "reviewed_on: 2022-12", _LATER),
        S(OFFICE, "reviewed_on: 2022-05", "reviewed_on: 2022-11-23", _LATER),
        S(HOME, "reviewed_on: 2022-05", "reviewed_on: today", _FORM),
        S(BARGE, "reviewed_on: 2021-10", "reviewed_on: October 2021", _FORM),
        S(BARGE, "  on: 2021-09", "  on: September 2021", _FORM),
        S(BARGE, "  on: 2021-09", "  on: 2021-13", "2021-13"),
        S(BARGE, "reviewed_on: 2021-10", "reviewed_on: 2021-08", "2021-08|August;ended|September",
          at=(0, "on: 2021-09"), advice=True),
        S(ALL, "reviewed_on: 2022-05", "reviewed_on: 202205", _FORM),
        S(SIDES, "reviewed_on: 2022-05", "reviewed_on: 2022-05 (facts)", _FORM),
        S(REGISTER, "reviewed_on: 2022-05\n", "", "reviewed_on", at=None),
        S(FAIR, "reviewed_by: review-desk-one\n", "", "reviewed_by", at=None),
        S(COMPARISON, "reviewed_by: review-desk-one", "reviewed_by:", "nothing|reviewed_by;review"),
        S(HARBA, "reviewed_on: 2022-05", "reviewed_on: 2002-05", "2002|May 2002|overdue|due",
          at=(0,)),
    ],
    "entries": [
        S(LAMP, "    outcome: problem found\n", "    outcome: problem\n", "problem found"),
        S(LAMP, "    outcome: changed\n", "    outcome: Changed\n", "changed"),
        S(BREAD, "    outcome: confirmed\n", "    outcome: ok\n", "confirmed"),
        S(LAMP, "    note: Another code stands on the official page.\n", "", "note", at=None),
        S(LAMP, "    note: Another code stands on the official page.\n", "    note: TBD\n",
          "TBD|nothing;write|say"),
        S(BREAD, "  - date: 2021-12-20\n    by", "  - date: 20-12-2021\n    by", _FORM),
        S(LAMP, "  - date: 2022-03\n", "  - date: 2023-03\n", "March 2023", most=2),
        S(LAMP, "    by: review-desk-one\n", "", "by", at=None),
        S(LAMP, "  - date: 2022-03\n", "  - date: 2022-06\n", "order|newest|June 2022", at=None,
          most=2),
        S(LAMP, "\nreviewed_on: 2022-05\n", "\nreviewed_on: 2022-04\n", "2022-05|May 2022|reviews",
          at=None),
        S(BREAD,
          "reviews:\n  - date: 2021-12-20\n    by: review-desk-one\n    outcome: confirmed\n",
          "reviews:\n  date: 2021-12-20\n  by: review-desk-one\n  outcome: confirmed\n",
          "- |list|item", at=(0, -1)),
        S(BREAD, "    outcome: confirmed\n",
          "    outcome: problem found\n    note: The bread is old.\n", "problem|The bread is old",
          at=None),
    ],
    "notes": [
        S(BREAD, "  - date: 2021-12\n    text", "  - date: December 2021\n    text", _FORM),
        S(BREAD, "  - date: 2021-12\n    text", "  - date: 2023-12\n    text", _LATER),
        S(BREAD, "    text: Pastry cooks may come too.\n", "", "text", at=None),
        S(BREAD, "  - date: 2021-11-15\n", "  -\n", "date|empty|nothing", at=(0, 1)),
        S(BREAD, "    text: The permit names no bakery any more.\n", "    text: .\n",
          "nothing;write"),
        S(ORCA, "\nreviewed_on: 2022-05", "\nchanges: Grafters pay less.\nreviewed_on: 2022-05",
          "date|text|- ", at=(0,)),
        S(ORCA, "\nreviewed_on: 2022-05",
          "\nchanges:\n  - Grafters pay less.\nreviewed_on: 2022-05", "date|text", at=(0, 1)),
    ],
    "notices": [
        S(HARBA,
          "verify:\n  notice: >-\n    The list of trades changes with the tides. Look yours up "
          "before you row over.\n", "verify:\n", "notice", at=None),
        S(SIDES,
          "verify:\n  notice: >-\n    Codes and conditions change with the seasons. Check those "
          "that your journey rests on.\n  source: exemption-codes\n", "", "verify", at=None),
        S(FINDER,
          "  notice: >-\n    These few questions do not ask for everything. Check each condition "
          "before you rely on a line.\n", "  notice: ''\n", "notice|nothing;write", at=(0,)),
    ],
}
