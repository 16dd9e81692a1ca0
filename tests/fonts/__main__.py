"""Makes the fonts again from the packages that npm fetched: see `make fonts`.

Each is cut down to `SIGNS` and to the weights that the guide uses, and written with its licence
into overrides/assets/fonts.
"""

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from tests.fonts.signs import DRAWN_AS, SIGNS

PACKAGES = Path(__file__).parent / "node_modules" / "@fontsource-variable"
TARGET = Path(__file__).resolve().parents[2] / "overrides" / "assets" / "fonts"


@dataclass(frozen=True, slots=True)
class Cut:
    """What is kept of a font.

    Attributes:
        name: the font's, in lower case, as package and file have it.
        weight: one weight, or the lightest and the heaviest.
        features: what it can do besides placing one sign after the other.
    """

    name: str
    weight: float | tuple[float, float]
    features: Sequence[str]


# Headings have one weight. Codes and dates in tables stand below each other: their digits are as
# wide as one another (`tnum`).
CUTS = (
    Cut("inter", (400, 700), ("kern", "mark", "ccmp", "locl", "tnum")),
    Cut("jost", 600, ("kern", "mark", "ccmp", "locl")),
)


def cut(font: Cut) -> Path:
    """Write one font, and return its file."""
    package = PACKAGES / font.name
    made = TTFont(package / "files" / f"{font.name}-latin-wght-normal.woff2")
    for table in made["cmap"].tables:
        if table.isUnicode():
            table.cmap |= {
                ord(sign): table.cmap[ord(like)]
                for sign, like in DRAWN_AS.items()
                if ord(like) in table.cmap
            }
    made = _again(instantiateVariableFont(made, {"wght": font.weight}))
    options = Options(layout_features=list(font.features), hinting=False, notdef_outline=True)
    options.name_IDs = [0, 1, 2, 13, 14]  # whose it is, and under which licence
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=map(ord, SIGNS))
    subsetter.subset(made)
    made.flavor = "woff2"
    file = TARGET / f"{font.name}.woff2"
    made.save(file)
    shutil.copyfile(package / "LICENSE", TARGET / f"{font.name}-OFL.txt")
    return file


def _again(font: TTFont) -> TTFont:
    """Return a font as a file would have it: what was left out of it in memory is whole there."""
    font.flavor = None
    file = BytesIO()
    font.save(file)
    return TTFont(BytesIO(file.getvalue()))


def main() -> None:
    """Write every font, and say how large it is."""
    for font in CUTS:
        file = cut(font)
        sys.stdout.write(f"{file.name}: {file.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()
