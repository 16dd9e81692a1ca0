"""What stands in the browser's tab and above a search engine's result: short enough to be read."""

from collections.abc import Iterator

from generator.model.category import Category
from generator.model.site import MOST_OF_TITLE
from generator.pages.article import Article


def window_title(article: Article, listed: str | None, site: str) -> str:
    """Return a page's title with the site's name behind it.

    A title that would be cut off gives way to a shorter one, which begins with the same words.

    Args:
        article: the page.
        listed: what the navigation calls it, where it is there.
        site: the site's name.
    """
    titles = [f"{title} | {site}" for title in _shorter(article, listed)]
    return next((title for title in titles if len(title) <= MOST_OF_TITLE), titles[-1])


def _shorter(article: Article, listed: str | None) -> Iterator[str]:
    yield article.title
    record = article.record
    if isinstance(record, Category):
        codes = ", ".join(record.codes)
        yield f"{record.title}: work permit, {codes}"
        yield f"{record.title}, {codes}"
        yield record.title
    elif listed is not None:
        yield listed
