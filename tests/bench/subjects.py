"""What is measured, each in a folder of its own with the same records: us, a peer, raw work.

The peer is there twice: as mkdocs-gen-files comes, and lean, with its categories kept out of the
navigation as ours are.
"""

import os
import re
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from tests.bench.records import multiply
from tests.project import ROOT, TODAY, Project

Name = Literal["this project", "gen-files", "gen-files lean", "raw work"]

US: Name = "this project"
PEER: Name = "gen-files"
LEAN: Name = "gen-files lean"
RAW: Name = "raw work"

_PEER = Path(__file__).parent / "peer"
_NAV = re.compile(r"^(?:nav|not_in_nav):.*\n(?:  .*\n)+", re.MULTILINE)
_MKDOCS = (sys.executable, "-m", "mkdocs")


@dataclass(frozen=True, slots=True)
class Subject:
    """One way to do the job.

    Attributes:
        name: what tables call it.
        folder: where it works; its records are in data/ there.
        slugs: the categories.
        job: the command that does the whole job once.
    """

    name: Name
    folder: Path
    slugs: list[str]
    job: tuple[str, ...] = field(default=(*_MKDOCS, "build", "--strict", "--quiet"))

    @property
    def site(self) -> Path:
        """Where a build writes."""
        return self.folder / "site"

    def page(self, slug: str) -> Path:
        """Return the built guide page of a category."""
        return self.site / "categories" / slug / "index.html"

    def record(self, slug: str) -> Path:
        """Return the file of a category."""
        return self.folder / "data" / "categories" / f"{slug}.yml"

    def serve(self, address: str) -> tuple[str, ...]:
        """Return the command that previews it at an address."""
        return (*_MKDOCS, "serve", "--quiet", "--dev-addr", address)

    def environ(self) -> dict[str, str]:
        """Return the environment of its processes: a day that stays, and nothing of this machine.

        What a preview leaves behind when it is ended goes away with the folder.
        """
        temporary = self.folder / "tmp"
        temporary.mkdir(exist_ok=True)
        return os.environ | {
            "GUIDE_TODAY": TODAY.isoformat(),
            "GUIDE_SITE_URL": "",
            "GUIDE_REPO_URL": "",
            "NO_MKDOCS_2_WARNING": "1",  # Material's
            "DISABLE_MKDOCS_2_WARNING": "true",  # that of mkdocs-gen-files
            "PYTHONPATH": str(ROOT),
            "TMPDIR": str(temporary),
        }


def subjects(folder: Path, size: int) -> tuple[Subject, ...]:
    """Make every subject with a number of records below a folder."""
    ours, peer, lean, raw = (folder / name for name in ("ours", "peer", "lean", "raw"))
    slugs = multiply(Project(ours), size)
    for other in (peer, lean, raw):
        shutil.copytree(_PEER, other, ignore=shutil.ignore_patterns("__*"))
        shutil.copytree(ours / "data", other / "data")
        (other / "docs").mkdir()  # MkDocs wants the folder, although every page is generated
    # As it comes, MkDocs puts every page into the navigation, and the navigation into every page.
    settings = peer / "mkdocs.yml"
    settings.write_text(_NAV.sub("", settings.read_text(encoding="utf-8")), encoding="utf-8")
    return (
        Subject(US, ours, slugs),
        Subject(PEER, peer, slugs),
        Subject(LEAN, lean, slugs),
        Subject(RAW, raw, slugs, (sys.executable, "-m", "tests.bench.raw")),
    )
