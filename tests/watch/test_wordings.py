"""Every wording that the watch knows, in a page of Canada.ca: take one away, and a test fails."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from generator.watch.dates import day_in
from generator.watch.notices import NoticeKind
from generator.watch.page import OfficialPage, UnreadableError, parse, read_page
from tests.watch.pages.frame import canada
from tests.watch.pages.texts import GUIDANCE

_CHOICE = re.compile(r"\{([^{}]*)\}")


def each(*forms: str) -> list[str]:
    """Return texts: in `{This|The} page` each choice once, with the first one of all others."""
    return list(dict.fromkeys(text for form in forms for text in _texts(form)))


def _texts(form: str) -> Iterator[str]:
    choices = [found[1].split("|") for found in _CHOICE.finditer(form)]
    plain = _CHOICE.sub("{}", form)
    firsts = [choice[0] for choice in choices]
    yield plain.format(*firsts)
    for number, choice in enumerate(choices):
        for other in choice[1:]:
            yield plain.format(*firsts[:number], other, *firsts[number + 1 :])


def read(main: str, title: str = "Keepers") -> OfficialPage:
    return read_page(parse(canada(main, title=title).encode(), "text/html; charset=utf-8"))


def kinds(main: str, title: str = "Keepers") -> list[str]:
    return [notice.kind.value for notice in read(main + GUIDANCE, title).notices]


def box(text: str) -> str:
    return f'<div class="alert alert-info"><p>{text}</p></div>'


def reason(main: str, title: str) -> str:
    with pytest.raises(UnreadableError) as told:
        read(main, title)
    return str(told.value)


@pytest.mark.parametrize(
    "line",
    each(
        "{This|The} {page|web page|webpage|content|information|document|publication} {has|have}"
        " been archived.",
        "We have archived this page.",
        "Information identified as archived is kept.",
        "Archived {information|page|content}",
        "Cette page {a été|est} archivée.",
        "Nous avons archivé cette page.",
        "{Page|Information|Contenu} archivée",
        "This {page|document|content} is kept for {historical|reference|archival} purposes only, as"
        " it was.",
        "This page is kept for reference{.| and as it was.| only, as it was.}",
        "Cette page est gardée à titre {historique|de référence}.",
    ),
)
def test_a_line_says_that_a_page_is_archived(line: str) -> None:
    assert kinds(f"<p>{line}</p>") == ["archived"]


@pytest.mark.parametrize(
    "text",
    each(
        "Look: archived information {is|has} no use.",
        "L’information dont il est indiqué qu’elle est archivée est gardée.",
        "Les informations archivées sont gardées.",
        "{Archived|Archivée}: kept.",
    ),
)
def test_a_box_says_that_a_page_is_archived(text: str) -> None:
    assert kinds(box(text)) == ["archived"]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        *((t, "archived") for t in each("{ARCHIVED|Archivé} {–|-|—|:} Towns",
                                        "[{Archived|Archivé}] T",
                                        "Towns {(|[}archived)", "Towns ({archived|archivé})",
                                        "Towns (archived]")),
        *((t, "superseded") for t in each(
            "{Superseded|Rescinded|Expired|Remplacé|Abrogé|Expiré|Périmé} – Towns",
            "[Superseded] Towns", "(Superseded) Towns", "Superseded: Towns",
            "Towns ({superseded|rescinded|expired|remplacé|abrogé|expiré|périmé})",
        )),
    ],
)  # fmt: skip
def test_a_title_says_what_became_of_a_page(title: str, kind: str) -> None:
    assert kinds("", title) == [kind]


@pytest.mark.parametrize(
    ("title", "kind"),
    [("Archived", "archived"), ("Archivé", "archived"), ("Expired", "superseded")],
)
def test_a_title_says_nothing_else(title: str, kind: str) -> None:
    page = canada(GUIDANCE, title=title).replace(f"{title} - Canada.ca", "Towns - Canada.ca")
    found = read_page(parse(page.encode(), "text/html; charset=utf-8")).notices
    assert [notice.kind.value for notice in found] == [kind]


SUPERSEDED = (
    ("{This|These|The present} {page|web page|webpage|instructions|instruction|bulletin|manual"
    "|chapter|guidance|document|content|policy|policies|update|guide|program|pilot"
    "|operational bulletin|program delivery instructions|temporary document|public policy}"
    " {has|have|is|are|was|were} {superseded|replaced|rescinded|withdrawn|cancelled|revoked"
    "|repealed|obsolete|deleted|removed|discontinued|terminated|expired} by others."),
    "The {instructions|public policy|program} have been superseded.",
    "The {following|above} instructions have been superseded.",
    ("The {instructions|information|guidance|content} {on|in} {this|the present} page have been"
    " superseded."),
    "The {instructions|information|guidance|content} below have been superseded.",
    "This page has{ now| since| also| recently} been superseded.",
    ("This page is {no longer|not any more} {in effect|in force|effective|valid|in use|used"
    "|applicable|current|active|up to date|updated|maintained|being updated}."),
    "These instructions {are|is|do|does} no longer apply.",
    "This page no longer {applies|apply}.",
    "This page expired {on|in|as of|effective} October 3, 2025.",
    "This page {is|are} not being {updated|maintained}.",
    ("{Cette|La présente} page {a|ont|est|sont} {remplacée|annulée|abrogée|retirée|révoquée"
    "|supprimée|expirée|périmée|caduque|caduc|expiré}."),
    "Cette page {a été|a depuis été|a maintenant été} remplacée.",
    ("{Ces instructions|Les instructions|Les présentes instructions|Les instructions ci-dessous"
    "|Les instructions ci-après|Les instructions sur cette page|Les instructions de cette page"
    "|Les instructions dans cette page|Les instructions sur la présente page|Ce bulletin"
    "|Le présent bulletin|Ce document|Ce guide|Ce chapitre|Ce contenu|Ce programme"
    "|Cette politique|La présente politique|Les renseignements sur cette page"
    "|Les informations sur cette page|Les renseignements de cette page"
    "|Les renseignements dans cette page|Les renseignements sur la présente page}"
    " {ne sont|n’est} plus {en vigueur|valides|valables|applicables|utilisées|à jour}."),
    "Ces instructions {ne s’appliquent|ne s’applique} plus.",
    ("{Officers|You} {should|must|may|can|are to} {no longer|not} {use|follow|apply|rely on}"
    " {these|this} instructions."),
    ("Les agents ne doivent {plus|pas} {utiliser|suivre|appliquer} {ces|les présentes}"
    " instructions."),
    ("See others, which {replace|supersede} {those|the ones|the instructions|the information"
    "|the guidance|the content} {on|in} {this|the present} page."),
    "D’autres remplacent {celles|les instructions} {de|sur} {cette|la présente} page.",
    ("{Important:|Notes:|Note:|Notice:|Attention:|Update:|Avis :|Remarque :|Mise en garde :"
    "|Please note that|Note that|Veuillez noter que} these instructions have been superseded."),
    ("{As of|As at|Effective|Since|Starting|From|Beginning|On} October 3, 2025, these"
    " instructions are superseded."),
    ("{À compter du|À compter de|À partir du|Dès le|Dès|Depuis le|En date du|En vigueur le}"
    " 3 octobre 2025, ces instructions sont remplacées."),
)  # fmt: skip


@pytest.mark.parametrize("line", each(*SUPERSEDED))
def test_a_line_and_a_box_say_that_a_page_is_superseded(line: str) -> None:
    assert kinds(f"<p>{line}</p>") == ["superseded"]
    assert kinds(box(f"Read this. {line}")) == ["superseded"]


@pytest.mark.parametrize(
    "word",
    ["if", "when", "where", "whether", "unless", "until", "once", "si", "lorsque", "quand"],
)
def test_what_holds_on_a_condition_is_no_notice(word: str) -> None:
    assert kinds(f"<p>These instructions are superseded {word} it rains.</p>") == []
    assert kinds(box(f"These instructions are superseded {word} it rains.")) == []


CODES = (
    "{The |These |This |Les |Le |Ces |Ce |}exemption codes {have|has} {changed|moved}.",
    "{K12|Code K12|Keepers’ code} has changed.",
    "Exemption codes have {recently|now|since} changed.",
    (
        "Exemption codes {have|has|had} been {changed|moved|replaced|renumbered|amended|updated"
        "|revised|modified}."
    ),
    "Exemption codes have {recently|now|since} been changed.",
    (
        "Exemption codes {are|is} {out of date|outdated|being updated|being revised|now outdated"
        "|under review|under revision|no longer accepted|no longer in use}."
    ),
    "Exemption codes is {under review|no longer in use}.",
    "Exemption codes changed {on|in|as of|effective} 3 October.",
    "Le code {a|ont} changé.",
    "Les codes {ont été|a été} {changés|remplacés|modifiés|mis à jour|déplacés}.",
    "Exemption codes {are|is} now {K61|different|new|in another list}.",
    "Le code {est|sont} maintenant {K61|différent}.",
    (
        "{The new|New} exemption codes {apply|applies|are in effect|took effect|take effect"
        "|came into effect}."
    ),
    "De nouveaux codes s’appliquent.",
    "The exemption code of applicants has changed.",
    "Code K12 of applicants has changed.",
    "Le code de dispense du pays a changé.",
)


@pytest.mark.parametrize("line", each(*CODES))
def test_a_line_and_a_box_say_that_codes_have_changed(line: str) -> None:
    assert kinds(f"<p>{line}</p>") == ["has changed"]
    assert kinds(box(line)) == ["has changed"]


@pytest.mark.parametrize(
    "line", each("This page {has|have} moved.", "This page has been moved.",
                 "Cette page a été déplacée.")
)  # fmt: skip
def test_a_line_says_that_a_page_has_moved(line: str) -> None:
    assert kinds(f"<p>{line}</p>") == ["has changed"]


@pytest.mark.parametrize(
    "word",
    ["special program", "programme spécial", "NOC", "CNP", "TEER", "FÉER", "NAICS", "SCIAN",
     "postal", "country", "pays", "GCMS", "SMGC", "form", "formulaire", "applicant", "officer",
     "agent"],
)  # fmt: skip
def test_other_codes_than_those_of_exemptions_are_no_news(word: str) -> None:
    assert kinds(box(f"The {word} code has changed.")) == []


BLOCKS = (
    "{Access|Accès} {denied|refusé|interdit}",
    "Access to this {page|site|resource} has been denied",
    "Access to this {page|site|resource} {has been|is} restricted",
    "{Attention required|Just a moment|Pardon our interruption|Too many requests}",
    "Request {rejected|blocked|unsuccessful}", "Demande rejetée", "You have been blocked",
    "Security {check|verification|challenge}", "Security check {required|in progress}",
    "{Checking your browser|Human verification|Verifying you are human|Captcha}",
    "Are you {human|a robot}", "Verify you are human", "{401|403|429}", "403 towns",
    "{Forbidden|Unauthorized|Blocked}", "{Page|Site} blocked",
    "L’authentification est refusée",
)  # fmt: skip
ABSENT = (
    "Page {was |is |}{not found|non trouvée|introuvable|removed|deleted|moved}",
    "{404|HTTP 404|Error 404|Erreur 404}", "Not found", "File not found", "Fichier introuvable",
    "Oops", "{This|The} {page|content} is {not available|unavailable|removed}",
    "We {couldn’t|could not|can’t|cannot} find {that|this|the} page",
    "{This|The} page {cannot be found|does not exist|no longer exists}",
    "La page demandée est {introuvable|inexistante}",
    "Nous ne pouvons trouver cette page",
)  # fmt: skip
FAULTS = (
    ("{This|The|Our} {site|website|web site|service|system|page|application} {is|are} currently"
    " {unavailable|down|offline}"),
    "Site {temporarily|currently|now} unavailable",
    "Site unavailable {for a while|due to rain|at the moment|right now|at this time|– all|: all}",
    "Site unavailable: towns",
    "{This|The|Our} site is under maintenance", "Site undergoing maintenance",
    "{Scheduled|Planned|System|Site} {maintenance|outage}",
    "Maintenance {in progress|notice}",
    "{Temporarily unavailable|Under maintenance|Down for maintenance}",
    "{500|HTTP 500|Error 503} {|towns}", "{Internal server error|Bad gateway|Gateway timeout}",
    "Technical {difficulty|difficulties}", "Something went wrong",
    "An error {occurred|has occurred}",
    ("{Ce|Le} {site|site web|système|service} {est|sont} {indisponible|non disponible"
    "|en maintenance|en entretien}"),
    "Site {actuellement|temporairement} indisponible",
    "Site indisponible {pour une heure|en raison de la pluie}",
    "{Ce|Le} site est en cours d’entretien",
    "{Entretien|Maintenance} {prévu|planifié|en cours|du site|du système}",
    "En maintenance", "Difficultés techniques", "Erreur {interne|du serveur}",
    "Une erreur {s’est produite|est survenue}",
)  # fmt: skip
LANGUAGES = (
    "Language {selection|choice}", "{Choose|Select} {your|a} language",
    "{Sélection|Choix} de la langue", "Choisissez {votre|une|la} langue",
)  # fmt: skip
REFUSED = {
    "the host shows a block page": BLOCKS,
    "the host says that it has no such page": ABSENT,
    "the host shows a page about maintenance or a fault": FAULTS,
    "the host asks for a language only": LANGUAGES,
}


@pytest.mark.parametrize(
    ("why", "title"), [(why, title) for why, forms in REFUSED.items() for title in each(*forms)]
)
def test_a_title_says_that_this_is_no_page(why: str, title: str) -> None:
    assert reason("<p>Lamps and towers</p>", title).startswith(f"{why} (")


@pytest.mark.parametrize(
    "line",
    each(
        "Reference {#|number |ID }18.2d351ab8", "You don’t have permission to access it",
        "Cloudflare Ray ID: 7d", "{Incident|Support|Request|Event} ID: 1234567890",
        "There is unusual traffic", "It was blocked by {a |the |our |}{network|firewall|security"
        "|web application}", "Performing security verification", "Why have I been blocked?",
    ),
)  # fmt: skip
def test_a_line_says_that_a_host_blocks(line: str) -> None:
    assert reason(f"<p>{line}</p>", "Towns") == "the host shows a block page"


@pytest.mark.parametrize(
    "line",
    each(
        "Please {enable|turn on} JavaScript",
        "Veuillez {activer|activez} JavaScript",
        "This {page|site|app|application} {requires|nécessite} JavaScript",
        "JavaScript {is|est|and cookies} {required|disabled|désactivé|needed|must be on}",
    ),
)
def test_a_line_asks_for_scripts(line: str) -> None:
    wanted = "it shows its text only to a browser that runs scripts"
    assert reason(f"<p>{line}</p>", "Towns") == wanted


OF_THE_HOST = (
    "page|site|server|browser|access|blocked|traffic|JavaScript|cookies|this service|the service"
    "|maintenance is|maintenance in|maintenance at|maintenance on|maintenance will|some maintenance"
    "|down for|try again|come back|inconvenience|sorry|oops|contact us|home page|homepage|requested"
    "|support ID|incident ID|administrator|moved|déplacé|supprimé|robot|human|accès|serveur"
    "|navigateur|réessayez|revenez|désolé|entretien|language|langue|available|unavailable"
    "|disponible|indisponible"
)


@pytest.mark.parametrize("word", OF_THE_HOST.split("|"))
def test_what_a_host_says_of_its_pages_is_no_text_of_one(word: str) -> None:
    assert reason(f"<p>Now and then {word} for keepers.</p>", "Forbidden")
    assert read("<p>Now and then lamps for keepers.</p>", "Forbidden").passages


MONTHS: tuple[str, ...] = (
    "january janvier jan janv", "february février feb févr", "march mars mar",
    "april avril apr avr", "may mai", "june juin jun", "july juillet jul juil",
    "august août aug", "september septembre sep sept", "october octobre oct",
    "november novembre nov", "december décembre dec déc",
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "number"),
    [(name, number) for number, names in enumerate(MONTHS, 1) for name in names.split()],
)
def test_a_month_is_known_by_each_of_its_names(name: str, number: int) -> None:
    day = date(2021, number, 5)
    assert day_in(f"{name} 5, 2021") == day_in(f"5 {name} 2021") == day
    shown = f'<time property="dateModified">{name} 5, 2021</time>'
    page = canada(GUIDANCE, modified="2020-01-01").replace("<h2", f"{shown}<h2", 1)
    assert read_page(parse(page.encode(), "text/html; charset=utf-8")).modified == day


@pytest.mark.parametrize(
    "text", ["May 1st 2021", "May 1, 2021", "1er mai 2021", "1ᵉʳ mai 2021", "1 May 2021"]
)
def test_the_first_of_a_month(text: str) -> None:
    assert day_in(text) == date(2021, 5, 1)


@pytest.mark.parametrize("text", ["May 2nd 2021", "May 3rd, 2021", "May 4th, 2021"])
def test_days_with_their_endings(text: str) -> None:
    assert day_in(text) is not None


def test_a_page_s_head_may_say_when_it_was_last_modified() -> None:
    page = (
        canada(GUIDANCE)
        .replace("dcterms.modified", "last-modified")
        .replace('property="dateModified"', "")
    )
    page = page.replace('id="wb-dtmd"', "")
    found = read_page(parse(page.encode(), "text/html; charset=utf-8"))
    assert found.modified == date(2022, 4, 1)


@pytest.mark.parametrize(
    "line",
    each(
        "{Regulations|Act|Acts|Rules|Orders}{ are| is|} current to {2026-11-10|November 10, 2026}"
        "{ and|, and|;|,} last amended on 2026-11-01.",
        "{Règlement|Loi|Décret|Règles} {est|sont} à jour 2026-11-10; dernière modification le"
        " 2026-11-01",
    ),
)
def test_a_law_says_how_current_it_is(line: str) -> None:
    found = read(f"<p>{line}</p>")
    assert found.modified == date(2026, 11, 1)
    assert "10" not in found.passages[-1].text


def test_every_kind_of_notice_is_among_these() -> None:
    assert {kind.value for kind in NoticeKind} == {"archived", "superseded", "has changed"}
