"""Helping an editor who wrote a name that does not exist."""

import difflib
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping

from generator.model.records import Records
from generator.model.slips.misspelt import Shared, Uses, shared
from generator.model.titles import meant, titles
from generator.problems.problem import Place, Problem

_SAME_DIGIT = str.maketrans("OolIi|", "001111")
_CODE_LETTERS = str.maketrans("АВЕКМНОРСТХАΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEKMHOPCTXABEZHIKMNOPTYX")
_ALMOST_CODE = re.compile(r"(?<![A-Za-z0-9])([A-Za-z])[ -]?([0-9OoIil|]{2})(?![A-Za-z0-9|])")
_FAMILIES = {
    "series": re.compile(r"\bseries\b", re.IGNORECASE),
    "and above": re.compile(r"\+|\b(?:above|higher|later|up|upwards?)\b", re.IGNORECASE),
}
_FEW = 12
_RENAMED = {"group", "source", "column"}
"""Of which the only one that nobody names is the one that is meant, however unlike it is."""


def code_hint(code: str, known: Collection[str], where: str) -> str:
    """Return what to write instead of an unknown code; one that only looks alike is no advice.

    Args:
        code: what was written.
        known: codes and families that exist.
        where: the file that holds them.
    """
    first, kind = _taken_apart(code)
    if not first:
        return f"write each code as {where} has it: a capital letter and two digits"
    meant = [label for label in sorted(known) if _taken_apart(label)[0] == first]
    same = [label for label in meant if _taken_apart(label)[1] == kind]
    if len(same) == 1:
        unseen = "" if code.isascii() else ", typed anew: a sign here is another one than it seems"
        return f"write `{same[0]}`{unseen}"
    if meant:
        return f"did you mean `{meant[0]}`? If not, add {code} to {where}"
    return f"correct it, or add it to {where}"


def _taken_apart(label: str) -> tuple[str, str]:
    """Return the one code in a text as it should be written, and of which kind of family it is.

    The code is empty where there is none, or more than one.
    """
    text = unicodedata.normalize("NFKC", label).translate(_CODE_LETTERS)
    codes = _ALMOST_CODE.findall(text)
    kind = next((kind for kind, words in _FAMILIES.items() if words.search(text)), "")
    if len(codes) != 1:
        return "", kind
    letter, digits = codes[0]
    return letter.upper() + digits.translate(_SAME_DIGIT), kind


def hint(
    name: str, known: Collection[str], where: str, names: Mapping[str, Iterable[str]] | None = None
) -> str:
    """Return what to write instead of an unknown name.

    Args:
        name: what was written.
        known: the names that exist.
        where: the file that holds them.
        names: by each name, what else it may be called, as its title.
    """
    if not known:
        return f"add it to {where}"
    if same := meant(name, names or dict.fromkeys(known, ())):
        return f"write `{same}`"
    if near := difflib.get_close_matches(name, known, 1, 0.5):
        return f"did you mean `{near[0]}`? The names are in {where}"
    if len(known) <= _FEW:  # more than a dozen names are no help in one line
        return f"write one of {', '.join(sorted(known))}, or add it to {where}"
    return f"use a name from {where}, or add it there"


def no_category(slug: str, records: Records) -> str:
    """Return what to say of a category's name that is not there, or not any more."""
    if slug in records.ended:
        return f"`{slug}` has ended: remove this line"
    if renamed := records.new_names().get(slug):
        if renamed in records.ended:
            return f"`{slug}` has ended: remove this line"
        return f"there is no category `{slug}`: its name is `{renamed}` now"
    called = titles(records)["categories"]
    advice = hint(slug, called, "data/categories/", called)
    return f"there is no category `{slug}`: {advice}; if none is meant, remove it"


def told_at_definition(
    uses: Uses, known: Mapping[str, Place], file: str, rule: str, what: str
) -> Iterable[tuple[str, Problem]]:
    """Yield each unknown name that several places share, with the one problem that tells of it.

    Args:
        uses: every place that names one of the kind.
        known: where each name is defined.
        file: the file that defines them.
        rule: the rule that an unknown name breaks.
        what: what is named, in a word.
    """
    if uses.keys() <= known.keys():
        return
    for found in shared(uses, known, sole=what in _RENAMED):
        place = known[found.key] if found.key else Place(file)
        yield found.name, Problem(rule, _message(found, what), place)


def _message(found: Shared, what: str) -> str:
    if found.key and what == "reviewer":
        return f"{found.told}: is the key misspelt here?"
    if found.key:
        renamed = "If it was renamed, write the new one in those places"
        return f"{found.told}: is the key misspelt here? {renamed}"
    if what == "reviewer":
        return f"{found.told}: who made a review has to stay here, after leaving as well"
    return f"{found.told}: restore the {what}, or name another one in each of these places"
