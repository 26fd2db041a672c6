"""Glossary files, and terms found in inflected text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.readers import ReadError
from mtcheck.readers.glossary import table_terms, tbx_terms
from mtcheck.terminology.forms import Finder, has_form

TBX_2 = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX"><text><body><termEntry id="c1">
 <langSet xml:lang="en"><tig><term>central bank</term></tig></langSet>
 <langSet xml:lang="de">
  <tig><term>Zentralbank</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
  <ntig><termGrp><term>Mittelbank</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig>
 </langSet>
</termEntry></body></text></martif>"""  # noqa: E501
TBX_3 = """<tbx xmlns="urn:iso:std:iso:30042:ed-2" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<text><body><conceptEntry id="c1">
 <langSec xml:lang="en"><termSec><term>central bank</term></termSec></langSec>
 <langSec xml:lang="de"><termSec><term>Zentralbank</term></termSec>
  <termSec><term>Mittelbank</term><basic:administrativeStatus>supersededTerm-admn-sts</basic:administrativeStatus></termSec>
 </langSec></conceptEntry></body></text></tbx>"""


@pytest.mark.parametrize("content", [TBX_2, TBX_3])
def test_tbx_gives_required_and_forbidden_renderings(content: str) -> None:
    terms = list(tbx_terms(content))
    assert [(t.source, t.required) for t in terms if t.target_language == "de" and t.source] == [
        ("central bank", ("Zentralbank",))
    ]
    assert [t.forbidden for t in terms if t.forbidden] == [("Mittelbank",)]
    assert [(t.source, t.required) for t in terms if t.target_language == "en"] == [
        ("Zentralbank", ("central bank",))
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "is empty"),
        ("source\tgoal\na\tb\n", "no column is called 'goal'"),
        ("source\ttarget\na\t\n", "line 2: says neither"),
        ("source,keep\nx,perhaps\n", "line 2: keep is 'perhaps'"),
        ("target,keep\nx,yes\n", "line 2: what is to be kept"),
        ("source,target,target_lang\na,b,!!\n", "line 2: "),
    ],
)
def test_a_broken_table_says_where(content: str, message: str) -> None:
    with pytest.raises(ReadError, match=message.replace("(", r"\(")):
        list(table_terms(content))


@pytest.mark.parametrize(
    "content",
    [
        "<tbx><text>",
        '<!DOCTYPE a [<!ENTITY x "y">]><tbx>&x;</tbx>',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><tbx>&x;</tbx>',
    ],
)
def test_broken_or_hostile_xml_is_refused(content: str) -> None:
    with pytest.raises(ReadError):
        list(tbx_terms(content))


@pytest.mark.parametrize(
    ("form", "language", "text", "found"),
    [
        ("port", "fr", "Les ports et le portier du Port.", ["ports", "Port"]),
        ("policy", "en", "Policies and a policy's police.", ["Policies", "policy's"]),
        ("Белоруссия", "ru", "В Белоруссии и белорусский.", ["Белоруссии"]),
        ("央行", "zh", "中国央行行长。", ["央行"]),
        ("ECB", "en", "The ECB's plan and the ECBX.", ["ECB's"]),
        ("بنك", "ar", "قال البنك إن بنكنا.", ["البنك"]),
    ],
)
def test_terms_are_found_inflected(form: str, language: str, text: str, found: list[str]) -> None:
    matches = Finder([(form, None)], language).find(text)
    assert [text[match.start : match.end] for match in matches] == found


@pytest.mark.parametrize(
    ("form", "language", "text"),
    [
        ("Rat", "de", "die Räte"),
        ("Zinssatz", "de", "der Leitzinssätze"),
        ("journal", "fr", "les journaux"),
        ("Центральный банк", "ru", "о решении Центрального банка"),
        ("merkez bankası", "tr", "Merkez Bankası'nın kararı"),
        ("中央银行", "zh", "瑞士中央银行表示"),
    ],
)
def test_an_inflected_rendering_counts(form: str, language: str, text: str) -> None:
    assert has_form(text, form, language)


@given(st.text(max_size=40), st.text(max_size=80), st.sampled_from(["en", "de", "ru", "zh", "ar"]))
def test_any_term_in_any_text(form: str, text: str, language: str) -> None:
    for match in Finder([(form, 1)] if form.strip() else [], language).find(text):
        assert 0 <= match.start < match.end <= len(text)
    has_form(text, form, language)
