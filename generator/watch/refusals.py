"""Answers with status 200 that are no page: block pages, “not found”, maintenance, a choice."""

import re
from collections.abc import Sequence

from lxml import html

from generator.watch.blocks import Line, even

_FEW_WORDS = 300
"""An official page says more; or it says something else than these do."""

_LEAST_WORDS = 60
"""Below this a page that offers both languages is the choice between them."""

_MOST_NAMES = 10
"""Titles that are looked at; pages have two or three."""

_SITE = re.compile(r"\s+[-–—|]\s+[^-–—|]*$")

_SERVICE = r"(web ?site|site web|site|services?|système|system|page|application)"
_NOW = r"((is|are|est|sont|currently|temporarily|now|actuellement|temporairement) )*"

_NAMES = {
    "the host shows a block page": (
        r"(access|accès) (to this page )?(has been )?(denied|refusé|interdit|restricted)",
        r"(attention required|just a moment|pardon our interruption|too many requests)",
        r"request (rejected|blocked|unsuccessful)|demande rejetée|(sorry, )?you have been blocked",
        r"(security (check|verification|challenge)|checking your browser|human verification)",
        r"(are you (a )?(human|robot)|verif(y|ying) (that )?you are|captcha)",
        r"((error )?(401|403|429)( |$)|forbidden|unauthorized|blocked$)",
        r"l'authentification est refusée",
    ),
    "the host says that it has no such page": (
        r"(web )?page (was |is )?(not found|non trouvée|introuvable|removed$|deleted$|moved$)",
        r"((http |error |erreur )?404\b|not found$|file not found|fichier introuvable|oops\b)",
        r"we (couldn't|could not|can't|cannot) find (that|this|the) (web )?page",
        r"(this|the) (web )?page (you \S+ \S+ )?(cannot be found|does not exist|no longer exists)",
        r"(la )?page (web )?(demandée )?(est )?(introuvable|inexistante)",
        r"nous ne pouvons (pas )?trouver cette page",
    ),
    "the host shows a page about maintenance or a fault": (
        rf"((this|the|our) )?{_SERVICE} {_NOW}(unavailable|down\b|offline)",
        rf"((this|the|our) )?{_SERVICE} {_NOW}under(going)? maintenance",
        r"((scheduled|planned|system|site) )?(maintenance|outage)( in progress| notice)?$",
        r"(temporarily unavailable|under maintenance|down for maintenance)",
        r"((http |error )?50[0-4]( |$)|internal server error|bad gateway|gateway time-?out)",
        r"((we are experiencing )?technical difficult|something went wrong)",
        r"an (unexpected )?error (has )?occurred",
        rf"((ce|le) )?{_SERVICE} {_NOW}(indisponible|non disponible|en (maintenance|entretien))",
        rf"((ce|le) )?{_SERVICE} {_NOW}en cours d'entretien",
        r"(entretien|maintenance) (prévu|planifié|en cours|du (site|système))|en maintenance",
        r"(difficultés techniques|erreur (interne|du serveur))",
        r"une erreur (s'est produite|est survenue)",
    ),
    "the host asks for a language only": (
        r"(language (selection|choice)|(choose|select) (your|a) language)",
        r"((sélection|choix) de la langue|choisissez (votre|une|la) langue)",
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
    r"(enable|turn on|requires?|activer|activez|nécessite) (your )?(the use of )?java ?script"
    r"|java ?script (is |est |and cookies )?(required|disabled|désactivé|needed|must be)",
    re.IGNORECASE,
)


class UnreadableError(Exception):
    """Nothing can be said of a page; the message says why."""


def refuse(
    document: html.HtmlElement, parts: Sequence[html.HtmlElement], lines: Sequence[Line]
) -> None:
    """Refuse a page that is none.

    Args:
        document: the page.
        parts: its main parts; its body where it has none.
        lines: their lines.

    Raises:
        UnreadableError: its host shows something else in the page's place, with status 200.
    """
    words = sum(len(line.text.split()) for line in lines)
    if words > _FEW_WORDS:
        return
    for name in _names(document, lines):
        for reason, pattern in _BY_NAME.items():
            if pattern.match(name):
                raise UnreadableError(f"{reason} (“{name[:60]}”)")
    for line in lines:
        if _BLOCKED.search(line.text):
            raise UnreadableError("the host shows a block page")
    if words < _LEAST_WORDS and _offers_both_languages(parts):
        raise UnreadableError("the host asks for a language only")
    if any(_SCRIPT.search(line.text) for line in lines) or (not words and _asks(document)):
        raise UnreadableError("it shows its text only to a browser that runs scripts")


def _names(document: html.HtmlElement, lines: Sequence[Line]) -> list[str]:
    """Return what a page calls itself: its title, its headings and a label of an error."""
    titles = document.xpath(
        "//h1|//gcds-heading[@tag='h1']|//*[@class='label label-danger']|//head/title"
    )
    names = [even(title.text_content()) for title in titles[:_MOST_NAMES]]
    names += [line.text for line in lines if line.heading]
    return [*(_SITE.sub("", name) for name in names), *names]


def _offers_both_languages(parts: Sequence[html.HtmlElement]) -> bool:
    links = {even(a.text_content()).casefold() for part in parts for a in part.xpath(".//a")}
    return "english" in links and "français" in links


def _asks(document: html.HtmlElement) -> bool:
    return any(_SCRIPT.search(even(e.text_content())) for e in document.xpath("//noscript")) or (
        bool(document.xpath("//body//script|//head/script")) and not document.xpath("//main//p")
    )
