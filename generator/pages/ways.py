"""Where the finder leads: to a route of a category, or to a category as a whole."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.category import Category
from generator.model.category_route import CategoryRoute
from generator.model.guide import Guide
from generator.model.layout import category_uri
from generator.model.route import Route


@dataclass(frozen=True, slots=True)
class Way:
    """What may fit a reader.

    Attributes:
        slug: the category's.
        category: the category.
        route: the route; None where the whole category is meant.
    """

    slug: str
    category: Category
    route: Route | None = None

    @property
    def title(self) -> str:
        """What it is called among others: ``CUSMA (USMCA): Professionals``."""
        found = self._one_of_all
        return found.title if found else self.category.title

    @property
    def link(self) -> str:
        """Where readers find it, as content/ links to it."""
        found = self._one_of_all
        return found.link if found else f"/{category_uri(self.slug)}"

    @property
    def _one_of_all(self) -> CategoryRoute | None:
        return CategoryRoute(self.slug, self.category, self.route) if self.route else None


def ways_to(guide: Guide, names: Iterable[str]) -> list[Way]:
    """Return what names of the finder stand for; those that cannot be read now are left out.

    Args:
        guide: the guide.
        names: slugs of categories, and routes as ``cusma/professionals``.
    """
    found = []
    for name in names:
        slug, _, key = name.partition("/")
        if (category := guide.categories.get(slug)) is None:
            continue
        route = next((route for route in category.routes if route.key == key), None)
        if route or not key:
            found.append(Way(slug, category, route))
    return found
