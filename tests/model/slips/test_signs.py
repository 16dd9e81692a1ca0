import pytest

from generator.model.slips.signs import plain_letters, sign_fault


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Light\u00adhouse", "a soft hyphen (U+00AD)"),
        ("A\u200bB", "a zero width space (U+200B)"),
        ("A\u200dB", "a zero width joiner (U+200D)"),
        ("A\u2060B", "(U+2060)"),
        ("A\ufeffB", "(U+FEFF)"),
        ("A\u202eB", "(U+202E)"),
        ("A\u2066B", "(U+2066)"),
        ("A\ue000B", "(U+E000)"),
        ("A\ufffeB", "(U+FFFE)"),
        ("A\uffffB", "(U+FFFF)"),
        ("A\ud800B", "(U+D800)"),
        ("A\u2028B", "line separator (U+2028)"),
        ("A\u2029B", "(U+2029)"),
        ("A\x85B", "(U+0085)"),
        ("Europ\ufffdan", "lost letter (U+FFFD)"),
        ("A\u3164B", "(U+3164)"),
        ("A\U000e0041B", "(U+E0041)"),
    ],
)
def test_what_nobody_sees_is_named_with_what_stands_before_it(text: str, named: str) -> None:
    fault = sign_fault(text) or ""
    assert named in fault
    assert f"after `{text[: text.index(next(c for c in text if not c.isascii()))]}`" in fault


@pytest.mark.parametrize(
    "text",
    ["CETAâ€™s", "QuÃ©bec", "a â€“ b", "withÂ a", "prÃ¨s", "Ã  MontrÃ©al", "5Â 000", "Å“uvre"],
)
def test_letters_that_were_read_wrongly_are_told(text: str) -> None:
    assert "garbled" in (sign_fault(text) or "")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("code С10", "C10"),
        ("СETA", "CETA"),
        ("СЕТА", "CETA"),
        ("Ｃ10", "C10"),
        ("C٩٩", "C99"),
        ("Αgreement", "Agreement"),
        ("wоrk", "work"),
        ("𝐂ETA", "CETA"),
    ],
)
def test_a_letter_that_only_looks_like_another_is_told_with_its_word(text: str, plain: str) -> None:
    fault = sign_fault(text) or ""
    assert f"looks like `{plain}`" in fault
    assert plain in plain_letters(text)
    assert len(plain_letters(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "Québec, mobilité francophone, Côte d’Ivoire, Århus, São Tomé, Łódź, naïve, Ångström",
        "« CAFÉ\u00a0» et «\u00a0là\u00a0»",
        "“MOBILITÉ” – ÂGE, À PROPOS, PÂTÉ, SÃO",
        "½ of 20\u202f% · 5 × 3 − 2 ≤ 14 €, 10 °C, ™ ® © № 5, 1ª, x², →",
        "Москва and Ελλάδα",
        "10 μm, 5 kΩ, π",
        "Nguyễn Văn, İstanbul, Çelik",
        "中文 日本語",
        "a tab\there",
        "👍 fine",
    ],
)
def test_letters_of_other_languages_and_ordinary_signs_pass(text: str) -> None:
    assert sign_fault(text) is None
