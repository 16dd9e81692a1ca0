"""Articles as MkDocs has pages: nothing is left for it to read, convert or look through."""

from collections.abc import Iterable
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.engine.search_words import typed_words
from generator.engine.window_title import window_title
from generator.pages.article import Article, Heading


class ArticlePage(Page):
    """A page whose content is finished.

    Attributes:
        article: the content, with all that is known of it.
        kept: in a preview, the finished page of the last build, where it would be the same now.
    """

    def __init__(self, article: Article, file: File, config: MkDocsConfig) -> None:
        self._listed = _title_in(config.nav or [], file.src_uri)
        super().__init__(self._listed, file, config)
        self.article = article
        self.kept: str | None = None
        if article.record is not None:
            # A sitemap wants a day, and a month has none: it is the first.
            self.update_date = article.record.reviewed_on.first.isoformat()

    def read_source(self, config: MkDocsConfig) -> None:
        """Fill in what the theme prints as it is, made safe to print."""
        self.markdown = ""
        article = self.article
        self.meta = {
            "title": escape(article.title),
            "window_title": escape(window_title(article, self._listed, config.site_name)),
            "description": escape(article.description),
        }
        if article.record is not None:
            self.meta["reviewed_on"] = article.record.reviewed_on.iso
        # Its sections are put into the search without the theme parsing the page again.
        self.meta["search"] = {"exclude": True}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Hand the content over. Its links and anchors are checked already."""
        del config, files
        self.content = self.article.html
        self.toc = _contents(self.article.contents)


def search_entries(pages: Iterable[ArticlePage]) -> list[dict[str, Any]]:
    """Return what the theme's search knows of pages, an entry for each section.

    What readers type otherwise stands apart, as nobody is to see it: the keys are those of
    ``fields`` in mkdocs.yml.
    """
    found = []
    for page in pages:
        for section in page.article.sections:
            anchor = f"#{section.id}" if section.id else ""
            location = f"{page.url.removeprefix('./')}{anchor}"
            entry: dict[str, Any] = {
                "location": location,
                "title": section.title,
                "text": section.text,
            }
            for key in ("title", "text"):
                if words := typed_words(entry[key]):
                    entry[f"typed_{key}"] = words
            if page.article.weight != 1:
                entry["boost"] = page.article.weight
            found.append(entry)
    return found


def fill_search(config: MkDocsConfig, files: Files) -> None:
    """Give the search its entries, in the order of the pages."""
    search = config.plugins.get("material/search") or config.plugins.get("search")
    index = getattr(search, "search_index", None)
    if index is not None:
        pages = (file.page for file in files.documentation_pages())
        index.entries = search_entries(p for p in pages if isinstance(p, ArticlePage))


def _contents(headings: Iterable[Heading]) -> TableOfContents:
    """Nest headings: one of the third level stands below the second-level one before it."""
    top: list[AnchorLink] = []
    for heading in headings:
        link = AnchorLink(escape(heading.text), heading.id, heading.level)
        above = top[-1].children if top and heading.level > top[-1].level else top
        above.append(link)
    return TableOfContents(top)


def _title_in(nav: Any, uri: str) -> str | None:
    """Return the title that the navigation gives to a page."""
    for item in nav:
        if not isinstance(item, dict):
            continue
        for title, below in item.items():
            if below == uri:
                return str(title)
            if isinstance(below, list) and (found := _title_in(below, uri)) is not None:
                return found
    return None
