"""Which file is the counterpart of which: the source or the reference of an article.

Given as a file (the counterpart of every article), as a folder (there under the same path, or with
another language tag before the suffix: x.fr.txt and x.en.txt) or as a pattern, in which {name}
stands for the article's file name without suffix and language tag.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from mtcheck.language.data import languages, primary_subtag, region_subtag
from mtcheck.readers import ReadError
from mtcheck.readers.detect import SUFFIXES
from mtcheck.readers.files import STANDARD_INPUT
from mtcheck.readers.path_patterns import NAME_MARK, is_pattern, name_in

_TAG = re.compile(r"([a-z]{2,3})(?:[-_][A-Z][a-z]{3})?(?:[-_](?:[A-Za-z]{2}|\d{3}))?")
_WORKING_NAMES = frozenset({"mt", "ht"})
"""Tags (of Maltese and of Haitian) that in the name of a file say machine and human translation."""


class NameParts(NamedTuple):
    """ "x", "en-GB" and ".txt" of x.en-GB.txt; "x", "en" and "" of x.en."""

    stem: str
    tag: str | None
    suffix: str


def name_parts(name: str) -> NameParts:
    """The parts of a file's name; a tag only where it is one of a real language."""
    path = Path(name)
    suffix = path.suffix if not is_language(path.suffix[1:]) else ""
    if not suffix and path.suffix:
        return NameParts(path.stem, path.suffix[1:].replace("_", "-"), "")
    stem, dot, tag = path.stem.rpartition(".")
    if dot and stem and is_language(tag):
        return NameParts(stem, tag.replace("_", "-"), suffix)
    if suffix == ".po" and is_language(path.stem):
        return NameParts("", path.stem.replace("_", "-"), suffix)
    return NameParts(path.stem, None, suffix)


@cache
def is_language(tag: str) -> bool:
    """Is this the tag of a language that CLDR knows, and of one of its regions if it names one?"""
    found = _TAG.fullmatch(tag)
    if found is None or tag in _WORKING_NAMES:
        return False
    if tag in languages():
        return True
    from babel import Locale, localedata

    region = region_subtag(tag.replace("_", "-"))
    if region and region not in Locale("en").territories:
        return False
    return found[1] in languages() or bool(localedata.exists(found[1]))


def counterpart(file: str, path: str, given: str, side: str, language: str | None = None) -> str:
    """The path of the file's source or reference. Raises ReadError that names both where there is
    none, or where it could be one of several.

    path: what the caller asked to check: the file itself, its folder or a pattern.
    given: the value of --source or --reference; side: which of them.
    language: that of the counterpart, where it is known.
    """
    folder = Path(given)
    if os.path.isdir(folder):  # noqa: PTH112
        return _in_folder(file, path, folder, side, language)
    if is_pattern(given):
        if file == STANDARD_INPUT:
            raise ReadError(f"standard input has no name to find its {side} by; name one file")
        found = [given.replace(NAME_MARK, name) for name in _names(file, path)]
        for candidate in found:
            if os.path.isfile(candidate):  # noqa: PTH113
                return candidate
        raise _missing(side, found)
    if given != STANDARD_INPUT and not os.path.exists(folder):  # noqa: PTH110
        raise _missing(side, [given])
    return given


def _names(file: str, path: str) -> list[str]:
    """What {name} may stand for: what it did in the pattern asked for, or the file's path below
    the folder, or its name alone."""
    if is_pattern(path) and (name := name_in(path, file)):
        return [name]
    stem = name_parts(Path(file).name).stem
    below = _below(file, path).parent / stem
    return list(dict.fromkeys([below.as_posix(), stem]))


def _below(file: str, path: str) -> Path:
    is_folder = os.path.isdir(path)  # noqa: PTH112
    return Path(file).relative_to(path) if is_folder else Path(Path(file).name)


def _in_folder(file: str, path: str, folder: Path, side: str, language: str | None) -> str:
    if file == STANDARD_INPUT:
        raise ReadError(f"standard input has no name to find its {side} by; name one file")
    below = _below(file, path)
    same = folder / below
    if same.is_file() and (side == "reference" or not same.samefile(file)):
        return str(same)
    own = name_parts(below.name)
    found = sorted(
        other
        for other in same.parent.glob("*")
        if other.is_file()
        and (parts := name_parts(other.name)).stem == own.stem
        and (parts.suffix == own.suffix or {parts.suffix, own.suffix} <= {"", *SUFFIXES})
        and parts.tag != own.tag
    )
    if language:
        told = [other for other in found if _is_in(other, language)]
        found = told or [other for other in found if name_parts(other.name).tag is None]
    if len(found) == 1:
        return str(found[0])
    if not found:
        tag = language or "<language>"
        raise _missing(side, [str(same), str(same.with_name(f"{own.stem}.{tag}{own.suffix}"))])
    raise ReadError(
        f"its {side} could be {' or '.join(map(str, found))}; name its language with --source-lang "
        f"or one pattern such as {folder}/{NAME_MARK}.fr.txt"
    )


def _is_in(path: Path, language: str) -> bool:
    tag = name_parts(path.name).tag
    return tag is not None and primary_subtag(tag) == primary_subtag(language)


def _missing(side: str, candidates: list[str]) -> ReadError:
    looked = " nor ".join(dict.fromkeys(candidates))
    return ReadError(f"its {side} is missing: there is no {looked}")
