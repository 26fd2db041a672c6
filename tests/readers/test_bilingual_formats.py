"""TSV, CSV, XLIFF, TMX and PO, exact to the segment, its line and its id."""

import csv
import io
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.readers import Article, ReadError, ReadOptions
from mtcheck.readers.detect import format_of
from mtcheck.readers.po import read_po
from mtcheck.readers.tables import parse_columns, read_table
from mtcheck.readers.tmx import read_tmx
from mtcheck.readers.xliff import read_xliff
from tests.readers.bilingual import (
    OPTIONS,
    articles,
    failure,
    ids,
    lines,
    pairs,
    read,
    saved,
)

XLIFF_1 = """\
<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:x="urn:x">
<file original="a.html" source-language="fr" target-language="en-GB" datatype="html"><body>
<trans-unit id="t1"><source>Ils ont <g id="1">dit</g> oui &amp; non.</source>
 <target>They <g id="1">said</g> yes &amp; no<x id="2"/>.<ph id="9">&lt;br/&gt;</ph></target>
 <alt-trans><source>Autre</source><target>Other</target></alt-trans><note>Mind the gap.</note>
</trans-unit>
<group><trans-unit id="t2"><source>Fin.</source><target/></trans-unit></group>
<trans-unit id="t3" translate="no"><source>x</source><target>x</target></trans-unit>
<trans-unit id="t4"><source>Deux. Trois.</source>
<seg-source><mrk mtype="seg" mid="1">Deux.</mrk> <mrk mtype="seg" mid="2">Trois.</mrk></seg-source>
<target><g id="3"><mrk mtype="seg" mid="1">Two.</mrk></g> <mrk mtype="seg" mid="2">
   Three
   of them.
</mrk></target></trans-unit>
<trans-unit id="t5"><source>Loin</source></trans-unit>
<trans-unit id="t6"><source>Un</source><target>One<x:gloss>no text</x:gloss></target></trans-unit>
</body></file>
<file original="b.html" source-language="fr" target-language="en"><body>
<trans-unit id="t1"><source>Un<x id="1" ctype="lb"/>deux</source>
<target xml:space="preserve"> One<x id="1" ctype="lb"/>two </target></trans-unit>
</body></file></xliff>
"""

XLIFF_2 = """\
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:m="urn:oasis:names:tc:xliff:matches:2.0"
 version="2.1" srcLang="fr" trgLang="en"><file id="f1">
<notes><note>Not text</note></notes>
<group id="g"><unit id="u1"><m:matches><m:match ref="#1"><source>Pas</source><target>No</target>
</m:match></m:matches><originalData><data id="d">&lt;b&gt;</data></originalData>
<segment id="s1"><source>Un <pc id="1" dataRefStart="d">deux</pc>.</source>
<target>One <pc id="1">two</pc><cp hex="0001"/>.<ph id="2"/></target></segment>
<ignorable><source> </source><target> </target></ignorable>
<segment><source>Trois</source></segment></unit></group>
<unit id="u2" translate="no"><segment><source>x</source><target>y</target></segment></unit>
</file></xliff>
"""

TMX = """\
<?xml version="1.0"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="fr" creationtool="x"/><body>
<tu tuid="7"><note>no</note><prop type="x">no</prop>
<tuv xml:lang="fr"><seg>Bon<bpt i="1">&lt;b&gt;</bpt>jour<ept i="1">&lt;/b&gt;</ept></seg></tuv>
<tuv xml:lang="en-US"><seg>Hel<hi>lo</hi><ph x="1">{0}<sub>alt</sub></ph></seg></tuv>
<tuv xml:lang="de"><seg>Hallo</seg></tuv></tu>
<tu><tuv xml:lang="FR"><seg> Fin </seg></tuv><tuv xml:lang="de"><seg> Ende </seg></tuv></tu>
</body></tmx>
"""

PO = """\
# Translators
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: fr\\n"

#: a.c:3
msgctxt "menu"
msgid "Open \\"it\\"\\n"
"now"
msgstr ""
"Ouvrir « cela »\\n"
"maintenant"

#, fuzzy, c-format
#| msgid "older"
msgid "Unsure"
msgstr "Incertain"

msgid "%d file"
msgid_plural "%d files"
msgstr[0] "%d fichier"
msgstr[1] "%d fichiers"
#, fuzzy
#~ msgid "Gone"
#~ msgstr "Parti"

msgid "Last\\ttab"
msgstr ""
"""


def test_xliff_1(tmp_path: Path) -> None:
    first, second = articles(saved(tmp_path, "a.xlf", XLIFF_1))
    assert (first.id, second.id) == ("a.html", "b.html")
    assert pairs(first.document) == [
        ("Ils ont dit oui & non.", "They said yes & no."),
        ("Fin.", ""),
        ("Deux.", "Two."),
        ("Trois.", "Three of them."),
        ("Loin", ""),
        ("Un", "One"),
    ]
    assert ids(first.document) == ["t1", "t2", "t4/1", "t4/2", "t5", "t6"]
    assert lines(first.document) == [5, 8, 12, 13, 16, 17]
    assert (first.document.language, first.document.source_language) == ("en-GB", "fr")
    assert first.document.headline is None
    assert pairs(second.document) == [("Un\ndeux", " One\ntwo ")]


def test_the_language_of_a_target(tmp_path: Path) -> None:
    content = XLIFF_1.replace(' target-language="en-GB"', "").replace(
        "<target>They", '<target xml:lang="en-NZ">They'
    )
    first, _ = read(saved(tmp_path, "a.xlf", content), ReadOptions())
    assert first.language == "en-NZ"


def test_xliff_2(tmp_path: Path) -> None:
    (document,) = read(saved(tmp_path, "a.txt", XLIFF_2))
    assert pairs(document) == [("Un deux.", "One two."), ("Trois", "")]
    assert ids(document) == ["u1/s1", "u1/2"]
    assert lines(document) == [7, 9]


def test_tmx(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.tmx", TMX)
    (english,) = read(path)
    assert (pairs(english), lines(english), ids(english)) == ([("Bonjour", "Hello")], [6], ["7"])
    assert (english.language, english.source_language) == ("en", "fr")
    (german,) = read(path, ReadOptions(language="de"))
    assert pairs(german) == [("Bonjour", "Hallo"), (" Fin ", " Ende ")]
    assert "the target can be any of en-US, de; name it with --lang" in failure(path, ReadOptions())
    assert "holds nothing in es, but in fr, en-US, de" in failure(path, ReadOptions(language="es"))
    (back,) = read(path, ReadOptions(language="fr", source_language="de"))
    assert pairs(back) == [("Hallo", "Bonjour"), (" Ende ", " Fin ")]


def test_po(tmp_path: Path) -> None:
    (document,) = read(saved(tmp_path, "a.po", PO), ReadOptions(source_language="en"))
    assert pairs(document) == [
        ('Open "it"\nnow', "Ouvrir « cela »\nmaintenant"),
        ("%d file", "%d fichier"),
        ("%d files", "%d fichiers"),
        ("Last\ttab", ""),
    ]
    assert lines(document) == [12, 22, 23, 29]
    assert ids(document) == ["menu", None, None, None]
    assert document.language == "fr"


def test_the_tag_in_the_name_of_a_po_file_tells_the_language(tmp_path: Path) -> None:
    (document,) = read(
        saved(tmp_path, "uk.po", 'msgid "One"\nmsgstr "Два"\n'), ReadOptions(source_language="en")
    )
    assert document.language == "uk"


@pytest.mark.parametrize(
    ("name", "content", "expected", "at"),
    [
        ("a.tsv", 'id\tsource\ttarget\n1\t"Un\t"One" is\r\n\n2\tDeux\t\n',
         [('"Un', '"One" is'), ("Deux", "")], [2, 4]),
        ("a.csv", 'Source,Target\n"a ""b""\nc","x,\ny"\r\nq,r\n',
         [('a "b"\nc', "x,\ny"), ("q", "r")], [3, 5]),
        ("a.csv", "tgt;src\nOne;Un\n;Deux", [("Un", "One"), ("Deux", "")], [2, 3]),
        ("a.txt", "src\ttgt\nUn\tOne\n", [("Un", "One")], [2]),
        ("a.txt", "source,translation\nUn,One\n", [("Un", "One")], [2]),
        ("wrong.csv", "src\ttgt\nUn, deux\tOne, two\n", [("Un, deux", "One, two")], [2]),
        ("a.csv", "fr,en\nUn,One\n", [("Un", "One")], [2]),
        ("a.csv", "target\nOne\n", [("", "One")], [2]),
    ],
)  # fmt: skip
def test_tables_with_a_header(
    tmp_path: Path, name: str, content: str, expected: list, at: list
) -> None:
    (document,) = read(saved(tmp_path, name, content))
    assert (pairs(document), lines(document)) == (expected, at)


@pytest.mark.parametrize(
    ("columns", "content", "expected"),
    [
        ("source=1,target=2", "Un\tOne\nDeux\tTwo\n", [("Un", "One"), ("Deux", "Two")]),
        ("source=1,target=2", "source\ttarget\nUn\tOne\n", [("Un", "One")]),
        ("target=3,source=1,id=2", "Un,a,One\n", [("Un", "One")]),
        ("source=French,target=English", "French;English\nUn;One\n", [("Un", "One")]),
    ],
)
def test_columns(tmp_path: Path, columns: str, content: str, expected: list) -> None:
    options = OPTIONS._replace(columns=parse_columns(columns))
    (document,) = read(saved(tmp_path, "a.txt", content), options)
    assert pairs(document) == expected


@pytest.mark.parametrize("columns", ["", "source=1", "target", "target=0", "verse=1,target=2"])
def test_wrong_columns(columns: str) -> None:
    with pytest.raises(ReadError):
        parse_columns(columns)


def test_documents_and_languages_of_a_table_are_articles(tmp_path: Path) -> None:
    table = "doc\tlang\tsource\ttarget\nx\ten\tUn\tOne\ny\tde\tDeux\tZwei\nx\ten\tTrois\tThree\n"
    first, second = articles(saved(tmp_path, "a.tsv", table), ReadOptions(source_language="fr"))
    assert (first.id, first.document.language, second.id) == ("x", "en", "y")
    assert pairs(first.document) == [("Un", "One"), ("Trois", "Three")]
    assert lines(first.document) == [2, 4]
    assert second.document.language == "de"


def test_the_references_of_a_table(tmp_path: Path) -> None:
    (document,) = read(saved(tmp_path, "a.tsv", "src\tmt\tref\nUn\tOne\tA\nDeux\tTwo\tB\n"))
    assert document.reference and document.reference.text == "A\n\nB"


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("a.csv", "name,price\nx,1\n", "line 1: no column is named target"),
        ("a.tsv", "src\ttgt\nUn\n", "line 2: has 1 column, 2 are needed"),
        ("a.csv", 'src,tgt\nUn,"One\n', "line 2: a quoted cell that does not end"),
        ("a.csv", 'src,tgt\n"Un"x,One\n', "line 2: text after a closing quotation mark"),
        ("a.csv", "", "is empty"),
        ("a.tsv", "tgt\tlang\nOne\tnot a tag\n", None),
        ("a.xlf", XLIFF_1[:-30], "no well-formed XML"),
        ("a.xlf", "<xliff version='1.2'/>", "line 1: holds no <file>"),
        ("a.xlf", "<html>\n</html>", "the root is <html>"),
        ("a.xlf", "Only words.", "line 1, column 1: no well-formed XML"),
        ("a.tmx", "<tmx/>", "line 1: no <tmx> with a <body>"),
        ("a.tmx", TMX.replace(' xml:lang="de"', ""), "line 7: a <tuv> without xml:lang"),
        ("a.po", 'msgid "x\nmsgstr "y"\n', "line 1: no PO: expected"),
        ("a.po", 'msgid "a"b"\nmsgstr "y"\n', "line 1: a string that does not end"),
        ("a.po", 'msgid "x"\n\nmsgid "z"\nmsgstr "y"\n', "line 1: this msgid has no msgstr"),
        ("a.po", 'msgid "x"\nmsgstr "y"\nmsgstr "z"\n', "line 3: a second msgstr"),
        ("a.po", 'msgstr "y"\n', "line 1: msgstr without a msgid"),
        ("a.po", 'msgid "x"\nmsgstr "y"\nnonsense\n', "line 3: no PO"),
    ],
)
def test_malformed_files_are_one_clear_line(
    tmp_path: Path, name: str, content: str, complaint: str | None
) -> None:
    path = saved(tmp_path, name, content)
    options = OPTIONS if complaint else ReadOptions()
    assert (complaint or "line 2: 'not a tag' is no language tag") in failure(path, options)


def test_a_wrong_language_tag_in_the_file_yields_to_the_one_asked_for(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.xlf", XLIFF_2.replace('trgLang="en"', 'trgLang="English"'))
    (document,) = read(path)
    assert document.language == "en"
    assert "line 1: 'English' is no language tag" in failure(path, ReadOptions())


@pytest.mark.parametrize("codec", ["latin-1", "utf-16", "utf-16-le", "utf-16-be", "windows-1251"])
def test_the_encoding_that_xml_declares(tmp_path: Path, codec: str) -> None:
    words = "Слово" if codec == "windows-1251" else "Café"
    text = XLIFF_2.replace("Trois", words)
    content = f'<?xml version="1.0" encoding="{codec}"?>\n{text}'.encode(codec)
    (document,) = read(saved(tmp_path, "a.xlf", content))
    assert pairs(document)[1] == (words, "")


def test_an_encoding_that_nobody_knows(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.xlf", '<?xml version="1.0" encoding="utf-99"?><xliff/>')
    assert "declares the encoding 'utf-99'" in failure(path)


def test_the_encoding_that_a_po_file_declares(tmp_path: Path) -> None:
    text = PO.replace("UTF-8", "ISO-8859-1")
    (document,) = read(saved(tmp_path, "a.po", text.encode("latin-1")), OPTIONS)
    assert pairs(document)[0][1].startswith("Ouvrir « cela »")


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("x.txt", XLIFF_1, "xliff"),
        ("x.xml", TMX, "tmx"),
        ("-", "<!-- a --> <tmx version='1.4'>", "tmx"),
        ("-", PO, "po"),
        ("x.txt", '{"text": "a"}\n', "jsonl"),
        ("-", '{"id": 1, "headline": "a", "body": "b"}', "jsonl"),
        ("x.txt", "src\ttgt\na\tb", "tsv"),
        ("x.txt", "<p>Talks</p>", "text"),
        ("x.txt", "Talks open\n\nmsgid is a word.", "text"),
        ("x.txt", "Source, target, and text\n\nA story.", "text"),
        ("x.txt", "Text\n\nA story.", "text"),
        ("x.txt", "", "text"),
        ("x.csv", "a,b", "csv"),
        ("x.jsonl", "broken", "jsonl"),
    ],
)
def test_the_content_tells_the_format(name: str, content: str, expected: str) -> None:
    assert format_of(name, content) == expected
    assert format_of(name, content, "text") == "text"
    with pytest.raises(ReadError, match="no input format"):
        format_of(name, content, "pdf")


def test_detection_takes_no_time_on_what_looks_like_a_beginning() -> None:
    for start in ("\n", "#\n", " ", "<!-", "<?", "<!DOCTYPE [", "msgid ", "{", '"'):
        format_of("x.txt", start * 100_000 + "x")


# Round trips: whatever the segments hold comes back, at its line.

XML_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")
    | st.sampled_from("\t\n <>&\"'")
)
ANY_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"))
CELL = st.text(st.characters(codec="utf-8", exclude_characters="\0\t\n\r"))


def segments(text: st.SearchStrategy[str]) -> st.SearchStrategy[list[tuple[str, str]]]:
    return st.lists(st.tuples(text, text), min_size=1, max_size=6)


@given(segments(CELL))
def test_tsv_round_trip(expected: list[tuple[str, str]]) -> None:
    content = "source\ttarget\n" + "".join(f"{a}\t{b}\n" for a, b in expected)
    (article,) = read_table("x.tsv", content, OPTIONS, "\t")
    assert isinstance(article, Article)
    assert pairs(article.document) == expected
    assert lines(article.document) == [n + 2 for n in range(len(expected))]


@given(segments(ANY_TEXT), st.sampled_from(",;"))
def test_csv_round_trip(expected: list[tuple[str, str]], mark: str) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=mark).writerows([("id", "source", "target")])
    csv.writer(file, delimiter=mark).writerows(("1", a, b) for a, b in expected)
    (article,) = read_table("x.csv", file.getvalue(), OPTIONS, ",")
    assert isinstance(article, Article)
    assert pairs(article.document) == expected


@given(segments(XML_TEXT), st.booleans())
def test_xliff_round_trip(expected: list[tuple[str, str]], is_second: bool) -> None:
    units = [f"<source>{escape(a)}</source>\n<target>{escape(b)}</target>" for a, b in expected]
    if is_second:
        body = "\n".join(
            f'<unit id="{n}"><segment>{u}</segment></unit>' for n, u in enumerate(units)
        )
        content = (
            '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="fr" '
            f'trgLang="en"><file id="f" xml:space="preserve">{body}</file></xliff>'
        )
    else:
        body = "\n".join(f'<trans-unit id="{n}">{u}</trans-unit>' for n, u in enumerate(units))
        content = (
            '<xliff version="1.2"><file source-language="fr" target-language="en" '
            f'original={quoteattr("a<b")}><body xml:space="preserve">{body}</body></file></xliff>'
        )
    (article,) = read_xliff("x.xlf", content, OPTIONS)
    assert isinstance(article, Article)
    assert pairs(article.document) == expected
    assert ids(article.document) == [str(n) for n in range(len(expected))]
    for (_, target), line in zip(expected, lines(article.document), strict=True):
        begin = content.split("\n")[line - 1 :]
        assert f"<target>{escape(target)}</target>" in "\n".join(begin)


@given(segments(XML_TEXT))
def test_tmx_round_trip(expected: list[tuple[str, str]]) -> None:
    units = "\n".join(
        f'<tu><tuv xml:lang="en"><seg>{escape(b)}</seg></tuv>\n'
        f'<tuv xml:lang="fr"><seg>{escape(a)}</seg></tuv></tu>'
        for a, b in expected
    )
    content = f'<tmx version="1.4"><header srclang="*all*"/><body>{units}</body></tmx>'
    article = read_tmx("x.tmx", content, OPTIONS)
    assert pairs(article.document) == expected


@given(st.lists(st.tuples(ANY_TEXT.filter(bool), ANY_TEXT), min_size=1, max_size=6))
def test_po_round_trip(expected: list[tuple[str, str]]) -> None:
    def escaped(text: str) -> str:
        for mark, code in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r")):
            text = text.replace(mark, code)
        return text

    def quoted(text: str) -> str:
        return "\n".join(f'"{escaped(part)}"' for part in (text[:2], text[2:]))

    content = "\n".join(f"msgid {quoted(a)}\nmsgstr {quoted(b)}\n" for a, b in expected)
    article = read_po("x.po", content, OPTIONS)
    assert pairs(article.document) == expected


@given(
    st.text(max_size=300), st.sampled_from(["x.xlf", "x.tmx", "x.po", "x.csv", "x.tsv", "x.txt"])
)
def test_no_content_breaks_a_reader(content: str, name: str) -> None:
    from mtcheck.readers.formats import _articles

    try:
        list(_articles(format_of(name, content), name, content, OPTIONS))
    except ReadError as error:
        assert str(error)
