"""What a text, a name or a setting holds never commands the terminal, the CI server, the browser or
the spreadsheet that shows a report."""

from __future__ import annotations

import json
import os
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import jsonschema
import pytest

from mtcheck.reporters import FORMATS
from mtcheck.reporters.display import visible
from mtcheck.reporters.junit import xml_text
from mtcheck.reporters.safe_json import json_text
from tests.cli.calls import NEUTRAL_ENVIRONMENT, installed, mtcheck

posix = pytest.mark.skipif(os.name == "nt", reason="names that Windows does not allow")

ESCAPES = "\x1b[31m\x1b]0;title\x07\x1b]8;;http://x\x1b\\\x9b31m\x07\x08\x7f\r\v\f\x85"
BIDI = "\u202e\u2066\u2069\u200f\u061c"
COMMANDS = (
    "::error file=x::taken", "::add-mask::a", "::stop-commands::x", "##[stop-commands]x",
    "##vso[task.setvariable variable=PATH]/taken", "##teamcity[buildStatus text='x']",
    "::set-env name=PATH::/taken",
)  # fmt: skip
RAW = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
COMMAND = re.compile(r"(?m)^\s*::[\w-]+.*?::|##\[|##vso\[|##teamcity\[")
TEXT = (
    f"Talks open{ESCAPES}{BIDI}\n\nTalks open{ESCAPES}{BIDI}\n\n"
    + "".join(
        f"{command}\n\nThe the men {command} said , {command} so .\n\n" for command in COMMANDS
    )
    + "<script>alert(1)</script><img src=x onerror=alert(1)>\" onload='x' The the [a](javascript:x)"
    " ![b](http://x/y.png) @team #1 | a | https://example.com www.example.com <b>x</b> so .\n"
)


def articles(folder: Path) -> Path:
    """The text, in a file with a plain name and in one whose name is as bad."""
    (folder / "plain.en.txt").write_bytes(TEXT.encode())
    records = [{"id": f"{ESCAPES}{command}", "text": TEXT, "lang": "en"} for command in COMMANDS]
    (folder / "records.jsonl").write_text("".join(json.dumps(one) + "\n" for one in records))
    if os.name != "nt":
        for number, command in enumerate(COMMANDS):
            name = f"{command} {ESCAPES}{BIDI}{number}.en.txt".replace("/", "_")
            (folder / name).write_bytes(TEXT.encode())
        (folder / "\n::error::taken\n.en.txt").write_bytes(TEXT.encode())
        (folder / "<img src=x onerror=alert(1)>[a](b)|`.en.txt").write_bytes(b"\xff")
    return folder


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return articles(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def reports(hostile: Path) -> dict[str, str]:
    """What each format prints, and what the run says on standard error."""
    found: dict[str, str] = {}
    for format in FORMATS:
        run = mtcheck("check", ".", "--format", format, "--confidence", "low", cwd=hostile)
        assert run.returncode in (1, 2)
        found[format] = run.stdout.decode("utf-8")
        found["standard error"] = run.stderr.decode("utf-8")
    run = mtcheck("check", ".", "--diff", "--unsafe-fixes", cwd=hostile)
    found["diff"] = run.stdout.decode()
    found["statistics"] = mtcheck("check", ".", "--statistics", cwd=hostile).stdout.decode()
    found["files"] = mtcheck("check", ".", "--show-files", cwd=hostile).stdout.decode()
    found["verbose"] = mtcheck("check", ".", "-v", "-q", cwd=hostile).stderr.decode()
    return found


KINDS = (*FORMATS, "standard error", "diff", "statistics", "files", "verbose")


@pytest.mark.parametrize("kind", KINDS)
def test_no_escape_sequence_is_printed(kind: str, reports: dict[str, str]) -> None:
    text = reports[kind]
    # A page isolates what would turn its lines around.
    allowed = BIDI if kind == "html" else ""
    assert text
    assert [char for char in set(RAW.findall(text)) if char not in allowed] == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_line_commands_a_ci_server(kind: str, reports: dict[str, str]) -> None:
    lines = reports[kind].split("\n")
    if kind == "github":
        own = re.compile(
            r"::(error|warning|notice) (file=[^,:\r\n]*,line=\d|file=[^,:\r\n]*::|title=)"
        )
        assert all(own.match(line) for line in lines[:-1])
        return
    assert not COMMAND.search(reports[kind])
    assert len(lines) > 1


def test_the_colour_of_a_terminal_is_all_that_it_is_told(hostile: Path) -> None:
    run = mtcheck("check", ".", "--color", "always", cwd=hostile)
    rest = re.sub(r"\x1b\[[0-9;]*m", "", run.stdout.decode())
    assert "\x1b[" in run.stdout.decode()
    assert not RAW.search(rest)


@posix
def test_step_summary_is_a_table_and_nothing_else(hostile: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    environment = {**NEUTRAL_ENVIRONMENT, "GITHUB_STEP_SUMMARY": str(summary)}
    mtcheck("check", ".", "--format", "github", cwd=hostile, env=environment)
    text = summary.read_text("utf-8")
    assert not RAW.search(text)
    assert not COMMAND.search(text)
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 5 for row in rows)
    assert "<img" not in text
    assert not re.search(r"(?<!\\)\[[^\]]*\]\(", text)


class Page(HTMLParser):
    """The elements and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs


def test_html_holds_no_markup_of_the_text(reports: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "a.en.txt").write_text("Talks open\n\nTalks open\n\nHe said so.\n")
    harmless, page = Page(), Page()
    harmless.feed(mtcheck("check", ".", "--format", "html", cwd=tmp_path).stdout.decode())
    page.feed(reports["html"])
    assert page.tags.count("script") == harmless.tags.count("script")
    assert not {"img", "iframe", "object", "embed"} & set(page.tags)
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    links = [value or "" for name, value in page.attributes if name in ("href", "src", "action")]
    assert all(link.startswith("#") for link in links)
    assert "Content-Security-Policy" in reports["html"]


def test_markdown_holds_no_markup_of_the_text(reports: dict[str, str]) -> None:
    text = reports["markdown"]
    assert "<" not in re.sub(r"&lt;", "", text)
    assert not re.search(r"(?<!\\)(?:[`@#~]|!?\[)", re.sub(r"(?m)^#{2,3} ", "", text))
    assert not re.search(r"[A-Za-z]://|www\.", text)
    for row in (line for line in text.splitlines() if line.startswith("| ")):
        assert len(re.findall(r"(?<!\\)\|", row)) == 5, row


def test_nothing_of_ours_opens_in_a_spreadsheet() -> None:
    """CSV and TSV are read and never written: no cell of ours can hold a formula."""
    assert not {"csv", "tsv", "xlsx", "ods"} & set(FORMATS)


@posix
@pytest.mark.parametrize(
    "name", ["a b.txt", "100%.txt", "a#b.txt", "a?b.txt", "a\nb.txt", "a:b.txt", "é\u202e.txt",
             "'\"<>&.txt", "\\.txt", "%0A::error::x.txt", "~.txt", "$(touch taken).txt", "-rf.txt"],
)  # fmt: skip
def test_odd_names_of_files_in_every_report(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("Talks open\n\nTalks open\n\nHe said so on Friday.\n")
    outside = [f"--report={format}=../out.{format}" for format in FORMATS]
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.move(tmp_path / name, folder / name)
    run = mtcheck("check", "--lang", "en", *outside, "--", name, cwd=folder)
    assert run.returncode == 1, run.stderr
    out = {format: (tmp_path / f"out.{format}").read_text("utf-8") for format in FORMATS}
    assert json.loads(out["json"])["documents"][0]["path"] == name
    result = json.loads(out["sarif"])["runs"][0]["results"][0]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"[A-Za-z0-9/._~%-]+", uri)
    assert unquote(uri) == name
    assert not urlsplit(uri).scheme
    ElementTree.fromstring(out["junit"])
    assert len(out["concise"].splitlines()) == 1
    assert len(out["github"].splitlines()) == 2
    assert not (tmp_path / "taken").exists()


@pytest.mark.skipif(os.name == "nt" or os.uname().sysname == "Darwin", reason="names are Unicode")
def test_names_that_are_no_utf8_in_every_report(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path)
    with open(folder + b"/caf\xe9 \xff.en.txt", "wb") as file:  # noqa: PTH123  a name of bytes
        file.write(b"Talks open\n\nTalks open\n\nHe said so on Friday.\n")
    reports = [f"--report={format}=out.{format}" for format in FORMATS]
    run = installed("check", ".", *reports, cwd=tmp_path)
    assert run.returncode == 1, run.stderr
    out = {format: (tmp_path / f"out.{format}").read_bytes() for format in FORMATS}
    for text in (*out.values(), run.stdout, run.stderr):
        text.decode("utf-8")  # or it raises
    path = json.loads(out["json"])["documents"][0]["path"]
    assert os.fsencode(path) == b"caf\xe9 \xff.en.txt"
    schema = json.loads(
        (Path(__file__).parent.parent / "schemas/sarif-2.1.0.json").read_text("utf-8")
    )
    log = json.loads(out["sarif"])
    jsonschema.validate(log, schema)
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "caf%E9%20%FF.en.txt"
    fixed = installed("check", ".", "--fix", "--exclude", "out.*", cwd=tmp_path)
    assert fixed.returncode == 0, fixed.stderr


def test_settings_that_command_a_terminal_are_shown_by_their_code(tmp_path: Path) -> None:
    (tmp_path / "a.en.txt").write_text("Talks open\n\nHe said so.\n")
    wrong = {
        "mtcheck.toml": 'fail-on = "\\u001b[31m\\u009b31m ::error::x ##vso[a]"\n"\\u001b[2J" = 1\n',
        "rules.toml": '[[rule]]\nname = "\\u001b[31m"\npattern = "\\u009b31m("\n',
        "terms.tsv": "source\ttar\x1b[31mget\x9b\n",
        "base.json": '{"version": 1, "findings": [{"\x9b": "\u202e"}]}',
    }
    for name, content in wrong.items():
        (tmp_path / name).write_text(content, "utf-8")
    for arguments in (
        ["--config", "mtcheck.toml"],
        ["--no-config", "--rule-file", "rules.toml"],
        ["--no-config", "--glossary", "terms.tsv"],
        ["--no-config", "--baseline", "base.json"],
        ["--no-config", "--select", "\x1b[31m\x9b"],
        ["--no-config", "--\x1b[31m\x9b"],
        ["--no-config", "--format", "\x1b[31m"],
        ["--no-config", "--fail-under", "\x1b[31m\x9b"],
        ["--no-config", "--lang", "\x1b[31m\x9b"],
        ["--no-config", "--columns", "\x1b[31m\x9b"],
        ["--no-config", "--encoding", "\x1b[31m\x9b"],
    ):
        run = mtcheck("check", "a.en.txt", *arguments, cwd=tmp_path)
        said = run.stderr.decode()
        assert run.returncode == 2, arguments
        assert not RAW.search(said), arguments
        assert not COMMAND.search(said), arguments
        assert "Traceback" not in said
    for command in ("\x1b[31m", "rules", "explain", "compare", "score", "test"):
        run = mtcheck(command, "\x1b[31m\x9b", "--\x1b", cwd=tmp_path)
        assert run.returncode == 2
        assert not RAW.search(run.stderr.decode()), command


def test_own_rules_cannot_command_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.en.txt").write_text("Talks open\n\nHe went to Kiev on Friday.\n")
    (tmp_path / "rules.toml").write_text(
        '[[rule]]\nname = "kiev"\nmessage = "\\u001b[31m\\u009b ::error::x {found}"\n'
        'docs = "\\u001b]0;x\\u0007\\n\\n::error::taken ##vso[x]y"\n'
        'phrases = { "Kiev" = "\\u001b[2J ::add-mask::x" }\nbad = ["In ⟦Kiev⟧ \\u001b[2J"]\n'
        'good = ["Kiev \\u009b ##vso[x]"]\n',
        "utf-8",
    )
    (tmp_path / "mtcheck.toml").write_text('rule-files = ["rules.toml"]\n')
    for call in (
        *(["check", "a.en.txt", "--format", format] for format in ("text", "concise", "json")),
        ["explain", "kiev", "--rule-file", "rules.toml"],
        ["explain", "kiev", "--rule-file", "rules.toml", "--format", "json"],
        ["rules", "--rule-file", "rules.toml"],
        ["rules", "--rule-file", "rules.toml", "--format", "json"],
        ["test", "rules.toml"],
        ["config"],
    ):
        run = mtcheck(*call, cwd=tmp_path)
        said = run.stdout.decode() + run.stderr.decode()
        assert said, call
        assert not RAW.search(said), call
        assert not COMMAND.search(said), call


def test_json_that_is_escaped_says_the_same() -> None:
    value = {
        "a\x9b": [f"{ESCAPES}{BIDI}{command}" for command in COMMANDS] + ["\u2028 é \U0001f5f3"]
    }
    text = json_text(value)
    assert json.loads(text) == value
    assert not RAW.search(text) and not COMMAND.search(text)
    assert "é \U0001f5f3" in text


def test_what_is_made_visible_is_harmless() -> None:
    for text in (ESCAPES, BIDI, *COMMANDS, *(f" \u00a0\t{command}" for command in COMMANDS)):
        assert not RAW.search(visible(text))
        assert not COMMAND.search(visible(text))
        assert not RAW.search(xml_text(text).replace("\r", ""))
    plain = "C++: std::vector<a::b> costs ##1, 10::30 ## [x]; é 🗳️ ﷺ العربية"
    assert visible(plain) == plain
