"""Slips in the comparison of the programmes, in steps, duties, questions, terms and settings."""

from tests.slips.cases import (
    COMPARISON,
    DUTIES,
    FIRM,
    GROUPS,
    PEOPLE,
    QUESTIONS,
    SETTINGS,
    SOURCES,
    STEPS,
    TERMS,
    Slip,
    Table,
)

S = Slip

C = COMPARISON

# fmt: off
TABLE: Table = {
    "cells": [
        S(C, "      tfwp: Nobody in town came when the crier called.\n", "", "tfwp", at=None),
        S(C, "      imp: A fee, most of the time.\n", "", "imp", at=None),
        S(C, "      imp: A fee", "      ipm: A fee", "imp", at=(0, -1), most=1),
        S(C, "      imp: A fee, most of the time.\n",
          "      imp: A fee, most of the time.\n      both: A fee.\n", "both"),
        S(C, "tfwp: varies", "tfwp: Varies", "varies"),
        S(C, "tfwp: varies", "tfwp: varies.", "varies"),
        S(C, "tfwp: varies", "tfwp: n/a", "does not apply|n/a"),
        S(C, "tfwp: varies", "tfwp: N/A", "does not apply|N/A"),
        S(C, "tfwp: varies", "tfwp:", "nothing|empty;write"),
        S(C, "tfwp: varies", "tfwp: '-'", "nothing|does not apply;write"),
        S(C, "tfwp: varies", "tfwp: '?'", "nothing|not stated;write"),
        S(C, "imp: not stated by the source", "imp: Not stated", "not stated by the source"),
        S(C, "imp: not stated by the source", "imp: not stated", "not stated by the source"),
        S(C, "imp: No. Nobody asks for one.", "imp: No", "no"),
        S(C, "imp: No. Nobody asks for one.", "imp: yes", "yes;sentence|write", advice=True),
        S(C, "imp: No. Nobody asks for one.", "imp: none", "no|none;write", advice=True),
        S(C,
          "    cells:\n      imp: A pact of towns, a gain for all of them, or one good turn for "
          "another.\n      tfwp: Nobody in town came when the crier called.\n", "", "cells",
          at=None),
        S(C, "    title: Why it is allowed\n", "", "title", at=None),
        S(C, "  - key: first-step\n", "  - key: First step\n", "first-step"),
        S(C, "  - key: speed\n", "  - key: pays\n", "pays;twice|same|already|again"),
        S(C, "  - key: tfwp\n    title: TFWP (test first)\n", "",
          "programmes;two|few|least;!write `programmes:`", at=None),
        S(C, "  - key: tfwp\n    title: TFWP (test first)\n",
          "  - key: tfwp\n    title: TFWP (test first)\n  - key: open\n    title: Open\n", "open",
          at=None, most=5),
    ],
    "small files": [
        S(STEPS, "    text: Write the number on the form. It ties the two together.\n", "", "text",
          at=None),
        S(STEPS, "steps:\n", "step:\n", "steps"),
        S(DUTIES, "before:\n", "befor:\n", "before"),
        S(DUTIES, "    text: Once for each offer, most of the time.\n", "", "text", at=None),
        S(QUESTIONS, "    answer: As long as it takes. The official page has today’s times.\n", "",
          "answer", at=None),
        S(TERMS, "    name: The place for offers\n", "", "name", at=None),
        S(TERMS, "    meaning: Where an employer files an offer and pays the fee.\n", "", "meaning",
          at=None),
        S(GROUPS, "  heading: The exchange behind it\n", "", "heading", at=None),
        S(SOURCES, "  settles: What a rescue team asks for.\n", "", "settles", at=None),
        S(PEOPLE, "  regulator: the CICC\n", "", "regulator", at=None),
        S(PEOPLE, "  github: desk-two\n", "  github: desk-two\n  left: soon\n", "soon;YYYY"),
        S(PEOPLE, "  github: desk-two\n", "  github: desk-two\n  left: yes\n", "yes;YYYY"),
        S(PEOPLE, "  github: desk-two\n", "  github: desk-two\n  left: 2023-01\n",
          "2023|January;future|later|yet|today|after", advice=True),
        S(FIRM, 'section:\n  title: Work by the water\n  url: ""\n', "", "section", at=None),
        S(FIRM, "    text: We go through your papers with you, from the first to the last.\n", "",
          "text", at=None),
        S(SETTINGS, "overdue_is_error: no\n", "", "overdue_is_error", at=None),
        S(SETTINGS, "review_interval_months: 12\n", "", "review_interval_months", at=None),
    ],
}
