"""The register of rules: what each guards, how to mend a breach, and an example.

Every problem names a rule of this register. The wording here is for editors, who read it in
messages, from `imp-guide rules` and in the reference.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        id: the name that messages show in brackets.
        guards: what a reader would suffer without it.
        mend: what to do about a breach.
        wrong: what breaks the rule.
        right: the same without the breach.
        whole_file: whether it is about a file as a whole, so that no line of it is to blame.
        waits: whether it waits for the reviewer, so that no editor can settle it alone.
    """

    id: str
    guards: str
    mend: str
    wrong: str
    right: str
    whole_file: bool = False
    waits: bool = False


_READING = (
    Rule(
        "today",
        guards="Every review is judged by one day; a day that cannot be read judges nothing.",
        mend="Set GUIDE_TODAY to a day such as 2027-06-01, or unset it.",
        wrong="GUIDE_TODAY=tomorrow",
        right="GUIDE_TODAY=2027-06-01",
        whole_file=True,
    ),
    Rule(
        "file",
        guards="A file that is missing, or lies elsewhere, would publish what nobody looked at.",
        mend="Put the file itself where the message says.",
        wrong="data/terms.yml is missing",
        right="data/terms.yml is there",
        whole_file=True,
    ),
    Rule(
        "file-name",
        guards="A file that no page reads is a change that readers never see.",
        mend="Rename, move or remove the file as the message says.",
        wrong="data/code.yml",
        right="data/codes.yml",
        whole_file=True,
    ),
    Rule(
        "slug",
        guards="The file's name is the page's address; two pages at one address hide each other.",
        mend="Name the file with small letters, digits and hyphens, as no other is named.",
        wrong="data/categories/Young Professionals.yml",
        right="data/categories/young-professionals.yml",
        whole_file=True,
    ),
    Rule(
        "encoding",
        guards="Accents would reach readers as nonsense.",
        mend="Save the file again with the encoding UTF-8.",
        wrong="a file saved as Latin-1",
        right="the same file saved as UTF-8",
    ),
    Rule(
        "yaml",
        guards="A file that cannot be read leaves its page without facts.",
        mend="Mend the line that the message shows; put doubtful texts in double quotes.",
        wrong="title: CETA: the agreement",
        right='title: "CETA: the agreement"',
    ),
    Rule(
        "merge-marker",
        guards="Readers would see two versions of one text, with a merge’s marks between them.",
        mend="Keep one of the two texts, and remove the lines `<<<<<<<`, `=======` and `>>>>>>>`.",
        wrong="<<<<<<< HEAD\ntitle: CETA\n=======\ntitle: CETA permits\n>>>>>>> main",
        right="title: CETA",
    ),
    Rule(
        "duplicate-key",
        guards="Of two values for one key, one would be lost without a word.",
        mend="Keep one of the two.",
        wrong="title: CETA\ntitle: CETA permits",
        right="title: CETA",
    ),
    Rule(
        "front-matter",
        guards="A page without its head has no review and no notice.",
        mend="Begin the page with its keys between two lines `---`.",
        wrong="# Exemption codes",
        right="---\ntitle: Exemption codes\n---",
    ),
    Rule(
        "schema-line",
        guards="Without it an editing program cannot complete keys or mark a slip as you type.",
        mend="Write the first line that the message shows.",
        wrong="title: CETA",
        right="# yaml-language-server: $schema=../../generator/editing/schemas/category.json\n"
        "title: CETA",
    ),
    Rule(
        "settings",
        guards="A setting that leads elsewhere would publish what nobody checked, let a page ask"
        " another host, or let a build write over what people wrote.",
        mend="Write in mkdocs.yml what the message names.",
        wrong="docs_dir: drafts",
        right="docs_dir: content",
    ),
    Rule(
        "seen-page",
        guards="The watch would keep silent about a change of an official page, or tell one that"
        " never was.",
        mend="Restore the file as the message says: only `imp-guide watch --update` writes it.",
        wrong="data/seen/exemption-codes.txt, changed by hand",
        right="data/seen/exemption-codes.txt, as the watch wrote it",
        whole_file=True,
    ),
)

_KEYS = (
    Rule(
        "missing-key",
        guards="A fact that readers expect would be missing from its page.",
        mend="Write the key that the message names.",
        wrong="title: CETA",
        right="title: CETA\nfits: European Union nationals",
    ),
    Rule(
        "unknown-key",
        guards="A misspelt key is a fact that readers never see.",
        mend="Spell the key as the message suggests.",
        wrong="permit_typ: open",
        right="permit_type: open",
    ),
    Rule(
        "value",
        guards="A value that means nothing would be shown as a fact.",
        mend="Write one of the values that the message allows.",
        wrong="permit_type: closed",
        right="permit_type: employer-specific",
    ),
)

_TEXTS = (
    Rule(
        "text",
        guards="Readers would see what was never meant for them: a placeholder, a tag, a broken"
        " sign, or the help text of a key.",
        mend="Write the words that readers should see, as the message says.",
        wrong="fits: TODO **European&nbsp;Union** nationals",
        right="fits: European Union nationals",
    ),
)

_REVIEWS = (
    Rule(
        "review-date",
        guards="Readers could not tell when the facts were last checked.",
        mend="Have the facts checked; the reviewer then writes the month or the day of the check.",
        wrong="reviewed_on: May 2026",
        right="reviewed_on: <the month as YYYY-MM, or the day as YYYY-MM-DD>",
    ),
    Rule(
        "reviewer",
        guards="Facts would stand without anybody answering for them.",
        mend="Name whoever really made the review, by the key in data/reviewers.yml, and keep there"
        " who has left.",
        wrong="reviewed_by: nobody-known",
        right="reviewed_by: <a key of data/reviewers.yml>",
    ),
    Rule(
        "verify-notice",
        guards="Readers would not be told what to confirm, or would be sent to the wrong place.",
        mend="Write `verify:` with `notice:` and `source:`, a key of data/sources.yml; or, for a"
        " page that is not there, `url:`, an https address on canada.ca.",
        wrong="verify:\n  notice: Fees change each year.",
        right="verify:\n  notice: Fees change each year.\n  source: exemption-codes",
    ),
    Rule(
        "official-link",
        guards="A source that is not the Government of Canada's proves nothing.",
        mend="Copy the address of the official page.",
        wrong="url: http://canada.example/codes",
        right="url: https://www.canada.ca/en/immigration-refugees-citizenship.html",
    ),
    Rule(
        "review-due-soon",
        guards="A review that nobody plans is soon overdue.",
        mend="Ask the reviewer to look at the facts before the day that the message names.",
        wrong="a review that counts for another week",
        right="a review that counts for another half year",
    ),
    Rule(
        "review-overdue",
        guards="Facts that nobody checked for long may have become wrong.",
        mend="Have the facts checked, mend them, then let the reviewer record the new review.",
        wrong="a review of more than twelve months ago",
        right="a review of this year",
    ),
    Rule(
        "review-problem",
        guards="The reviewer found a fact wrong, and readers still see it.",
        mend="Mend the facts, then have them reviewed again.",
        wrong="reviews:\n  - outcome: problem found   # the newest",
        right="reviews:\n  - outcome: problem found\n  - outcome: changed   # once it is mended",
    ),
    Rule(
        "unreviewed-change",
        guards="Readers would see the reviewer's name under facts that the reviewer never saw.",
        mend="Have the changed facts checked; the reviewer records the review.",
        wrong="permit_type: open\nreviewed_on: <as before the change>",
        right="permit_type: open\nreviewed_on: <the day of the check>",
        waits=True,
    ),
    Rule(
        "unseen-wording",
        guards="Readers would see the reviewer's name under sentences that the reviewer never saw.",
        mend="Have the reviewer look at the sentences: `imp-guide review … --wording` records that,"
        " and renews no date.",
        wrong="summary: <another sentence than at the last review>",
        right="reviews:\n  - outcome: wording seen   # with the day and the reviewer",
        waits=True,
    ),
    Rule(
        "review-record",
        guards="A past review would say what never happened.",
        mend="Restore what was recorded, and add what is new below it.",
        wrong="reviewed_by: <another name under the same date>",
        right="reviewed_by: <another name, with the date of that person's own check>",
    ),
    Rule(
        "change-note",
        guards="Somebody who read the page before would not learn that their route has changed.",
        mend="Add an item with `date` and `text` to `changes`, in a reader's words.",
        wrong="changes:\n  - date: next year\n    text: The permit is open now.",
        right="changes:\n  - date: <when it changed>\n    text: The permit is open now.",
    ),
)

_NAMES = (
    Rule(
        "same-fact",
        guards="Two places would tell readers two things: the new fact, and the old one.",
        mend="Look at the places that the message lists, and change those that no longer hold.",
        wrong="permit_type: open\nsummary: The permit names one employer.",
        right="permit_type: open\nsummary: The permit names no employer.",
    ),
    Rule(
        "unknown-code",
        guards="A reader could apply under a code that nobody recorded.",
        mend="Correct the code, or add it to data/codes.yml.",
        wrong="codes: [T23, T99]",
        right="codes: [T23, T22]",
    ),
    Rule(
        "repeated-code",
        guards="A code that is listed twice hides the one that was meant.",
        mend="Remove the repetition.",
        wrong="codes: [T23, T23]",
        right="codes: [T23, T22]",
    ),
    Rule(
        "code-spelling",
        guards="A code that is misspelt is found by nobody who looks for it.",
        mend="Write the code as the message shows.",
        wrong="Code C1O is for work of benefit.",
        right="Code C10 is for work of benefit.",
    ),
    Rule(
        "superseded-code",
        guards="Readers may be asked for the newer code.",
        mend="Ask the reviewer whether the category should name the newer code.",
        wrong="codes: [C12]   # IRCC names C61, C62 and C63 now",
        right="codes: [C16]",
    ),
    Rule(
        "unlisted-code",
        guards="Who looks the code up would find no category, and no newer code.",
        mend="Name the category that it belonged to under `about`, if there is one.",
        wrong="- code: C12   # which no category lists any more",
        right="- code: C12\n  about: intra-company-transfer",
    ),
    Rule(
        "unknown-name",
        guards="A link or a label would lead nowhere.",
        mend="Use a name that exists, as the message suggests.",
        wrong="group: treaty",
        right="group: international-agreement",
    ),
    Rule(
        "repeated-name",
        guards="Two records of one name cannot be told apart.",
        mend="Give one of them another name.",
        wrong="related:\n  - cusma\n  - cusma",
        right="related:\n  - cusma",
    ),
    Rule(
        "comparison-cell",
        guards="An empty cell reads as no.",
        mend="Fill the cell for each programme.",
        wrong="cells:\n  imp: No. The role is exempt.",
        right="cells:\n  imp: No. The role is exempt.\n  tfwp: Yes, before the application.",
    ),
    Rule(
        "finder-path",
        guards="Readers of the finder would be led in a circle, nowhere, or past their category.",
        mend="Lead each answer to one thing, and some answer to each question and category.",
        wrong="- key: europe\n  text: A European Union country",
        right="- key: europe\n  text: A European Union country\n  next: work-europe",
    ),
)

_PAGES = (
    Rule(
        "component",
        guards="A table or a notice would be missing from the page.",
        mend="Correct the call, or add it.",
        wrong="{{ verify_notce() }}",
        right="{{ verify_notice() }}",
    ),
    Rule(
        "markdown",
        guards="Readers would see the signs of Markdown in place of a link, a list or a table.",
        mend="Write it as the message says; put signs that readers should see in `…`.",
        wrong="[the codes] (/codes.md)",
        right="[the codes](/codes.md)",
    ),
    Rule(
        "active-content",
        guards="A page could act, hide what it has to show, or send readers somewhere else.",
        mend="Write text, links to https addresses, and pictures of content/, and nothing else.",
        wrong='<iframe src="https://video.example/1"></iframe>',
        right="[A video](https://video.example/1)",
    ),
    Rule(
        "section",
        guards="Readers would find a heading with nothing under it, or be led to the wrong one.",
        mend="Give each heading its own words, its level, and something under it.",
        wrong="## After the permit\n\n## Open work permits",
        right='## After the permit\n\n{{ obligations("after") }}\n\n## Open work permits',
    ),
    Rule(
        "link-words",
        guards="Who goes from link to link, or hears them, would not learn where one leads.",
        mend="Let the words of the link say what is there.",
        wrong="The codes are [here](/codes.md).",
        right="Look at [the codes](/codes.md).",
    ),
    Rule(
        "template",
        guards="A page could not be made at all.",
        mend="Mend the template at the line that the message shows.",
        wrong="{% for point in category.who %}",
        right="{% for point in category.who %} … {% endfor %}",
    ),
    Rule(
        "navigation",
        guards="A page to which no menu leads is a page that nobody finds.",
        mend="Name each page of content/ once below `nav:` in mkdocs.yml.",
        wrong="content/added.md, of which mkdocs.yml says nothing",
        right="nav:\n  - Added: added.md",
        whole_file=True,
    ),
    Rule(
        "missing-page",
        guards="An address that readers keep would answer: not found.",
        mend="Restore the page, name its old address in `formerly`, or say with `ended` that the"
        " category has ended.",
        wrong="content/codes.md is missing",
        right="content/codes.md is there",
        whole_file=True,
    ),
    Rule(
        "unknown-page",
        guards="A page that no record knows carries no review.",
        mend="Remove the page, or make it a page of content/.",
        wrong="site/draft/index.html, copied there by hand",
        right="content/draft.md, with its review and notice",
        whole_file=True,
    ),
    Rule(
        "shown-review",
        guards="The page states facts but does not show when they were checked.",
        mend="Put the review back into the template or the page.",
        wrong="a built page without its review date",
        right="Reviewed May 2026 by Nicola Wightman",
        whole_file=True,
    ),
    Rule(
        "shown-notice",
        guards="The page states facts but does not tell readers what to confirm.",
        mend="Put the notice back into the template or the page.",
        wrong="a built page without its notice",
        right="Verify before you rely on this. Check it on canada.ca",
        whole_file=True,
    ),
    Rule(
        "shown-foot",
        guards="On every page a licensed firm names its licence and says what it cannot promise.",
        mend="Put it back into overrides/partials/footer.html.",
        wrong="a built page whose foot names no licence",
        right="Nicola Wightman, RCIC, licence R706497",
        whole_file=True,
    ),
    Rule(
        "broken-file",
        guards="Feeds, calendars, tables and data for search engines would stop for all readers.",
        mend="Look for the text that brought a sign or a line into the file that cannot be there.",
        wrong="changes.xml with the sign U+FFFE in it",
        right="changes.xml as every feed reader takes it",
        whole_file=True,
    ),
    Rule(
        "lost-file",
        guards="A site that lost a file on its way shows half of itself, or facts of before.",
        mend="Build the site again, and publish the whole folder.",
        wrong="a site whose SHA256SUMS names assets/guide.css, which is not there",
        right="a site in which each file is there as SHA256SUMS has it",
        whole_file=True,
    ),
    Rule(
        "shown-facts",
        guards="A page or a table lost facts that readers rely on.",
        mend="Put the component back into the template or the page.",
        wrong="a built table without the row of CETA",
        right="a built table with a row for each category",
        whole_file=True,
    ),
)

CHAPTERS = {
    "Files and YAML": _READING,
    "Keys and values": (*_KEYS, *_TEXTS),
    "Reviews, notices and changes": _REVIEWS,
    "Codes and names": _NAMES,
    "Pages": _PAGES,
}
"""The rules as an editor looks them up."""

RULES = {rule.id: rule for rules in CHAPTERS.values() for rule in rules}
"""Every rule by its id."""
