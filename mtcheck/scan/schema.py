"""The tables that a scan writes: their columns, in order."""

from __future__ import annotations

from typing import Literal, NamedTuple

from mtcheck.rule import SEVERITIES

Kind = Literal["string", "integer", "number", "flag", "strings", "fix"]
Table = Literal["documents", "findings", "errors"]
TABLES: tuple[Table, ...] = ("documents", "findings", "errors")

METRICS = (
    "bleu", "chrf", "ter",
    "flesch_reading_ease", "words_per_sentence", "syllables_per_word",
    "source_flesch_reading_ease", "flesch_reading_ease_shift",
)  # fmt: skip
"""The measures that a document can have; those it has not are null."""


class Column(NamedTuple):
    name: str
    kind: Kind


_PLACE = (Column("path", "string"), Column("line", "integer"), Column("id", "string"))
DOCUMENTS = (
    *_PLACE,
    Column("url", "string"),
    Column("domain", "string"),
    Column("language", "string"),
    Column("source_language", "string"),
    Column("origin_language", "string"),
    Column("origin_probability", "number"),
    Column("origin_given", "flag"),
    Column("words", "integer"),
    Column("penalty", "number"),
    Column("score", "number"),
    Column("findings", "integer"),
    *(Column(severity, "integer") for severity in reversed(SEVERITIES)),
    Column("suppressed", "integer"),
    Column("rules", "strings"),
    *(Column(metric, "number") for metric in METRICS),
)
OF_FINDING = (
    Column("rule", "string"),
    Column("family", "string"),
    Column("category", "string"),
    Column("severity", "string"),
    Column("confidence", "string"),
    Column("message", "string"),
    Column("start", "integer"),
    Column("end", "integer"),
    Column("text", "string"),
    Column("suggestion", "string"),
    Column("fix", "fix"),
    Column("fingerprint", "string"),
)
FINDINGS = (*_PLACE, Column("language", "string"), *OF_FINDING)
ERRORS = (*_PLACE, Column("message", "string"))


def columns_of(table: Table, kept: tuple[str, ...] = ()) -> tuple[Column, ...]:
    """The table's columns. kept: fields of the records that stand in `documents` too."""
    if table == "documents":
        return (*DOCUMENTS, *(Column(name, "string") for name in kept))
    return FINDINGS if table == "findings" else ERRORS
