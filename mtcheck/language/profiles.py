"""langdetect's profiles of languages in a tenth of their room.

langdetect keeps of each of its 88,000 n-grams a list with a number for every language, though most
occur in one or two. Here an n-gram has the numbers that are not 0, packed, and those that begin
with one sign are unpacked when a text holds it.
"""

from __future__ import annotations

import json
import marshal
from functools import cache
from pathlib import Path
from struct import Struct

import langdetect
from langdetect import DetectorFactory

from mtcheck.cache import remembered

_SHARE = Struct("<Bd")
"""The number of a language, and how often the n-gram occurs in it."""
_LONGEST = 3


class Shares:
    """How often each n-gram occurs in each language: what of a dictionary langdetect asks for.

    packed: by the first sign of the n-grams, the dictionary of their shares as marshal writes it.
    count: of the languages.
    """

    def __init__(self, packed: dict[str, bytes], count: int) -> None:
        self._packed = packed
        self._count = count
        self._groups: dict[str, dict[str, bytes]] = {}

    def __contains__(self, ngram: str) -> bool:
        return ngram in self._group(ngram[:1])

    def __getitem__(self, ngram: str) -> list[float]:
        shares = [0.0] * self._count
        for language, share in _SHARE.iter_unpack(self._group(ngram[:1])[ngram]):
            shares[language] = share
        return shares

    def _group(self, sign: str) -> dict[str, bytes]:
        group = self._groups.get(sign)
        if group is None:
            packed = self._packed.get(sign)
            group = self._groups[sign] = marshal.loads(packed) if packed else {}
        return group


@cache
def detectors() -> DetectorFactory:
    """Makes detectors that answer as those of langdetect do, the same on every run."""
    folder = Path(langdetect.__file__).parent / "profiles"
    files = sorted(path for path in folder.iterdir() if path.is_file())
    names, packed = remembered("language-profiles", files, lambda: _packed(files))
    factory = DetectorFactory()
    factory.langlist = list(names)
    factory.word_lang_prob_map = Shares(packed, len(names))
    DetectorFactory.seed = 0
    return factory


def _packed(files: list[Path]) -> tuple[list[str], dict[str, bytes]]:
    names: list[str] = []
    groups: dict[str, dict[str, bytes]] = {}
    for number, file in enumerate(files):
        profile = json.loads(file.read_text(encoding="utf-8"))
        names.append(profile["name"])
        for ngram, occurrences in profile["freq"].items():
            group = groups.setdefault(ngram[0], {})
            share = b""
            if len(ngram) <= _LONGEST:
                share = _SHARE.pack(number, occurrences / profile["n_words"][len(ngram) - 1])
            group[ngram] = group.get(ngram, b"") + share
    return names, {sign: marshal.dumps(group) for sign, group in groups.items()}
