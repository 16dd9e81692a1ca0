"""In which words a page says that codes of exemptions have changed."""

import re

from generator.watch.notice_verbs import ADVERB, NOT_AS_IT_WAS, NOT_TO_BE_USED, OUT_OF_USE

_A_CODE = r"(?-i:[A-Z]\d{2})\b"
_CODE = rf"((the |le )?(([\w'-]+ ){{0,3}}code )?{_A_CODE})"
_NEW = r"(a |an |the |one |two |three |several |some |de |un |le |les )?(new |nouveaux? )"
_CHANGES = r"(changes?|updates?|modifications?|amendments?|additions?|revisions?|changements?)"
_THERE = (
    r"(there (is|are|was|were|has been|have been)|il y a( eu)?|(IRCC|we) (has |have )?made"
    r"|(IRCC|nous) (a|avons) apporté)"
)
_OF_CODES = rf"{_CHANGES} (to|in|of|à|aux?|des?) (the |these |les |des |certain )?"
_DAY = r"(as of|effective|since|starting|depuis|à compter d[ue]|dès) (le )?[^.;:]{3,40}?\d{4},? "
CODES_CHANGED = re.compile(
    rf"{_THERE}{ADVERB} ([\w'-]+ ){{0,3}}(([\w'-]+ ){{0,2}}code {_CHANGES}"
    rf"|{_OF_CODES}([\w'-]+ ){{0,4}}codes?)\b"
    rf"|([\w'-]+ ){{0,3}}{_CHANGES} (have been|has been|were|was|ont été|a été) (made|apportée?s?)"
    r" (to|aux?) (the |these )?([\w'-]+ ){0,4}codes?\b"
    rf"|{_DAY}(the |le )?([\w'-]+ ){{0,4}}codes?\b[^.]{{0,60}}? (is|are|will be|est|sera) {_A_CODE}"
    rf"|([\w'-]+ ){{0,4}}{_CODE} (should|must|may|can) no longer be \w+"
    rf"|((the|these|this|les?|ces?) )?(([\w'-]+ ){{0,4}}(exemption )?codes?|{_A_CODE})\b"
    rf"[^.]{{0,100}}?\b({NOT_AS_IT_WAS}|{OUT_OF_USE}|{NOT_TO_BE_USED}"
    rf"|(is|are) now ({_A_CODE}|different|new\b|in)"
    rf"|(est|sont) maintenant ({_A_CODE}|différents?))"
    rf"|{_NEW}([\w'-]+ ){{0,4}}codes?( [\w'-]+){{0,4}}? (appl(y|ies)|(are|is) in effect|took effect"
    r"|take effect|came into effect)\b"
    rf"|(there (is|are|was|were|has been|have been)|il y a|IRCC (has|a)( \w+)?){ADVERB} {_NEW}"
    r"([\w'-]+ ){0,4}codes?\b"
    rf"|{_NEW}([\w'-]+ ){{0,4}}codes? ([^.]{{0,60}} )?(has|have|were|was|ont|a)( been| été)?"
    r" (created|introduced|added|assigned|issued|créée?s?|ajoutée?s?|attribuée?s?)"
    r"|(several|some|many|certain|a number of|plusieurs|certains|two|three) ([\w'-]+ ){0,3}codes"
    r" (have been|were|ont été) (added|created|introduced|removed|ajoutés|créés|retirés)\b"
    r"|de nouveaux codes( de dispense)?[^.]{0,60}? s'appliquent\b"
    rf"|{_CODE},? (replaces?|supersedes?|remplace) {_CODE}"
    rf"|((officers|you|les agents|employers) )?((must|should|can|are to|doivent|devez) )?(now )?"
    rf"(use|enter|select|utilise[rz]?|entre[rz]) {_CODE},? (and not|not|instead of|in place of"
    rf"|rather than|au lieu d[eu]|plutôt que|et non)( le| du)? ?{_CODE}"
    rf"|(instead of|in place of|rather than|au lieu d[eu]|plutôt que)( le)? {_CODE},"
    rf" ([\w']+ ){{0,3}}(use|enter|select|utilise[rz]?|entre[rz]) {_CODE}"
    rf"|(do not use|don't use|no longer use|stop using|n'utilisez plus)( le)? {_CODE}"
    r"(?! (if|when|for|to|unless|si|pour)\b)",
    re.IGNORECASE,
)

_OTHER_CODES = re.compile(
    r"\b(special program|programme spécial|NOC|CNP|TEER|FÉER|NAICS|SCIAN|postal|zip|country"
    r"|countries|pays|birth|GCMS|SMGC|forms?|formulaires?|applicants?|officers?|agents?|conduct"
    r"|conduite|ethics|déontologie|criminal|criminel|labou?r|travail|civil|tax|fees?|frais|dress"
    r"|building|area|access|occupations?|professions?|institutions?|school|currency|airport"
    r"|promo\w*|discount|QR|bar|source|security|verification|PIN|language)\b",
    re.IGNORECASE,
)
_EXEMPTION = re.compile(rf"\b(exemption|dispense|LMIA|EIMT|{_A_CODE})", re.IGNORECASE)
_OF_ANOTHER = re.compile(
    r"\bcodes? (of|for|in|from|de|du|des|d'|pour) ?(the |le |la |les |l'|an? )?"
    r"(?!th[ie]se?\b|this|page|work|permit|category|categories|cette|ces?\b|catégories?|permis"
    r"|dispense)\w",
    re.IGNORECASE,
)


def says_of_codes(sentence: str, *, anywhere: bool) -> bool:
    """Whether a sentence says that codes of exemptions are others now.

    Args:
        sentence: the sentence.
        anywhere: whether it may say so after something else.
    """
    find = CODES_CHANGED.search if anywhere else CODES_CHANGED.match
    return bool(find(sentence)) and not _is_about_other_codes(sentence)


def _is_about_other_codes(sentence: str) -> bool:
    if _EXEMPTION.search(sentence):
        return False
    return bool(_OTHER_CODES.search(sentence) or _OF_ANOTHER.search(sentence))
