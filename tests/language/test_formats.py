"""Numbers, dates and sums: what is read as one, and what each language prints."""

import pytest

from mtcheck.document import Document
from mtcheck.language.dates import written_dates
from mtcheck.language.formats import calendar, formats, unit_after
from mtcheck.language.numerals import Numeral, numerals
from mtcheck.language.sums import sums


def numerals_of(text: str) -> list[Numeral]:
    return list(numerals(text, Document(text, "en").digit_starts))


@pytest.mark.parametrize(
    ("written", "group", "decimal"),
    [
        ("1.234,56", ".", ","),
        ("1,234,567", ",", ""),
        ("24\u00a0762", " ", ""),
        ("24'762", "’", ""),
        ("3.5", "", "."),
        ("1 234,5", " ", ","),
    ],
)
def test_marks_of_a_numeral(written: str, group: str, decimal: str) -> None:
    (numeral,) = numerals_of(f"about {written} people")
    assert (numeral.group, numeral.decimal) == (group, decimal)


@pytest.mark.parametrize(
    "text",
    [
        "3.12.1", "192.168.0.1", "7.10.2023", "1:23.456", "GPT-3.5", "A3.5", "1,2,3", "09.30",
        "+44 7624 800 100", "2019/20.5", "in 2008 100 banks",
    ],
)  # fmt: skip
def test_no_numerals(text: str) -> None:
    assert numerals_of(text) == []


def test_three_digits_after_a_mark_are_ambiguous() -> None:
    assert [n.is_ambiguous for n in numerals_of("24,762 or 0,762 or 2476,762")] == [
        True,
        False,
        False,
    ]


def test_numeral_in_other_marks() -> None:
    (numeral,) = numerals_of("1234567,5")
    assert numeral.written(",", ".", 4) == "1,234,567.5"
    (numeral,) = numerals_of("1.234")
    assert numeral._replace(group=".", decimal="").written(" ", ",", 5) == "1234"


def test_unit_after_a_number() -> None:
    assert unit_after("3,5 to 4,5 percent", 3, "en") == "percent"
    assert unit_after("24.762 palestinian civilians", 6, "en") == "counted"
    assert unit_after("24.762 and then people", 6, "en") is None
    assert unit_after("3.5亿元", 3, "zh") == "magnitude"


def test_a_region_has_its_own_formats() -> None:
    assert formats("de").group[0] == "."
    assert formats("de-CH").group[0] == "’"
    assert formats("es-MX").decimal == (".",)


def test_cldr_serves_languages_without_a_file() -> None:
    assert not formats("fi").is_known
    assert formats("fi").decimal == (",",)
    assert calendar("fi").has_day_dot
    assert formats("tlh").decimal == (".",)
    assert calendar("tlh").months == {}


def test_dates_in_words() -> None:
    text = "le 1er mai 2023, mai 68, octobre 7, 2023"
    days = calendar("fr")
    dates = list(written_dates(text, text, Document(text, "fr").digit_starts, days))
    assert [(text[d.start : d.end], d.is_day_first, d.year) for d in dates] == [
        ("1er mai 2023", True, "2023"),
        ("octobre 7, 2023", False, "2023"),
    ]


def test_sums() -> None:
    text = "US$ 2.5 million, 10 €, $1 $2, and 5 $ 6"
    assert [text[s.start : s.end] for s in sums(text, text, "en")] == [
        "US$ 2.5 million",
        "10 €",
        "$1",
        "$2",
    ]
