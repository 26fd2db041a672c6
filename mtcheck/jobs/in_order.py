"""The articles of a run, checked where it is quickest and told in their order.

An article is told from what was found before, if the run has a cache; else it is checked here or by
a worker. What one article renders otherwise than an earlier one is known when the earlier ones are:
the few articles of which that is true are checked once more, beside what was found.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.checking import Checked, Place, check_article, sentences_of, with_texts
from mtcheck.finding import ReadFailure, article_name
from mtcheck.jobs import AUTO, most_processes
from mtcheck.readers import Article
from mtcheck.settings import Settings

if TYPE_CHECKING:
    from mtcheck.bilingual.memory import Earlier, RunMemory
    from mtcheck.bilingual.renderings import Sentence
    from mtcheck.jobs.workers import Outcome, Workers
    from mtcheck.results import Known

_PAYS_FROM = {"fork": 60_000, "spawn": 400_000}
"""Characters still to be checked from which workers are worth their start."""
_BATCH = 16_000
_WARM_UP = 12_000
"""Characters that are checked before the first worker is forked."""


class Work:
    """An article to be checked. known: what was found in it before, of a run with a cache."""

    def __init__(self, article: Article, settings: Settings, known: Known | None = None) -> None:
        self.article = article
        self.settings = settings
        self.known = known
        self.place = Place(article.path, article.id)
        self.earlier: Mapping[str, Earlier] = {}
        self.first: Checked | None = known.found() if known else None
        self.checked: Checked | None = None
        self.failure: ReadFailure | None = None

    @property
    def length(self) -> int:
        """In characters."""
        document = self.article.document
        return len(document.text) + (len(document.source.text) if document.source else 0)

    def sentences(self) -> tuple[Sentence, ...]:
        """Those of `Checked`, before it is checked."""
        known = self.known.sentences() if self.known else None
        return sentences_of(self.article.document) if known is None else known

    def check(self) -> Checked:
        """What this process finds, and remembers."""
        return self.note(
            check_article(self.article.document, self.settings, self.place, self.earlier)
        )

    def note(self, checked: Checked) -> Checked:
        """Remember what was found."""
        if self.known:
            self.known.note(checked, self.earlier)
        return checked


class Done(NamedTuple):
    """An article and what was found in it."""

    work: Work
    checked: Checked


def checked_in_order(
    works: Iterable[Work | ReadFailure], jobs: int
) -> Iterator[Done | ReadFailure]:
    """What is found in each article, in the order of the works; failures stand in their places.

    jobs: at most so many processes; 1: this one; `AUTO`: as many as there are cores, where it pays.
    """
    memory = _Memory()
    most = most_processes(jobs)
    if most < 2:
        yield from _one_by_one(works, memory)
        return
    held: list[Work | ReadFailure] = []
    articles = length = 0
    works = iter(works)
    for work in works:
        is_missing = isinstance(work, Work) and work.first is None
        if not held and not is_missing:
            yield from _one_by_one((work,), memory)
            continue
        held.append(work)
        if isinstance(work, Work) and is_missing:
            articles += 1
            length += work.length
        if articles > 1 and (jobs != AUTO or length >= _least()):
            yield from _InOrder(chain(held, works), memory, most).done()
            return
    yield from _one_by_one(held, memory)


def _least() -> int:
    from mtcheck.jobs.workers import start_method

    return _PAYS_FROM[start_method()]


class _Memory:
    """The run's memory of renderings, made when an article has a source."""

    def __init__(self) -> None:
        self._memory: RunMemory | None = None

    def earlier(self, work: Work, sentences: Iterable[Sentence]) -> Mapping[str, Earlier]:
        """What earlier articles render otherwise than this one, which is then remembered too."""
        document = work.article.document
        if document.source is None:
            return {}
        if self._memory is None:
            from mtcheck.bilingual.memory import RunMemory

            self._memory = RunMemory()
        sentences = tuple(sentences)
        earlier = self._memory.otherwise(document, sentences)
        self._memory.add(document, sentences, article_name(*work.place))
        return earlier


def _one_by_one(
    works: Iterable[Work | ReadFailure], memory: _Memory
) -> Iterator[Done | ReadFailure]:
    for work in works:
        if isinstance(work, ReadFailure):
            yield work
            continue
        first = work.first
        work.earlier = memory.earlier(work, first.sentences if first else work.sentences())
        if work.earlier:
            first = work.known.found(work.earlier) if work.known else None
        yield Done(work, first or work.check())


class _InOrder:
    """Many articles on their way through the workers."""

    def __init__(self, works: Iterable[Work | ReadFailure], memory: _Memory, most: int) -> None:
        from mtcheck.jobs.workers import Workers

        self._coming = iter(works)
        self._memory = memory
        self._queue: deque[Work | ReadFailure] = deque()
        self._remembered = 0
        self._by_number: dict[int, Work] = {}
        self._count = self._warmed = 0
        self._is_read = False
        self._workers = Workers(most)

    def done(self) -> Iterator[Done | ReadFailure]:
        with self._workers as workers:
            while True:
                while workers.is_hungry and not self._is_read:
                    self._read_batch(workers)
                    self._take(workers.outcomes(patient=False))
                self._remember(workers)
                yield from self._at_the_head()
                if not self._queue and self._is_read:
                    return
                self._take(workers.outcomes(patient=True))

    def _read_batch(self, workers: Workers) -> None:
        """Read on until there is work for one worker."""
        batch: list[Work] = []
        length = 0
        while length < _BATCH:
            work = next(self._coming, None)
            if work is None:
                self._is_read = True
                break
            self._queue.append(work)
            if isinstance(work, Work) and work.first is None:
                if workers.method == "fork" and self._warmed + work.length < _WARM_UP:
                    # What this loads, the workers then have from their start.
                    self._warmed += work.length
                    work.first = work.check()
                    continue
                self._warmed = _WARM_UP
                batch.append(work)
                length += work.length
        if batch:
            self._submit(workers, batch)

    def _submit(self, workers: Workers, batch: Iterable[Work], *, first: bool = False) -> None:
        from mtcheck.jobs.worker import Task

        tasks = []
        for work in batch:
            self._count += 1
            self._by_number[self._count] = work
            number = workers.number_of(work.settings)
            task = Task(work.article.document, work.place, number, work.earlier)
            tasks.append((self._count, task))
        workers.submit(tasks, first=first)

    def _take(self, outcomes: Iterable[tuple[int, Outcome]]) -> None:
        """Note what has come back."""
        from mtcheck.jobs.workers import Died, NotDone

        for number, outcome in outcomes:
            work = self._by_number.pop(number)
            if isinstance(outcome, Died):
                work.failure = _not_checked(work, outcome.how)
                continue
            if isinstance(outcome, NotDone):
                checked = work.check()
            else:
                report = with_texts(outcome.report, work.article.document)
                checked = work.note(outcome._replace(report=report))
            if work.earlier:
                work.checked = checked
            else:
                work.first = checked

    def _remember(self, workers: Workers) -> None:
        """In order, as far as it is known: what does an article render otherwise?"""
        while self._remembered < len(self._queue):
            work = self._queue[self._remembered]
            if isinstance(work, Work):
                if work.first:
                    self._settle(work, work.first, workers)
                elif not work.failure:
                    return
            self._remembered += 1

    def _settle(self, work: Work, first: Checked, workers: Workers) -> None:
        work.earlier = self._memory.earlier(work, first.sentences)
        if not work.earlier:
            work.checked = first
            return
        work.checked = work.known.found(work.earlier) if work.known else None
        if not work.checked:
            self._submit(workers, (work,), first=True)

    def _at_the_head(self) -> Iterator[Done | ReadFailure]:
        while self._queue and self._remembered:
            work = self._queue[0]
            if isinstance(work, Work):
                if not (work.checked or work.failure):
                    return
                if work.failure:
                    yield work.failure
                elif work.checked:
                    yield Done(work, work.checked)
            else:
                yield work
            self._queue.popleft()
            self._remembered -= 1


def _not_checked(work: Work, how: str) -> ReadFailure:
    path, id = work.place
    article = work.article
    which = f"article {id}: " if id is not None else ""
    if id is None and (article.is_record or article.line > 1):
        which = f"line {article.line}: "
    return ReadFailure(
        path,
        f"{which}was not checked: its worker process {how}, as the system does where memory "
        "runs out; check it again, with --jobs 1",
    )
