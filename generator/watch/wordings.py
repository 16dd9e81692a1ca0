"""In which words a page says of itself that it is archived, superseded or changed."""

import re

_LEAD_DAY = (
    r"(as of|as at|effective|since|starting|from|beginning|on|depuis|à compter d[ue]|à partir d[ue]"
    r"|dès|en date d[ue]|en vigueur)( le)? [^.;:]{3,40}?\d{4},? "
)
LEAD = re.compile(
    r"((important|notes?|notice|attention|update|avis|remarque|mise en garde"
    r"|(please )?note that|veuillez noter que)\b\W*)?"
    rf"({_LEAD_DAY})?",
    re.IGNORECASE,
)
"""What may stand before a notice: a word for it, and the day from which it holds."""

ON_CONDITION = re.compile(
    r"\b(if|when|where|whether|unless|until|once|si|lorsque|quand)\b", re.IGNORECASE
)

ARCHIVED_NAME = re.compile(
    r"\W*archivée?s?\W*([-–—:\]]|$)|\W*archived\W*([-–—:\]]|$)", re.IGNORECASE
)
ARCHIVED_END = re.compile(r"[(\[](archived|archivée?s?)[)\]]\W*$", re.IGNORECASE)
SUPERSEDED_NAME = re.compile(
    r"\W*(superseded|rescinded|expired|remplacée?|abrogée?|expirée?|périmée?)\W*([-–—:\])]|$)",
    re.IGNORECASE,
)
SUPERSEDED_END = re.compile(
    r"[(\[](superseded|rescinded|expired|remplacée?|abrogée?|expirée?|périmée?)[)\]]\W*$",
    re.IGNORECASE,
)

ARCHIVED = re.compile(
    r"\b(this|the) (web ?)?(page|content|information|document|publication)( \S+){0,3} (has|have)"
    r" been archived|\bwe have archived this|\binformation identified as archived|\barchived"
    r" information (is|has)|^archived (information|page|content)\b|\bcette page (web )?(a été|est)"
    r" archivée|\bnous avons archivé cette page|^(page|informations?|contenu) archivée?s?\b|\bdont"
    r" il est indiqué qu'elle est archivée|\binformations archivées sont|\bthis (web ?)?(page"
    r"|document|content) is (\w+ )?for (historical|reference|archival)( \w+){0,2}( and| only|\W*$)"
    r"|\bcette page (web )?est (\w+ )?à titre (historique|de référence)",
    re.IGNORECASE,
)
ARCHIVED_LEAD = re.compile(r"archiv(ed|ée?s?) ?[.:]", re.IGNORECASE)
"""How a box begins whose heading says no more."""

_THINGS = (
    r"(operational |program delivery |temporary |public )*(web ?page|page|instructions?|bulletin"
    r"|manual|chapter|guidance|document|content|policy|policies|update|guide|program|pilot)"
)
_IT = (
    rf"((this|these|the present) {_THINGS}|the (instructions|public policy|program)"
    r"|the (following|above) instructions"
    r"|the (instructions|information|guidance|content) (on|in) (this|the present) page"
    r"|the (instructions|information|guidance|content) below"
    r"|(cette|la présente) page( web)?|(ces|les( présentes)?) instructions"
    r"( ci-dessous| ci-après| (sur|de|dans) (cette|la présente) page)?"
    r"|(ce|le présent) (bulletin|document|guide|chapitre|contenu|programme)"
    r"|(cette|la présente) politique( d'intérêt public)?"
    r"|les (renseignements|informations) (sur|de|dans) (cette|la présente) page)"
)
_ADVERB = r"( now| since| also| \w+ly| depuis| maintenant)*"
_OUT_OF_USE = (
    r"(no longer|not any more) (in effect|in force|effective|valid|in use|used|apply|applies"
    r"|applicable|current|active|up to date|(being )?(updated|maintained))\b"
)
_ENDED = (
    r"(superseded|replaced|rescinded|withdrawn|cancelled|revoked|repealed|obsolete|deleted|removed"
    r"|discontinued|terminated|expired|remplacée?s?|annulée?s?|abrogée?s?|retirée?s?|révoquée?s?"
    r"|supprimée?s?|expirée?s?|expiré|périmée?s?|caduc|caduques?)\b"
)
_NO_MORE = (
    rf"(have|has|is|are|was|were|a|ont|est|sont){_ADVERB}( been| été)?{_ADVERB} {_ENDED}"
    rf"|(is|are|do|does) {_OUT_OF_USE}|no longer (apply|applies)\b"
    r"|expired (on|in|as of|effective)\b|(is|are) not being (updated|maintained)\b"
    r"|(n'est|ne sont) plus (en vigueur|valides?|valables?|applicables?|utilisée?s?|à jour)"
    r"|(ne s'appliquent|ne s'applique) plus\b"
)
SUPERSEDED = re.compile(
    rf"\b{_IT} ({_NO_MORE})"
    r"|\b(should|must|may|can|are to) (no longer|not) (use|follow|apply|rely on)"
    rf" (this|these) {_THINGS}"
    r"|\bne doivent (plus|pas) (utiliser|suivre|appliquer) (ces|les présentes) instructions",
    re.IGNORECASE,
)
REPLACED_BY = re.compile(
    r"\b(replaces?|supersedes?) (the ones|those|the (instructions|information|guidance|content))"
    r" (on|in) (this|the present) page\b"
    r"|\bremplacent (celles|les instructions) (de|sur) (cette|la présente) page\b",
    re.IGNORECASE,
)
"""What a notice says of the instructions that came in the place of the page's."""

_CHANGES = (
    r"(has|have)( \w+ly| now| since)? (changed|moved)"
    r"|(has|have|had)( \w+ly| now| since)? been( \w+ly)? (changed|moved|replaced|renumbered|amended"
    r"|updated|revised|modified)|(is|are) (now )?(out of date|outdated|being (updated|revised))"
    rf"|(is|are) (under re(view|vision)|no longer accepted)|(is|are) {_OUT_OF_USE}"
    r"|changed (on|in|as of|effective)|(a|ont) changé|(a|ont) été (changée?s?|remplacée?s?"
    r"|modifiée?s?|mise?s? à jour|déplacée?s?)"
)
_A_CODE = r"(?-i:[A-Z]\d{2})\b"
CHANGED = re.compile(rf"\b{_IT} ({_CHANGES})\b", re.IGNORECASE)
PAGE_MOVED = re.compile(
    r"\b(this|cette) (web ?)?page( web)? ((has|have) (been )?moved|a été déplacée)\b", re.IGNORECASE
)
CODES_CHANGED = re.compile(
    rf"((the|these|this|les?|ces?) )?(([\w'-]+ ){{0,4}}(exemption )?codes?|{_A_CODE})\b"
    rf"[^.]{{0,100}}?\b({_CHANGES}|(is|are) now ({_A_CODE}|different|new\b|in)"
    rf"|(est|sont) maintenant ({_A_CODE}|différents?))"
    r"|(the )?new ([\w'-]+ ){0,4}codes? ([\w'-]+ ){0,4}(apply|applies|are in effect|took effect"
    r"|take effect|came into effect)\b"
    r"|de nouveaux codes( de dispense)?[^.]{0,60}? s'appliquent\b",
    re.IGNORECASE,
)

_OTHER_CODES = re.compile(
    r"\b(special program|programme spécial|NOC|CNP|TEER|FÉER|NAICS|SCIAN|postal|country"
    r"|pays|GCMS|SMGC|form|formulaire|applicants?|officers?|agents?)\b",
    re.IGNORECASE,
)
_EXEMPTION = re.compile(rf"\b(exemption|dispense|{_A_CODE})", re.IGNORECASE)


def is_about_other_codes(sentence: str) -> bool:
    """Whether a sentence about codes is about others than those of exemptions."""
    return bool(_OTHER_CODES.search(sentence)) and not _EXEMPTION.search(sentence)
