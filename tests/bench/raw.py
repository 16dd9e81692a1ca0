"""The raw work: libyaml reads the records, Jinja renders the peer's pages, nothing else.

It runs in a copy of the peer's folder, in a process of its own. Nothing is converted to HTML and
nothing is written: it is a floor to look up from, and no builder.
"""

import sys
from pathlib import Path

from tests.bench.peer.gen_pages import pages, read


def main() -> int:
    """Do the work once; succeed if there is a page for each category."""
    guide = read(Path("data"))
    made = {path for path, _text in pages(guide, Path("templates"))}
    return 0 if made.issuperset(f"categories/{slug}.md" for slug in guide["categories"]) else 1


if __name__ == "__main__":
    sys.exit(main())
