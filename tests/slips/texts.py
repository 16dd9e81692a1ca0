"""Slips in what readers read: signs, scraps, placeholders, lists that lost a dash."""

from tests.slips.cases import (
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
    ORCA,
    PEOPLE,
    QUESTIONS,
    ROPES,
    SAIL,
    SOURCES,
    STEPS,
    TERMS,
    WORDS,
    Case,
    Slip,
    Table,
)

S = Slip

_HTML = "HTML|tag|sign|character; plain|remove|write"
_MARKS = "as it is|as they are|mark|stars|signs; plain|remove|write"
_SCRAP = "placeholder|unfinished|note|left over|still to be|not written yet; write|remove"
_EMPTY = "nothing is written|empty|no value; write|remove"
_HIDDEN = "invisible|U+|nobody can see; remove|delete|type"
_BROKEN = "encoding|damaged|accent|broken|spoilt|copied|garbled|lost; write|type|copy|save"
_QUOTES = "quot; remove|write|put"
_DASH = "dash|`- `|item; own line|missing|each|line of"
_SWALLOWED = "inside|swallowed|part of the text|belongs to the text; column|indent|begin|left"
_MERGE = "merge; keep|remove"
_HELP = "help|describes|description|reference|explain|key's own; write"
_THIN = "!may be missing;notice|nothing; write|say"

_CONFLICT = "<<<<<<< HEAD\n{0}one\n=======\n{0}two\n>>>>>>> main\n"

# fmt: off
_OF_PROMISES: list[Case] = [
    S(FIRM, "The towns decide, and nobody can say how", "We guarantee your line",
      "`outcome`;guarantee;write"),
    S(FIRM, "It is no advice to anybody", "It is the best advice", "`advice`;best;write"),
    S(FIRM, "The lantern hangs over a door of its own", "We are 100 % private",
      "`government`;100 %;write"),
]

_OF_STOPS: list[Case] = [
    S(HARBA, "whose trade is on the list of boats", "whose trade is on the list of boats.",
      "full stop;without"),
    S(HARBA, "book-keepers of a harbour\n  office\n", "book-keepers of a harbour\n  office.\n",
      "full stop;without", at=(0, -1, -2)),
]

_OF_SIGNS: list[Case] = [
    S(FAIR, "menders of roundabouts may", "<b>menders</b> of roundabouts may", "<b>;" + _HTML),
    S(STEPS, "Match your work to one", "Match your work to <i>one</i>", "<i>;" + _HTML),
    S(SOURCES, "What a rescue team asks for.", "What a team asks&nbsp;for.", "&nbsp;;" + _HTML),
    S(GROUPS, "and work.", "and work.<br>", "<br>;" + _HTML),
    S(FIRM, "title: A long talk", "title: A long talk &amp; more", "&amp;;" + _HTML),
    S(TERMS, "The pact of Bayside and", "The pact of Bayside &#38;", "&#38;;" + _HTML),
    S(DUTIES, "Once for each offer", "<p>Once for each offer</p>", "<p>;" + _HTML),
    S(FINDER, "text: Bake for a village", "text: Bake <u>for</u> a village", "<u>;" + _HTML),
    S(QUESTIONS, "Mostly, yes.", "**Mostly**, yes.", "**;" + _MARKS),
    S(LAMP, "title: Lighthouse keeper swap", 'title: "**Lighthouse** swap"', "**;" + _MARKS),
    S(COMPARISON, "The employer files an", "The [employer](/employers.md) files an",
      "](;link|" + _MARKS),
    S(ROPES, "The team files", "[The team](https://team.example) files",
      "team.example;name|write|remove"),
    S(CODES, "subject: Buns", 'subject: "`Buns`"', "`;" + _MARKS),
    S(BARGE, "The last horse that", "The __last__ horse that", "__;" + _MARKS),
    S(SAIL, "What counts is balance", "## Balance\n  What counts is balance", "#;" + _MARKS),
    S(FINDER, "Take what comes nearest.", 'Take <a href="/codes/">it</a>.', "<a;" + _HTML),
    S(HARBA, "There are two ways in.", '{{ code("P23") }} is one way in.', "{{;" + _MARKS),
    S(BREAD, "You bake a loaf", "{: .lead } You bake a loaf", "{:;" + _MARKS),
    S(PEOPLE, "name: Review Desk One", "name: <b>Review Desk One</b>", "<b>;" + _HTML),
]

_OF_SCRAPS: list[Case] = [
    S(ROPES, "Some valleys speak Alpine, and", "TODO Some valleys, and", "TODO;" + _SCRAP),
    S(SAIL, "answer: Parts of it are.", "answer: XXX Parts of it are.", "XXX;" + _SCRAP),
    S(FIRM, "It costs nothing.", "FIXME ask the firm.", "FIXME;" + _SCRAP),
    S(STEPS, "Write the number on the form. It ties the two together.", "TBD", "TBD;" + _SCRAP),
    S(TERMS, "The side where a test comes first.", "tbd", "tbd;" + _SCRAP),
    S(SOURCES, "settles: What a rescue team asks for.", "settles: ???", "nothing|???;write"),
    S(COMPARISON, "varies", "TBD", "TBD;" + _SCRAP),
    S(GROUPS, "heading: The interest behind it", "heading: To come.", "To come;" + _SCRAP),
    S(CODES, "subject: Head keeper", "subject: …", "nothing|…; write"),
    S(DUTIES, "Keep what shows that the work is the one on offer.", "Lorem ipsum dolor sit amet.",
      "lorem;" + _SCRAP),
    S(BARGE, "The last horse that towed a barge has retired, and the towns ended its permit.",
      "to be written", "to be written;" + _SCRAP),
    S(LAMP, "Yes, for long enough.", "Yes [check with Anna], for long enough.", "[;" + _SCRAP,
      advice=True),
    S(FINDER, "help: You can come back and try another.", "help: '...'", "nothing|...; write"),
    S(HARBA, "apply: A boat mender may often ask at the quay.", "apply: n/a",
      "n/a|nothing;write|remove|leave"),
    S(BREAD, "text: Pastry cooks may come too.", "text: TODO", "TODO;" + _SCRAP),
]

_OF_NULLS: list[Case] = [
    S(LAMP, "permit_note: The permit names the company, not the tower.", "permit_note: null",
      "null|nothing;write|remove|leave"),
    S(FIRM, "name: Paper Lantern", "name: Null", "null|nothing; write"),
    S(TERMS, "name: Sea and Lake Exchange", "name: NULL", "null|nothing; write"),
    S(ROPES, "apply: Ask in writing, before the snow melts.", "apply: ~",
      "~|nothing;write|remove|leave"),
    S(COMPARISON, "varies", "null", "null|nothing; write"),
    S(QUESTIONS, "answer: As long as it takes. The official page has today’s times.",
      "answer: None", "None|nothing; write"),
    S(STEPS, "title: Find your line", "title:", "nothing|empty; write"),
    S(SOURCES, "title: The list of permits", "title: ''", "nothing|empty; write"),
    S(CODES, "subject: Lamp expert", 'subject: "   "', "nothing|empty; write"),
    S(GROUPS,
      "summary: >-\n    The work does a town enough good that nobody is asked for a test.\n",
      "summary: >-\n", "nothing|empty;write", at=(0, -1)),
    S(PEOPLE, "name: Review Desk Two", "name: nil", "nil|nothing; write", advice=True),
]

_OF_DAMAGE: list[Case] = [
    S(HARBA, "the other’s menders", "the otherâ€™s menders", "â€™;" + _BROKEN),
    S(SAIL, "One sailor goes", "One sailor from QuÃ©bec goes", "Ã©|QuÃ;" + _BROKEN),
    S(ORCA, "Three harvests", "Three\ufffdharvests", "\ufffd|sign|character;" + _BROKEN),
    S(FAIR, "A town with a fair", "A town with aÂ fair", "Â;" + _BROKEN),
    S(TERMS, "The accord on orchard", "The accord â€“ on orchard", "â€“;" + _BROKEN),
    S(HOME, "So are bread, ropes", "So are bread, â€œropes", "â€;" + _BROKEN),
    S(LAMP, "title: Lighthouse keeper", "title: Light\u00adhouse keeper",
      "U+00AD|hyphen;" + _HIDDEN),
    S(BREAD, "A village with a baker", "A village\u200b with a baker", "U+200B|zero;" + _HIDDEN),
    S(STEPS, "title: Find your line", "title: Find\u200byour line", "U+200B|zero;" + _HIDDEN),
    S(FINDER, "question: Where do you", "question: \u202eWhere do you", "U+202E|direct;" + _HIDDEN),
    S(COMPARISON, "title: Why it is allowed", "title: Why\ufeff it is allowed",
      "U+FEFF;" + _HIDDEN),
    S(FIRM, "title: All permits", "title: All\u2028permits", "U+2028|line;sign|separator|U+"),
    S(DUTIES, "title: Pay the fee", "title: Pay\x0bthe fee", "U+000B|sign|control;remove|type|U+"),
    S(CODES, "subject: HARBA book-keeper", "subject: HARBA book- keeper",
      "book- keeper;hyphen|write|join"),
    S(ORCA, "under the accord on orchard\n  crafts", "under the ac- cord on orchard\n  crafts",
      "ac- cord;hyphen|write|join", at=("summary:", "ac- cord")),
]

_OF_QUOTES: list[Case] = [
    S(LAMP, "title: Lighthouse keeper swap", "title: “Lighthouse keeper swap”", "“;" + _QUOTES),
    S(TERMS, "name: The place for offers", "name: ”The place for offers”", "”;" + _QUOTES),
    S(STEPS, "title: Ask for the permit", "title: Ask for the permit”", "”;" + _QUOTES),
    S(FIRM, "title: Work by the water", "title: '\"Work by the water\"'", '";' + _QUOTES),
    S(FAIR, "fits: >-\n  Puppeteers, organ", "fits: >-\n  “Puppeteers, organ", "“;" + _QUOTES,
      at=("fits:", "“Puppeteers")),
    S(COMPARISON, "tfwp: Three days more.", "tfwp: Three days more.'", "';" + _QUOTES),
    S(GROUPS, "title: One good turn for another", "title: ‘One good turn for another’",
      "‘;" + _QUOTES),
    S(HARBA, "nationals: Bayside and Northport", "nationals: (Bayside and Northport",
      "(|bracket;close|missing|write|remove", advice=True),
]

_OF_DASHES: list[Case] = [
    S(ORCA, "  - cider pressers on their own\n", "    cider pressers on their own\n", _DASH,
      at=(0, -1)),
    S(LAMP, "  - watch leaders\n  - lamp experts\n", "  - watch leaders - lamp experts\n", _DASH),
    S(FAIR, "  - puppets and organs\n  - repairs", "  - puppets and organs\n    repairs", _DASH,
      at=(0, -1)),
    S(HARBA, "  - OLDHA (its name long ago)\n  - Harbour", "  - OLDHA (long ago) - Harbour", _DASH),
    S(SAIL, "  - pupils in some exchanges", "  • pupils in some exchanges",
      "- |dash|•;item|write|own line", at=(0, -1)),
    S(FAIR, "  - organ grinders\n  - menders", "  – organ grinders\n  - menders", "–|dash;- ",
      at=(0, -1)),
    S(FAIR, "who:\n  - puppeteers\n", "who:\n  * puppeteers\n", "* |*;- ", at=(0, 1)),
    S(HARBA, "  - craft-pact-agreements\n  - exemption", "  - craft-pact-agreements\n    exemption",
      _DASH, at=(0, -1)),
    S(LAMP, "  - harba\n  - orca\n", "  - harba, orca\n",
      "harba, orca|`harba`|item|comma;line|- |each"),
    S(SAIL, "  - mountain-rescue-team\n  - carnivals", "  - mountain-rescue-team - carnivals",
      "- ;line|dash|each"),
    S(BARGE, "    - mountain-rescue-team\n", "    - mountain-rescue-team; orca\n",
      "list|line|each|- |`, `|name"),
    S(LAMP, "who:\n  - head keepers\n  - watch leaders\n  - lamp experts\n",
      "who:\n  - head keepers, watch leaders, lamp experts\n", "comma|, |each;line|- ",
      advice=True),
]

_OF_SWALLOWED: list[Case] = [
    S(SAIL, "\nrelated:\n  - mountain", "\n  related:\n  - mountain", "related;" + _SWALLOWED),
    S(ROPES, "\nsources:\n  - mountain", "\n    sources:\n    - mountain", "sources;" + _SWALLOWED),
    S(FAIR, "\nbasis: >-\n", "\n  basis: >-\n", "basis;" + _SWALLOWED),
    S(LAMP, "\npermanent_residence: >-\n", "\n  permanent_residence: >-\n",
      "permanent_residence;" + _SWALLOWED),
    S(HARBA, "\nnationals: Bayside", "\n    nationals: Bayside", "nationals;column 1|left"),
    S(FIRM, "\nlimits: |\n", "\n  limits: |\n", "limits;" + _SWALLOWED),
    S(DUTIES, "\nafter:\n", "\n      after:\n", "after;" + _SWALLOWED),
    S(QUESTIONS, "    source: exemption-codes\n", "      source: exemption-codes\n",
      "source;" + _SWALLOWED),
    S(QUESTIONS, "  - question: Do I need", "      - question: Do I need", "question;" + _SWALLOWED,
      at=(0, 1)),
    S(STEPS, "  - title: Ask for the permit\n    text: Write",
      "      - title: Ask for the permit\n      text: Write", "title;" + _SWALLOWED),
    S(CODES, "\n  - code: K16\n", "\n        - code: K16\n", "code;!successors;" + _SWALLOWED),
    S(COMPARISON, "  url: https", "    url: https", "url;" + _SWALLOWED),
    S(FINDER, "\nnone: |\n", "\n  none: |\n", "none;" + _SWALLOWED),
    S(FINDER, "  source: exemption-codes\n", "    source: exemption-codes\n",
      "source;" + _SWALLOWED),
    S(GROUPS, "\nturn-about:\n  title", "\n    turn-about:\n    title",
      "turn-about|title;" + _SWALLOWED),
    S(WORDS, "reviewed_on: 2022-05\nreviewed_by", "  reviewed_on: 2022-05\nreviewed_by",
      "reviewed_on;" + _SWALLOWED),
    S(HOME, "verify:\n  notice: >-", "  verify:\n  notice: >-", "verify", at=(0, 1)),
    S(BARGE, "  source: exemption-codes", "    source: exemption-codes", "source;" + _SWALLOWED),
]

_OF_MERGES: list[Case] = [
    S(BREAD, "  A village with a baker is a livelier one.\n", _CONFLICT.format("  "), _MERGE),
    S(TERMS, "    meaning: The accord on orchard crafts.\n", _CONFLICT.format("    meaning: "),
      _MERGE),
    S(CODES, "    subject: Buns\n", _CONFLICT.format("    subject: "), _MERGE),
    S(FINDER, "  Nobody has decided anything yet. Look", "=======\n  Nobody has. Look", _MERGE),
    S(HOME, "-   **Most permits name somebody.** Some are open.\n", _CONFLICT.format("-   "),
      _MERGE),
    S(STEPS, "      A number comes back.\n",
      "      <<<<<<< HEAD\n      A number comes.\n      =======\n      It comes.\n      >>>>>>> "
      "main\n", _MERGE),
    S(SOURCES, "  settles: Which codes lighthouse",
      "||||||| 1c2d3e\n  settles: Which codes lighthouse", _MERGE),
]

_OF_HELP: list[Case] = [
    S(ROPES,
      "    The list of teams and the level of Alpine are looked at each year. Check both before "
      "you climb.", "    Which of these facts move, in one or two sentences.", _HELP, at=(0, -1)),
    S(LAMP, "title: Lighthouse keeper swap",
      "title: The category's name, as tables and links show it.", _HELP),
    S(SAIL, "  Sailors whose country takes our sailors in return, and pupils in some exchanges",
      "  Who it fits, short enough for a table cell, without a full stop.", _HELP, at=(0, -1)),
    S(GROUPS, "    Our people may work over there, so theirs may work here.",
      "    Why permits of this kind need no LMIA.", _HELP, at=(0, -1)),
    S(TERMS, "Every permit in this guide, none of which asks for a test.",
      "What it means, in plain English.", _HELP),
    S(SOURCES, "What a rescue team asks for.", "What the page settles.", _HELP),
    S(STEPS, "Match your work to one category, and that to its code.", "What happens in it.",
      _HELP),
    S(BREAD, "text: Pastry cooks may come too.",
      "text: What is different now, in a sentence for readers.", _HELP),
]

_OF_NOTICES: list[Case] = [
    S(BREAD, "    What counts as good bread is a matter of taste. Ask before you light the oven.",
      "    https://www.canada.ca/en/lighthouses/exemption-codes.html", _THIN, at=(0, -1)),
    S(FAIR,
      "    Which acts count may change from fair to fair. Check the code of your own before you "
      "unpack.", "    Notice", _THIN, at=(0, -1)),
    S(COMPARISON, "    Criers and fees come and go. Ask about both before you choose a side.",
      "    TBD", _THIN, at=(0, -1)),
    S(FINDER,
      "    These few questions do not ask for everything. Check each condition before you rely on "
      "a line.", "    Check.", _THIN, at=(0, -1), advice=True),
    S(WORDS,
      "    Codes and conditions change with the seasons. Check those that your journey rests on.",
      "    ...", _THIN, at=(0, -1)),
    S(BARGE,
      "    A permit that was given before it ended may still count. Check yours before you throw "
      "it away.", "    see link", _THIN, at=(0, -1), advice=True),
]

_OF_COMMENTS: list[Case] = [
    S(STEPS, "title: The employer files the offer", "title: The employer files form #7",
      "#;comment|readers|quotes;quotes"),
    S(FIRM, "text: We go through your papers with you, from", "text: We go through paper #1, from",
      "#;quotes"),
    S(COMPARISON, "imp: A fee, most of the time.", "imp: The fee #2 of the list.", "#;quotes"),
    S(HARBA, "  - book-keepers whom", "  - sort #2 of book-keepers whom", "#;quotes"),
]

_OF_NOTES: list[Case] = [
    S(LAMP, "permit_note: The permit names the company, not the tower.", "permit_note: See above.",
      "See above;" + _SCRAP),
    S(BREAD, "text: Pastry cooks may come too.", "text: pending", "pending;" + _SCRAP),
    S(STEPS, "title: Find your line", "title: New step", "New step;" + _SCRAP),
    S(QUESTIONS, "Mostly, yes.", "[DESK TO CONFIRM] Mostly, yes.", "DESK TO CONFIRM;" + _SCRAP),
    S(HARBA, "nationals: Bayside and Northport", "nationals: Bayside and Northport ()",
      "();" + _SCRAP),
    S(SAIL, "summary: >-\n", "summary: >-\n  summary: One sailor.\n",
      "summary:;second|twice|again;remove", at=(0, 1)),
    S(FIRM, "It costs nothing.", "It costs nothing[^2].", "[^2];" + _MARKS),
    S(SAIL, "One sailor goes", "One :material-check: sailor goes", ":material-check:;" + _MARKS),
    S(TERMS, "The side where a test comes first.", "The side ==where== a test comes first.",
      "==;" + _MARKS),
    S(ROPES, "The team files", "The team´s desk files", "team´s;apostrophe|’"),
    S(GROUPS, "title: One good turn", "title: ''One'' good turn", "quot|yaml|sign", at=(0,)),
    S(HARBA, "the other’s menders", "the other?s menders", "other?s;" + _BROKEN),
    S(FAIR, "A town with a fair", "A town in Qu%C3%A9bec with a fair", "%C3;" + _BROKEN),
    S(BARGE, "The last horse that", "The last b√©te that", "√©;" + _BROKEN),
    S(COMPARISON, "varies", "depends", "depends;varies"),
    S(COMPARISON, "varies", "'✓'", "✓;does not apply|varies"),
]

TABLE: Table = {
    "notes and pasted marks": _OF_NOTES,
    "promises": _OF_PROMISES,
    "full stops": _OF_STOPS,
    "pasted signs": _OF_SIGNS,
    "scraps": _OF_SCRAPS,
    "empty values": _OF_NULLS,
    "damaged letters": _OF_DAMAGE,
    "quotes": _OF_QUOTES,
    "lists without dash": _OF_DASHES,
    "swallowed keys": _OF_SWALLOWED,
    "merge left open": _OF_MERGES,
    "help as text": _OF_HELP,
    "notices of no meaning": _OF_NOTICES,
    "comments in texts": _OF_COMMENTS,
}
