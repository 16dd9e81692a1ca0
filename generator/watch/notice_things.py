"""What a notice may be about: the page itself, and what it gives instructions for."""

_WORK = (
    r"(?:web ?page|page|web ?site|contents?|information|document|publication|instructions?"
    r"|bulletin|manual|chapter|guidance|guidelines?|directives?|policy|policies|updates?|guides?"
    r"|forms?|versions?|sections?|notices?|memo|procedures?)"
)
_MEASURE = (
    r"(?:programs?|programme|pilots?|streams?|initiatives?|measures?|exemptions?|categor(?:y|ies)"
    r"|pathways?|projects?|schemes?|agreements?)"
)
_ENGLISH_KIND = (
    r"(?:(?:temporary|public|operational|program|delivery|interim|work|permit|pilot|policy|special"
    r"|ministerial|exemption|manual|facilitative|LMIA|archived|older|web) )*"
)
_TAIL = (
    r"(?: (?:on|of|for|in|under|about|regarding|concerning|below|above|related to)"
    r"(?: (?!that\b|which\b|who|if\b|when\b|where\b|and\b|have\b|has\b|is\b|are\b)[\w'-]+){0,6}?)?"
)
ENGLISH = (
    rf"(?:(?:this|these|the present) {_ENGLISH_KIND}(?:{_WORK}|{_MEASURE}){_TAIL}"
    rf"|the (?:program delivery )?(?:instructions|guidance|guidelines)(?: below| above)?"
    r"|the (?:(?:temporary )?public policy|program|pilot(?: program)?)"
    r"|the (?:following|above) instructions"
    rf"|the {_WORK} (?:(?:on|in) (?:this|the present) page|below|that follows?))"
)
"""What stands for the page or its subject as the subject of a sentence."""

ENGLISH_OBJECT = rf"(?:this|these) {_ENGLISH_KIND}(?:{_WORK}|{_MEASURE})\b"

_OUVRAGE = (
    r"(?:page(?: web)?|contenu|document|publication|instructions?|bulletin|manuel|guide|chapitre"
    r"|lignes directrices|directives?|politiques?|formulaire|versions?|sections?|renseignements"
    r"|informations?|mises? à jour|programmes?|projets?|volets?|initiatives?|mesures?|exemptions?"
    r"|dispenses?|catégories?|procédures?)"
)
_SUITE = (
    r"(?: (?:opérationnel(?:le)?s?|temporaires?|pilotes?|publiques?|d'intérêt public|ci-dessous"
    r"|ci-après|d'exécution des? programmes?))*"
)
_QUEUE = (
    r"(?: (?:sur|de|du|des|dans|pour|relatives? à|concernant)"
    r"(?: (?!qui\b|que\b|dont\b|si\b|et\b|a\b|ont\b|est\b|sont\b|ne\b)[\w'-]+){0,6}?)?"
)
FRENCH = (
    rf"(?:(?:cette|cet|ce|ces|la présente|le présent|les présent(?:e)?s) {_OUVRAGE}{_SUITE}{_QUEUE}"
    rf"|(?:les )?(?:instructions|lignes directrices|directives){_SUITE}"
    r"(?: (?:sur|de|dans) (?:cette|la présente) page)?"
    r"|(?:les|le) (?:renseignements|informations|contenu) (?:sur|de|dans) (?:cette|la présente)"
    r" page|la politique d'intérêt public(?: temporaire)?|le (?:programme|projet)(?: pilote)?"
    r"|le volet|l'initiative)"
)
FRENCH_OBJECT = (
    rf"(?:cette|cet|ce|ces|la présente|le présent|les présent(?:e)?s) {_OUVRAGE}{_SUITE}(?!\w)"
)

IT = rf"(?:{ENGLISH}|{FRENCH})"
