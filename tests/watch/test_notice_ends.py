"""That something is over, will be, or lags behind, and what is so for a while or in part only."""

import pytest

from tests.watch.test_notice_grammar import box, kinds


@pytest.mark.parametrize(
    "sentence",
    [
        "These instructions are no longer being used by officers.",
        "These instructions are no longer to be used.",
        "This bulletin is not to be used.",
        "As of June 1, 2026, these instructions must no longer be used by officers.",
        "This guidance is no longer followed by visa officers.",
        "Ces instructions ne sont plus utilisées par les agents.",
        "IRCC is no longer accepting applications under this stream.",
        "IRCC is no longer accepting new applications under this pilot.",
        "The department is no longer processing applications under this stream.",
        "IRCC has stopped accepting new applications through this pathway.",
        "Applications under this pilot are no longer accepted.",
        "New applications are no longer being accepted under the pilot.",
        "IRCC n’accepte plus de nouvelles demandes dans le cadre de ce volet.",
        "La politique d’intérêt public n’est plus en vigueur depuis le 1er juin 2026.",
        "La politique d’intérêt public temporaire a pris fin le 1er juin 2026.",
        "Le programme pilote est terminé.",
        "Le programme a pris fin le 1er juin 2026.",
        "Le volet est fermé.",
        "The temporary public policy expired on March 9, 2026.",
        "This page is no longer updated.",
        "This page is not being updated as of May 3, 2026.",
        "Cette page n’est plus mise à jour.",
    ],
)
def test_what_is_over_is_told(sentence: str) -> None:
    assert kinds(box(sentence)) == kinds(f"<p>{sentence}</p>") == ["superseded"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Important: There were several code changes and new codes added on December 15, 2022.",
        "There have been several code changes for this category.",
        "There were changes to the LMIA exemption codes on December 15, 2022.",
        "Changes were made to the exemption codes.",
        "Several codes were added.",
        "IRCC has made changes to the exemption codes.",
        "Il y a eu plusieurs changements aux codes de dispense.",
        "Des modifications ont été apportées aux codes de dispense.",
        "As of December 15, 2022, the exemption code for keepers is K61.",
        "Exemption code K12 should no longer be used for keepers.",
        "This page does not yet reflect the changes of June 1, 2026.",
        "This content may not reflect the latest updates.",
        "These instructions do not include the new requirements yet.",
        "Cette page ne reflète pas encore les changements du 3 mai 2026.",
        "Cette page ne tient pas encore compte des modifications.",
        "This pilot will end on December 31, 2026.",
        "This program will close to new applicants on May 3, 2027.",
        "This public policy is set to expire on March 31, 2027.",
        "This stream ends on May 3, 2027.",
        "These instructions will be replaced on June 1, 2027.",
        "Ce programme pilote prendra fin le 31 août 2027.",
        "Cette politique expire le 31 août 2027.",
    ],
)
def test_what_has_changed_or_will_is_told(sentence: str) -> None:
    assert kinds(box(sentence)) == kinds(f"<p>{sentence}</p>") == ["has changed"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Because of the labour disruption, this page is not being updated as often.",
        "Due to the strike, this page is not being updated.",
        "This page is not being updated daily during the strike.",
        "This page is no longer updated weekly.",
        "En raison de la grève, cette page n’est plus mise à jour.",
        "Cette page n’est plus mise à jour aussi souvent.",
        "This form must not be used by officers to refuse keepers.",
        "We no longer accept paper applications for the program.",
        "We are no longer accepting cash under this program.",
        "There were changes to the fees.",
        "There have been many changes to the NOC codes.",
        "There were several postal code changes.",
        "There are several codes of conduct.",
        "The exemption code for keepers is K61.",
        "Code K12 must not be used for keepers.",
        "The permit will expire on May 3, 2027.",
        "This program will accept applications on May 3, 2027.",
        "These instructions will be used until May 3, 2027.",
        "This measure will be reviewed on June 3, 2027.",
        "The program ends in June, and the keeper may stay.",
        "This policy will end when the tower falls.",
        "This initiative will end the wait of keepers.",
        "This policy does not reflect the views of towns.",
        "The program is closed on holidays.",
        "The pilot is over 65 years old.",
        "Le programme d’études a pris fin en juin.",
        "Le projet du demandeur est terminé.",
    ],
)
def test_what_is_so_for_a_while_or_in_part_is_no_notice(sentence: str) -> None:
    assert kinds(box(sentence)) == kinds(f"<p>{sentence}</p>") == []
