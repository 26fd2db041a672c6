"""Files made to fill the memory, to hang, to reach other files, or to be no text at all."""

from __future__ import annotations

import ctypes
import io
import json
import os
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pytest

from mtcheck.limits import LARGEST_FILE
from mtcheck.readers import ReadOptions
from mtcheck.readers import docx as docx_reader
from mtcheck.reporters import FORMATS
from tests.cli.calls import CLEAN, FAULTY, NEUTRAL_ENVIRONMENT, Called, installed, mtcheck
from tests.fuzz.files import FILES, docx
from tests.fuzz.sound import limited

posix = pytest.mark.skipif(os.name == "nt", reason="links, pipes and devices of POSIX")


def check(folder: Path, *arguments: str) -> Called:
    """The run in that folder, in far less than for ever."""
    with limited():
        return mtcheck("check", *arguments, cwd=folder)


def refused(run: Called, *words: str) -> str:
    """What a run said that could not read something: one line for each of them."""
    said = run.stderr.decode()
    assert run.returncode == 2, said
    assert "Traceback" not in said
    for word in words:
        assert word in said
    return said


BOMBS = {
    "entities": '<!DOCTYPE {0} [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>',
    "external": '<!DOCTYPE {0} [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
    "parameter": '<!DOCTYPE {0} [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>',
    "attributes": '<!DOCTYPE {0} [<!ATTLIST {0} a CDATA "x">]>',
}
ROOTS = {
    "a.xlf": '<xliff version="1.2"><file source-language="fr" target-language="en"><body>'
    '<trans-unit id="1"><source>x</source><target>&b;</target></trans-unit></body></file></xliff>',
    "a.tmx": '<tmx version="1.4"><header srclang="fr"/><body><tu><tuv xml:lang="en"><seg>&b;</seg>'
    "</tuv></tu></body></tmx>",
    "a.newsml.xml": '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentSet><inlineXML>'
    "&b;</inlineXML></contentSet></newsItem>",
    "a.nitf.xml": "<nitf><body><body.content><p>&b;</p></body.content></body></nitf>",
    "terms.tbx": "<tbx><text><body><conceptEntry>&b;</conceptEntry></body></text></tbx>",
}


@pytest.mark.parametrize("bomb", BOMBS)
@pytest.mark.parametrize("name", [*ROOTS, "a.docx"])
def test_xml_that_declares_entities_is_refused(name: str, bomb: str, tmp_path: Path) -> None:
    text = ROOTS.get(name, "<document><body><p><r><t>&b;</t></r></p></body></document>")
    root = text[1:].partition(" ")[0].partition(">")[0]
    content = '<?xml version="1.0"?>' + BOMBS[bomb].format(root) + text
    data = docx(content) if name == "a.docx" else content.encode()
    (tmp_path / name).write_bytes(data)
    (tmp_path / "b.en.txt").write_text(FAULTY)
    arguments = ["--glossary", name] if name == "terms.tbx" else [name]
    run = check(tmp_path, "b.en.txt", *arguments, "--lang", "en")
    said = refused(run, name, "does not expand")
    assert "root:" not in said + run.stdout.decode()
    if name != "terms.tbx":
        assert b"duplicated-headline" in run.stdout  # the other file was checked


@pytest.mark.parametrize("name", [*ROOTS, "a.html"])
def test_no_dtd_or_stylesheet_is_fetched(name: str, tmp_path: Path) -> None:
    """Neither from the disk nor from the network: whoever opens anything is stopped."""
    text = ROOTS.get(name, "<html><body><p>He said so.</p></body></html>").replace("&b;", "x")
    root = text[1:].partition(" ")[0].partition(">")[0]
    head = f'<?xml-stylesheet href="stolen.xsl"?><!DOCTYPE {root} SYSTEM "stolen.dtd">'
    (tmp_path / name).write_text('<?xml version="1.0"?>' + head + text)
    (tmp_path / "a.en.txt").write_text(CLEAN)
    opened: list[str] = []
    arguments = ["--glossary", name] if name == "terms.tbx" else [name]

    def note(event: str, details: tuple[object, ...]) -> None:
        if event == "open" and "stolen" in str(details[0]):
            opened.append(str(details[0]))
        if event == "socket.connect":
            opened.append(event)

    sys.addaudithook(note)  # stays, and sees nothing of other tests
    run = check(tmp_path, "a.en.txt", *arguments, "--lang", "en", "--source-lang", "fr")
    assert run.returncode in (0, 1, 2)
    assert opened == []


@pytest.mark.parametrize("name", ["a.xlf", "a.nitf.xml", "a.newsml.xml", "a.docx", "a.html"])
def test_deep_markup_is_no_crash(name: str, tmp_path: Path) -> None:
    tag = {"a.xlf": "group", "a.docx": "tbl"}.get(name, "div")
    deep = f"<{tag}>" * 50_000 + "He said so on Friday." + f"</{tag}>" * 50_000
    contents = {
        "a.xlf": f'<xliff version="1.2"><file><body>{deep}</body></file></xliff>',
        "a.nitf.xml": f"<nitf><body><body.content>{deep}</body.content></body></nitf>",
        "a.newsml.xml": '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentSet>'
        f"<inlineXML>{deep}</inlineXML></contentSet></newsItem>",
        "a.html": f"<!DOCTYPE html><html><body>{deep}</body></html>",
    }
    data = contents[name].encode() if name in contents else docx(f"<document>{deep}</document>")
    (tmp_path / name).write_bytes(data)
    run = check(tmp_path, name, "--lang", "en")
    if name == "a.html":
        assert run.returncode in (0, 1), run.stderr
    else:
        refused(run, name, "nested more than 200 deep")


def test_deep_json_is_no_crash(tmp_path: Path) -> None:
    deep = "[" * 200_000 + "]" * 200_000
    (tmp_path / "a.jsonl").write_text(f'{{"text": {deep}}}\n{{"text": "He said so."}}\n')
    (tmp_path / "a.json").write_text(f'{{"uri": "x", "body_text": "a", "b": {deep}}}')
    said = refused(check(tmp_path, "a.jsonl", "a.json"), "a.jsonl: line 1", "a.json")
    assert said.count("nested too deeply") == 2


@pytest.mark.parametrize("mark", ["> ", "- ", "* ", "[", "![", "<b>", "*", "`", "(", "|", "#"])
def test_deep_markdown_is_no_crash(mark: str, tmp_path: Path) -> None:
    (tmp_path / "a.en.md").write_text(mark * 20_000 + "He said so on Friday.\n")
    assert check(tmp_path, "a.en.md").returncode in (0, 1)


@pytest.mark.parametrize("fence", ["---", "+++"])
def test_hostile_front_matter_is_named(fence: str, tmp_path: Path) -> None:
    sign = ":" if fence == "---" else " ="
    values = {
        "deep": f"{'[' * 10_000}{']' * 10_000}",
        "number": "9" * 5_000,
        "date": "99999-99-99",
        "tag": "!!python/object/apply:os.system [touch taken]",
        "long": '"' + "x" * 200_000 + '"',
    }
    for name, value in values.items():
        (tmp_path / f"{name}.en.md").write_text(f"{fence}\na{sign} {value}\n{fence}\nHe said so.\n")
    run = check(tmp_path, ".")
    assert b"Traceback" not in run.stderr
    assert not (tmp_path / "taken").exists()
    for line in run.stderr.decode().splitlines():
        assert "front matter" in line
        assert len(line) < 300


def test_yaml_aliases_that_double_are_not_spelled_out(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)]
    (tmp_path / "a.en.md").write_text("---\n" + "\n".join(lines) + "\n---\nHe said so.\n")
    assert check(tmp_path, "a.en.md").returncode in (0, 1)


def test_a_zip_bomb_is_refused_by_its_ratio(tmp_path: Path) -> None:
    bomb = docx("<document>" + " " * 20_000_000 + "</document>", compression=zipfile.ZIP_DEFLATED)
    assert len(bomb) < 50_000
    (tmp_path / "a.docx").write_bytes(bomb)
    refused(check(tmp_path, "a.docx"), "a.docx", "unpacks to more than 100 times its size")


def test_a_zip_bomb_is_refused_by_its_size(tmp_path: Path) -> None:
    noise = "".join(f"<r a='{zlib.crc32(str(n).encode())}'/>" for n in range(1_800_000))
    bomb = docx(f"<document>{noise}</document>", compression=zipfile.ZIP_DEFLATED)
    (tmp_path / "a.docx").write_bytes(bomb)
    refused(check(tmp_path, "a.docx"), "a.docx", "unpacks to more than 32 MB")


def test_a_zip_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    content = "<document>" + " " * 20_000_000 + "</document>"
    bomb = bytearray(docx(content, compression=zipfile.ZIP_DEFLATED))
    size = len(content).to_bytes(4, "little")
    at = bomb.find(size)
    while at >= 0:  # in the part's own header and in the package's list
        bomb[at : at + 4] = (1_000).to_bytes(4, "little")
        at = bomb.find(size)
    (tmp_path / "a.docx").write_bytes(bomb)
    refused(check(tmp_path, "a.docx"), "a.docx")


@pytest.mark.parametrize("name", ["../../x", "/etc/x", "word/../../x"])
def test_nothing_of_a_zip_is_written_to_the_disk(name: str, tmp_path: Path) -> None:
    stream = io.BytesIO(FILES["a.docx"])
    with zipfile.ZipFile(stream, "a") as package:
        package.writestr(name, "taken")
    folder = tmp_path / "one" / "two"
    folder.mkdir(parents=True)
    (folder / "a.docx").write_bytes(stream.getvalue())
    assert check(folder, "a.docx").returncode in (0, 1)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["a.docx"]


def test_broken_and_encrypted_zips_are_named(tmp_path: Path) -> None:
    whole = FILES["a.docx"]
    (tmp_path / "cut.docx").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "empty.docx").write_bytes(b"PK\x05\x06" + bytes(18))
    locked = bytearray(whole)
    at = locked.find(b"PK\x01\x02")
    while at >= 0:
        locked[at + 8] |= 1
        at = locked.find(b"PK\x01\x02", at + 1)
    (tmp_path / "locked.docx").write_bytes(locked)
    said = refused(check(tmp_path, "."), "cut.docx", "locked.docx", "empty.docx")
    assert len(said.splitlines()) == 3


@posix
@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_zip_that_is_packed_as_no_docx_is_refused(method: int, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(docx("<document/>", compression=method))
    refused(check(tmp_path, "a.docx"), "a.docx", "compressed as no DOCX is")


def test_a_chain_of_styles_is_followed_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    links = "".join(
        f'<w:style w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>' for n in range(3_000)
    )
    last = '<w:style w:styleId="s3000"><w:name w:val="heading 1"/></w:style>'
    title = '<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr><w:r><w:t>Talks open</w:t></w:r></w:p>'
    text = "<w:p><w:r><w:t>They met on Monday.</w:t></w:r></w:p>"
    data = docx(
        f"<w:document {namespace}><w:body>{title}{text}</w:body></w:document>",
        f"<w:styles {namespace}>{links}{last}</w:styles>",
    )
    asked: list[str] = []
    kind_of = docx_reader._kind_of_style
    monkeypatch.setattr(
        docx_reader, "_kind_of_style", lambda name: asked.append(name) or kind_of(name)
    )
    article = docx_reader.read_docx("a.docx", data, ReadOptions())
    assert [block.kind for block in article.document.blocks] == ["headline", "paragraph"]
    assert len(asked) <= 3_001


def test_a_file_of_2_gb_is_refused_unread(tmp_path: Path) -> None:
    for name in ("a.txt", "a.jsonl", "a.docx"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(2 * 1024**3)  # takes no room on the disk
    (tmp_path / "b.en.txt").write_text(FAULTY)
    run = check(tmp_path, ".")
    said = refused(run, "a.txt", "has 2,048 MB, more than the 100 MB allowed", "max-file-size")
    assert len(said.splitlines()) == 3
    assert b"duplicated-headline" in run.stdout


def test_the_largest_file_is_the_callers_to_say(tmp_path: Path) -> None:
    (tmp_path / "a.en.txt").write_text("He said so on Friday.\n\n" * 60_000)
    (tmp_path / "mtcheck.toml").write_text("max-file-size = 1\n")
    refused(check(tmp_path, "a.en.txt", "--select", "calque"), "more than the 1 MB allowed")
    run = check(tmp_path, "a.en.txt", "--select", "calque", "--max-file-size", "2")
    assert run.returncode == 0
    with (tmp_path / "a.en.txt").open("rb") as file:
        piped = installed("check", "-", "--max-file-size", "1", stdin=file, cwd=tmp_path)
    refused(piped, "holds more than the 1 MB allowed")
    assert check(tmp_path, "a.en.txt", "--max-file-size", "0").returncode == 2


def test_a_glossary_or_baseline_of_2_gb_is_refused_unread(tmp_path: Path) -> None:
    (tmp_path / "a.en.txt").write_text(CLEAN)
    with (tmp_path / "huge").open("wb") as file:
        file.truncate(2 * 1024**3)
    for option in ("--glossary", "--baseline", "--rule-file", "--config"):
        refused(check(tmp_path, "a.en.txt", option, "huge"), "huge", "2,048 MB, more than the")


def test_a_long_line_is_read_and_shown_in_short(tmp_path: Path) -> None:
    (tmp_path / "a.en.txt").write_text("The council met . " * 20_000)
    run = check(tmp_path, "a.en.txt", "--max-findings", "5")
    assert run.returncode == 1
    assert max(map(len, run.stdout.decode().splitlines())) < 200


@pytest.mark.parametrize(
    "data",
    [b"a\0b", "a\0b".encode("utf-16"), b"\0" * 1_000, b"MZ\x90\0\x03\0", b"\x89PNG\r\n\x1a\n\0"],
)
def test_a_nul_is_no_text(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Talks open\n\n" * (data[:1] not in b"\xff\x89M") + data)
    refused(check(tmp_path, "a.txt"), "a.txt: line ")


def test_a_nul_in_a_record_is_shown_by_its_code(tmp_path: Path) -> None:
    record = {"id": "a\0b", "text": "Talks\0 open .\n\nThe the men said so.", "lang": "en"}
    (tmp_path / "a.jsonl").write_text(json.dumps(record))
    run = check(tmp_path, "a.jsonl")
    assert run.returncode == 1
    assert b"\0" not in run.stdout
    assert b"a<U+0000>b" in run.stdout


@pytest.mark.parametrize(
    "data",
    [
        b"caf\xe9", b"\xc3\x28", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80", b"\xc0\xaf",
        b"\xf4\x90\x80\x80", b"\xff\xfe\x00\xd8", b"\xff\xfea", b"\xfe\xff\xdc\x00\x00",
        b"\xff\xfe\0\0\xff\xff\xff\xff", b"\x00\x00\xfe\xff\x7f\xff\xff\xff",
    ],
)  # fmt: skip
def test_bytes_that_are_no_text_are_named(data: bytes, tmp_path: Path) -> None:
    """Latin 1, overlong forms, surrogates, halves of UTF-16, what lies beyond Unicode."""
    (tmp_path / "a.txt").write_bytes(data)
    refused(check(tmp_path, "a.txt"), "a.txt: line 1", "--encoding")


@pytest.mark.parametrize("codec", ["utf-16", "utf-32", "utf-16-be"])
def test_noise_behind_a_byte_order_mark_is_borne(codec: str, tmp_path: Path) -> None:
    mark = {"utf-16": b"\xff\xfe", "utf-32": b"\xff\xfe\0\0", "utf-16-be": b"\xfe\xff"}[codec]
    noise = bytes(zlib.crc32(bytes([n % 251, n % 7])) % 256 for n in range(4_000))
    (tmp_path / "a.txt").write_bytes(mark + noise)
    run = check(tmp_path, "a.txt")
    assert run.returncode in (0, 1, 2)
    assert b"Traceback" not in run.stderr


NO_ENCODINGS = ["rot13", "zlib", "idna", "unicode_escape", "punycode", "undefined", "x" * 500]


@pytest.mark.parametrize("codec", NO_ENCODINGS)
def test_a_declared_codec_that_is_no_encoding_is_named(codec: str, tmp_path: Path) -> None:
    (tmp_path / "a.xlf").write_text(f'<?xml version="1.0" encoding="{codec}"?><xliff/>')
    (tmp_path / "a.html").write_text(f'<!DOCTYPE html><meta charset="{codec}"><p>He said so.')
    said = refused(check(tmp_path, "a.xlf", "a.html", "--lang", "en"), "a.xlf", "a.html")
    assert len(said.splitlines()) == 2
    assert all(len(line) < 700 for line in said.splitlines())


def test_a_codec_that_is_no_encoding_cannot_be_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CLEAN)
    (tmp_path / "mtcheck.toml").write_text('encoding = "undefined"\n')
    refused(check(tmp_path, "a.txt"), "mtcheck.toml", "undefined")
    run = check(tmp_path, "a.txt", "--no-config", "--encoding", "undefined")
    assert run.returncode == 2
    assert b"Traceback" not in run.stderr


def test_lone_surrogates_are_borne_by_every_report(tmp_path: Path) -> None:
    record = {
        "id": "\udfff",
        "text": "Talks \ud800 open \ud800 .\n\nThe the \udc80 men.",
        "lang": "en",
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(record))
    formats = FORMATS
    reports = [f"--report={format}=out.{format}" for format in formats]
    run = check(tmp_path, "a.jsonl", *reports)
    assert run.returncode == 1, run.stderr
    for format in formats:
        (tmp_path / f"out.{format}").read_bytes().decode("utf-8")
    told = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert told["documents"][0]["id"] == "\udfff"


def test_numbers_of_thousands_of_digits_are_borne(tmp_path: Path) -> None:
    long = "9" * 5_000
    (tmp_path / "a.jsonl").write_text(f'{{"text": "x", "n": {long}}}\n{{"text": "He said."}}\n')
    (tmp_path / "a.json").write_text(f'{{"uri": "x", "body_text": "a", "n": {long}}}')
    run = check(tmp_path, "a.jsonl", "a.json")
    assert refused(run, "a.jsonl: line 1", "a.json").count("thousands of digits") == 2
    (tmp_path / "a.en.txt").write_text(
        f"He spent ${long} on {long}/{long}/{long} at {long}:{long}."
    )
    (tmp_path / "a.fr.txt").write_text(f"Il a dépensé {long} $ le {long} {long}e à {long}h{long}.")
    run = check(tmp_path, "a.en.txt", "--source", "a.fr.txt", "--confidence", "low")
    assert run.returncode in (0, 1), run.stderr


@posix
def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.en.txt").write_text(FAULTY)
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to("self.txt")
    (tmp_path / "one.txt").symlink_to("two.txt")
    (tmp_path / "two.txt").symlink_to("one.txt")
    run = check(tmp_path, ".", "--format", "concise")
    assert len(run.stdout.splitlines()) == 1
    assert run.returncode == 1
    assert check(tmp_path / "in" / "up" / "in" / "up", ".").returncode == 1
    refused(check(tmp_path, "self.txt"), "self.txt", "cannot be read")


def _without_the_rights_of_root() -> None:
    """Linux: the next program gets neither CAP_DAC_OVERRIDE nor CAP_DAC_READ_SEARCH."""
    drop_from_the_bounding_set = 24
    for capability in (1, 2):
        ctypes.CDLL(None).prctl(drop_from_the_bounding_set, capability)


@posix
def test_what_cannot_be_opened_is_named_and_the_rest_checked(tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir()
    (tmp_path / "locked" / "b.en.txt").write_text(FAULTY)
    (tmp_path / "a.en.txt").write_text(FAULTY)
    (tmp_path / "c.en.txt").write_text(FAULTY)
    (tmp_path / "locked").chmod(0)
    (tmp_path / "c.en.txt").chmod(0)
    options: dict[str, object] = {}
    if os.geteuid() == 0:  # who may do everything is refused nothing
        options = {"preexec_fn": _without_the_rights_of_root}
    program = [sys.executable, "-m", "mtcheck", "check", ".", "--format", "concise"]
    try:
        run = subprocess.run(  # type: ignore[call-overload]
            program, cwd=tmp_path, env=NEUTRAL_ENVIRONMENT, capture_output=True, check=False,
            **options,
        )  # fmt: skip
    finally:
        (tmp_path / "locked").chmod(0o755)
    refused(run, "locked: cannot be opened", "c.en.txt: cannot be read")
    assert [line.partition(b":")[0] for line in run.stdout.splitlines()] == [b"a.en.txt"]


@posix
def test_pipes_and_devices_of_a_folder_are_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    os.mkfifo(tmp_path / "pipe.json")
    for name, target in (("zero.txt", "/dev/zero"), ("zero.json", "/dev/zero")):
        (tmp_path / name).symlink_to(target)
    (tmp_path / "a.en.txt").write_text(FAULTY)
    assert check(tmp_path, ".", "--format", "concise").returncode == 1


@posix
def test_a_device_that_never_ends_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.en.txt").write_text(CLEAN)
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    refused(check(tmp_path, "zero.txt"), "zero.txt", "holds more than the 100 MB allowed")
    refused(check(tmp_path, "a.en.txt", "--glossary", "/dev/zero"), "/dev/zero", "100 MB")
    refused(check(tmp_path, "a.en.txt", "--source", "/dev/zero"), "/dev/zero", "100 MB")
    for option in ("--config", "--rule-file", "--baseline"):
        refused(check(tmp_path, "a.en.txt", option, "/dev/zero"), "/dev/zero", "MB allowed")
    assert LARGEST_FILE == 100


@posix
def test_links_to_devices_in_a_checkout_stop_nothing(tmp_path: Path) -> None:
    """What git can store: a configuration or .gitignore that is a link."""
    (tmp_path / ".git").mkdir()
    for name in (".gitignore", "mtcheck.toml", "pyproject.toml"):
        (tmp_path / name).symlink_to("/dev/zero")
    (tmp_path / "a.en.txt").write_text(FAULTY)
    run = check(tmp_path, ".")
    assert run.returncode == 1, run.stderr


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Linux")
def test_proc_is_read_like_any_folder(tmp_path: Path) -> None:
    run = check(tmp_path, "/proc/self/status", "/proc/self/mem", "--lang", "en")
    refused(run, "/proc/self/mem")


def test_a_path_that_no_system_can_open_is_named(tmp_path: Path) -> None:
    names = ["x" * 5_000 + ".txt", "no/such/folder/a.txt", "a\nb.txt", ""]
    for name in names:
        refused(check(tmp_path, name), "mtcheck: ")
