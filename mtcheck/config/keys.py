"""Every key of the configuration: the one declaration from which the checks, the JSON Schema, the
documentation and the first file of `mtcheck init` are made."""

from __future__ import annotations

from typing import Literal, NamedTuple

from mtcheck.config.kinds import (
    COLUMNS,
    ENCODING,
    FLAG,
    GLOBS,
    LANGUAGE,
    PATHS,
    RULES,
    TEXT,
    Kind,
    choice,
    number,
)
from mtcheck.config.layers import PASSED_OVER, RULES_TABLE, SEVERITY_TABLE
from mtcheck.house_style import NAMED_PAIRS, pair_of
from mtcheck.readers import ReadOptions
from mtcheck.readers.detect import INPUT_FORMATS
from mtcheck.reporters import FORMATS
from mtcheck.rule import CONFIDENCES, SEVERITIES
from mtcheck.score import ScoreParameters
from mtcheck.settings import Settings

Reach = Literal["file", "run", "walk"]


class Key(NamedTuple):
    """name: as in the file; "score.minor" is `minor` in the table `[score]`.
    default: None where there is none. example: what `mtcheck init` shows, as TOML.
    reach: "file": may differ from file to file and stand in [per-path]; "run": counts once for a
        run; "walk": decides which files of a folder are read.
    is_path: the value, or each member of it, is a path, told from the configuration file's folder.
    option: of the command line, where there is one.
    """

    name: str
    kind: Kind
    default: object
    documentation: str
    example: str
    reach: Reach = "file"
    is_path: bool = False
    option: str = ""


def _quotes(value: object) -> str:
    return pair_of(str(TEXT.read(value)))


_SETTINGS = Settings._field_defaults
_READING = ReadOptions._field_defaults
_SCORE = ScoreParameters._field_defaults
_QUOTES = Kind(
    f"one of {', '.join(f'`{name}`' for name in NAMED_PAIRS)}, or the two marks",
    TEXT.schema,
    _quotes,
)

KEYS: tuple[Key, ...] = (
    Key("select", RULES, (), "Only these rules or families; without it all of them. Starts afresh: "
        "what a base configuration selects and ignores no longer counts.",
        '["structure", "foreign-quotes"]', option="--select"),
    Key("extend-select", RULES, (), "These too, beside what the base selects, or back from what it "
        "ignores.", '["overlong-sentence"]'),
    Key("ignore", RULES, (), "Not these rules or families. A rule's own name goes before that of "
        "its family. Replaces what the base ignores.", '["readability"]', option="--ignore"),
    Key("extend-ignore", RULES, (), "Nor these, beside what the base ignores.",
        '["calque"]'),
    Key("confidence", choice(*reversed(CONFIDENCES)), _SETTINGS["confidence"],
        "The least sure findings to report: medium ones speak only where the article's origin is "
        "known.", '"high"', option="--confidence"),
    Key("origin-threshold", number(0, 1), _SETTINGS["origin_threshold"],
        "How probable an inferred origin must be to count as known.", "0.95"),
    Key("readability", FLAG, _SETTINGS["readability"],
        "Add textstat's readability measures to the report.", "true", option="--readability"),
    Key("language", LANGUAGE, _READING["language"],
        "Language of the articles; without it the file tells, or the text.", '"en-GB"',
        option="--lang"),
    Key("source-language", LANGUAGE, _READING["source_language"],
        "Language they were translated from.", '"fr"', option="--source-lang"),
    Key("source", TEXT, _READING["source"], "The originals: a file, a folder or a pattern with "
        "{name}.", '"sources/{name}.fr.txt"', is_path=True, option="--source"),
    Key("reference", TEXT, _READING["reference"], "Reference translations, likewise.",
        '"references"', is_path=True, option="--reference"),
    Key("input-format", choice(*INPUT_FORMATS), _READING["input_format"],
        "Format of the articles, where their content does not tell.", '"jsonl"',
        option="--input-format"),
    Key("columns", COLUMNS, None, "Which columns of a table hold what, by number or name.",
        '"source=1,target=2"', option="--columns"),
    Key("encoding", ENCODING, _READING["encoding"],
        "Encoding of files that are not UTF-8 and do not say so.", '"cp1252"', option="--encoding"),
    Key("max-file-size", number(1, whole=True), _READING["max_file_size"],
        "How many MB a file may have; a larger one is not read.", "500", option="--max-file-size"),
    Key("glossaries", PATHS, (), "The newsroom's terms: TSV, CSV or TBX files.",
        '["terms/names.tsv"]', is_path=True, option="--glossary"),
    Key("rule-files", PATHS, (), "The newsroom's own rules: TOML files.", '["rules/house.toml"]',
        is_path=True),
    Key("fail-on", choice(*SEVERITIES, "never"), _SETTINGS["fail_on"],
        "The least severity that makes the run exit with 1.", '"major"', "run", option="--fail-on"),
    Key("fail-under", number(0, 100), _SETTINGS["fail_under"],
        "The run exits with 1 for a score below this.", "85", "run", option="--fail-under"),
    Key("format", choice(*FORMATS), "text", "Format of the report.", '"github"', "run",
        option="--format"),
    Key("min-severity", choice(*SEVERITIES), _SETTINGS["min_severity"],
        "The least severity that the report shows; exit code and score count the others too.",
        '"major"', "run", option="--min-severity"),
    Key("baseline", TEXT, "", "A file of old findings, which do not count.",
        '".mtcheck-baseline.json"', "run", is_path=True, option="--baseline"),
    Key("cache", FLAG, _SETTINGS["cache"], "Remember what was found, so that files that did not "
        "change need not be checked again.", "false", "run", option="--no-cache"),
    Key("exclude", GLOBS, PASSED_OVER, "Files and folders to pass over in folders.",
        '["archive/", "*.draft.txt"]', "walk"),
    Key("extend-exclude", GLOBS, (), "These too, beside the default or the base's.",
        '["archive/"]', "walk", option="--exclude"),
    Key("include", GLOBS, (), "The files to read in folders; without it those whose names end as "
        "one of the formats does.", '["news/**/*.txt"]', "walk"),
    Key("force-exclude", FLAG, False, "Pass over what `exclude` names even where the command "
        "line names the file, as that of pre-commit does.", "true", "walk"),
    Key("respect-gitignore", FLAG, True, "Pass over in folders what .gitignore files name.",
        "false", "walk"),
    Key("score.neutral", number(0), _SCORE["neutral"], "Penalty points for a neutral finding.",
        "0", "run"),
    Key("score.minor", number(0), _SCORE["minor"], "Points for a minor finding.", "1", "run"),
    Key("score.major", number(0), _SCORE["major"], "Points for a major finding.", "5", "run"),
    Key("score.critical", number(0), _SCORE["critical"], "Points for a critical finding.", "25",
        "run"),
    Key("score.reference-words", number(1, whole=True), _SCORE["reference_words"],
        "The number of words that the points are normed to.", "500", "run"),
    Key("score.passing-score", number(0, 100), _SCORE["passing_score"],
        "The score of a text whose points are just acceptable.", "95", "run"),
    Key("score.tolerance", number(0.001), _SCORE["tolerance"],
        "The points in `reference-words` words that are just acceptable.", "5", "run"),
    Key("house-style.quotes", _QUOTES, "", "The pair of quotation marks that the house prints, "
        "whatever its language's press does.", '"guillemets"'),
    Key("house-style.english", choice("US", "GB", "Oxford"), "",
        "The English that the house writes; Oxford is British with -ize.", '"GB"'),
    Key("house-style.spacing", choice("french", "close"), "",
        "french: a space inside « » and before : ; ! ? %; close: none.", '"close"'),
)  # fmt: skip

BY_NAME = {key.name: key for key in KEYS}
SECTIONS = tuple(dict.fromkeys(name.partition(".")[0] for name in BY_NAME if "." in name))
SEVERITY = choice(*SEVERITIES, "off")
PER_PATH, EXTEND = "per-path", "extend"
TABLES = {
    SEVERITY_TABLE: "By rule or family, the severity in place of the rules' own; `off` removes "
    "them. What is said of a rule goes before what is said of its family.",
    RULES_TABLE: "`[rules.RULE]`: the options of a rule; `mtcheck explain RULE` lists them.",
    PER_PATH: '`[per-path."PATTERN"]`: other settings for the files that the pattern names; where '
    "several do, a later table goes before an earlier one.",
}
EXTEND_DOCUMENTATION = (
    "Another configuration file, on which this one builds: what is said here goes before what is "
    "said there."
)
TOP_LEVEL = (EXTEND, *(name for name in BY_NAME if "." not in name), *SECTIONS, *TABLES)
