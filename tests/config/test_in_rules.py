"""Options of rules and the house style, in what is found."""

from types import MappingProxyType

import pytest

from mtcheck.api import check_text
from mtcheck.house_style import HouseStyle, pair_of
from mtcheck.registry import shipped_rules
from mtcheck.rule import ALLOW
from mtcheck.settings import Settings


def found(text: str, language: str = "en", **given: object) -> list[tuple[str, str]]:
    settings = Settings(**given)  # type: ignore[arg-type]
    report = check_text(text, language=language, settings=settings)
    return [(finding.rule, finding.text) for finding in report.findings]


def in_house(text: str, language: str = "en", **house: str) -> list[tuple[str, str]]:
    return found(text, language, house_style=HouseStyle(**house))  # type: ignore[arg-type]


def with_options(text: str, rule: str, language: str = "en", **options: object) -> list[str]:
    given = {name.replace("_", "-"): value for name, value in options.items()}
    hits = found(text, language, select=(rule,), rule_options=MappingProxyType({rule: given}))
    return [text for _, text in hits]


def test_allowed_texts_are_left_alone() -> None:
    text = "The OTAN met in Brussels on Friday. OTAN leaders said so."
    assert with_options(text, "untranslated-acronym") == ["OTAN", "OTAN"]
    assert with_options(text, "untranslated-acronym", allow=("OTAN",)) == []
    assert with_options(text, "untranslated-acronym", allow=("ONU",)) == ["OTAN", "OTAN"]


def test_most_words() -> None:
    text = "One two three four five six. Seven eight."
    assert with_options(text, "overlong-sentence") == []
    assert with_options(text, "overlong-sentence", most_words=4) == ["One two three four five six."]


def test_paragraphs_below_the_headline() -> None:
    copy = "Talks open in Moscow"
    text = f"{copy}\n\nThey met.\n\n{copy}\n\nThey left."
    assert with_options(text, "duplicated-headline") == [copy]
    assert with_options(text, "duplicated-headline", paragraphs=1) == []


def test_also_grouped_by() -> None:
    text = "The war has killed 24 762 people, most of them women."
    assert with_options(text, "number-format") == ["24 762"]
    assert with_options(text, "number-format", also_grouped_by="space") == []


def test_the_marks_of_the_house_hold_in_sums_too() -> None:
    text = "The war has cost $24 762 and 24 762 lives."
    rules = {"select": ("number-format", "currency-format")}
    assert [sum for _, sum in found(text, **rules)] == ["$24 762", "24 762"]
    house = MappingProxyType({"number-format": {"also-grouped-by": "space"}})
    assert found(text, **rules, rule_options=house) == []


def test_every_option_has_another_name_than_allow_and_says_what_it_does() -> None:
    for rule in shipped_rules():
        names = [option.name for option in rule.options]
        assert ALLOW not in names and len(names) == len(set(names))
        assert all(option.documentation.endswith(".") for option in rule.options)


def test_a_house_that_prints_guillemets_in_english() -> None:
    text = "He spoke of «a truce» and of “peace” again."
    assert found(text) == [("foreign-quotes", "«a truce»")]
    assert in_house(text, quotes="«»") == [("house-quotes", "“peace”")]


def test_marks_of_no_press_of_the_language_stay_foreign() -> None:
    assert in_house("Er sagte «ja», sie “nein”.", "de", quotes="»«") == [
        ("house-quotes", "«ja»"),
        ("foreign-quotes", "“nein”"),
    ]


@pytest.mark.parametrize(
    ("language", "pair"),
    [("en", "«»"), ("de", "“”"), ("fr", "“”"), ("pt", "«»"), ("ja", "“”"), ("ru", "“”")],
)
def test_the_houses_own_marks_are_never_at_fault(language: str, pair: str) -> None:
    text = (
        f"{pair[0]}Moskau 2024{pair[1]}. {pair[0]}Paris 2024{pair[1]}. {pair[0]}Roma 2024{pair[1]}."
    )
    quotes = [rule for rule, _ in in_house(text, language, quotes=pair) if "quotes" in rule]
    assert quotes == []


def test_the_houses_english_decides_of_dates_and_stops() -> None:
    text = "He called it “a disaster”, then left."
    assert found(text, select=("quote-punctuation",)) == []
    american = HouseStyle(english="US")
    assert found(text, select=("quote-punctuation",), house_style=american)
    british = HouseStyle(english="GB")
    assert not found(text, "en", select=("quote-punctuation",), house_style=british)


def test_the_houses_spelling() -> None:
    text = "The colour of the center changed."
    assert found(text) == []
    assert in_house(text, english="US") == [("house-spelling", "colour")]
    assert in_house(text, english="GB") == [("house-spelling", "center")]
    italian = in_house("Il colour e il center.", "it", english="GB")
    assert "house-spelling" not in [rule for rule, _ in italian]


def test_spacing_of_the_house() -> None:
    spaced, close = "Il a dit\u00a0: «\u00a0Oui\u00a0»\u00a0!", "Il a dit: «Oui»!"
    rule = ("foreign-spacing",)
    house = HouseStyle(spacing="close")
    assert not found(spaced, "fr", select=rule)
    assert found(spaced, "fr", select=rule, house_style=house)
    assert not found(close, "fr", select=rule, house_style=house)
    french = HouseStyle(quotes="«»", spacing="french")
    assert not found("He said\u00a0: «\u00a0yes\u00a0»\u00a0!", select=rule, house_style=french)


@pytest.mark.parametrize(
    ("value", "pair"),
    [("guillemets", "«»"), ("„“", "„“"), ("“ ”", "“”"), ("straight", '""'), ('""', '""')],
)
def test_pairs_by_name_or_by_their_marks(value: str, pair: str) -> None:
    assert pair_of(value) == pair
