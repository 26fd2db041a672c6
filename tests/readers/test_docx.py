"""DOCX: paragraphs of Word, and packages that are refused."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from mtcheck import check_file
from mtcheck.cli import app
from mtcheck.readers import ReadError, ReadOptions
from mtcheck.readers.docx import read_docx
from tests.readers.marked_up import WORD, blocks, docx, package

OPTIONS = ReadOptions(language="de")
STYLES = (
    '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Bild"><w:name w:val="caption"/></w:style>'
    '<w:style w:styleId="Mein"><w:name w:val="Mein Bild"/><w:basedOn w:val="Bild"/></w:style>'
    '<w:style w:styleId="Kreis"><w:name w:val="x"/><w:basedOn w:val="Kreis"/></w:style>'
)


def paragraph(runs: str, style: str = "", extra: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{extra}</w:pPr>{runs}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def read(body: str) -> list[tuple[str, str]]:
    return blocks(read_docx("x.docx", docx(body, STYLES), OPTIONS).document)


def test_kinds() -> None:
    assert read(
        paragraph(run("Der Titel"), "Titel")
        + paragraph(run("Ein "), "Kreis").replace("</w:p>", run("Absatz", "<w:b/>") + "</w:p>")
        + paragraph(run("Teil"), "berschrift1")
        + paragraph(run("Punkt"), extra="<w:numPr/>")
        + paragraph(run("Foto: x"), "Mein")
        + "<w:p/>"
        + f"<w:tbl><w:tr><w:tc>{paragraph(run('Zelle'))}</w:tc></w:tr></w:tbl>"
    ) == [
        ("headline", "Der Titel"),
        ("paragraph", "Ein Absatz"),
        ("subheading", "Teil"),
        ("list_item", "Punkt"),
        ("caption", "Foto: x"),
        ("cell", "Zelle"),
    ]


def test_what_is_no_prose() -> None:
    field = "".join(
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            '<w:r><w:instrText> HYPERLINK "x" </w:instrText><w:t>kein</w:t></w:r>',
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            run("Link"),
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        )
    )
    deleted = "<w:del><w:r><w:delText>weg</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{run('hier')}</w:moveFrom><w:moveTo>{run(' dort')}</w:moveTo>"
    inserted = f"<w:ins>{run(' neu')}</w:ins>"
    hidden = run("versteckt", "<w:vanish/>") + run(" offen", '<w:vanish w:val="0"/>')
    rest = "<w:r><w:noBreakHyphen/><w:t>e</w:t><w:br/><w:t>Zeile</w:t><w:footnoteReference/></w:r>"
    assert read(paragraph(run("Ein ") + field + deleted + moved + inserted + hidden + rest)) == [
        ("headline", "Ein Link dort neu offen\u2011e"),
        ("paragraph", "Zeile"),
    ]


def test_text_boxes_follow_once() -> None:
    box = f"<w:txbxContent>{paragraph(run('Kasten'))}</w:txbxContent>"
    drawing = (
        '<mc:AlternateContent xmlns:mc="m"><mc:Choice><w:drawing><x>'
        f"{box}</x></w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    assert [text for _, text in read(paragraph(run("Der Text.") + f"<w:r>{drawing}</w:r>"))] == [
        "Der Text.",
        "Kasten",
    ]


def test_lines_are_paragraphs_and_nothing_is_mended(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    data = docx(
        paragraph(run("Talks open"), "Titel")
        + "<w:p/>"
        + paragraph(run("The minister met the the guests.")),
        STYLES,
    )
    path.write_bytes(data)
    (document,) = check_file(path, language="en").documents
    result = CliRunner().invoke(app, ["check", str(path), "--lang", "en", "--format", "concise"])
    assert result.exit_code == 1
    assert f"{path}:2:18: minor repeated-word" in result.stdout
    assert [f.rule for f in document.findings] == ["repeated-word"]
    result = CliRunner().invoke(app, ["check", str(path), "--lang", "en", "--fix"])
    assert (result.exit_code, path.read_bytes()) == (1, data)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04 nothing", "is no DOCX file that can be opened"),
        (package({"mimetype": "x"}), "holds no word/document.xml"),
        (package({"word/document.xml": "<w:document"}), "no well-formed XML"),
        (
            package(
                {
                    "word/document.xml": '<!DOCTYPE d [<!ENTITY a "b">]>'
                    f"<w:document {WORD}>&a;</w:document>"
                }
            ),
            "DOCTYPE declares",
        ),
        (
            package({"word/document.xml": " " * (64 * 1024 * 1024 + 1)}),
            "unpacks to more than 100 times its size",
        ),
    ],
)
def test_what_cannot_be_read(data: bytes, message: str, tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=message):
        read_docx("x.docx", data, OPTIONS)
    path = tmp_path / "x.docx"
    path.write_bytes(data)
    (tmp_path / "y.txt").write_text("Talks open\n\nDelegates met on Monday.\n")
    report = check_file(tmp_path, language="en")
    assert [Path(error.path).name for error in report.errors] == ["x.docx"]
    assert len(report.documents) == 1


def test_a_file_that_is_none(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_text("Just text.")
    (error,) = check_file(path).errors
    assert "is no DOCX file" in error.message
