"""A route with the category that it leads into: its name, its title and its address."""

from typing import NamedTuple

from generator.model.category import Category
from generator.model.layout import address_of, category_uri
from generator.model.route import Route


class CategoryRoute(NamedTuple):
    """A route as one of all routes.

    Attributes:
        slug: the category's.
        category: the category.
        route: the route itself.
    """

    slug: str
    category: Category
    route: Route

    @property
    def name(self) -> str:
        """The name that no other route has: ``cusma/professionals``."""
        return f"{self.slug}/{self.route.key}"

    @property
    def title(self) -> str:
        """What it is called among others: ``CUSMA (USMCA): Professionals``."""
        return f"{self.category.title}: {self.route.title}"

    @property
    def uri(self) -> str:
        """The page that shows it: ``categories/cusma.md``."""
        return category_uri(self.slug)

    @property
    def anchor(self) -> str:
        """Where on that page it is: ``professionals``."""
        return self.route.key

    @property
    def link(self) -> str:
        """The link to it as content/ and the templates write it."""
        return f"/{self.uri}#{self.anchor}"

    @property
    def address(self) -> str:
        """Where readers find it: ``/categories/cusma/#professionals``."""
        return f"{address_of(self.uri)}#{self.anchor}"
