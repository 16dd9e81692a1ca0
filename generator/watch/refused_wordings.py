"""In which words a host speaks where it shows something else in a page's place."""

import re

_SERVICE = r"(web ?site|site web|site|services?|système|system|page|application)"
_THEN = r"( (for|due to|at the moment|right now|at this time|pour|en raison)\b.*| ?[:–-].*)?\W*$"
_NOW = r"((is|are|est|sont|currently|temporarily|now|actuellement|temporairement) )*"

NAMES = {
    "the host shows a block page": (
        r"(access|accès) (to this (page|site|resource) )?(has been )?(denied|refusé|interdit)\W*$",
        r"access (to this (page|site|resource) )?(has been |is )?restricted\W*$",
        r"(attention required|just a moment|pardon our interruption|too many requests)\b",
        r"request (rejected|blocked|unsuccessful)|demande rejetée|(sorry, )?you have been blocked",
        r"security (check|verification|challenge)( (required|in progress))?\W*$",
        r"(checking your browser|human verification|verifying you are human|captcha)\b",
        r"(are you (a )?(human|robot)|verify (that )?you are (a )?human)\b",
        r"(error )?(401|403|429)( |$)|(forbidden|unauthorized|((web )?(page|site) )?blocked)\W*$",
        r"l'authentification est refusée|(your |the )?session (has )?(expired|timed out)\W*$",
        r"(waiting room|you are (now )?in (line|a queue)|salle d'attente virtuelle)\W*$",
        r"(please )?(enable|activez) (les )?cookies\W*$",
        r"your browser is (not supported|outdated)\W*$",
        r"(content|web) filter\W*$|not available in your (region|country)\W*$",
    ),
    "the host says that it has no such page": (
        r"(web )?page (was |is )?(not found|non trouvée|introuvable|(removed|deleted|moved)\W*$)",
        r"(http |error |erreur )?404\b|(file )?not found\W*$|fichier introuvable\W*$|oops\b",
        r"(this |the )?(web )?page (is )?(not available|unavailable|removed)\W*$",
        r"(this |the )?content (is |has been )?(not available|unavailable|removed)\W*$",
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
        r"proxy error\W*$|(high|heavy) traffic\W*$|interruption (de|du) service\W*$",
        r"we (are|were) unable to (process|complete) your request",
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

BLOCKED = re.compile(
    r"reference (#|number:?|id:?) ?[0-9]+\.[0-9a-f.]+|you don't have permission to access"
    r"|cloudflare ray id|(incident|support|request|event) id ?(is)?: ?[0-9a-f-]{8,}|unusual traffic"
    r"|blocked by (the |a |our )?(network|firewall|security|web application)"
    r"|performing security verification|why have i been blocked",
    re.IGNORECASE,
)
FOR_SCRIPTS = re.compile(
    r"(enable|turn on|activer|activez) (your )?(the use of )?java ?script"
    r"|(page|site|app|application) (requires|nécessite) (the use of )?java ?script"
    r"|java ?script (is |est |and cookies )?(required|disabled|désactivé|needed|must be)",
    re.IGNORECASE,
)

OF_THE_HOST = re.compile(
    r"\b((web ?)?(pages?|sites?)|servers?|browsers?|access|blocked|traffic|java ?script|cookies"
    r"|(this|the) service|maintenance (is|in|at|on|will)|some maintenance|down for|try again"
    r"|come back|inconvenience|sorry|oops|contact us|home ?page|requested|(support|incident) id"
    r"|administrator|moved|déplacée?s?|supprimée?s?|robot|human|accès|serveur|navigateur"
    r"|réessaye[rz]|revenez|désolés?|entretien|language|langue|(un)?available|(in)?disponible)\b",
    re.IGNORECASE,
)
"""What sentences are about on pages that are none."""
