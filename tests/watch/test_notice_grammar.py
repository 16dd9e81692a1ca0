"""Notices in other words than any list has, and sentences that only begin like them."""

import pytest

from generator.watch.page import parse, read_page
from tests.watch.pages.frame import canada
from tests.watch.pages.texts import GUIDANCE


def kinds(main: str, title: str = "Keepers") -> list[str]:
    page = canada(main + GUIDANCE, title=title)
    return [n.kind.value for n in read_page(parse(page.encode(), "text/html")).notices]


def box(text: str) -> str:
    return f'<section class="alert alert-info"><p>{text}</p></section>'


@pytest.mark.parametrize(
    "sentence",
    [
        "These guidelines on work permits have been repealed.",
        "This manual chapter is obsolete.",
        "This measure for keepers lapsed on May 1, 2026.",
        "This exemption has been suspended.",
        "This category was closed on July 1, 2026.",
        "The pilot program ended March 31, 2026.",
        "These instructions should not be used any more.",
        "These instructions are not in force anymore.",
        "These instructions ceased to have effect on July 2, 2026.",
        "Officers must stop using these instructions.",
        "Do not use this page. Read the others.",
        "This form is no longer accepted.",
        "We no longer accept applications under this pilot.",
        "These instructions are, as of May 3, 2026, rescinded.",
        "Ce formulaire n’est plus accepté.",
        "Cette mesure temporaire a été suspendue.",
        "Ces lignes directrices ont cessé de s’appliquer.",
        "Cette politique est arrivée à échéance le 3 mai 2026.",
        "Ce programme pilote a pris fin le 31 août 2026.",
        "N’utilisez plus ce formulaire.",
        "Cessez d’utiliser ces instructions.",
        "Ces instructions ne doivent plus être utilisées.",
    ],
)
def test_what_has_ended_is_told_from_a_box_and_from_a_line_below_the_title(sentence: str) -> None:
    assert kinds(box(sentence)) == kinds(f"<p>{sentence}</p>") == ["superseded"]


@pytest.mark.parametrize(
    "sentence",
    [
        "These guidelines were archived on June 4, 2026.",
        "This page was moved to the archives.",
        "You are viewing an archived version of this page.",
        "Les présentes instructions ont été archivées.",
        "Vous consultez une version archivée.",
    ],
)
def test_what_is_archived_is_told(sentence: str) -> None:
    assert kinds(box(sentence)) == kinds(f"<p>{sentence}</p>") == ["archived"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Use code K61 instead of K12.",
        "Instead of K12, officers use K61.",
        "K61 replaces K12.",
        "Code K12 has been split into K61 and K62.",
        "Exemption code K12 should no longer be used.",
        "Do not use code K12.",
        "There are new exemption codes for this category.",
        "A new exemption code has been created.",
        "Utilisez le code K61 au lieu de K12.",
        "Le code K12 a été scindé.",
        "Le code K12 ne doit plus être utilisé.",
        "This page is currently being updated.",
        "This page was updated on July 2, 2026.",
        "Cette page est en cours de mise à jour.",
        "For the most up-to-date instructions, see the others.",
    ],
)
def test_what_has_changed_is_told(sentence: str) -> None:
    assert kinds(box(sentence)) == kinds(f"<p>{sentence}</p>") == ["has changed"]


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Status: Closed", "superseded"),
        ("Expired", "superseded"),
        ("Fermé", "superseded"),
        ("Archived", "archived"),
    ],
)
def test_a_label_at_the_title_is_a_part_of_it(word: str, kind: str) -> None:
    assert kinds(f'<p><span class="label label-danger">{word}</span></p>') == [kind]
    page = canada(GUIDANCE).replace("</h1>", f' <span class="badge">{word}</span></h1>')
    found = read_page(parse(page.encode(), "text/html")).notices
    assert [notice.kind.value for notice in found] == [kind]
    assert kinds(f"<h2>Doors</h2><p>{word}</p>") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Employers should not use this program to avoid an LMIA.",
        "Officers must not apply this policy to spouses.",
        "This document is no longer valid after 6 months from the date of issue.",
        "The program has been terminated by the school.",
        "The program ended before the student left.",
        "This exemption is no longer available to keepers of towers.",
        "This information has been removed from the application.",
        "This document must not be used as proof of status.",
        "The pilot has been cancelled in case of fire.",
        "The code of conduct of the college has changed.",
        "Codes have been updated in the list of countries of birth.",
        "The codes in Annex B have been changed.",
        "The door code has been changed by the system.",
        "Use form IMM 1295 instead of form IMM 5710.",
        "The offer was withdrawn and the posting has closed.",
        "Passports that have expired are refused.",
        "This category is not closed.",
        "See the latest information on fees.",
        "Le programme a été annulé par l’école.",
        "Ce document n’est plus valide après 6 mois.",
        "Les agents ne doivent pas appliquer cette politique aux époux.",
        "Le code de conduite a changé.",
    ],
)
def test_what_only_sounds_so_is_no_notice(sentence: str) -> None:
    assert kinds(box(sentence)) == kinds(f"<p>{sentence}</p>") == []
