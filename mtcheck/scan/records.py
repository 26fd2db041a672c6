"""From what a file or an engine hands over to records whose fields have the names that count."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from mtcheck.readers import ReadError
from mtcheck.readers.jsonl import IGNORED, record_of_line
from mtcheck.scan import ScanError
from mtcheck.scan.schema import DOCUMENTS

_TEXTS = ("text", "headline", "body")
ROLES = (
    *_TEXTS, "id", "lang", "source_lang", "source", "reference", "url", "domain", IGNORED,
)  # fmt: skip
_ALSO = {"language": "lang", "source_language": "source_lang", "target": "text"}
_SHOWN, _LONGEST_SHOWN = 12, 40
_LONGEST_DOMAIN = 253
LONGEST = 16 << 20
"""Bytes of a line, characters of a text: what is longer is no article."""


class Record(NamedTuple):
    """One article of a corpus, not yet checked.

    line: of JSON Lines, or the row of a table, from 1; None: the file as a whole.
    values: by role (see ROLES). kept: fields that the caller wants to see again.
    error: why it cannot be checked; "" where it can.
    """

    path: str
    line: int | None
    values: Mapping[str, Any]
    kept: Mapping[str, str | None]
    error: str = ""


class Fields(NamedTuple):
    """Which field of a record holds what.

    named: (role, field) as the caller said it; other roles have the fields of their own names.
    kept: fields that go into the table of documents as they are.
    """

    named: tuple[tuple[str, str], ...] = ()
    kept: tuple[str, ...] = ()

    def by_role(self) -> dict[str, str]:
        """The field of each role. Who names one of the fields of the text names all of them."""
        named = dict(self.named)
        has_text = any(role in named for role in _TEXTS)
        return {
            role: named.get(role, role)
            for role in ROLES
            if role in named or not (has_text and role in _TEXTS)
        }

    def wanted(self) -> tuple[str, ...]:
        """All fields that are looked at."""
        return tuple(dict.fromkeys((*self.by_role().values(), *self.kept)))

    def missing(self, present: list[str]) -> str:
        """What a table with these columns lacks, in words; "" where it lacks nothing."""
        by_role = self.by_role()
        lacking = [column for _, column in self.named if column not in present]
        lacking += [column for column in self.kept if column not in present]
        if lacking:
            what = f"holds no column {', '.join(map(repr, lacking))}"
        elif not any(by_role.get(role) in present for role in _TEXTS):
            what = "holds no column 'text' (nor 'headline' and 'body'); say --columns text=NAME"
        else:
            return ""
        return f"{what}; its columns are {_listed(present)}"

    def record(self, path: str, line: int, raw: Mapping[str, Any], error: str = "") -> Record:
        """The record that an object or a row holds."""
        by_role = self.by_role()
        values: dict[str, Any] = {}
        for role, name in by_role.items():
            if name not in raw:
                continue
            try:
                values[role] = _read(role, _text(raw[name]))
            except ReadError as wrong:
                error = error or f"{name!r} {wrong}"
        kept = {name: _shown(raw.get(name)) for name in self.kept}
        if not error and all(values.get(role) is None for role in _TEXTS):
            error = _lacks_text([by_role[role] for role in _TEXTS if role in by_role], raw)
        for name, value in (*values.items(), *kept.items()):
            if isinstance(value, str):
                error = error or _no_text(name, value)
        if error:
            return Record(path, line, _id_alone(values), {}, error)
        return Record(path, line, values, kept)

    def record_of_line(self, path: str, line: int, data: bytes) -> Record:
        """The record that a line of JSON Lines holds."""
        try:
            return self.record(path, line, record_of_line(data.decode("utf-8")))
        except UnicodeDecodeError as error:
            what = f"byte {error.start + 1} (0x{data[error.start]:02X}) is no UTF-8"
        except ReadError as error:
            what = str(error)
        return Record(path, line, {}, {}, what)


def parse_fields(columns: str | None, kept: tuple[str, ...] = ()) -> Fields:
    """ "text=content,lang=language" and the fields to keep. Raises ScanError for what is none."""
    named: list[tuple[str, str]] = []
    for part in (columns or "").split(",") if columns else ():
        name, sign, field = (piece.strip() for piece in part.partition("="))
        role = _ALSO.get(name, name)
        if role not in ROLES or not sign or not field:
            raise ScanError(
                f"{part.strip()!r} names no column; write text=content,lang=language, for "
                f"{', '.join(ROLES)}"
            )
        named.append((role, field))
    own = [name for name in kept if name in {column.name for column in DOCUMENTS}]
    if own:
        raise ScanError(f"{own[0]!r} is a column of the documents already; it cannot be kept too")
    return Fields(tuple(named), tuple(dict.fromkeys(kept)))


def domain_of(values: Mapping[str, Any]) -> str | None:
    """The record's domain, or that of its URL, without "www."."""
    told, url = values.get("domain"), values.get("url")
    if not (told and told.strip()) and url:
        try:
            told = urlsplit(url if "//" in url else f"//{url}").hostname
        except ValueError:
            return None
    name = (told or "").strip().lower().removeprefix("www.")
    return name if 0 < len(name) <= _LONGEST_DOMAIN else None


def _text(value: Any) -> Any:
    """Parquet without a type for texts holds their bytes."""
    if isinstance(value, bytes):
        try:
            return value.decode("utf-8")
        except UnicodeDecodeError:
            return value
    return value


def _shown(value: Any) -> str | None:
    value = _text(value)
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, default=str)


def _read(role: str, value: Any) -> Any:
    """The value as its role has it. Raises ReadError for one of another type."""
    if value is None:
        return None
    if role == "id" and isinstance(value, int | float):
        return str(value)
    if role == IGNORED:
        names = [value] if isinstance(value, str) else value
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise ReadError("is no list of the names of rules")
        return names
    if isinstance(value, str):
        return value
    if role in ("url", "domain"):
        return None  # what it would have told is missed, and nothing else
    raise ReadError("is neither a string nor a number" if role == "id" else "is no string")


def _no_text(name: str, value: str) -> str:
    """What is wrong with the value, in words; "" where nothing is."""
    if len(value) > LONGEST:
        return f"{name!r} is longer than {LONGEST >> 20} million characters; an article is not"
    if value.isascii():
        return ""
    try:
        value.encode()
    except UnicodeEncodeError as error:
        half = ord(value[error.start])
        return f"{name!r} holds half a surrogate pair, U+{half:04X}, at character {error.start + 1}"
    return ""


def _lacks_text(fields: list[str], raw: Mapping[str, Any]) -> str:
    """Why there is no text in these fields, in words."""
    empty = [name for name in fields if name in raw]
    if empty:
        return f"{' and '.join(map(repr, empty))} {'is' if len(empty) == 1 else 'are'} null"
    return f"holds no {' nor '.join(map(repr, fields))}; its fields are {_listed(list(raw))}"


def _id_alone(values: Mapping[str, Any]) -> dict[str, Any]:
    id = values.get("id")
    return {"id": id} if isinstance(id, str) and not _no_text("id", id) else {}


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return (", ".join(ascii(name[:_LONGEST_SHOWN]) for name in names[:_SHOWN]) or "none") + more
