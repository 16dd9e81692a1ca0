"""The corpus of slips: what editors get wrong in every file, and what they rightly do."""

from tests.slips import (
    addresses,
    branches,
    codes,
    comparison,
    elsewhere,
    files,
    finder,
    names,
    navigation,
    pages,
    reviews,
    sound,
    texts,
    yaml_layout,
)
from tests.slips.cases import Case, Table

_MODULES: dict[str, Table] = {
    "texts": texts.TABLE,
    "layout": yaml_layout.TABLE,
    "names": names.TABLE,
    "addresses": addresses.TABLE,
    "codes": codes.TABLE,
    "finder": finder.TABLE,
    "comparison": comparison.TABLE,
    "reviews": reviews.TABLE,
    "pages": pages.TABLE,
    "files": files.TABLE,
    "navigation": navigation.TABLE,
    "elsewhere": elsewhere.TABLE,
    "branches": branches.TABLE,
    "sound": sound.TABLE,
}

CASES: dict[str, Case] = {
    f"{module}: {kind} / {number}": case
    for module, table in _MODULES.items()
    for kind, cases in table.items()
    for number, case in enumerate(cases, 1)
}
"""Every case by its module, kind and number."""
