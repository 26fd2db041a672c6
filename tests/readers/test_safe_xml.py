"""The known attacks on readers of XML: nothing is expanded, fetched or followed, and each ends
with one line that names the place."""

import time
import tracemalloc
from pathlib import Path

import pytest

from mtcheck.readers import ReadError
from mtcheck.readers.safe_xml import Element, parse_xml
from tests.readers.bilingual import failure, pairs, read, saved

SECRET = "the secret words"


def unit(target: str) -> str:
    return (
        '<xliff version="1.2"><file source-language="fr" target-language="en" original="a"><body>'
        f'<trans-unit id="1"><source>Un</source><target>{target}</target></trans-unit>'
        "</body></file></xliff>"
    )


BILLION_LAUGHS = (
    '<!DOCTYPE xliff [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + "]>"
    + unit("&a9;")
)
QUADRATIC_BLOWUP = f'<!DOCTYPE xliff [<!ENTITY a "{"x" * 50_000}">]>' + unit("&a;" * 50_000)
PARAMETER_ENTITY = (
    '<!DOCTYPE xliff [<!ENTITY % p SYSTEM "http://127.0.0.1:9/evil.dtd"> %p;]>' + unit("&x;")
)
ATTRIBUTE_DEFAULTS = f'<!DOCTYPE xliff [<!ATTLIST g id CDATA "{"x" * 50_000}">]>' + unit(
    "<g/>" * 50_000
)


@pytest.mark.parametrize(
    "content",
    [BILLION_LAUGHS, QUADRATIC_BLOWUP, PARAMETER_ENTITY, ATTRIBUTE_DEFAULTS],
    ids=["billion laughs", "quadratic blow-up", "parameter entity", "attribute defaults"],
)
def test_declarations_are_refused(tmp_path: Path, content: str) -> None:
    path = saved(tmp_path, "a.xlf", content)
    begin = time.perf_counter()
    tracemalloc.start()
    message = failure(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert message.startswith("line 1, column ")
    assert "does not expand" in message
    assert peak < 20 * path.stat().st_size + 1_000_000
    assert time.perf_counter() - begin < 2


def test_an_external_entity_is_never_opened(tmp_path: Path) -> None:
    secret = saved(tmp_path, "secret.txt", SECRET)
    attack = f'<!DOCTYPE xliff [<!ENTITY x SYSTEM "{secret.as_uri()}">]>\n' + unit("&x;")
    assert SECRET not in failure(saved(tmp_path, "a.xlf", attack))


def test_an_external_dtd_is_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("mtcheck reached for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    dtd = saved(tmp_path, "evil.dtd", f'<!ENTITY x "{SECRET}">')
    for place in (dtd.as_uri(), "http://127.0.0.1:9/evil.dtd"):
        head = f'<!DOCTYPE xliff SYSTEM "{place}">\n'
        (document,) = read(saved(tmp_path, "a.xlf", head + unit("One")))
        assert pairs(document) == [("Un", "One")]
        told = failure(saved(tmp_path, "a.xlf", head + unit("&x;")))
        assert "line 2" in told
        assert "&x; is defined nowhere" in told


def test_xinclude_is_no_text(tmp_path: Path) -> None:
    secret = saved(tmp_path, "secret.txt", SECRET)
    include = (
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text" '
        f'href="{secret.as_uri()}">{SECRET}</xi:include>One'
    )
    (document,) = read(saved(tmp_path, "a.xlf", unit(include)))
    assert document.text == "One"


@pytest.mark.parametrize("depth", [1_000, 200_000])
def test_deep_nesting_is_refused(tmp_path: Path, depth: int) -> None:
    content = unit("<g>" * depth + "x" + "</g>" * depth)
    assert "nested more than 200 deep" in failure(saved(tmp_path, "a.xlf", content))


def test_huge_attributes_and_texts_take_linear_time(tmp_path: Path) -> None:
    begin = time.perf_counter()
    huge = "x" * 5_000_000
    (document,) = read(saved(tmp_path, "a.xlf", unit(f'<g id="{huge}" title="&lt;">One</g>')))
    assert document.text == "One"
    many = " ".join(f'a{n}="x"' for n in range(50_000))
    (document,) = read(saved(tmp_path, "a.xlf", unit(f"<g {many}>One</g>")))
    assert document.text == "One"
    assert parse_xml(f"<a>{'<b/>' * 200_000}</a>").first("b") is not None
    assert time.perf_counter() - begin < 10


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("<a>\n  <b></a>", "line 2, column 8: no well-formed XML: mismatched tag"),
        ("<a>\n&nbsp;</a>", "line 2, column 1: no well-formed XML: undefined entity"),
        ("<a>\x01</a>", "line 1, column 4"),
        ("<a/><b/>", "line 1, column 5"),
        ("", "no element found"),
        ("<a x='1' x='2'/>", "duplicate attribute"),
        ("<p:a/>", "unbound prefix"),
        ("<a>\ud800</a>", "line 1"),
    ],
)
def test_broken_xml_names_line_and_column(content: str, complaint: str) -> None:
    with pytest.raises(ReadError, match=r"^line \d+, column \d+: ") as told:
        parse_xml(content)
    assert complaint in str(told.value)


def test_the_tree() -> None:
    root = parse_xml('<a xmlns="u" xmlns:v="w"><v:b/>\n<b xml:lang="fr">x&amp;<c>y</c></b></a>')
    b = root.first("b")
    assert isinstance(b, Element)
    assert (root.namespace, b.line, b.xml_attribute("lang")) == ("u", 2, "fr")
    assert "".join(text.content for text in b.texts(lambda _: True)) == "x&y"
    assert "".join(text.content for text in b.texts(lambda _: False)) == "x&"
