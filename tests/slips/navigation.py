"""Slips in the navigation, below `nav:` in mkdocs.yml."""

from tests.slips.cases import (
    NAV,
    WORDS,
    Slip,
    Table,
    renamed,
)

S = Slip

# fmt: off
TABLE: Table = {
    "navigation": [
        S(NAV, "glossary.md", "glosary.md", "glossary.md"),
        S(NAV, "glossary.md", "glossary", "glossary.md"),
        S(NAV, "glossary.md", "Glossary.md", "glossary.md"),
        S(NAV, "glossary.md", "content/glossary.md", "glossary.md"),
        S(NAV, "glossary.md", "/glossary.md", "glossary.md"),
        S(NAV, "glossary.md", "glossary.html", "glossary.md"),
        S(NAV, "employers.md", "employer.md", "employers.md"),
        S(NAV, "  - Glossary: glossary.md\n", "", "glossary.md;nav", where=(WORDS, NAV), at=None),
        S(NAV, "  - Glossary: glossary.md\n", "  - Glossary: glossary.md\n  - Words: glossary.md\n",
          "glossary.md;twice|again|already|once", at=(0, -1)),
        S(NAV, "  - Glossary: glossary.md\n", "  - Glossary:\n", "glossary.md|page|Glossary",
          at=None),
        S(NAV, "  - Glossary: glossary.md\n", "  - Glossary glossary.md\n", "colon|glossary.md",
          at=None),
        S(NAV, "  - Glossary: glossary.md\n", "  - Glossary:glossary.md\n",
          "colon|space|glossary.md", at=None),
        S(NAV, "  - Glossary: glossary.md\n", "  Glossary: glossary.md\n", "- |nav", at=None),
        S(NAV, "  - Glossary: glossary.md\n", "   - Glossary: glossary.md\n",
          "spaces|column|- |nav", at=(0, -1, 1)),
        S(NAV, "  - Glossary: glossary.md\n", "  - Glossary: codes.md\n",
          "codes.md|glossary.md;twice|again|already|once|nav", where=(NAV, WORDS), at=None, most=2),
        S(NAV, "  - Glossary: glossary.md\n", "\t- Glossary: glossary.md\n", "tab", at=(0,)),
        S(NAV, "\nnav:\n", "\nnavigation:\n", "nav", at=None),
        S(NAV, "Find a route: find.md", "Find: a route: find.md", "quotes|colon", at=(0,)),
        S(NAV, "", "", "glossary.md|words.md", at=None, where=(NAV, WORDS, "content/words.md"),
          do=renamed(WORDS, "content/words.md")),
        S(NAV, "  - Glossary: glossary.md\n", "  * Glossary: glossary.md\n", "- ;*"),
        S(NAV, "  - Glossary: glossary.md\n", "  - Glossary; glossary.md\n",
          "Glossary: glossary.md"),
        S(NAV, "  - Glossary: glossary.md\n", "  - glossary.md: Glossary\n",
          "Glossary: glossary.md"),
        S(NAV, "  - Glossary: glossary.md\n", "  - More:\n    Glossary: glossary.md\n",
          "- ;Glossary", at=(0, 1)),
        S(NAV, "  - Glossary: glossary.md\n", "  - Exemption codes: glossary.md\n",
          "Exemption codes;name"),
        S(NAV, "  - Glossary: glossary.md\n", "  - Glossary (TBD): glossary.md\n", "TBD;remove"),
        S(NAV, "  - Glossary: glossary.md\n",
          "  - Glossary: glossary.md\n  - List: www.canada.ca/list\n",
          "https://www.canada.ca/list", at=(0,)),
        S(NAV, "  - Glossary: glossary.md\n",
          "  - Glossary: glossary.md\n  - List: http://www.canada.ca/list\n", "https", at=(0,)),
    ],
}
