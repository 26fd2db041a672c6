"""A whole article in every format that mtcheck reads: what the fuzzer mutates."""

# ruff: noqa: E501  whole files, each a line or two
from __future__ import annotations

import html
import io
import json
import zipfile

HEADLINE = "Talks open in Geneva"
PARAGRAPHS = (
    "Talks open in Geneva",
    "« We will not wait », said Anna Berg of the OTAN on Friday, 12 May 2021 at 8h30.",
    "The the council (of 3,5 millions of euros) recalled that 45 % of the ships were late.",
    "Also read: Oil prices rise in Asia",
)
SOURCE = (
    "Les pourparlers s'ouvrent à Genève",
    "« Nous n'attendrons pas », a dit Anna Berg de l'OTAN vendredi 12 mai 2021 à 8h30.",
    "Le conseil (3,5 millions d'euros) a rappelé que 45 % des navires étaient en retard.",
    "À lire aussi : Le pétrole monte en Asie",
)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(document: str, styles: str | None = None, *, compression: int = 0) -> bytes:
    """A package of these parts. compression: of zipfile; 0 leaves them open to mutation."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as package:
        # A time of its own would make other bytes every time.
        package.writestr(zipfile.ZipInfo("word/document.xml"), document, compression)
        if styles is not None:
            package.writestr(zipfile.ZipInfo("word/styles.xml"), styles, compression)
    return stream.getvalue()


def _docx() -> bytes:
    title = f'<w:p><w:pPr><w:pStyle w:val="T"/></w:pPr><w:r><w:t>{HEADLINE}</w:t></w:r></w:p>'
    field = '<w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText>'
    runs = "".join(
        f"<w:p><w:r><w:t>{html.escape(one)}</w:t></w:r><w:del><w:r/></w:del></w:p>"
        for one in PARAGRAPHS
    )
    return docx(
        f'<?xml version="1.0"?><w:document xmlns:w="{_WORD}"><w:body>{title}{runs}<w:tbl><w:tr>'
        f"<w:tc><w:p><w:r>{field}<w:t>cell</w:t><w:br/></w:r></w:p></w:tc></w:tr></w:tbl>"
        "</w:body></w:document>",
        f'<w:styles xmlns:w="{_WORD}"><w:style w:styleId="T"><w:basedOn w:val="U"/></w:style>'
        '<w:style w:styleId="U"><w:name w:val="Title"/><w:basedOn w:val="T"/></w:style></w:styles>',
    )


def _xliff() -> str:
    units = "".join(
        f'<trans-unit id="{n}"><!-- note --><source>{html.escape(source)}</source>'
        f'<target>{html.escape(target)} <g id="1">more</g><x id="2" ctype="lb"/></target>'
        "<note>mtcheck-ignore calque</note></trans-unit>"
        for n, (source, target) in enumerate(zip(SOURCE, PARAGRAPHS, strict=True))
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><xliff version="1.2" '
        'xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="fr" '
        f'target-language="en"><body><group>{units}</group></body></file></xliff>'
    )


def _xliff_2() -> str:
    segments = "".join(
        f'<segment id="{n}"><source>{html.escape(source)}</source><target>{html.escape(target)}'
        "</target></segment>"
        for n, (source, target) in enumerate(zip(SOURCE, PARAGRAPHS, strict=True))
    )
    return (
        '<xliff version="2.0" srcLang="fr" trgLang="en" '
        'xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f"><notes><note>n</note></notes>'
        f'<unit id="u" xml:space="preserve">{segments}</unit></file></xliff>'
    )


def _tmx() -> str:
    units = "".join(
        f'<tu tuid="{n}"><tuv xml:lang="fr"><seg>{html.escape(source)}</seg></tuv>'
        f'<tuv xml:lang="en-GB"><seg>{html.escape(target)}<bpt i="1"/></seg></tuv></tu>'
        for n, (source, target) in enumerate(zip(SOURCE, PARAGRAPHS, strict=True))
    )
    return (
        '<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4">'
        f'<header srclang="fr"><note>n</note></header><body>{units}</body></tmx>'
    )


def _po() -> str:
    header = (
        'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    )
    entries = "\n".join(
        f"# a note\n#, c-format\nmsgctxt {json.dumps(str(n))}\n"
        f"msgid {json.dumps(source, ensure_ascii=False)}\n"
        f'msgstr ""\n{json.dumps(target, ensure_ascii=False)}\n'
        for n, (source, target) in enumerate(zip(SOURCE, PARAGRAPHS, strict=True))
    )
    return f'{header}\n{entries}\nmsgid "a"\nmsgid_plural "b\\x41"\nmsgstr[0] "c"\nmsgstr[1] "d"\n'


def _table(mark: str) -> str:
    rows = [("source", "target", "doc", "id")]
    for n, (source, target) in enumerate(zip(SOURCE, PARAGRAPHS, strict=True)):
        rows.append((f'"{source}"', f'"{target}"', "d", str(n)))
    return "".join(f"{mark.join(row)}\n" for row in rows)


def _json_lines() -> str:
    records = (
        {"id": 1, "text": "\n\n".join(PARAGRAPHS), "lang": "en", "source_lang": "fr"},
        {"headline": HEADLINE, "body": PARAGRAPHS[1], "source": SOURCE[1], "domain": "x"},
        {"text": "emoji \U0001f5f3 \ud800", "mtcheck_ignore": ["calque"]},
    )
    return "".join(json.dumps(record) + "\n" for record in records)


def _markdown() -> str:
    return (
        f"---\ntitle: {HEADLINE}\nlang: en\ntags: [a, b]\n---\n# {HEADLINE}\n\n"
        f"> {PARAGRAPHS[1]}\n\n<!-- mtcheck-ignore-next calque -->\n{PARAGRAPHS[2]}\n\n"
        '- [a link](https://example.com/x "y")\n- `code` **bold** *a* ~~b~~\n\n'
        f"| a | b |\n|---|---|\n| 1 | {PARAGRAPHS[3]} |\n\n```py\nx\n```\n\n![a](b)\n&amp;<b>c</b>\n"
    )


def _html() -> str:
    body = "".join(f"<p>{html.escape(one)}</p>" for one in PARAGRAPHS)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{HEADLINE}</title>'
        "<script>var a = '<p>';</script><style>p{}</style></head><body><nav>menu</nav><article>"
        f'<h1>{HEADLINE}</h1><!-- mtcheck-ignore -->{body}<ul><li>one<li lang="fr">deux</ul>'
        "<table><tr><td>a&nbsp;b&#x41;&bogus;<pre> x </pre></table><p>a<br>b<wbr></article></html>"
    )


def _ninjs(markup: bool) -> str:
    if markup:
        body = {"body_xhtml": "".join(f"<p>{html.escape(one)}</p>" for one in PARAGRAPHS)}
    else:
        body = {"body_text": "\n\n".join(PARAGRAPHS)}
    return json.dumps({"uri": "x", "language": "en", "headline": HEADLINE, **body})


def _ninjs_3() -> str:
    bodies = [{"role": "main", "contentType": "text/html", "value": f"<p>{PARAGRAPHS[2]}</p>"}]
    return json.dumps(
        {"uri": "x", "standard": {"version": "3.0"}, "headlines": [{"value": HEADLINE}],
         "bodies": bodies}, ensure_ascii=False,
    )  # fmt: skip


def _newsml() -> str:
    body = "".join(f"<p>{html.escape(one)}</p>" for one in PARAGRAPHS)
    item = (
        '<newsItem guid="{}" xmlns="http://iptc.org/std/nar/2006-10-01/"><contentMeta>'
        f'<language tag="en"/><headline role="hld:main">{HEADLINE}</headline></contentMeta>'
        '<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>'
        f"{body}<![CDATA[x]]></body></html></inlineXML></contentSet></newsItem>"
    )
    return f"<newsMessage><itemSet>{item.format('a')}{item.format('b')}</itemSet></newsMessage>"


def _nitf() -> str:
    body = "".join(f"<p>{html.escape(one)}</p>" for one in PARAGRAPHS)
    return (
        f'<?xml version="1.0"?><nitf><head><title>t</title></head><body xml:lang="en"><body.head>'
        f"<hedline><hl1>{HEADLINE}</hl1></hedline><byline>By</byline></body.head><body.content>"
        f"{body}<media><media-caption>c</media-caption></media></body.content></body></nitf>"
    )


FILES: dict[str, bytes] = {
    "a.en.txt": "\n\n".join((HEADLINE, *PARAGRAPHS)).encode(),
    "a.utf16.txt": "\n\n".join((HEADLINE, *PARAGRAPHS)).encode("utf-16"),
    "a.md": _markdown().encode(),
    "a.html": _html().encode(),
    "a.docx": _docx(),
    "a.text.json": _ninjs(markup=False).encode(),
    "a.markup.json": _ninjs(markup=True).encode(),
    "a.three.json": _ninjs_3().encode(),
    "a.newsml.xml": _newsml().encode(),
    "a.nitf.xml": _nitf().encode(),
    "a.jsonl": _json_lines().encode(),
    "a.xlf": _xliff().encode(),
    "a.xliff": _xliff_2().encode(),
    "a.tmx": _tmx().encode(),
    "a.po": _po().encode(),
    "a.tsv": _table("\t").encode(),
    "a.csv": _table(",").encode(),
    "a.semicolon.csv": _table(";").encode(),
}
"""By name: the content of a whole file. The name's ending is what a reader goes by."""

TABLES: dict[str, bytes] = {
    "terms.tsv": b"source\ttarget\tforbidden\tkeep\tsource_lang\nOTAN\tNATO\tNAT|O T\t\tfr\nBerg\t\t\tyes\t\n",
    "terms.tbx": (
        b'<tbx><text><body><conceptEntry><langSec xml:lang="fr"><termSec><term>OTAN</term></termSec>'
        b'</langSec><langSec xml:lang="en"><termSec><term>NATO</term></termSec><termSec><term>Nato'
        b"</term><termNote type='administrativeStatus'>deprecatedTerm</termNote></termSec></langSec>"
        b"</conceptEntry></body></text></tbx>"
    ),
    "mtcheck.toml": (
        b'select = ["structure"]\nfail-on = "major"\nconfidence = "low"\nexclude = ["x/**"]\n'
        b'[score]\npass = 90\n[severity]\ncalque = "off"\n[rules.overlong-sentence]\nallow = ["a"]\n'
        b'[per-path."a*"]\nlanguage = "en"\n'
    ),
    "rules.toml": (
        b'family = "house"\n[[rule]]\nname = "kiev"\nsubstitutions = { "Kiev" = "Kyiv" }\n'
        b'bad = ["In \xe2\x9f\xa6Kiev\xe2\x9f\xa7."]\ngood = ["In Kyiv."]\n[[rule]]\nname = "shout"\n'
        b"pattern = '[A-Z]{4,}!'\nsuggest = '\\\\g<0>'\n"
    ),
    "baseline.json": (
        b'{"version": 1, "findings": [{"path": "a.txt", "rule": "calque", "fingerprint": "ab", '
        b'"text": "x"}]}'
    ),
}
"""The other files that a run reads: glossaries, configuration, own rules, a baseline."""
