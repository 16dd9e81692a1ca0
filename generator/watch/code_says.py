"""What a text says of the exemption codes in it: that one has ended, or was there before."""

import re
from datetime import date

from generator.watch.code_texts import CODE, codes_of
from generator.watch.heads import day_of

_ONE = CODE.pattern.replace("([A-Z])", "(?:[A-Z])").replace("([0-9]{2})", "(?:[0-9]{2})")
_SPAN = rf"{_ONE}(?:\s*(?:to|through|à|-)\s*{_ONE})?"
_LIST = rf"{_ONE}(?:\s*(?:,|/|;|-|\bto\b|\bà\b|\band\b|\bet\b|\bor\b|\bou\b)\s*{_ONE})*"

_OVER = (
    r"(?:expired|discontinued|superseded|rescinded|repealed|deleted|cancell?ed|removed|obsolete"
    r"|revoked|abolished|phased out|deprecated|defunct|inactive|retired|withdrawn|terminated|ended"
    r"|ceased|suspended|stopped|void(?:ed)?|lapsed|invalid(?:ated)?|suspendue?s?|invalides?"
    r"|(?:do not|don't) (?:use|enter|issue)(?=\s*(?:$|[)\].,;]|any ?more|after|as of|since))"
    r"|ne (?:pas|plus) (?:utiliser|entrer|employer)(?=\s*(?:$|[)\].,;]|après|depuis))"
    r"|closed|historical|archived|disused|out of (?:use|date)|dropped|eliminated"
    r"|no longer (?:in|used|valid|applies|applicable|available|accepted|effective|active|exists?"
    r"|entered|issued|current|to be used)|not (?:in|to be|valid|used) ?(?:use|force|effect|used)?"
    r"|cannot be used|(?:must|may|should) not be used|(?:used|valid|in use) no longer"
    r"|expirée?s?|supprimée?s?|abrogée?s?|remplacée?s?|retirée?s?|annulée?s?|périmée?s?|abolie?s?"
    r"|caducs?|caduques?|désuète?s?|désuets?|désactivée?s?|inactifs?|inactives?|obsolètes?|fermée?s?"
    r"|archivée?s?|hors d['’]usage|éliminée?s?|révoquée?s?|terminée?s?|n['’](?:est|existe) plus)"
)
_PHRASE_ENDS = (
    r"(?=\s*(?:$|[)\].,;:*-]|(?:and|on|in|since|as of|effective|from|by|with|now|for|after|before"
    r"|code|until|le|la|en|au|aux|du|de|depuis|par|dès|pour|et|à|use|force|effect|valid\w*|vigueur|utilisée?"
    r"|accept\w*|\d)(?:\b|\W)|[A-Z][a-z]{2,8}\.? \d))"
)
_ENDED = re.compile(
    rf"{_SPAN}\s*[*†‡§]*\s*(?:[:,-]\s*)?[(\[]?\s*"
    r"(?:(?:code|now|is|are|was|were|has|have|been|got|est|sont|a|ont|été|already|deja|déjà"
    r"|officially|this|ce)\s+)*"
    rf"\b{_OVER}(?!\w){_PHRASE_ENDS}(?!\s+(?:code\s+)?[A-Z][0-9])(?:\s+(?:by|with|par)\b)?"
    rf"|\b{_OVER}(?:\s+codes?)?\s*[):\]-]\s*{_SPAN}"
    r"|(?:\b(?:before|formerly|previously|first|originally|was|avant|auparavant)\b\s*:?\s*)?"
    rf"{_SPAN}\s*[(,;-]*\s*(?:(?:is|has|was|has been|est|a été)\s+)?"
    rf"(?:now|became|becomes?|changed to|renamed|replaced (?:by|with)|superseded by|->|=>|→|➔|⇒"
    rf"|devient|est devenu|remplacé par|maintenant)\s*(?:as|to|the)?\s*(?:code\s*)?(?={_ONE})",
    re.IGNORECASE,
)
"""Codes that are said to have ended, or to be another one now."""

_MARKED = re.compile(rf"({_SPAN})\s*([*†‡§]+)")
_NOTE = re.compile(
    r"\W*(?:note\s*:\s*)?(?:(?:this|the|ce|le)\s+)?(?:(?:exemption\s+)?code\s+)?(?:(?:now|is|was|has"
    rf"|been|est|a|été)\s+)*{_OVER}(?!\w){_PHRASE_ENDS}",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    rf"{_SPAN}\s*[(\[,:-]*\s*(?:(?:was|were|used|valid|in use|code|était|utilisé|valide)\s+)*"
    r"(?:formerly|previously|prior(?! to)|from \d{4} to"
    r"|until|till|before|prior to|up to|through|to"
    r"|avant|jusqu['’]a?u?|jusqu['’]en)\s*"
    r"(?=(?P<day>[^();]{0,40}))",
    re.IGNORECASE,
)
_FORMERLY = re.compile(
    r"\b(?:formerly|before|previously|prior to|was|were|see|replac(?:es?|ed|ing)|instead of"
    r"|in place of|in lieu of|rather than|known as|referred to as|listed as|coded as|once"
    r"|used to be|originally|earlier|supersed(?:es?|ing)|takes? over from|successor (?:of|to)"
    r"|changed from|do not use|not|no longer|anciennement|auparavant|avant|précédemment"
    r"|antérieurement|prev|pre-\d+|voir|remplace|remplaçant"
    r"|était|connue? sous|au lieu d[eu]|plutôt que|à la place d[eu])\b"
    r"(?:[^();]|\([^()]*\))*?(?=[);]|\b(?:now|since|maintenant|depuis|désormais)\b|$)",
    re.IGNORECASE,
)
"""What is said of other codes than those of now, up to the end of the bracket or the line."""

_OLD_ONE = re.compile(
    r"\b(?:old|former|previous|prior|legacy|past|original|ex|ancien(?:ne)?s?|précédente?s?)\b[ -]*"
    rf"(?:(?:LMIA|exemption|permit|work|de|dispense)\s+)*(?:codes?)?\s*(?:[:=-]|was|is)?\s*{_LIST}",
    re.IGNORECASE,
)


def ended(text: str, today: date | None = None) -> set[str]:
    """Return the codes in a text that are said to have ended.

    Args:
        text: the text, as `plain` gives it.
        today: what is used until a later day has not ended.
    """
    over = {code for found in _ENDED.finditer(text) for code in codes_of(found[0])}
    rest = _ENDED.sub(" ", text)
    return over | {
        code
        for found in _UNTIL.finditer(rest)
        if _is_past(found["day"], today)
        for code in codes_of(found[0])
    }


def current(text: str, today: date | None = None) -> set[str]:
    """Return the codes in a text that are not said to have ended, or to be former or other ones."""
    rest = _UNTIL.sub(
        lambda found: " " if _is_past(found["day"], today) else found[0], _ENDED.sub(" ", text)
    )
    return codes_of(_FORMERLY.sub(" ", _OLD_ONE.sub(" ", rest)))


def marked(text: str) -> set[tuple[str, str]]:
    """Return the signs of notes in a text, each with the code that it stands after: `C14*`."""
    return {(sign, code) for codes, sign in _MARKED.findall(text) for code in codes_of(codes)}


def says_ended(note: str) -> bool:
    """Whether all that a note says of what it stands beside is that it has ended."""
    return bool(_NOTE.match(note)) and not codes_of(note)


def _is_past(said: str, today: date | None) -> bool:
    """Whether what follows `until` is a day that is over, or nothing: `C12 before`."""
    if not said.strip(" ,.]-"):
        return True
    day = day_of(said)
    if day is None:
        return False
    return today is None or not day[0] or day < (today.year, today.month, today.day)
