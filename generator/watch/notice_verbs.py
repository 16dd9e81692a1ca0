"""What a notice says has become of a thing: that it is over, archived, or not as it was."""

ADVERB = (
    r"(?:,? (?:now|since|also|already|however|therefore|as of [\w ,]{4,24}?,|\w+ly|depuis"
    r"|maintenant|déjà|désormais|\w+ment))*"
)
_IS = r"(?:have|has|had|is|are|was|were|a|ont|est|sont|était|étaient)"
_BEEN = rf"{_IS}{ADVERB}(?: been| being| été)?{ADVERB}"

_OVER = (
    r"(?:superseded|replaced|repealed|rescinded|revoked|cancell?ed|withdrawn|retired|discontinued"
    r"|terminated|suspended|deleted|removed|closed|ended|expired|lapsed|abolished|obsolete"
    r"|over(?! \d)"
    r"|invalid|void|inactive|deactivated|phased out|taken down|paused|concluded|defunct"
    r"|come to an end"
    r"|(?:remplac|annul|abrog|retir|révoqu|supprim|expir|périm|ferm|termin|résili|désactiv|class"
    r"|invalid)ée?s?|suspendue?s?|interrompue?s?|close?s?|échue?s?|abolie?s?|caduc|caduques?"
    r"|obsolètes?|désuète?s?|désuet)(?! (?:to|for|aux?|pour) (?!new ))"
    r"(?! (?:on|during|at) (?:[\w ]+days\b|weekends|night))\b"
)
_WAS = (
    r"(?:expired|ended|lapsed|closed|concluded|ceased|came to an end)"
    r"(?= (?:on|in|as of|effective|at|last|early|late|january|february|march|april|may|june|july"
    r"|august|september|october|november|december|\d)\b|\W*$)"
)
_FOR_SOME = r"(?! (?:to|for|aux?|pour) (?!new |(?:any )?applications|use\b))"
_WHOLLY = (
    r"(?=\W*$|[.,;:)]| (?:and|or|but|nor|et|ni|ou|by|par)\b"
    r"| (?:as of|effective|after|since|from|on|depuis|à compter d\w+) [\w ,]*\d{4})"
)
"""After “is not updated”: what comes then would say how often, or for how long."""

_STATE = (
    r"(?:in effect|in force|in use|in place|effective|valid|used|followed|apply|applies|applicable"
    r"|current|active|available|accepted|open|operational|offered|relevant|up[ -]to[ -]date"
    r"|(?:to be |being )?(?:used|followed|applied|offered|accepted|issued)|supported|exists?"
    rf"|running|(?:being )?(?:updated|maintained){_WHOLLY}"
    rf"|accepting (?:new )?applications|have effect|has effect)\b{_FOR_SOME}"
)
_ETAT = (
    r"(?:en vigueur|en usage|en place|valides?|valables?|applicables?|appliquée?s?|utilisée?s?"
    r"|suivie?s?|à jour|offerte?s?|disponibles?|acceptée?s?|actifs?|actives?|ouverte?s?"
    rf"|maintenue?s?|d'actualité|(?:mise?s?|tenue?s?) à jour{_WHOLLY}|d'application)(?!\w)"
    rf"{_FOR_SOME}"
)
_DONE = r"(?:used|followed|applied|relied (?:up)?on|consulted|accepted|referred to|entered|issued)"
TO_ITS_END = (
    r"(?= any ?(?:more|longer)\b|\W*$|[,;]| (?:as of|effective|after|since|from|on) [\w ,]*\d{4})"
)
"""After “must not use it”: what comes then would say for what it must not be used."""

_NO_MORE = (
    r"(?:(?:is|are|was|were|do|does|has|have)(?: \w+ly| now)*(?: been)? )?"
    rf"(?:no longer|not any ?(?:more|longer)) {_STATE}"
    rf"|(?:is|are|do|does)(?: not|n't) {_STATE}.{{0,20}}? any ?(?:more|longer)\b"
    rf"|(?:is|are)(?: not|n't) (?:being )?(?:updated|maintained) ?any ?(?:more|longer)\b"
    rf"|(?:is|are)(?: not|n't) being (?:updated|maintained)\b{_WHOLLY}"
    rf"|(?:is|are) not to be {_DONE}{TO_ITS_END}"
    r"|(?:has |have )?ceased to (?:be|have|apply|exist)\b"
    rf"|(?:n'est|n'était|ne sont|n'étaient) (?:maintenant |désormais )?plus {_ETAT}"
    r"|ne s'applique(?:nt)? plus\b|n'existe(?:nt)? plus\b|n'accepte(?:nt)? plus\b"
    r"|n'(?:a|ont) plus (?:cours|d'effet)"
    r"|(?:a|ont)(?: \w+ment)? (?:cessé|pris fin)\b"
    r"|(?:est|sont) (?:arrivée?s? à (?:échéance|expiration|(?:son|leur) terme)|hors d'usage)"
)
_FAIT = r"(?:utilis|suivi|appliqu|consult|accept|employ|entr|saisi|délivr)(?:ée?s?|e?s?)"
NOT_TO_BE_USED = (
    r"(?:should|must|may|can|shall|is to|are to|will)(?: \w+ly)?"
    rf" (?:no longer be {_DONE}\b{_FOR_SOME}"
    rf"|not be {_DONE}{TO_ITS_END})"
    rf"|ne (?:doi(?:ven)?t|peu(?:ven)?t) (?:plus être {_FAIT}(?!\w)|pas être {_FAIT}{TO_ITS_END})"
)
OUT_OF_USE = rf"(?:{_BEEN} {_OVER}|{_WAS}|{_NO_MORE}|{NOT_TO_BE_USED})"

PUT_AWAY = (
    rf"(?:{_BEEN} (?:archived\b|archivée?s?(?!\w)"
    r"|(?:moved|transferred|sent) to (?:the |our )?archives?\b"
    r"|(?:déplacée?s?|transférée?s?|versée?s?) (?:dans les|aux) archives))"
)

USE = r"(?:use|follow|apply|rely (?:up)?on|consult|refer to|submit)"
USING = r"(?:using|following|applying|relying (?:up)?on|consulting|referring to|submitting)"
UTILISER = r"(?:utiliser|suivre|appliquer|consulter|employer|se fier à)"

ALTERED = (
    r"(?:changed|moved|replaced|renumbered|amended|updated|revised|modified|split|divided|merged"
    r"|combined|reorganized|renamed|rewritten|relocated)"
)
MODIFIE = (
    r"(?:chang|remplac|modifi|déplac|renumérot|scind|divis|fusionn|renomm|révis|actualis)ée?s?"
    r"|mise?s? à jour"
)
NOT_AS_IT_WAS = (
    rf"(?:has|have|had|was|were){ADVERB}(?: been)?{ADVERB} {ALTERED}"
    rf"|(?:is|are){ADVERB} (?:out of date|outdated|being {ALTERED}|being reviewed)"
    rf"|(?:is|are){ADVERB} (?:under re(?:view|vision)|no longer accepted)"
    rf"|changed (?:on|in|as of|effective)|(?:a|ont){ADVERB} changé"
    rf"|(?:a|ont){ADVERB} été{ADVERB} (?:{MODIFIE})"
    rf"|(?:est|sont){ADVERB} en cours de (?:mise à jour|révision|modification)"
)

_NEWS = (
    r"(?:changes?|updates?|amendments?|revisions?|modifications?|changements?|mises? à jour"
    r"|nouve(?:lles?|aux?) (?:règles?|codes?|instructions|exigences)"
    r"|new (?:rules?|codes?|instructions?|requirements?|regulations?))"
)
NOT_YET_AS_IT_IS = (
    r"(?:(?:do|does|may|might|has|have)(?: not|n't)(?: yet| currently| fully| always)*"
    r"(?: been updated to)? (?:reflect|include|contain|show|take into account|incorporate)"
    rf"|ne (?:reflète|comprend|contien|tien|prend)(?:ne)?(?:nt|t)? pas(?: encore)?)"
    rf"\b[^.;]{{0,60}}?\b{_NEWS}\b"
)
"""What a page says that lags behind."""

_DAY = r"(?=\W*$| (?:on|in|as of|effective|at|by|le|en|à|au) [^.;]{0,24}?\d{4}| soon\b| bientôt)"
WILL_END = (
    r"(?:(?:(?:will|shall)(?: soon)?|(?:is|are)(?: \w+)? to) (?:end|expire|close|conclude|lapse"
    rf"|come to an end|cease|be {_OVER}|no longer be {_STATE})|(?:is|are) (?:ending|expiring"
    r"|closing)|(?:prendr(?:a|ont) fin|se termine(?:ra|ront)|expire(?:ra|ront)|ferme(?:ra|ront)"
    rf"|ser(?:a|ont) {_OVER}|ne ser(?:a|ont) plus {_ETAT}))"
    rf"(?: to (?:new )?(?:applications|applicants))?{_DAY}"
)
ENDS_ON = (
    r"(?:ends?|expires?|closes?|prend fin|se termine|expire) (?:on|le|effective) [^.;]{0,20}?\d{4}"
)
"""What a page says that will be over on a day."""
