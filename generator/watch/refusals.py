"""Answers with status 200 that are no page: block pages, “not found”, maintenance, a choice."""

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from lxml import html

from generator.watch.blocks import Line, even
from generator.watch.furniture import main_parts
from generator.watch.passages import Passage

if TYPE_CHECKING:
    from generator.watch.page import OfficialPage

_FEW_WORDS = 300
"""An official page says more; or it says something else than these do."""

_LEAST_WORDS = 60
"""Below this a page that offers both languages is the choice between them."""

_ALIKE = 0.5
"""From which share of common words on a sentence counts as the other one."""

_ALMOST_NOTHING = 0.1
"""A page of which less than this share was there before has nothing in common with it."""

_MOST_NAMES = 10
"""Titles that are looked at; pages have two or three."""

_SITE = re.compile(r"\s+[-–—|]\s+[^-–—|]*$")

_SERVICE = r"(web ?site|site web|site|services?|système|system|page|application)"
_THEN = r"( (for|due to|at the moment|right now|at this time|pour|en raison|:|-|–)\b.*)?\W*$"
_NOW = r"((is|are|est|sont|currently|temporarily|now|actuellement|temporairement) )*"

_NAMES = {
    "the host shows a block page": (
        r"(access|accès) (to this (page|site|resource) )?(has been )?(denied|refusé|interdit)\W*$",
        r"access (to this (page|site|resource) )?(has been |is )?restricted\W*$",
        r"(attention required|just a moment|pardon our interruption|too many requests)\b",
        r"request (rejected|blocked|unsuccessful)|demande rejetée|(sorry, )?you have been blocked",
        r"security (check|verification|challenge)( (required|in progress))?\W*$",
        r"(checking your browser|human verification|verifying you are human|captcha)\b",
        r"(are you (a )?(human|robot)|verify (that )?you are (a )?human)\b",
        r"(error )?(401|403|429)( |$)|(forbidden|unauthorized|((web )?(page|site) )?blocked)\W*$",
        r"l'authentification est refusée",
    ),
    "the host says that it has no such page": (
        r"(web )?page (was |is )?(not found|non trouvée|introuvable|(removed|deleted|moved)\W*$)",
        r"(http |error |erreur )?404\b|(file )?not found\W*$|fichier introuvable\W*$|oops\b",
        r"(this |the )?(web )?(page|content) (is )?(not available|unavailable|removed)\W*$",
        r"we (couldn't|could not|can't|cannot) find (that|this|the) (web )?page",
        r"(this|the) (web )?page (you \S+ \S+ )?(cannot be found|does not exist|no longer exists)",
        r"(la )?page (web )?(demandée )?(est )?(introuvable|inexistante)",
        r"nous ne pouvons (pas )?trouver cette page",
    ),
    "the host shows a page about maintenance or a fault": (
        rf"((this|the|our) )?{_SERVICE} {_NOW}(unavailable|down|offline){_THEN}",
        rf"((this|the|our) )?{_SERVICE} {_NOW}under(going)? maintenance{_THEN}",
        r"((scheduled|planned|system|site) )?(maintenance|outage)( in progress| notice)?\W*$",
        rf"(temporarily unavailable|under maintenance|down for maintenance){_THEN}",
        r"((http |error )?50[0-4]( |$)|internal server error|bad gateway|gateway time-?out)",
        r"((we are experiencing )?technical difficult(y|ies)\W*$|something went wrong)",
        r"an (unexpected )?error (has )?occurred",
        rf"((ce|le) )?{_SERVICE} {_NOW}((non |in)disponible|en (maintenance|entretien)){_THEN}",
        rf"((ce|le) )?{_SERVICE} {_NOW}en cours d'entretien",
        r"(entretien|maintenance) (prévue?|planifiée?|en cours|du (site|système))\W*$",
        r"(en maintenance|difficultés techniques)\W*$|erreur (interne|du serveur)",
        r"une erreur (s'est produite|est survenue)",
    ),
    "the host asks for a language only": (
        r"language (selection|choice)|(choose|select) (your|a) language",
        r"(sélection|choix) de la langue|choisissez (votre|une|la) langue",
    ),
}
"""How such pages begin their title or a heading."""

_BY_NAME = {
    reason: re.compile("|".join(f"(?:{name})" for name in names), re.IGNORECASE)
    for reason, names in _NAMES.items()
}

_BLOCKED = re.compile(
    r"reference (#|number:?|id:?) ?[0-9]+\.[0-9a-f.]+|you don't have permission to access"
    r"|cloudflare ray id|(incident|support|request|event) id ?(is)?: ?[0-9a-f-]{8,}|unusual traffic"
    r"|blocked by (the |a |our )?(network|firewall|security|web application)"
    r"|performing security verification|why have i been blocked",
    re.IGNORECASE,
)
_SCRIPT = re.compile(
    r"(enable|turn on|activer|activez) (your )?(the use of )?java ?script"
    r"|(page|site|app|application) (requires|nécessite) (the use of )?java ?script"
    r"|java ?script (is |est |and cookies )?(required|disabled|désactivé|needed|must be)",
    re.IGNORECASE,
)

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_FULL = re.compile(r"(\S+ ){3,}\S+[.!?]$")
_OF_THE_HOST = re.compile(
    r"\b((web ?)?(pages?|sites?)|servers?|browsers?|access|blocked|traffic|java ?script|cookies"
    r"|(this|the) service|maintenance (is|in|at|on|will)|some maintenance|down for|try again"
    r"|come back|inconvenience|sorry|oops|contact us|home ?page|requested|(support|incident) id"
    r"|administrator|moved|déplacée?s?|supprimée?s?|robot|human|accès|serveur|navigateur"
    r"|réessaye[rz]|revenez|désolés?|entretien|language|langue|(un)?available|(in)?disponible)\b",
    re.IGNORECASE,
)
"""What sentences are about on pages that are none."""


class UnreadableError(Exception):
    """Nothing can be said of a page; the message says why."""


def refuse(
    document: html.HtmlElement,
    parts: Sequence[html.HtmlElement],
    lines: Sequence[Line],
    modified: date | None = None,
) -> None:
    """Refuse a page that is none.

    Args:
        document: the page.
        parts: its main parts; its body where it has none.
        lines: their lines.
        modified: the day on which it says that it was modified.

    Raises:
        UnreadableError: its host shows something else in the page's place, with status 200.
    """
    words = sum(len(line.text.split()) for line in lines)
    if words > _FEW_WORDS or (modified and _says_something(lines)):
        return
    hardly_any = words < _LEAST_WORDS
    headings = [line.text for line in lines if line.heading]
    names = _names(document, headings if hardly_any or not main_parts(document) else [])
    for name in names:
        for reason, pattern in _BY_NAME.items():
            if pattern.match(name):
                raise UnreadableError(f"{reason} (“{name[:60]}”)")
    if hardly_any and any(_BLOCKED.search(line.text) for line in lines):
        raise UnreadableError("the host shows a block page")
    if hardly_any and _offers_both_languages(parts):
        raise UnreadableError("the host asks for a language only")
    for_scripts = hardly_any and any(_SCRIPT.search(line.text) for line in lines)
    if for_scripts or (not words and _asks(document)):
        raise UnreadableError("it shows its text only to a browser that runs scripts")


def _says_something(lines: Sequence[Line]) -> bool:
    """Whether a page has sentences, and most are about something else than the page itself."""
    texts = [line.text for line in lines if not line.heading]
    sentences = [s for text in texts for s in _SENTENCE.split(text) if _FULL.match(s)]
    of_the_host = sum(bool(_OF_THE_HOST.search(sentence)) for sentence in sentences)
    return len(sentences) > 2 * of_the_host


def _names(document: html.HtmlElement, headings: Sequence[str]) -> list[str]:
    """Return what a page calls itself: its titles, a label of an error, and these headings."""
    titles = document.xpath(
        "//h1|//gcds-heading[@tag='h1']|//*[@class='label label-danger']|//head/title"
    )
    names = [even(title.text_content()) for title in titles[:_MOST_NAMES]] + list(headings)
    return [*(_SITE.sub("", name) for name in names), *names]


def _offers_both_languages(parts: Sequence[html.HtmlElement]) -> bool:
    links = {even(a.text_content()).casefold() for part in parts for a in part.xpath(".//a")}
    return "english" in links and "français" in links


def _asks(document: html.HtmlElement) -> bool:
    return any(_SCRIPT.search(even(e.text_content())) for e in document.xpath("//noscript")) or (
        bool(document.xpath("//body//script|//head/script")) and not document.xpath("//main//p")
    )


def nothing_in_common(page: "OfficialPage", before: Sequence[Passage]) -> bool:
    """Whether a short page is likely another one than the page whose text is known.

    A page that says of itself that it is archived or changed is still that page.

    Args:
        page: the page as it is now.
        before: its text as it was last seen.
    """
    now = [passage.text for passage in page.passages]
    words = sum(len(text.split()) for text in now)
    if page.notices or not before or words > _FEW_WORDS:
        return False
    titles = {name for name in (page.title, _first_heading(page.passages)) if name}
    if any(_alike(title, _first_heading(before)) for title in titles):
        return False
    known = [_words(sentence) for passage in before for sentence in _sentences(passage.text)]
    sentences = [sentence for text in now for sentence in _sentences(text)]
    shared = [s for s in sentences if any(_share(_words(s), other) >= _ALIKE for other in known)]
    return sum(len(s.split()) for s in shared) < words * _ALMOST_NOTHING


def _first_heading(passages: Sequence[Passage]) -> str:
    return next((passage.section for passage in passages if passage.section), "")


def _sentences(text: str) -> list[str]:
    return [sentence for sentence in _SENTENCE.split(text) if sentence]


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))


def _alike(one: str, other: str) -> bool:
    return _share(_words(one), _words(other)) >= _ALIKE


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """Return which share of the words of both are common to them."""
    return len(one & other) / len(one | other) if one and other else 0.0
