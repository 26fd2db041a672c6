"""What was found in the articles of earlier runs, kept so that a run over articles that did not
change need not check them again.

What is found in an article depends on the program, the settings and what the article was made of,
and on nothing else; all three are part of the key. One file of the cache belongs to one file of
articles, program and settings. It holds sentences of the articles and is readable by its owner
alone; whatever is wrong with it, the article is checked as though it were not there.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from mtcheck.cache import cache_folder
from mtcheck.checking import Checked, with_texts
from mtcheck.readers import Article
from mtcheck.readers.files import STANDARD_INPUT
from mtcheck.settings import Settings

if TYPE_CHECKING:
    from mtcheck.bilingual.memory import Earlier
    from mtcheck.bilingual.renderings import Sentence
    from mtcheck.results.plain import Plain
    from mtcheck.results.store import Store

_NAME = "results"


def cache_for(files: Iterable[str]) -> ResultCache | None:
    """The cache for a run over these files; None where there is nothing to remember, or none that
    can be trusted."""
    folder = cache_folder()
    if folder is None or all(file == STANDARD_INPUT for file in files):
        return None
    from mtcheck.results.program import program_digest
    from mtcheck.results.store import Store

    program = program_digest()
    store = Store.at(folder / _NAME) if program else None
    return ResultCache(store, program) if store and program else None


class ResultCache:
    """What is known of the articles of a run, asked and told in the run's order."""

    def __init__(self, store: Store, program: bytes) -> None:
        self._store = store
        self._program = program
        self._digests: dict[int, tuple[Settings, bytes | None]] = {}
        self._asked: KnownFile | None = None
        self._told: KnownFile | None = None

    def known(self, article: Article, settings: Settings) -> Known | None:
        """What is known of the next article; None where nothing may be remembered of it."""
        digest = self._digest_of(settings)
        if digest is None or article.path == STANDARD_INPUT:
            return None
        from mtcheck.results.keys import document_key

        if self._asked is None or self._asked.path != article.path:
            self._asked = KnownFile(self._store, article.path, digest)
        key = document_key(article.document)
        return Known(self._asked, key, article) if key else None

    def _digest_of(self, settings: Settings) -> bytes | None:
        from mtcheck.results.keys import settings_digest

        if id(settings) not in self._digests:
            digest = settings_digest(self._program, settings)
            self._digests[id(settings)] = settings, digest  # held, so that its id stays its own
        return self._digests[id(settings)][1]

    def settle(self, known: Known | None) -> None:
        """The next article of the run is done: those before it in other files are too."""
        file = known.file if known else None
        if file is not self._told:
            self._save()
            self._told = file

    def close(self) -> None:
        """All articles are done."""
        self._save()
        self._store.prune()

    def _save(self) -> None:
        if self._told:
            self._told.save()


class KnownFile:
    """What is known of the articles of one file. What nobody asked for is forgotten."""

    def __init__(self, store: Store, path: str, digest: bytes) -> None:
        self.path = path
        self._store = store
        self._name = store.name_of(digest, os.path.abspath(path))  # noqa: PTH100
        self._stored: dict[str, Plain] = store.read(self._name)
        self._kept: dict[str, Plain] = {}
        self._is_changed = False

    def get(self, key: str) -> Plain | None:
        """What is kept under the key."""
        found = self._kept.get(key)
        if found is None:
            found = self._stored.get(key)
            if found is not None:
                self._kept[key] = found
        return found

    def put(self, key: str, plain: Plain) -> None:
        """Keep it under the key."""
        self._kept[key] = plain
        self._is_changed = True

    def save(self) -> None:
        if self._is_changed or len(self._kept) < len(self._stored):
            self._store.write(self._name, self._kept)


class Known:
    """What is known of one article."""

    def __init__(self, file: KnownFile, key: str, article: Article) -> None:
        self.file = file
        self._key = key
        self._article = article

    def found(self, earlier: Mapping[str, Earlier] | None = None) -> Checked | None:
        """What was found before; None if it is to be checked. earlier: as for `check_article`."""
        from mtcheck.results.keys import with_earlier
        from mtcheck.results.plain import checked_of

        plain = self.file.get(with_earlier(self._key, earlier))
        checked = checked_of(plain) if plain is not None else None
        if checked is None:
            return None
        article = self._article
        report = with_texts(checked.report, article.document)
        return checked._replace(report=report._replace(path=article.path, id=article.id))

    def sentences(self) -> tuple[Sentence, ...] | None:
        """Those of `Checked`, where they are known and the rest is not."""
        from mtcheck.results.plain import sentences_of

        plain = self.file.get(self._key)
        return sentences_of(plain) if plain is not None else None

    def note(self, checked: Checked, earlier: Mapping[str, Earlier] | None = None) -> None:
        """Remember what was found; not where a rule broke down, which may not happen again."""
        from mtcheck.results.keys import with_earlier
        from mtcheck.results.plain import plain_of

        if earlier and self.file.get(self._key) is None:
            self.file.put(self._key, plain_of(checked.sentences, None))
        if not checked.report.failures:
            plain = plain_of(checked.sentences, checked.report)
            self.file.put(with_earlier(self._key, earlier), plain)
