"""Texts that no reporter wrote: every rule bears them, whatever it makes of them."""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

import pytest

from mtcheck.document import Document
from mtcheck.engine import check_document
from mtcheck.registry import all_rules
from mtcheck.reporters import FORMATS
from mtcheck.settings import Settings
from tests.cli.calls import mtcheck
from tests.fuzz.sound import assert_sound, limited
from tests.fuzz.targets import TARGETS, Input

DIGITS = "".join(c for c in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(c) == "Nd")
NUMBERS = "".join(
    c for c in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(c) in ("No", "Nl")
)
_YEARS = ("0", "1", "99999", "9" * 30, "0000", "-1", "2021" * 50)
TEXTS: dict[str, str] = {
    "empty": "",
    "blank": " \n\t\u3000\u2028\n",
    "bidi overrides": "Talks \u202eopen\u202c \u2067in\u2069 \u2066Geneva\n\n\u200f\u061cHe said.",
    "noncharacters": "Talks "
    + "".join(map(chr, (0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF)))
    + " so.",
    "private use": "Talks \ue000\uf8ff \U000f0000\U0010fffd open.",
    "lone surrogates": "\ud800 Talks \udfff open\udc80. The the \udbff\udbff.",
    "a combining mark first": "\u0301Talks\n\n\u0308\u0301 \u200d open\u0327.",
    "marks in thousands": "T" + "\u0301" * 5_000 + "alks " + "\u0489" * 5_000,
    "joiners and selectors": "👩‍👩‍👧‍👦" * 300
    + "\ufe0f" * 500
    + "🇨🇭" * 300
    + "🏴\U000e0067\U000e007f" * 50,
    "controls": "".join(map(chr, (*range(1, 32), *range(127, 160)))) * 5,
    "digits of every script": " ".join(DIGITS[i : i + 10] for i in range(0, len(DIGITS), 10)),
    "amounts in every script": " ".join(
        f"${DIGITS[i : i + 3]}.{DIGITS[i : i + 2]} %" for i in range(0, len(DIGITS), 10)
    ),
    "dates in every script": " ".join(
        f"{DIGITS[i + 1 : i + 3]}/{DIGITS[i + 1 : i + 3]}/{DIGITS[i : i + 4]}"
        for i in range(0, len(DIGITS), 10)
    ),
    "numbers that are no digits": " ".join(f"{c} {c}{c}% ${c} {c}:{c}{c}" for c in NUMBERS),
    "a number of 5,000 digits": f"He paid ${'9' * 5_000} or {'1' * 5_000},5 % on {'7' * 5_000}.",
    "a number that no float holds": f"Il a payé 1{'0' * 400},5 euros, {'9' * 400} % et 1e999.",
    "numbers that share a hash": " ".join(str(n * (2**61 - 1)) for n in range(1, 300)),
    "years beyond all": " ".join(f"on 31 February {y}, 99/99/{y}, {y}-13-32" for y in _YEARS),
    "times beyond all": "at 25:61, 99h99, 24.60 Uhr, 12:99:99, 00:00:60, 24時61分, " * 30,
    "nested marks": "“‘«(" * 500 + ")»’”" * 500,
    "one word": "a" * 20_000,
    "many findings": "The the ( man ) said said , so .\n\n" * 400,
    "links": "http://" + "a." * 5_000 + "com www." + "b" * 5_000 + " a@" * 500,
    "wrong decodings": "Ã©â€™â€œÃƒÂ©" * 500,
    "markup": "<b>" * 1_000
    + "&amp;" * 1_000
    + "{{{" * 1_000
    + "<!--" * 1_000
    + "mtcheck-ignore " * 500,
}


LARGE = (
    "marks in thousands",
    "a number of 5,000 digits",
    "nested marks",
    "one word",
    "many findings",
    "markup",
    "links",
)
PLAIN = "He paid $3.5 million on 12 May 2021 at 8:30.\n\nAnna Berg said so."


@pytest.mark.parametrize("name", TEXTS)
def test_every_rule_bears_it(name: str) -> None:
    """The languages that differ most; tests/fuzz takes them all."""
    for language in ("en",) if name in LARGE else ("en", "fr", "ja"):
        document = Document(TEXTS[name], language)
        with limited():
            assert_sound(check_document(document, all_rules(), Settings(confidence="low")))


@pytest.mark.parametrize("name", [name for name in TEXTS if name not in LARGE])
def test_every_rule_that_compares_bears_it(name: str) -> None:
    """On either side."""
    compares = [rule for rule in all_rules() if "source" in rule.needs]
    for language, source_language in (("en", "fr"), ("ja", "en")):
        for text, original in ((TEXTS[name], PLAIN), (PLAIN, TEXTS[name])):
            source = Document(original, source_language)
            document = Document(text, language, source=source)
            with limited():
                assert_sound(check_document(document, compares, Settings(confidence="low")))


def test_blocks_of_all_unicode_in_every_report() -> None:
    """Letters, marks, surrogates and what is unassigned: a sample of each plane."""
    for start in (*range(0, 0x3000, 0x600), *range(0x3000, sys.maxunicode, 0x7F00)):
        block = "".join(map(chr, range(start, min(start + 256, sys.maxunicode + 1))))
        text = f"{block}\n\nThe the {block[:8]} {block[100:108]} said ( so ) .\n"
        TARGETS["text"].bear(Input("en", text.encode("utf-8", "surrogatepass")))


def test_very_many_findings_are_reported(tmp_path: Path) -> None:
    (tmp_path / "a.en.txt").write_text(TEXTS["many findings"], "utf-8")
    for format in FORMATS:
        run = mtcheck("check", ".", "--format", format, "--select", "typography", cwd=tmp_path)
        assert run.returncode == 1
        assert run.stdout
    few = mtcheck("check", ".", "--max-findings", "3", "--format", "concise", cwd=tmp_path)
    assert len(few.stdout.splitlines()) == 3
    assert few.stderr
