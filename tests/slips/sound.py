"""Edits that are right: none of them may be refused."""

from tests.project import Project
from tests.slips.cases import (
    ALL,
    BARGE,
    BREAD,
    CODES,
    COMPARISON,
    DUTIES,
    FAIR,
    FIND,
    FINDER,
    FIRM,
    GROUPS,
    HARBA,
    HOME,
    LAMP,
    LIST,
    NAV,
    OFFICE,
    ORCA,
    PEOPLE,
    QUESTIONS,
    REGISTER,
    ROPES,
    SAIL,
    SETTINGS,
    SIDES,
    SOURCES,
    STEPS,
    TERMS,
    WORDS,
    Sound,
    Table,
    copied,
    renamed,
    rewritten,
)

R = Sound


def _to_beacons(project: Project) -> None:
    """Give the lighthouses another address, and name it wherever the old one was named."""
    renamed(LAMP, "data/categories/beacons.yml")(project)
    project.replace(
        "data/categories/beacons.yml", "order:", "formerly: [lighthouse-keeper-swap]\norder:"
    )
    for path in (HARBA, ORCA, FINDER):
        project.write(path, project.read(path).replace("lighthouse-keeper-swap", "beacons"))


def _second_orchard(project: Project) -> None:
    """Add a category beside ORCA, to which the finder leads."""
    path = "data/categories/second-orchard.yml"
    copied(ORCA, path)(project)
    project.replace(path, "title: ORCA", "title: Second orchard")
    project.replace(path, "also_known_as:\n  - Orchard and Riverside Craft Accord\n", "")
    project.replace(FINDER, "categories: [orca]", "categories: [orca, second-orchard]")


def _ended_fairs(project: Project) -> None:
    """End the fairs, and lead nobody to them any more."""
    text = project.read(BARGE).replace("Barge towing", "Carnivals and fairs, misc")
    project.write(FAIR, text.replace("formerly: [horse-towing]\n", ""))
    project.replace(
        FINDER,
        "      - key: interest\n"
        "        text: Puppets, organs, roundabouts, or what else a fair needs\n"
        "        categories: [carnivals-and-fairs-misc]\n",
        "",
    )
    project.replace(FINDER, "          - carnivals-and-fairs-misc\n", "")
    project.replace(BREAD, "related:\n  - carnivals-and-fairs-misc\n", "")
    project.replace(SAIL, "  - carnivals-and-fairs-misc\n", "")


def _added_page(project: Project) -> None:
    """Add a page with a table, and name it in the navigation."""
    text = project.read(WORDS).replace("The words", "More words").replace("# Gloss", "# More gloss")
    project.write("content/added.md", text)
    project.in_navigation("added.md")


def _tips(project: Project) -> None:
    """Add a page of sentences, and name it in the navigation."""
    text = project.read(FIND).replace("Find your line", "Tips").replace("# Find a route", "# Tips")
    project.write("content/tips.md", text.replace("{{ finder() }}", "Be on time."))
    project.in_navigation("tips.md", "Tips")


# fmt: off
TABLE: Table = {
    "ordinary words": [
        R(ORCA, "Three harvests may count", "Three harvests, or more, may count"),
        R(HARBA, "Each town lets the other’s menders in.",
          "Each town lets the other’s menders in — and out."),
        R(SAIL, "One sailor goes, another comes", "One sailor goes – another comes"),
        R(LAMP, "A lamp that is well kept", "A lamp (or “beacon”) that is well kept"),
        R(FAIR, "A town with a fair is a merry one",
          "A town with a fair (e.g. a kermesse) is a merry one"),
        R(ROPES, "Some valleys speak Alpine", "Some valleys of Québec speak Alpine"),
        R(ROPES, "title: Mountain Rescue Team", "title: Mobilité francophone"),
        R(BREAD, "A village with a baker is a livelier one.",
          "A pâtissier, a crêperie, a naïve œuvre: all do good."),
        R(TERMS, "The pact of Bayside and Northport.", "The pact of Bayside & Northport."),
        R(STEPS, "Match your work to one category", "Match 100% of your work to one category"),
        R(FIRM, "It costs nothing.", "It costs $0."),
        R(DUTIES, "Once for each offer, most of the time.", "$230 for each offer; most pay once."),
        R(GROUPS, "so theirs may work here.", "so theirs may work here (and/or study)."),
        R(QUESTIONS, "answer: As long as it takes.",
          "answer: As long as it takes – 2–8 weeks, i.e. not long."),
        R(SOURCES, "What a rescue team asks for.",
          "What a rescue team asks for (s. 205(a), R186)."),
        R(CODES, "subject: Buns", "subject: Buns, rolls & pastry"),
        R(COMPARISON, "imp: A fee, most of the time.", "imp: A fee (CAD 230), most of the time."),
        R(FINDER, "text: Another country", "text: Another country (or none, if stateless)"),
        R(PEOPLE, "name: Review Desk Two", "name: Zoë O’Connor-Lévesque"),
        R(PEOPLE, "name: Review Desk Two", "name: Nguyễn Thị Ánh"),
        R(TERMS, "name: Sea and Lake Exchange", "name: Échange « Mer et lac »"),
        R(HOME, "So are bread, ropes and lamps.", "So are bread, ropes, and lamps… and more!"),
        R(HOME, "Some are open.", "Some are *open*, some `K16`."),
        R(WORDS, "The words that this guide and your employer use.",
          "The words that “this guide” and your employer use."),
        R(SAIL, "answer: Parts of it are.", "answer: Parts of it are; ask first."),
        R(LAMP, "  - head keepers\n", "  - head keepers (senior, or in training)\n"),
        R(LAMP, "  - head keepers\n", "  - self-employed head keepers\n"),
        R(ORCA, "  - orchard staff, lent by their own orchard\n",
          "  - orchard staff – lent by their own orchard\n"),
        R(FAIR, "  - organ grinders\n", '  - "organ grinders: all kinds"\n'),
        R(FAIR, "  - repairs in a hurry\n", "  - R&D in a hurry\n"),
        R(ROPES, "  - ropes and ridges\n", "  - Équipe de secours\n"),
        R(HARBA, "apply: A boat mender may often ask at the quay.",
          "apply: At the quay, 24/7, or by e-mail."),
        R(LAMP, "The permit names the company, not the tower.",
          "The permit names the company; not the tower!"),
        R(ROPES, "Ask in writing, before the snow melts.", "Ask in writing – before 1 March."),
        R(BARGE, "The last horse that towed a barge has retired",
          "The last horse (“Old Tom”) that towed a barge has retired"),
        R(SIDES, "There are two sides.", "There are two sides: IMP & TFWP."),
        R(REGISTER, "A page is as good as the last look at it.",
          "A page is as good as the last look at it (> 12 months is too long)."),
        R(OFFICE, "Think before you write.", "Think twice before you write – 2 × 2 = 4."),
    ],
    "signs that are right": [
        R(TERMS, "The side where a test comes first.",
          "The side where a test comes first, as form IMM 5710 [E] says."),
        R(STEPS, "Write the number on the form.", "Write the number (A1234567) on the form."),
        R(FIRM, "Everybody who works below the lantern has a licence to do so.",
          "Write to desk@lantern.example or call 1-800-555-0100."),
        R(QUESTIONS, "Some are open, and name nobody.",
          "Some are open, and name nobody*.\n\n      * But a few do."),
        R(DUTIES, "The portal gives a number for each offer.",
          "The portal gives a number for each offer: A7 + a hash (#)."),
        R(CODES, "note: The review lists this code for apples; the list has it for boats.",
          "note: The page of 2018-12-15 said “[P22] boats”, R205(c)(ii)."),
        R(FIRM, "title: A long talk", 'title: "A long talk: 60 minutes"'),
        R(FIRM, "title: A long talk", 'title: "Form #5, a long talk"'),
        R(FIRM, "title: A long talk", "title: 'A long talk'"),
        R(GROUPS, "title: Agreement between towns", 'title: "Agreement between “towns”"'),
        R(HARBA, "nationals: Bayside and Northport",
          "nationals: Bayside, and Northport’s outer islands"),
        R(TERMS, "term: Portal", "term: Employer Portal"),
        R(SOURCES, "title: The page on code K16", 'title: "Code K16: the page"'),
        R(SAIL, "What counts is balance: may", "What counts is balance (1:1): may"),
        R(ORCA, "Begin as with any pact: match", "Note: begin as with any pact; match"),
        R(BREAD, "There is nobody to name.",
          "There is nobody to name – null and void, so to speak."),
        R(COMPARISON, "tfwp: Three days more.", "tfwp: Three days more – sometimes < 2 weeks."),
        R(FINDER, "help: Take what comes nearest.", "help: Take what comes nearest, e.g. “Bake”."),
        R(HOME, "**Most permits name somebody.**", "**Most permits name somebody** (IEC: some)."),
        R(LIST, "**In use** means that the list has the code.",
          "**In use** means that the list has the code.\n\n---\n\nThat is all."),
        R(LIST, "**In use** means that the list has the code.",
          "| Word | Meaning |\n| --- | --- |\n| In use | the list has it |"),
        R(REGISTER, "**Overdue** means", "***Overdue*** means"),
        R(REGISTER, "**Overdue** means", "Overdue\\* means"),
        R(SIDES, "**If none does**, the town", "**If none does**, the snake_case_town"),
        R(SIDES, "There are two sides.", "There are two sides [of it all]."),
        R(OFFICE, "A promise in the portal", "A promise (in the portal) (or elsewhere)"),
    ],
    "ways to write the same": [
        R(HARBA, "codes: [P23, P24]", "codes:\n  - P23\n  - P24"),
        R(LAMP, "who:\n  - head keepers\n  - watch leaders\n  - lamp experts\n",
          "who: [head keepers, watch leaders, lamp experts]\n"),
        R(ROPES, "codes: [K16]", "codes: [ K16 ]"),
        R(ROPES, "codes: [K16]", 'codes: ["K16"]'),
        R(SAIL,
          "summary: >-\n  Sailors may teach here for a season where our own may teach in return. "
          "Some exchanges of pupils are\n  part of it.\n",
          "summary: Sailors may teach here for a season. Pupils too.\n"),
        R(SAIL, "basis: >-\n", "basis: |\n"),
        R(FAIR, "basis: >-\n", "basis: >\n"),
        R(ORCA, "title: ORCA", 'title: "ORCA"'),
        R(ORCA, "title: ORCA", "title:   ORCA   "),
        R(ORCA, "group: agreement-between-towns",
          "group: agreement-between-towns  # see data/groups.yml"),
        R(CODES, "about: harba", "about: harba     # where who looks P21 up finds a way on"),
        R(BARGE, "formerly: [horse-towing]", "formerly: [horse-towing]   # until 1950"),
        R(FINDER, "next: work-bay",
          "next: work-bay            # the key of the question that follows"),
        R(ORCA, "order: 20", "order: 20 # after HARBA"),
        R(CODES, "    subject: Buns\n", "    # Also rolls.\n    subject: Buns\n"),
        R(HARBA, "nationals:", "# nationals: who it is for\nnationals:"),
        R(HARBA, "\nsources:\n  - craft-pact-agreements\n  - exemption-codes\n",
          "\nsources:\n- craft-pact-agreements\n- exemption-codes\n"),
        R(STEPS, "\nsteps:\n", "\n\n\nsteps:\n\n"),
        R(FINDER, "categories: [orca]", "categories:\n          - orca"),
        R(FINDER, "          - mountain-rescue-team\n          - village-bakery-help\n",
          "          - village-bakery-help\n          - mountain-rescue-team\n"),
        R(BARGE, "formerly: [horse-towing]", "formerly:\n  - horse-towing"),
        R(BARGE, "    - mountain-rescue-team\n", "    - mountain-rescue-team\n    - harba\n"),
        R(BARGE, "  instead:\n    - mountain-rescue-team\n", ""),
        R(SETTINGS, "overdue_is_error: no", 'overdue_is_error: "no"'),
        R(PEOPLE, "name: Review Desk One", 'name: "Review Desk One"'),
        R(FIRM, 'url: ""', "url: ''"),
        R(FIRM, "    text: We go", "    text: >-\n      We go"),
        R(TERMS, "    meaning: Where an employer files an offer and pays the fee.",
          "    meaning: >-\n      Where an employer files an offer\n      and pays the fee."),
        R(ROPES, "", "", do=rewritten(ROPES, lambda raw: raw.replace(b"\n", b"\r\n"))),
        R(LIST, "", "", do=rewritten(LIST, lambda raw: raw.replace(b"\n", b"\r\n"))),
        R(CODES, "", "", do=rewritten(CODES, lambda raw: b"\xef\xbb\xbf" + raw)),
        R(WORDS, 'title: "The words"', "title: The words"),
        R(SIDES, "reviewed_on: 2022-05\nreviewed_by: review-desk-one\n",
          "reviewed_by: review-desk-one\nreviewed_on: 2022-05\n"),
        R(COMPARISON, "title: With a test or without, feature by feature.",
          'title: "With a test, or without: feature by feature"'),
        R(HARBA, "  url: https://www.canada.ca/en/lighthouses/free-trade-agreements.html",
          '  url: "https://www.canada.ca/en/lighthouses/free-trade-agreements.html"'),
        R(DUTIES, "", "\n# The end.\n"),
        R(QUESTIONS, "  - question: Do I need", "\n  # Asked most.\n  - question: Do I need"),
        R(CODES, "", "", do=rewritten(CODES, lambda raw: raw.rstrip(b"\n"))),
    ],
    "facts and reviews": [
        R(LAMP, "codes: [K12]", "codes: [K61, K62, K63]",
          more=((CODES, "subject: Lighthouse keeper\n",
          "subject: Lighthouse keeper\n    about: lighthouse-keeper-swap\n"),)),
        R(BREAD, "  offer: no\n", "  offer: depends\n"),
        R(HARBA, "permit_type: employer-specific", "permit_type: employer-specific or open"),
        R(HARBA, "reviewed_on: 2022-05", "reviewed_on: 2022-11-22"),
        R(HARBA, "reviewed_on: 2022-05", "reviewed_on: 2022-11"),
        R(ROPES, "reviewed_on: 2022-05\nreviewed_by: review-desk-one",
          "reviewed_on: 2022-06-01\nreviewed_by: review-desk-two"),
        R(SAIL, "\nreviewed_on: 2022-05",
          "\nchanges:\n  - date: 2022-04-30\n    text: Pupils may come too.\nreviewed_on: 2022-05"),
        R(LAMP, "    outcome: changed\nreviewed_on: 2022-05",
          "    outcome: changed\n  - date: 2022-11-20\n    by: review-desk-one\n    outcome: "
          "confirmed\nreviewed_on: 2022-11-20"),
        R(LAMP, "    outcome: changed\nreviewed_on",
          "    outcome: changed\n  - date: 2022-11-20\n    by: review-desk-one\n    outcome: "
          "wording seen\nreviewed_on"),
        R(HARBA, "order: 10\n", ""),
        R(HARBA, "order: 10\n", "order: 0\n"),
        R(HARBA, "nationals: Bayside and Northport\n", ""),
        R(HARBA,
          "questions:\n  - question: Is BRAHA the same as HARBA?\n    answer: Yes. OLDHA was an "
          "earlier pact, which it replaced.\n    source: craft-pact-agreements\n", ""),
        R(BREAD, "formerly:\n  - bakery-help\n", "formerly:\n  - bakery-help\n  - bread-help\n"),
        R(BREAD, "  - carnivals-and-fairs-misc\n",
          "  - carnivals-and-fairs-misc\n  - sailing-school-season\n"),
        R(BREAD, "how_it_works", "sources:\n  - exemption-codes\nhow_it_works"),
        R(ORCA, "  url: https://www.canada.ca/en/lighthouses/transferees.html",
          "  source: orca-transferees"),
        R(ORCA, "lighthouses/transferees.html", "lighthouses/staff-on-loan.html#codes"),
        R(SETTINGS, "review_interval_months: 12", "review_interval_months: 24"),
        R(SETTINGS, "", "rows_on_home: 5\nmaintainers: [alex-example]\n"),
        R(SETTINGS, "due_soon_days: 60", "due_soon_days: 0"),
        R(PEOPLE, "github: desk-two", "github: ''"),
        R(PEOPLE, "github: desk-two", "github: desk-two\n  left: 2022-10"),
        R(PEOPLE, "",
          "\nreview-desk-three:\n  name: Desk Three\n  title: RISIA\n  licence: R706497\n  "
          "regulator: the CICC\n"),
        R(PEOPLE, "",
          "\na-lawyer:\n  name: Ann Law\n  title: Lawyer\n  licence: P01234\n  regulator: the Law "
          "Society of Ontario\n  github: ann-law\n"),
        R(BARGE, "reviewed_on: 2021-10", "reviewed_on: 2022-10-31"),
        R(BARGE, "  on: 2021-09", "  on: 2021-09-30"),
    ],
    "records added or removed": [
        R(CODES, "  - code: K11\n",
          "  - code: K13\n    subject: Rolls\n    history:\n      standing: not recorded\n\n  - "
          "code: K11\n"),
        R(CODES, "families:\n",
          "families:\n  - first: P90\n    kind: series\n    subject: Fishers\n    history:\n      "
          "standing: not recorded\n\n"),
        R(CODES, "      source: mountain-rescue-team\n",
          "      source: mountain-rescue-team\n      changed_on: 2020-02-29\n      note: It was "
          "new then.\n"),
        R(TERMS, "  - term: SLE\n",
          "  - term: RCIC\n    name: Regulated Canadian Immigration Consultant\n    meaning: Who "
          "may advise for a fee.\n  - term: SLE\n"),
        R(TERMS,
          "  - term: SLE\n    name: Sea and Lake Exchange\n    meaning: Exchanges of sailors and "
          "their pupils.\n", ""),
        R(QUESTIONS, "  - question: How long",
          "  - question: May I bring my dog?\n    answer: Ask the dog.\n    source: "
          "exemption-codes\n  - question: How long"),
        R(STEPS, "  - title: Ask for the permit\n",
          "  - title: Wait\n    text: A letter comes.\n  - title: Ask for the permit\n"),
        R(DUTIES,
          "  - title: Pay what you promised\n    text: What the offer says is what you owe.\n", ""),
        R(COMPARISON, "  - key: speed\n",
          "  - key: family\n    title: May the family come?\n    cells:\n      imp: does not "
          "apply\n      tfwp: no\n    source: exemption-codes\n  - key: speed\n"),
        R(COMPARISON, "imp: No. Nobody asks for one.", "imp: no"),
        R(COMPARISON, "    source: exemption-codes\n", ""),
        R(COMPARISON, "tfwp: varies", "tfwp: Varies from town to town."),
        R(COMPARISON, "imp: not stated by the source", "imp: Not stated, but a week is usual."),
        R(SOURCES, "",
          "\nfees:\n  title: The list of fees\n  url: "
          "https://www.canada.ca/en/lighthouses/fees.html\n  settles: What is paid.\n"),
        R(SOURCES, "lighthouses/exemption-codes.html", "lighthouses/exemption-codes.html#p-codes"),
        R(SOURCES, "https://www.canada.ca/en/lighthouses/exemption-codes.html",
          "https://ircc.canada.ca/english/helpcentre/answer.asp?qnum=17&top=4"),
        R(GROUPS, "",
          "\nby-the-sea:\n  title: By the sea\n  heading: The sea behind it\n  summary: The sea "
          "asks for nothing.\n",
          more=((SAIL, "group: turn-about", "group: by-the-sea"), (ALL,
          '{{ category_cards(group="turn-about") }}',
          '{{ category_cards(group="by-the-sea") }}'))),
        R(FIRM, "links: [permits]", "links: [permits, shop]",
          more=((FIRM, "pages:\n",
          "pages:\n  shop:\n    title: The shop\n    url: https://shop.example/?page=2\n"),)),
        R(FIRM, "links: [permits]\n", ""),
        R(FIRM, '    url: ""\n', "    url: https://lantern.example/water\n"),
        R(FIRM, "    url: https://lantern.example/look\n", '    url: ""\n'),
        R(PEOPLE, "  public_register: https://register.example/licences\n", ""),
        R(FINDER, "      - key: elsewhere\n",
          "      - key: lakes\n        text: A lake\n        next: work-elsewhere\n      - key: "
          "elsewhere\n"),
        R(FINDER, "    help: You can come back and try another.\n", ""),
        R(FINDER,
          "        text: I am not sure\n        categories: [harba, lighthouse-keeper-swap]\n",
          "        text: I am not sure\n        next: job\n"),
        R("data/categories/second-orchard.yml", "", "", do=_second_orchard),
        R("data/categories/beacons.yml", "", "", do=_to_beacons),
        R(FAIR, "", "", do=_ended_fairs),
    ],
    "pages": [
        R(HOME, "[finder](/find.md)", "[finder](/find.md#find-a-route)"),
        R(HOME, "[ORCA](/categories/orca.md)", "[ORCA](categories/orca.md)"),
        R(HOME, "[ORCA](/categories/orca.md)",
          "[ORCA](/categories/orca.md) and [Mobilité](https://www.canada.ca/en/mobilite.html)"),
        R(OFFICE, "before you write.",
          "before you write. Ask [the firm](https://lantern.example/talk)."),
        R(OFFICE, "before you write.",
          "before you write. [Write to us](mailto:desk@lantern.example)."),
        R(OFFICE, "before you write.",
          "before you write. Code {{ code(\"P23\") }} is for boats, {{ code('K10') }} for bread."),
        R(OFFICE, "## The code comes first", "### The code comes first"),
        R(OFFICE, "## The code comes first", "## The code comes first {: #code-first }"),
        R(OFFICE, "\n## The code comes first\n\n", "\n"),
        R(OFFICE, "before you write.\n\n{{", "before you write.\n{{"),
        R(SIDES, "## Side by side\n", "## Side by side\n\nHere they are.\n"),
        R(SIDES, "1.  **Does a code sound like you?**",
          "1.  **Does a code *really* sound like you?**"),
        R(WORDS, "{{ glossary() }}\n", "{{ glossary() }}\n\n## More words\n\nAsk us for others.\n"),
        R(WORDS, "{{ glossary() }}\n", "{{glossary()}}\n"),
        R(ALL, '{{ category_cards(group="turn-about") }}',
          "{{ category_cards('sailing-school-season', \"harba\") }}"),
        R(REGISTER, "## What the words mean", "> A saying.\n\n## What the words mean"),
        R(REGISTER, "**Overdue** means that", "-   **Overdue** means that\n-   **Due** means that"),
        R(LIST, "**In use** means that the list has the code.",
          "1. **In use** means that.\n2. **Changed** means this."),
        R(LIST, "{{ codes_by_code() }}\n",
          "{{ codes_by_code() }}\n\n<!-- Anna likes this table. -->\n"),
        R(FIND, "# Find a route", "# Find “your” route"),
        R(FIND, "Answer a few questions, and", "Answer a few questions  \nand"),
        R("content/added.md", "", "", do=_added_page),
        R("content/tips.md", "", "", do=_tips),
    ],
    "navigation": [
        R(NAV, "  - Glossary: glossary.md\n  - Reviews: reviews.md\n",
          "  - Reviews: reviews.md\n  - Glossary: glossary.md\n"),
        R(NAV, "  - Glossary: glossary.md\n", "  - The words: glossary.md\n"),
        R(NAV, "  - Glossary: glossary.md\n", '  - "Words: A to Z": glossary.md\n'),
        R(NAV, "  - Glossary: glossary.md\n", "  - glossary.md\n"),
        R(NAV, "  - Glossary: glossary.md\n  - Reviews: reviews.md\n",
          "  - More:\n      - Glossary: glossary.md\n      - Reviews: reviews.md\n"),
        R(NAV, "  - Glossary: glossary.md\n",
          "  - Glossary: glossary.md\n  - The firm: https://lantern.example/\n"),
        R(NAV, "  - Glossary: glossary.md\n", "  # The words.\n  - Glossary: glossary.md\n"),
        R(NAV, "  - Glossary: glossary.md\n", "  - Québec & “mots”: glossary.md\n"),
    ],
}
