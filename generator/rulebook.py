"""The register of rules: what each guards, how to mend a breach, and an example.

Every problem names a rule of this register. The wording here is for editors.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        id: the name that messages show in brackets.
        guards: what a reader would suffer without it.
        mend: what to do about a breach.
    """

    id: str
    guards: str
    mend: str


_RULES = (
    Rule(
        "today",
        "Every review is judged by one day; a day that cannot be read judges nothing.",
        "Set GUIDE_TODAY to a day such as 2027-06-01, or unset it.",
    ),
    Rule(
        "file",
        "A file that is missing, or lies elsewhere, would publish something nobody looked at.",
        "Put the file itself where the message says.",
    ),
    Rule(
        "file-name",
        "A file that no page reads is a change that readers never see.",
        "Use one of the names that the message lists.",
    ),
    Rule(
        "slug",
        "The file's name is the page's address; two pages at one address hide each other.",
        "Name the file with small letters, digits and hyphens, as in francophone-mobility.yml.",
    ),
    Rule(
        "encoding",
        "Accents would reach readers as nonsense.",
        "Save the file again with the encoding UTF-8.",
    ),
    Rule(
        "yaml",
        "A file that cannot be read leaves its page without facts.",
        "Mend the line that the message shows; put doubtful texts in double quotes.",
    ),
    Rule(
        "duplicate-key",
        "Of two values for one key, one would be lost without a word.",
        "Keep one of the two.",
    ),
    Rule(
        "front-matter",
        "A page without its head has no review and no notice.",
        "Begin the page with the keys between two lines `---`.",
    ),
    Rule(
        "missing-key",
        "A fact that readers expect would be missing from its page.",
        "Write the key that the message names.",
    ),
    Rule(
        "unknown-key",
        "A misspelt key is a fact that readers never see.",
        "Spell the key as the message suggests.",
    ),
    Rule(
        "value",
        "A value that means nothing would be shown as a fact.",
        "Write one of the values that the message allows.",
    ),
    Rule(
        "review-date",
        "Readers could not tell when the facts were last checked.",
        "Have the facts checked, then write the month (2026-05) or the day (2026-05-14).",
    ),
    Rule(
        "reviewer",
        "Facts would stand without anybody answering for them.",
        "Write a key of data/reviewers.yml.",
    ),
    Rule(
        "verify-notice",
        "Readers would not be told what to confirm, or would be sent to the wrong place.",
        "Write `verify:` with `notice:` and `url:`, an https address on canada.ca.",
    ),
    Rule(
        "official-link",
        "A source that is not the Government of Canada's proves nothing.",
        "Copy the address of the official page.",
    ),
    Rule(
        "review-overdue",
        "Facts that nobody checked for long may have become wrong.",
        "Have the facts checked, mend them, then write the new date.",
    ),
    Rule(
        "unknown-code",
        "A reader could apply under a code that nobody recorded.",
        "Correct the code, or add it to data/codes.yml.",
    ),
    Rule(
        "repeated-code",
        "A code that is listed twice hides the one that was meant.",
        "Remove the repetition.",
    ),
    Rule(
        "superseded-code",
        "Readers may be asked for the newer code.",
        "Ask the reviewer whether the category should name the newer code.",
    ),
    Rule(
        "unknown-name",
        "A link or a label would lead nowhere.",
        "Use a name that exists, as the message suggests.",
    ),
    Rule(
        "repeated-name",
        "Two records of one name cannot be told apart.",
        "Give one of them another name.",
    ),
    Rule(
        "comparison-cell",
        "An empty cell reads as no.",
        "Fill the cell for each programme.",
    ),
    Rule(
        "component",
        "A table or a notice would be missing from the page.",
        "Correct the call, or add it.",
    ),
    Rule(
        "template",
        "A page could not be made at all.",
        "Mend the template at the line that the message shows.",
    ),
    Rule(
        "missing-page",
        "An address that readers keep would answer: not found.",
        "Restore the page, or take it out of the settings that leave it out.",
    ),
    Rule(
        "unknown-page",
        "A page that no record knows carries no review.",
        "Remove the page, or make it a page of content/.",
    ),
    Rule(
        "shown-review",
        "The page states facts but does not show when they were checked.",
        "Put the review back into the template or the page.",
    ),
    Rule(
        "shown-notice",
        "The page states facts but does not tell readers what to confirm.",
        "Put the notice back into the template or the page.",
    ),
    Rule(
        "shown-facts",
        "A table lost rows that readers rely on.",
        "Put the component back into the template or the page.",
    ),
)

RULES = {rule.id: rule for rule in _RULES}
"""Every rule by its id."""
