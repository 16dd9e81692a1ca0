"""Which key was meant by a word that is none."""

import difflib
import re
import unicodedata
from collections.abc import Collection

# What editors call a key that has another name here; French words as well.
_CALLED = {
    "a": ("answer",),
    "address": ("url",),
    "adresse": ("url",),
    "aka": ("also_known_as",),
    "alias": ("also_known_as",),
    "aliases": ("also_known_as",),
    "author": ("reviewed_by", "by"),
    "avis": ("notice",),
    "body": ("text", "answer"),
    "caution": ("notice",),
    "checked_by": ("reviewed_by", "by"),
    "checked_on": ("reviewed_on", "date"),
    "code_list": ("codes",),
    "content": ("text",),
    "day": ("date", "on"),
    "definition": ("meaning",),
    "desc": ("description", "summary"),
    "description": ("summary", "text", "meaning", "settles"),
    "details": ("text", "note"),
    "disclaimer": ("notice",),
    "employeur": ("employer",),
    "etapes": ("steps",),
    "explanation": ("text", "meaning"),
    "faq": ("questions",),
    "former": ("formerly",),
    "full_name": ("name",),
    "groupe": ("group",),
    "heading": ("title",),
    "headline": ("title",),
    "hint": ("help",),
    "href": ("url",),
    "id": ("key",),
    "intro": ("summary", "description"),
    "label": ("title", "text"),
    "lien": ("url",),
    "link": ("url",),
    "name": ("title", "term", "key"),
    "nationality": ("nationals",),
    "nom": ("name", "title"),
    "note": ("text", "notice"),
    "number": ("licence", "order"),
    "occupation": ("title",),
    "old_names": ("formerly",),
    "ordre": ("order",),
    "other_names": ("also_known_as",),
    "page": ("source", "url"),
    "position": ("order",),
    "pr": ("permanent_residence",),
    "q": ("question",),
    "reason": ("why", "text"),
    "references": ("sources", "source"),
    "reponse": ("answer",),
    "result": ("outcome",),
    "resume": ("summary",),
    "reviewer": ("reviewed_by", "by"),
    "rows": ("features",),
    "columns": ("programmes",),
    "see_also": ("related",),
    "slug": ("key",),
    "source_url": ("url", "source"),
    "status": ("standing",),
    "synonyms": ("also_known_as",),
    "texte": ("text",),
    "titre": ("title",),
    "type": ("permit_type", "kind"),
    "warning": ("notice",),
    "web": ("url",),
    "website": ("url",),
    "when": ("date", "on", "changed_on"),
    "who_it_fits": ("fits", "who"),
}

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BETWEEN = re.compile(r"[\W_]+")


def plain_key(key: str) -> str:
    """Return a word as keys are written: small letters without accents, with underscores."""
    bare = unicodedata.normalize("NFKD", _HUMP.sub("_", key))
    letters = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return _BETWEEN.sub("_", letters.casefold()).strip("_")


def key_meant(key: str, known: Collection[str]) -> str | None:
    """Return that one of some keys that a word most likely stands for."""
    plain = plain_key(key)
    if plain in known:
        return plain
    called = [meant for meant in _CALLED.get(plain, ()) if meant in known]
    return called[0] if called else next(iter(difflib.get_close_matches(plain, known, 1)), None)
