"""Addresses as other programs need them: whole where the site's own is known."""

from dataclasses import dataclass

from generator.model.layout import PREVIEWS


@dataclass(frozen=True, slots=True)
class Addresses:
    """Turns what readers see in the address bar into what a program can fetch.

    Attributes:
        site: the address of the site with a slash at its end; empty while it is not known.
    """

    site: str = ""

    def of(self, address: str) -> str:
        """Return an address below the site, such as ``/codes/``, whole where that is possible."""
        return f"{self.site}{address.removeprefix('/')}" if self.site else address

    @property
    def home(self) -> str:
        """The site's own address."""
        return self.of("/")


def preview_path(uri: str) -> str:
    """Return where the picture of a page lies, below the site."""
    return f"{PREVIEWS}/{uri.removesuffix('.md')}.png"
