"""A page as the site engine needs it: Markdown, a head, and what it must show once built."""

import re
from dataclasses import dataclass

import yaml

from generator.inspection.expected import ExpectedPage
from generator.model.category import Question
from generator.model.layout import address_of
from generator.model.review import Reviewed

# A caption, its attributes, and the rows that follow: what `markdown_tables` makes a table of.
_TABLE = re.compile(
    r"^\*\*(?P<title>.+?)\.?\*\*[^\n]*\n\{: \.guide-caption [^\n]*\}\n\n(?P<rows>(?:\|[^\n]*\n?)+)",
    re.MULTILINE,
)

# The dumper in C, where PyYAML has it, does the same in a tenth of the time.
_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site.

    Attributes:
        uri: its Markdown file below content/, real or generated, as in ``categories/cusma.md``.
        source: the file that people edit for it, relative to the project's folder.
        title: its title in the browser and in search results.
        description: one or two sentences for search results.
        markdown: its text.
        record: its review and notice; None for a page of the preview that could not be made.
        expected: what the built page must show; None as above.
        weight: how much a hit on it counts in the search.
        questions: those that it shows, with their answers.
        parent: the URI of the page above it, where it is not in the navigation.
    """

    uri: str
    source: str
    title: str
    description: str
    markdown: str
    record: Reviewed | None = None
    expected: ExpectedPage | None = None
    weight: int = 1
    questions: tuple[Question, ...] = ()
    parent: str | None = None

    @property
    def address(self) -> str:
        """Where readers find it, as in ``/categories/cusma/``."""
        return address_of(self.uri)

    def tables(self) -> dict[str, str]:
        """Return the Markdown of each table by the title in its caption."""
        return {found["title"]: found["rows"] for found in _TABLE.finditer(self.markdown)}

    def text(self) -> str:
        """Return the page as a Markdown file with front matter."""
        head: dict[str, object] = {"title": self.title, "description": self.description}
        if self.record is not None:
            head["reviewed_on"] = self.record.reviewed_on.iso
        if self.weight != 1:
            head["search"] = {"boost": self.weight}
        dumped = yaml.dump(head, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)
        return f"---\n{dumped}---\n\n{self.markdown}"
