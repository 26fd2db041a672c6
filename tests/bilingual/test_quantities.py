"""Numbers, months and times are values, whatever the language writes for them."""

import pytest

from mtcheck.bilingual.quantities import quantities_of
from mtcheck.document import Document, Segment, Span
from mtcheck.registry import all_rules
from mtcheck.rule import Hit

RULE = next(rule for rule in all_rules() if rule.name == "number-mismatch")

VALUES = [
    ("en", "twenty-five", 25),
    ("en", "two and a half million", 2_500_000),
    ("en", "three hundred and twelve", 312),
    ("en", "2.3bn", 2.3e9),
    ("en", "12 lakh", 1_200_000),
    ("en", "3 dozen", 36),
    ("en", "two thirds", 0.6666667),
    ("fr", "quatre-vingt-dix-neuf", 99),
    ("fr", "soixante et onze", 71),
    ("fr", "2,5 milliards", 2.5e9),
    ("fr", "deux cent mille", 200_000),
    ("fr", "10\u202f541", 10_541),
    ("de", "fünfundzwanzig", 25),
    ("de", "zweihundertfünfzigtausend", 250_000),
    ("de", "2,3 Mio.", 2.3e6),
    ("de", "3 Billionen", 3e12),
    ("de", "1.234,56", 1234.56),
    ("es", "mil millones", 1e9),
    ("es", "2 billones", 2e12),
    ("es", "treinta y dos", 32),
    ("it", "ventitré", 23),
    ("it", "duecentocinquanta", 250),
    ("pt", "2 mil milhões", 2e9),
    ("pt", "cento e vinte", 120),
    ("nl", "vijfentwintig", 25),
    ("nl", "3 miljard", 3e9),
    ("ru", "два миллиона триста тысяч", 2_300_000),
    ("ru", "5 млрд", 5e9),
    ("uk", "п'ятдесят два", 52),
    ("uk", "3,4 млн", 3.4e6),
    ("pl", "dwadzieścia pięć tysięcy", 25_000),
    ("pl", "5 mld", 5e9),
    ("cs", "pětadvacet", 25),
    ("cs", "12,5 miliardy", 12.5e9),
    ("sv", "tjugofem", 25),
    ("sv", "2 miljarder", 2e9),
    ("tr", "yirmi beş bin", 25_000),
    ("tr", "2,3 milyar", 2.3e9),
    ("ar", "خمسة وعشرون", 25),
    ("ar", "٢٠٢٣", 2023),
    ("ar", "3 ملايين", 3e6),
    ("zh", "2030万", 20_300_000),
    ("zh", "三百二十", 320),
    ("zh", "百分之五", 5),
    ("zh", "1.5亿", 1.5e8),
    ("zh", "二〇二三", 2023),
    ("ja", "3億5000万", 3.5e8),
    ("ja", "5割", 50),
    ("ja", "２万３千", 23_000),
]


@pytest.mark.parametrize(("language", "text", "value"), VALUES)
def test_value(language: str, text: str, value: float) -> None:
    (quantity,) = quantities_of(Document(text, language))
    assert quantity.keys[0] == pytest.approx(value)
    assert (quantity.start, quantity.end) in {(0, len(text)), (0, len(text) - 1)}


FAITHFUL = [
    ("zh", "7月共有2030万人", "en", "In July there were 20.3 million people"),
    ("zh", "7月", "de", "im Juli"),
    ("ja", "2023年10月7日午後2時30分", "en", "at 2:30 p.m. on 7 October 2023"),
    ("ja", "令和5年", "fr", "en 2023"),
    ("ja", "5割", "en", "half"),
    ("ja", "19世紀", "fr", "au XIXe siècle"),
    ("en", "7 October 2023", "de", "07.10.2023"),
    ("en", "October 7, 2023", "zh", "2023年10月7日"),
    ("en", "the 1990s", "fr", "les années 90"),
    ("en", "the 1990s", "ru", "90-е годы"),
    ("en", "the 19th century", "sv", "1800-talet"),
    ("en", "2:30 p.m.", "fr", "14h30"),
    ("en", "8 p.m.", "de", "20 Uhr"),
    ("en", "50 miles away", "de", "80 Kilometer entfernt"),
    ("en", "10,000 acres", "fr", "4 000 hectares"),
    ("en", "6 feet tall", "es", "1,83 metros de altura"),
    ("en", "It was 80 degrees", "it", "C'erano 27 gradi"),
    ("en", "1,197 people", "de", "rund 1200 Menschen"),
    ("en", "40 years", "ru", "сорокалетний"),
    ("en", "24 hours", "cs", "den"),
    ("en", "$3 billion", "de", "3 Milliarden Dollar"),
    ("en", "$1 trillion", "es", "1 billón de dólares"),
    ("en", "between 2 and 3 million", "zh", "200万至300万"),
    ("en", "$200 billion", "fr", "200 milliards de dollars (150 milliards d'euros)"),
    ("en", "4.67 lakh cases", "ru", "467 тысяч случаев"),
    ("en", "after 9/11", "zh", "911事件之后"),
    ("fr", "35,5 %", "tr", "yüzde 35,5"),
    ("de", "ein Drittel", "en", "33 per cent"),
    ("pl", "15 tys. osób", "en", "15,000 people"),
    ("ar", "٢٥ ألف شخص", "en", "25,000 people"),
    ("uk", "3 млн грн", "pl", "trzy miliony hrywien"),
    ("en", "It is 10 yards wide", "fr", "Il fait 10 mètres de large"),
    ("ja", "60年を祝った", "zh", "庆祝60周年"),
    ("en", "carbon dioxide", "ja", "二酸化炭素"),
]


@pytest.mark.parametrize(("source_language", "source", "language", "target"), FAITHFUL)
def test_faithful(source_language: str, source: str, language: str, target: str) -> None:
    assert not _hits(source_language, source, language, target)
    assert not _hits(language, target, source_language, source) or "(" in target or "rund" in target


WRONG = [
    ("en", "7 %", "de", "8 %", "8"),
    ("en", "$3 billion", "de", "3 Billionen Dollar", "3 Billionen"),
    ("en", "$3 billion", "es", "3 billones de dólares", "3 billones"),
    ("de", "2 Billionen Euro", "en", "2 billion euros", "2 billion"),
    ("zh", "2030万", "en", "203 million", "203 million"),
    ("zh", "7月", "en", "It was June then", "June"),
    ("en", "on 5 May", "ru", "6 мая", "6"),
    ("en", "at 2:30 p.m.", "fr", "à 15h30", "15h30"),
    ("ru", "тридцать человек", "en", "13 people", "13"),
    ("en", "in 1987", "pl", "w 1978 roku", "1978"),
    ("en", "1,200 people", "ja", "1万2000人", "1万2000"),
    ("en", "It was 8 miles away.", "zh", "离这里8公里。", "8公里"),
    ("en", "It lasted 3 hours.", "ja", "3分間続いた。", "3分間"),
    ("en", "30 degrees Celsius", "fr", "30 degrés Fahrenheit", "30 degrés Fahrenheit"),
    ("en", "talks of 8 hours", "pl", "rozmowy trwały 8 minut", "8 minut"),
    ("en", "40 degrees Celsius", "zh", "气温达到40华氏度", "40华氏度"),
    ("de", "mit 80 km/h", "en", "at 80 mph", "80 mph"),
    ("es", "cada diez minutos", "de", "alle zwanzig Minuten", "zwanzig"),
    ("en", "twelve trains", "ja", "二十本の列車", "二十"),
]


@pytest.mark.parametrize(("source_language", "source", "language", "target", "place"), WRONG)
def test_wrong(source_language: str, source: str, language: str, target: str, place: str) -> None:
    (hit,) = _hits(source_language, source, language, target)
    assert target[hit.start : hit.end] == place


def test_false_friend_is_named_and_mended() -> None:
    (hit,) = _hits("en", "$3 billion", "de", "3 Billionen Dollar")
    assert "“billion” and “Billionen” are false friends" in hit.message
    assert hit.suggestion == "3 Milliarden"


def test_number_in_next_segment_is_found() -> None:
    source = Document("It killed 137 people.\nHe left.", "en")
    target = Document(
        "Er ging.\nEs gab 137 Tote.",
        "de",
        source=source,
        segments=(Segment(Span(0, 8), Span(0, 21)), Segment(Span(9, 25), Span(22, 30))),
    )
    assert not list(RULE.hits(target))


def _hits(source_language: str, source: str, language: str, target: str) -> list[Hit]:
    segment = Segment(Span(0, len(target)), Span(0, len(source)))
    document = Document(
        target, language, source=Document(source, source_language), segments=(segment,)
    )
    return list(RULE.hits(document))
