"""In which words a page says of itself that it is archived, superseded or changed."""

import re

from generator.watch.notice_things import ENGLISH_OBJECT, FRENCH_OBJECT, IT
from generator.watch.notice_verbs import (
    ENDS_ON,
    NOT_AS_IT_WAS,
    NOT_YET_AS_IT_IS,
    OUT_OF_USE,
    PUT_AWAY,
    TO_ITS_END,
    USE,
    USING,
    UTILISER,
    WILL_END,
)

_LEAD_DAY = (
    r"(as of|as at|effective|since|starting|from|beginning|on|depuis|à compter d[ue]|à partir d[ue]"
    r"|dès|en date d[ue]|en vigueur)( le)? [^.;:]{3,40}?\d{4},? "
)
LEAD = re.compile(
    r"(((please )?note that|important|notes?|notice|attention|update|avis|remarque|mise en garde"
    r"|veuillez noter que)\b\W*)?"
    rf"({_LEAD_DAY})?",
    re.IGNORECASE,
)
"""What may stand before a notice: a word for it, and the day from which it holds."""

_PERSON = (
    r"(schools?|employers?|applicants?|officers?|workers?|students?|clients?|institutions?|colleges?"
    r"|universit(y|ies)|systems?|nationals?|holders?|sponsors?|hosts?|compan(y|ies)|compagnies?"
    r"|courts?|famil(y|ies)|persons?|spouses?|consultants?|representatives?|employeurs?|agents?"
    r"|demandeurs?|candidats?|travailleurs?|étudiants?|établissements?|écoles?|système|titulaires?)"
)
USED_BY_OFFICERS = re.compile(
    r"\b(used|followed|applied|consulted|relied (?:up)?on|referred to|entered|issued"
    r"|(?:utilis|suivi|appliqu|consult|employ)(?:ée?s?|e?s?))"
    r" (?:by|par) (?:(?:the|all|any|les|des|visa|immigration|IRCC|border|services|migration) )*"
    r"(?:officers?|staff|agents?)\b(?: d'(?:IRCC|immigration)| des visas)?",
    re.IGNORECASE,
)
"""Who uses a page: nobody else does."""

_STOPPAGE = (
    r"(strike|labou?r (disruption|dispute|action)|job action|work stoppage|disruption|outage"
    r"|holidays?|grève|conflit de travail|moyens de pression|arrêt de travail|interruption|panne)"
)
NOT_OF_THE_PAGE = re.compile(
    rf"\b(because of|due to|owing to|during|given|en raison|à cause|pendant|durant)"
    rf" ([\w'-]+ ){{0,4}}([ld]')?{_STOPPAGE}\b"
    r"|\b(if|when|where|whether|unless|until|once|si|lorsque|quand|provided that|in case"
    r"|à moins|dans le cas)\b"
    rf"|\b(by|par) ((the|an?|their|his|her|its|le|la|les|un|une|leur|son|sa) |l'|d')?"
    rf"([\w'-]+ ){{0,2}}{_PERSON}\b"
    r"|\b(after|within|après|dans les) (\d+|an?|une?|two|three|six|twelve|deux|trois|six)"
    r" (more )?(days?|weeks?|months?|years?|jours?|semaines?|mois|ans?|années?)\b"
    r"|\bto (avoid|bypass|circumvent|evade)\b|\bpour (éviter|contourner)\b"
    r"|\bfrom (the|their|his|her|an?) ([\w-]+ )?(permit|application|file|passport|record|visa)\b"
    r"|\b(before|while|during|since) (the|their|his|her|an?) ([\w-]+ ){0,2}"
    rf"({_PERSON}|studies|stay|employment)\b",
    re.IGNORECASE,
)
"""What makes a sentence one of what may happen or is so for a while, or somebody else did."""

_ENDS = (
    r"(superseded|rescinded|expired|closed|ended|repealed|replaced|cancell?ed|withdrawn|revoked"
    r"|discontinued|terminated|suspended|obsolete|no longer in (effect|force|use)"
    r"|(remplac|abrog|expir|périm|ferm|termin|annul|retir|révoqu|supprim)ée?s?|suspendue?s?"
    r"|caduc|caduque|obsolète|n'est plus en vigueur)"
)
_ARCHIVES = r"(archived|archivée?s?)"
ARCHIVED_NAME = re.compile(rf"\W*{_ARCHIVES}\W*([-–—:\]]|$)", re.IGNORECASE)
ARCHIVED_END = re.compile(rf"([(\[]{_ARCHIVES}[)\]]| [-–—:] {_ARCHIVES})\W*$", re.IGNORECASE)
SUPERSEDED_NAME = re.compile(rf"\W*{_ENDS}\W*([-–—:\])]|$)", re.IGNORECASE)
SUPERSEDED_END = re.compile(rf"([(\[]{_ENDS}[)\]]| [-–—:] {_ENDS})\W*$", re.IGNORECASE)

_STATUS = r"((current |program )?status|statut|état)( (is|est)|\W)*"
ARCHIVED_LABEL = re.compile(rf"\W*({_STATUS})?(now )?{_ARCHIVES}\W*$", re.IGNORECASE)
ENDED_LABEL = re.compile(rf"\W*({_STATUS})?(now )?{_ENDS}\W*$", re.IGNORECASE)
"""What a label says that stands straight below a title, or in it."""

_THEN = r"\W*[-–—:|.\])]\s+\W*(?=\w)"
ARCHIVED_BEFORE = re.compile(rf"\W*{_ARCHIVES}{_THEN}", re.IGNORECASE)
ENDED_BEFORE = re.compile(rf"\W*{_ENDS}{_THEN}", re.IGNORECASE)
"""The same before a sentence."""

_STRICTLY = (
    rf"\b{IT} {PUT_AWAY}"
    r"|\b(this|the) (web ?)?(page|content|information|document|publication)( \S+){0,3} (has|have)"
    r" been archived|\b(we|nous) (have|avons) (archived|archivé) (this|these|cette|ces|ce)\b"
    r"|\binformation identified as archived"
    r"|\b((l'|les )?(informations?|renseignements) )?dont il est indiqué qu'elle est archivée"
    r"|\b(you are|this is|vous (consultez|lisez|regardez|êtes sur)|ceci est|il s'agit d)"
    r"[\w' ]{0,20} ?(an archived \w+|une? \w+ archivée?)"
    r"|\bthis (web ?)?(page|document|content) is (\w+ )?for (historical|reference|archival)"
    r"( \w+){0,2}( and| only|\W*$)"
    r"|\bcette page (web )?est (\w+ )?à titre (historique|de référence)"
)
ARCHIVED_STRICTLY = re.compile(_STRICTLY, re.IGNORECASE)
"""What says it of this very page, wherever it stands."""

_ARCHIVED_THING = (
    r"(archived (web )?(information|pages?|content|document|version)"
    r"|((web )?page|informations?|renseignements|contenu|document|version)( web)? archivée?s?)"
)
ARCHIVED = re.compile(
    rf"{_STRICTLY}|^{_ARCHIVED_THING}\b"
    r"|\barchived information (is|has)|\binformations archivées sont",
    re.IGNORECASE,
)
ARCHIVED_HEADING = re.compile(
    rf"({_ARCHIVED_THING}( (on|dans) (the|le) web)?|{_ARCHIVES})\W*$", re.IGNORECASE
)
ARCHIVED_LEAD = re.compile(r"archiv(ed|ée?s?) ?[.:]", re.IGNORECASE)
"""How a box begins whose heading says no more."""

_TAKERS = r"(we|IRCC|the department|Immigration, Refugees and Citizenship Canada)"
_TAKE = r"(accept|tak|receiv|process)(e|es|s|ing)?"
_APPLICATIONS = r"\b((any|all|new|further|more|additional|work permit) )*applications"
_MEASURE = (
    r"(this|the) ([\w-]+ ){0,3}(program|pilot|policy|stream|measure|initiative|pathway|category)"
)
_NOT_TAKEN = (
    r"(are|have|will)( now)? (no longer( be| being)? (accepted|taken|received|processed)"
    r"|(been )?(closed|ended))"
)
_NOBODY = r"(officers|you|staff|employers|applicants|they|les agents|vous|il)"
SUPERSEDED = re.compile(
    rf"\b{IT} {OUT_OF_USE}"
    rf"|\b({_NOBODY} )?(should|must|may|can|are to|do) (no longer {USE} {ENGLISH_OBJECT}(?! to)"
    rf"|not {USE} {ENGLISH_OBJECT}{TO_ITS_END})"
    rf"|\b({_NOBODY} )?((should|must|are to|need to) )?(stop|cease) {USING} {ENGLISH_OBJECT}(?! to)"
    rf"|\b({_NOBODY} )?ne (doivent|devez|peuvent|pouvez|faut) (plus {UTILISER} {FRENCH_OBJECT}"
    rf"|pas {UTILISER} {FRENCH_OBJECT}{TO_ITS_END})"
    rf"|\b({_NOBODY} )?((doivent|devez) )?(cesser|cessez) d'(utiliser|appliquer|employer)"
    rf" {FRENCH_OBJECT}"
    rf"|\bn'(utilisez|appliquez|employez) (plus|pas) {FRENCH_OBJECT}"
    rf"|\b{_TAKERS}( (are|is|have|has|will))? (no longer|stopped|ceased)"
    rf" (be )?{_TAKE} {_APPLICATIONS} (under|for|to|through|in) {_MEASURE}\b"
    rf"|{_APPLICATIONS} (under|for|to|through) {_MEASURE} {_NOT_TAKEN}"
    rf"|{_APPLICATIONS} {_NOT_TAKEN} (under|for|through) {_MEASURE}\b"
    r"|\b(nous n'acceptons|(IRCC|le Ministère) n'accepte) plus (de |les |aucune )?(nouvelles? )?"
    r"demandes?\b[^.;]{0,60}?\b(ce|cette|ces|du|le|la|l') ?"
    r"(programme|projet|volet|politique|mesure|initiative|voie|catégorie)",
    re.IGNORECASE,
)
TO_THE_END_OR_BY = re.compile(rf"{TO_ITS_END}|(?= (by|par|and|et)\b)", re.IGNORECASE)
"""What follows where a sentence says it strictly: nothing that would limit it."""

REPLACED_BY = re.compile(
    r"\b(replaces?|supersedes?) (the ones|those|the (instructions|information|guidance|content))"
    r" (on|in) (this|the present) page\b"
    r"|\bremplacent (celles|les instructions) (de|sur) (cette|la présente) page\b",
    re.IGNORECASE,
)
"""What a notice says of the instructions that came in the place of the page's."""

_NEWEST = r"((most )?(up[- ]to[- ]date|current|recent)|latest|newest|new|updated)"
CHANGED = re.compile(
    rf"\b{IT} (({NOT_AS_IT_WAS})\b|{NOT_YET_AS_IT_IS}|{WILL_END})"
    rf"|\b({ENGLISH_OBJECT}|{FRENCH_OBJECT}) {ENDS_ON}"
    rf"|\b(for|see|consult|refer to|read|use) the {_NEWEST} (program delivery )?"
    r"(instructions|guidance|guidelines|version of (this|these) \w+)( (for|on) this \w+)?"
    r"(,| (see|in|at|is|are)\b|\W*$)"
    r"|\b(pour (connaître )?|voir |consultez )les (plus récentes|nouvelles)"
    r" (instructions|directives)"
    r"|\b(pour (connaître )?|voir |consultez )les instructions (à jour|les plus récentes)",
    re.IGNORECASE,
)
PAGE_MOVED = re.compile(
    r"\b(this|cette) (web ?)?page( web)? ((has|have) (been )?moved|a été déplacée)\b", re.IGNORECASE
)
